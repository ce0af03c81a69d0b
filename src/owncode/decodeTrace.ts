/** The line trace of a learner's own file: what names held, and what functions were given. */
import * as v from 'valibot';
import type { HelperCall, Observation } from '../diagnosis/evidence';
import type { Tensor } from '../engine/tensor';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Line, frame, depth, name, value, and whether it was changed in place. */
export const traceEvent = v.tuple([count, v.string(), count, v.string(), v.unknown(), v.boolean()]);

type Event = v.InferOutput<typeof traceEvent>;
type AsTensor = (value: { readonly shape: number[]; readonly at: number }) => Tensor;

const recorded = v.variant('kind', [
  v.object({ kind: v.literal('array'), dtype: v.string(), shape: v.array(count), at: count }),
  v.object({ kind: v.literal('number'), value: v.union([v.number(), v.string()]) }),
]);
const several = v.object({ kind: v.picklist(['tuple', 'list', 'dict']), items: v.array(v.unknown()) });

/** An array or a number; null for anything else. */
function singleOf(value: unknown, tensor: AsTensor): { value: Tensor; isBoolean?: true } | null {
  const single = v.safeParse(recorded, value);
  if (!single.success) return null;
  const held = single.output;
  if (held.kind === 'array') {
    return { value: tensor(held), ...(held.dtype === 'bool' ? { isBoolean: true } : {}) };
  }
  return { value: { shape: [], data: Float64Array.of(typeof held.value === 'number' ? held.value : NaN) } };
}

function itemsOf(value: unknown): readonly unknown[] {
  const whole = v.safeParse(several, value);
  return whole.success ? whole.output.items : [];
}

/** What a name held after a line: the array, or those in a tuple, a list or a dictionary one by one. */
function observationsOf([line, frame, depth, name, value]: Event, tensor: AsTensor): readonly Observation[] {
  const read = (one: unknown, index: number | null): readonly Observation[] => {
    const single = singleOf(one, tensor);
    return single
      ? [{ line, frame, depth, name, index, ...single }]
      : itemsOf(one).flatMap((item, i) => read(item, i));
  };
  return read(value, null);
}

/** Reads the events of a trace in order of execution. */
export function traceOf(
  events: readonly Event[],
  tensor: AsTensor,
): { readonly observations: readonly Observation[]; readonly calls: readonly HelperCall[] } {
  const observations: Observation[] = [];
  const calls: HelperCall[] = [];
  for (const event of events) {
    const [line, frame, depth, name, value] = event;
    // What the check itself gives back is no line's result, nor is where a given function was asked.
    if (name === 'lambda' || (name === 'return' && depth === 0)) continue;
    if (name === 'def') {
      const [given = [], kept = []] = itemsOf(value).map((some) =>
        itemsOf(some).flatMap((item) => singleOf(item, tensor)?.value ?? []),
      );
      calls.push({ line, frame, depth, given, kept, at: observations.length });
    } else {
      observations.push(...observationsOf(event, tensor));
    }
  }
  return { observations, calls };
}
