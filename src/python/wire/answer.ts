/** What the harness answered: the header is checked by its schema, and its places are filled from the block of numbers. */
import * as v from 'valibot';
import type { PyArray, PyValue, SnippetRun, TraceEvent } from '../runtime';
import {
  answerSchema,
  type HeaderDictionary,
  type HeaderEvent,
  type HeaderList,
  type HeaderValue,
} from './answerSchema';
import { decodeFrame, WireError } from './frame';

function read<T>(schema: v.GenericSchema<unknown, T>, given: unknown): T {
  const result = v.safeParse(schema, given, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new WireError(`${v.getDotPath(issue) ?? 'the header'}: ${issue.message}`);
}

function filled(value: HeaderValue, numbers: Float64Array): PyValue {
  switch (value.kind) {
    case 'array':
      return filledArray(value, numbers);
    case 'number':
      return { ...value, value: typeof value.value === 'number' ? value.value : unfinite[value.value] };
    case 'tuple':
    case 'list':
      return { kind: value.kind, items: filledItems(value, numbers) };
    case 'dict':
      return filledDictionary(value, numbers);
    case 'none':
    case 'other':
      return value;
  }
}

const unfinite = { nan: NaN, inf: Infinity, '-inf': -Infinity } as const;

function filledArray(
  { dtype, shape, at }: Extract<HeaderValue, { readonly kind: 'array' }>,
  numbers: Float64Array,
): PyArray {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return { kind: 'array', dtype, shape, data: slice(numbers, at, size) };
}

function slice(numbers: Float64Array, at: number, length: number): Float64Array {
  if (at + length > numbers.length) throw new WireError('a value lies beyond the numbers');
  return numbers.slice(at, at + length);
}

function filledItems(
  { items, floats, length }: HeaderList | HeaderDictionary,
  numbers: Float64Array,
): readonly PyValue[] {
  if (items !== undefined) return items.map((item) => filled(item, numbers));
  if (floats === undefined || length === undefined)
    throw new WireError('a list has neither items nor floats');
  return Array.from(slice(numbers, floats, length), (value) => ({ kind: 'number', type: 'float', value }));
}

function filledDictionary(value: HeaderDictionary, numbers: Float64Array): PyValue {
  const items = filledItems(value, numbers);
  if (value.keys.length !== items.length) throw new WireError('a dictionary has not as many keys as items');
  return { kind: 'dict', keys: value.keys, items };
}

function filledEvent(
  [line, frame, depth, name, value, inPlace]: HeaderEvent,
  numbers: Float64Array,
): TraceEvent {
  return { line, frame, depth, name, value: filled(value, numbers), inPlace };
}

/** What the harness answered, checked. A `WireError` where it is anything else. */
export function decodeRun(bytes: Uint8Array): Omit<SnippetRun, 'timings'> {
  const { header, numbers } = decodeFrame(bytes);
  const { calls, drives, own, places, ...rest } = read(answerSchema, header);
  const orNull = (value: HeaderValue | null): PyValue | null => value && filled(value, numbers);
  return {
    ...rest,
    calls: calls.map((call) => ({
      ...call,
      returned: orNull(call.returned),
      trace: call.trace.map((event) => filledEvent(event, numbers)),
    })),
    drives: drives.map((drive) => ({ ...drive, returned: orNull(drive.returned) })),
    ...((own ?? null) === null ? {} : { own: { header: own, numbers } }),
    ...(places ? { places } : {}),
  };
}
