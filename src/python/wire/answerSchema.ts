/**
 * What the header of an answer must look like before anything is believed of it. Numbers of arrays are not in it: it
 * says at which place of the block they begin (`at`, `floats`).
 */
import * as v from 'valibot';
import type { ErrorHint, RunError, SkippedStatement } from '../runtime';

/** One question rather than a chain of them: a trace asks it thousands of times. */
const count = v.custom<number>((given) => Number.isSafeInteger(given) && Number(given) >= 0, 'no count');
const counts = v.array(count);

const plainValues = [
  v.object({ kind: v.literal('array'), dtype: v.string(), shape: counts, at: count }),
  v.object({
    kind: v.literal('number'),
    type: v.picklist(['float', 'int', 'bool']),
    value: v.union([v.number(), v.picklist(['nan', 'inf', '-inf'])]),
    dtype: v.exactOptional(v.string()),
  }),
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.literal('other'), type: v.string(), text: v.string() }),
] as const;

/** A value of the header. Where all items are floats, `floats` and `length` stand in their place. */
export type HeaderValue = v.InferOutput<(typeof plainValues)[number]> | HeaderList | HeaderDictionary;

interface HeaderItems {
  readonly items?: readonly HeaderValue[] | undefined;
  readonly floats?: number | undefined;
  readonly length?: number | undefined;
}

export interface HeaderList extends HeaderItems {
  readonly kind: 'tuple' | 'list';
}

export interface HeaderDictionary extends HeaderItems {
  readonly kind: 'dict';
  readonly keys: readonly string[];
}

type ValueSchema = v.GenericSchema<unknown, HeaderValue>;

/** A value whose items are such values. */
function valueOf(item: v.GenericSchema<unknown, HeaderValue>): ValueSchema {
  const items = { items: v.optional(v.array(item)), floats: v.optional(count), length: v.optional(count) };
  return v.variant('kind', [
    ...plainValues,
    v.object({ kind: v.picklist(['tuple', 'list']), ...items }),
    v.object({ kind: v.literal('dict'), keys: v.array(v.string()), ...items }),
  ]);
}

/** Deeper nesting than this cannot come from the harness. */
const maxDepth = 32;

/** One schema for each depth, so that no nesting, however deep, can use up the stack. */
const valueSchema = Array.from({ length: maxDepth }).reduce<ValueSchema>(
  (deeper) => valueOf(deeper),
  valueOf(v.never()),
);

const hintSchema: v.GenericSchema<unknown, ErrorHint> = v.object({
  code: v.string(),
  details: v.record(v.string(), v.string()),
});

const errorSchema: v.GenericSchema<unknown, RunError | null> = v.nullable(
  v.object({
    kind: v.picklist(['syntax', 'exception', 'timeout', 'memory', 'output', 'contract', 'unsupported']),
    type: v.nullable(v.string()),
    message: v.string(),
    line: v.nullable(count),
    column: v.nullable(count),
    endLine: v.nullable(count),
    endColumn: v.nullable(count),
    traceback: v.string(),
    hint: v.nullable(hintSchema),
    sort: v.nullable(v.string()),
  }),
);

const skippedSchema: v.GenericSchema<unknown, SkippedStatement> = v.object({
  line: count,
  endLine: count,
  code: v.string(),
  reason: v.picklist([
    'error',
    'long',
    'printing',
    'missing',
    'closed',
    'needs',
    'undefined',
    'decorator',
    'base',
    'drawing',
    'notebook',
    'rest',
  ]),
  name: v.string(),
  error: errorSchema,
});

/** Line, frame, depth, name, value, and whether it was changed in place: a trace has thousands of them. */
const eventSchema = v.tuple([count, v.string(), count, v.string(), valueSchema, v.boolean()]);

const returned = { name: v.string(), returned: v.nullable(valueSchema), error: errorSchema };

/** The header of an answer. */
export const answerSchema = v.object({
  error: errorSchema,
  calls: v.array(
    v.object({
      ...returned,
      deterministic: v.nullable(v.boolean()),
      divergesAt: v.nullable(count),
      changedInputs: v.array(v.object({ name: v.string(), line: v.nullable(count) })),
      trace: v.array(eventSchema),
      traceTruncated: v.boolean(),
      returnLines: counts,
    }),
  ),
  drives: v.array(v.object(returned)),
  stdout: v.string(),
  stdoutTruncated: v.boolean(),
  blanks: counts,
  skipped: v.array(skippedSchema),
  /** What was measured of the learner's own code has a reader of its own. */
  own: v.optional(v.unknown()),
  places: v.nullish(
    v.object({
      fits: v.array(v.object({ line: count, text: v.string() })),
      reached: counts,
      done: v.boolean(),
    }),
  ),
});

export type HeaderEvent = v.InferOutput<typeof eventSchema>;
