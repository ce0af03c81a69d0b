/** From what Python reported to the tensors that are judged. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { Probe } from '../course/judging/probe';
import { referencesOf } from '../course/judging/judging';
import { inputsOf } from '../course/judging/probe';
import type { AskedLine, Evidence, HelperCall, Observation } from '../diagnosis/evidence';
import type { Computation } from '../engine/computation';
import type { Tensor } from '../engine/tensor';
import { scalar } from '../engine/tensor';
import { coarser, precisionOf, type Precision } from '../engine/tolerance';
import type { CallResult, PyValue, TraceEvent } from '../python/runtime';

/** A probe, and what the snippet did with it. */
export interface Judged {
  readonly probe: Probe;
  readonly call: CallResult;
}

function precisionIn(value: PyValue): Precision {
  switch (value.kind) {
    case 'array':
      return precisionOf(value.dtype);
    case 'number':
      return precisionOf(value.dtype ?? 'float64');
    case 'tuple':
    case 'list':
    case 'dict':
      return value.items.map(precisionIn).reduce(coarser, 'double');
    default:
      return 'double';
  }
}

/** The coarsest arithmetic that calls show: what came of it may have any dtype afterwards, and not more digits. */
export function precisionOfCalls(calls: readonly CallResult[]): Precision {
  const values = calls.flatMap(({ returned, trace }) => [
    ...(returned ? [returned] : []),
    ...trace.map(({ value }) => value),
  ]);
  return values.map(precisionIn).reduce(coarser, 'double');
}

function stamped(value: Tensor, precision: Precision): Tensor {
  return precision === 'double' ? value : { ...value, precision };
}

/** The vector of a list's numbers, or null at its first item that is none: lists may be nested as deep as one likes. */
function flatList(items: readonly PyValue[]): Tensor | null {
  const data = new Float64Array(items.length);
  for (const [i, item] of items.entries()) {
    const entry = toTensor(item);
    if (entry?.data.length !== 1) return null;
    data.set(entry.data, i);
  }
  return { shape: [items.length], data };
}

/** The tensor that a Python value is, or null where it is none. A flat list of numbers counts as an array. */
export function toTensor(value: PyValue): Tensor | null {
  switch (value.kind) {
    case 'array':
      return { shape: value.shape, data: value.data };
    case 'number':
      return scalar(value.value);
    case 'tuple':
    case 'list':
      return flatList(value.items);
    case 'none':
    case 'dict':
    case 'other':
      return null;
  }
}

const kinds: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  str: { en: 'text (a str)', ko: '문자열(str)' },
  dict: { en: 'a dict', ko: '딕셔너리(dict)' },
  ndarray: { en: 'an array that holds something other than numbers', ko: '숫자가 아닌 것이 든 배열' },
  nested: {
    en: 'a list of lists (np.array makes an array of it)',
    ko: '리스트의 리스트(np.array로 배열을 만들 수 있음)',
  },
  list: { en: 'a list that holds something other than numbers', ko: '숫자가 아닌 것이 든 리스트' },
};

/** What a value that is no array of numbers is, in words for a sentence. */
export function describe(value: PyValue, language: Language): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'dict':
      return kinds['dict']?.[language] ?? value.kind;
    case 'other':
      return kinds[value.type]?.[language] ?? value.type;
    case 'array':
    case 'number':
      return value.kind;
    case 'tuple':
    case 'list': {
      const isNested = value.items.every((item) => toTensor(item) !== null);
      return kinds[isNested ? 'nested' : 'list']?.[language] ?? value.kind;
    }
  }
}

/** Whether a value is the starter's blank, or holds it. */
export function holdsBlank(value: PyValue): boolean {
  if (value.kind === 'tuple' || value.kind === 'list' || value.kind === 'dict') {
    return value.items.some(holdsBlank);
  }
  return value.kind === 'other' && value.type === 'ellipsis';
}

type Dictionary = Extract<PyValue, { readonly kind: 'dict' }>;

/** The dictionary that came back in place of the values, alone or beside others (`return A2, cache`). */
export function returnedDictionary(exercise: Exercise, returned: PyValue): Dictionary | null {
  if (exercise.returns.length === 1) return null;
  if (returned.kind === 'dict') return returned;
  if (returned.kind !== 'tuple') return null;
  const held = returned.items.filter((item) => item.kind === 'dict');
  const [only] = held;
  return held.length === 1 && only && exercise.returns.some((name) => only.keys.includes(name)) ? only : null;
}

/**
 * The values that came back, one for each name that the exercise asks for; null where their number is another. Of a
 * dictionary they are taken by their names, and null is where one is missing.
 */
