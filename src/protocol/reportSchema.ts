/** What a report must look like before it is believed, on whichever wire it comes. */
import * as v from 'valibot';
import type { Report } from '../grader/report';
import type { OutputConvention } from '../network/conventions';
import { count, errorKind, figure, position, real, shape } from './figures';

const worst = v.nullable(v.object({ index: v.array(count), expected: real, actual: v.nullable(figure) }));

const convention = {
  scale: v.picklist([1, 2]),
  outputDerivative: v.picklist(['identity', 'relu']),
  mean: v.picklist(['samples', 'entries']),
};
/** Which gradient of the output is followed, whichever way the samples lie. */
export const conventionSchema: v.GenericSchema<unknown, OutputConvention> = v.object(convention);

/** The cost curves of a report. */
export const costSchema = v.object({
  every: position,
  reference: v.array(real),
  learner: v.array(v.nullable(figure)),
  firstDivergence: v.nullable(count),
  near: v.exactOptional(
    v.object({ from: count, reference: v.array(real), learner: v.array(v.nullable(figure)) }),
  ),
  parameters: v.exactOptional(
    v.object({
      arrays: v.array(v.object({ name: v.string(), shape: v.tuple([count, count]) })),
      moments: v.array(v.array(v.nullable(figure))),
    }),
  ),
});
/** The sentences beside a report's findings. */
export const remarksSchema = v.array(
  v.object({ code: v.string(), message: v.string(), target: v.exactOptional(v.nullable(v.string())) }),
);

/** A report as the grader makes it, or as it arrives on the other side of a wire. */
export const reportSchema: v.GenericSchema<unknown, Report> = v.object({
  schema: v.literal(1),
  exercise: v.string(),
  verdict: v.picklist(['pass', 'fail', 'error']),
  convention: v.nullable(
    v.object({
      ...convention,
      samples: v.picklist(['rows', 'columns']),
      biasShape: v.nullable(v.picklist(['(1, n)', '(n, 1)', '(n,)'])),
    }),
  ),
  values: v.array(
    v.object({
      name: v.string(),
      ok: v.boolean(),
      expectedShape: shape,
      actualShape: v.nullable(shape),
      maxRelError: v.nullable(figure),
      ratio: v.nullable(figure),
      worst,
      data: v.exactOptional(v.object({ samples: v.nullable(count), outputs: v.nullable(count) })),
      iterations: v.exactOptional(count),
    }),
  ),
  gradientCheck: v.array(
    v.object({ name: v.string(), ok: v.boolean(), maxRelError: real, checked: count, notJudged: count }),
  ),
  cost: v.nullable(costSchema),
  diagnoses: v.array(
    v.object({
      code: v.string(),
      target: v.nullable(v.string()),
      line: v.nullable(position),
      confidence: v.picklist(['certain', 'likely']),
      message: v.string(),
    }),
  ),
  remarks: remarksSchema,
  error: v.nullable(
    v.object({
      kind: errorKind,
      line: v.nullable(position),
      message: v.string(),
      traceback: v.exactOptional(v.string()),
    }),
  ),
  shapes: v.array(v.object({ line: position, name: v.string(), shape })),
  stdout: v.string(),
  timings: v.object({ startMs: v.number(), runMs: v.number(), gradeMs: v.number() }),
  withheld: v.exactOptional(count),
  details: v.exactOptional(
    v.array(
      v.object({
        name: v.string(),
        shape,
        expected: v.array(real),
        actual: v.nullable(v.array(v.nullable(figure))),
        measure: v.exactOptional(v.object({ pass: real, floor: real })),
      }),
    ),
  ),
  held: v.exactOptional(
    v.object({
      convention: v.nullable(conventionSchema),
      arrays: v.array(v.object({ name: v.string(), shape: v.tuple([count, count]), data: v.array(real) })),
    }),
  ),
});
