/** What Python measured, read from its answer: unknown until a schema has seen it. */
import * as v from 'valibot';
import { sizeOf, type Tensor } from '../engine/tensor';
import type { OwnAnswer } from '../python/runtime';
import { traceEvent, traceOf } from './decodeTrace';
import type { Difference, Measured, MeasuredParameter, Refused } from './measured';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const array = v.object({ shape: v.array(count), at: count });
const parameter = v.object({
  name: v.string(),
  gradientName: v.nullable(v.string()),
  guessed: v.boolean(),
  value: array,
  gradient: v.nullable(array),
  entries: v.array(v.nullable(count)),
  kinks: v.array(v.boolean()),
  numeric: count,
  analytic: count,
});
const measured = v.object({
  function: v.nullable(v.string()),
  line: count,
  how: v.picklist(['declared', 'own-run', 'by-name']),
  declaration: v.string(),
  lossName: v.nullable(v.string()),
  assumedLoss: v.nullable(v.string()),
  isMeant: v.boolean(),
  isContradicted: v.boolean(),
  loss: v.nullable(v.number()),
  again: v.nullable(v.number()),
  epsilon: v.nullable(v.number()),
  repair: v.optional(
    v.nullable(v.object({ code: v.string(), line: v.nullable(count), target: count })),
    null,
  ),
  isSearched: v.optional(v.boolean(), true),
  parameters: v.array(parameter),
  observations: v.array(traceEvent),
  inputs: v.array(v.tuple([v.string(), array])),
});
const answer = v.object({
  measured: v.array(measured),
  refused: v.array(
    v.object({
      function: v.nullable(v.string()),
      line: count,
      code: v.string(),
      details: v.record(v.string(), v.string()),
    }),
  ),
});

type GivenArray = v.InferOutput<typeof array>;

/** Raised where the answer is not what Python is to give. */
class AnswerError extends Error {
  override readonly name = 'AnswerError';
}

/** Reads an answer; throws where it is not one. */
export function decodeOwn({ header, numbers }: OwnAnswer): {
  readonly measured: readonly Measured[];
  readonly refused: readonly Refused[];
} {
  const given = v.parse(answer, header);
  const part = (at: number, length: number): Float64Array => {
    if (at + length > numbers.length) throw new AnswerError('an array lies beyond the numbers of the answer');
    return numbers.slice(at, at + length);
  };
  const tensor = ({ shape, at }: GivenArray): Tensor => ({
    shape,
    data: part(at, sizeOf(shape)),
  });
  return {
    measured: given.measured.map((one) => ({
      ...one,
      loss: one.loss ?? NaN,
      again: one.again ?? NaN,
      parameters: one.parameters.map((each) => parameterOf(each, tensor, part)),
      ...traceOf(one.observations, tensor),
      inputs: one.inputs.map(([name, value]) => ({ name, value: tensor(value) })),
    })),
    refused: given.refused.map(({ function: name, line, code, details }) => ({
      function: name,
      line,
      reason: { code, details },
    })),
  };
}

function parameterOf(
  given: v.InferOutput<typeof parameter>,
  tensor: (value: GivenArray) => Tensor,
  part: (at: number, length: number) => Float64Array,
): MeasuredParameter {
  const { name, gradientName, guessed, entries, kinks } = given;
  const numeric = part(given.numeric, entries.length);
  const analytic = part(given.analytic, entries.length);
  const differences = entries.map((entry, i): Difference => ({
    entry,
    numeric: numeric[i] ?? NaN,
    analytic: analytic[i] ?? NaN,
    kink: kinks[i] ?? false,
  }));
  return {
    name,
    gradientName,
    guessed,
    value: tensor(given.value),
    gradient: given.gradient && tensor(given.gradient),
    differences,
  };
}