export function returnedItems(exercise: Exercise, returned: PyValue): readonly (PyValue | null)[] | null {
  const named = returnedDictionary(exercise, returned);
  if (named) {
    const values = exercise.returns.map((name) => named.items[named.keys.indexOf(name)] ?? null);
    const beside = returned.kind === 'tuple' ? returned.items.filter((item) => item !== named) : [];
    // `return A2, cache` with the rest in the cache.
    const isWhole = values.filter((value) => value === null).length === beside.length;
    const given = isWhole ? beside.values() : [].values();
    return values.map((value) => value ?? given.next().value ?? null);
  }
  if (exercise.returns.length === 1) {
    return returned.kind === 'tuple' ? null : [returned];
  }
  if (returned.kind !== 'tuple' && returned.kind !== 'list') return null;
  return returned.items.length === exercise.returns.length ? returned.items : null;
}

function observationsOf(event: TraceEvent, index: number | null = null): Observation[] {
  const { line, frame, depth, name, value } = event;
  if (value.kind === 'tuple' || value.kind === 'list') {
    const whole = toTensor(value);
    if (whole && index !== null && whole.data.length === 0) return [];
    if (whole) return [{ line, frame, depth, name, index, value: whole }];
    return value.items.flatMap((item, i) => observationsOf({ ...event, value: item }, i));
  }
  if (value.kind === 'dict') {
    return value.items.flatMap((item, i) => observationsOf({ ...event, value: item }, i));
  }
  const array = toTensor(value);
  const isBoolean = value.kind === 'array' && value.dtype === 'bool';
  return array
    ? [{ line, frame, depth, name, index, value: array, ...(isBoolean ? { isBoolean } : {}) }]
    : [];
}

const narrowed = new WeakMap<Computation, Map<string, Computation>>();

/** The computation as far as its results can be compared; the same each time for the same names. */
function only(computation: Computation, comparable: readonly string[]): Computation {
  const returns = computation.returns.filter((name) => comparable.includes(name));
  if (returns.length === computation.returns.length) return computation;
  const known = narrowed.get(computation) ?? new Map<string, Computation>();
  narrowed.set(computation, known);
  const one = known.get(returns.join()) ?? { ...computation, returns };
  known.set(returns.join(), one);
  return one;
}

function itemsOf(value: PyValue): readonly PyValue[] {
  return value.kind === 'tuple' ? value.items : [];
}

/** The trace as what names held, and what helpers were given. */
function traced(
  { trace }: CallResult,
  precision: Precision,
): Required<Pick<Evidence, 'observations' | 'calls' | 'asked'>> {
  const observations: Observation[] = [];
  const calls: HelperCall[] = [];
  const asked: AskedLine[] = [];
  for (const event of trace) {
    if (event.depth === 0 && event.name === 'return') continue;
    if (event.name === 'def') {
      const { line, frame, depth, value } = event;
      const [given = [], kept = []] = itemsOf(value).map((some) =>
        itemsOf(some).flatMap((item) => {
          const array = toTensor(item);
          return array ? [stamped(array, precision)] : [];
        }),
      );
      calls.push({ line, frame, depth, given, kept, at: observations.length });
    } else if (event.name === 'lambda') {
      asked.push({ line: event.line, at: observations.length });
    } else {
      observations.push(
        ...observationsOf(event).map((one) => ({ ...one, value: stamped(one.value, precision) })),
      );
    }
  }
  return { observations, calls, asked };
}

/** What the trace tells of a call, whatever became of it. */
export function tracedEvidence(
  exercise: Exercise,
  probe: Probe,
  call: CallResult,
  precision: Precision = precisionOfCalls([call]),
): Evidence {
  return {
    probe,
    inputs: inputsOf(probe),
    accepted: referencesOf(exercise.judging, probe).map(({ computation }) => computation),
    returned: new Map(),
    ...traced(call, precision),
    returnLines: new Map(),
  };
}

/**
 * What the snippet did on a probe, or null where it returned nothing that can be compared under those names.
 * `precision` is that of the whole run, of which one call may not show all.
 */
export function evidenceOf(
  exercise: Exercise,
  probe: Probe,
  call: CallResult,
  comparable: readonly string[],
  precision: Precision = precisionOfCalls([call]),
): Evidence | null {
  const items = call.returned && returnedItems(exercise, call.returned);
  if (!items) return null;
  const returned = exercise.returns.flatMap((name, i) => {
    const item = items[i];
    const array = item && comparable.includes(name) ? toTensor(item) : null;
    return array ? [[name, stamped(array, precision)] as const] : [];
  });
  if (returned.length < comparable.length) return null;
  const perItem = call.returnLines.length === exercise.returns.length;
  const told = tracedEvidence(exercise, probe, call, precision);
  return {
    ...told,
    accepted: told.accepted.map((computation) => only(computation, comparable)),
    returned: new Map(returned),
    ...(call.traceTruncated ? { isBrokenOff: true } : {}),
    returnLines: new Map(
      exercise.returns.flatMap((name, i) => {
        const line = perItem ? call.returnLines[i] : call.returnLines[0];
        return line === undefined ? [] : [[name, line] as const];
      }),
    ),
  };
}
