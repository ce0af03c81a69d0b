/**
 * Slopes of scalar functions by central differences.
 *
 * A ReLU network with squared error is piecewise quadratic in each single array, so central differences are exact but
 * for rounding as long as no ReLU changes sides: a large step is best, until one does. Hence the step starts large and
 * shrinks, entry by entry, until no side differs; where that never happens the entry is not judged.
 */
import type { Tensor } from './tensor';

/** Steps to try, from the largest. Smaller ones would measure rounding: at 1e-6 a cost near 1 leaves ten digits. */
export const kinkedSteps: readonly number[] = [1e-3, 1e-4, 1e-5, 1e-6];

/** One step for functions without kinks: the cube root of the rounding unit balances truncation and rounding. */
export const smoothSteps: readonly number[] = [6e-6];

/** A difference of two costs carries some rounding units of each; their sums over a batch carry a few more. */
const roundingUnits = 8;

/** A cost, and on which side of its kink every kinked function stood: equal patterns mean no kink between. */
export interface Judged {
  readonly cost: number;
  readonly pattern?: Uint8Array;
}

/** A slope by central differences, and how much of it may be rounding. */
export interface Slope {
  readonly slope: number;
  readonly rounding: number;
}

function samePattern(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * The slope at t = 0 of a function of one number. A side that differs from the one at t = 0 makes the step shrink; null
 * where no step is small enough.
 */
function slopeAlong(at: (t: number) => Judged, here: Judged, steps: readonly number[]): Slope | null {
  for (const h of steps) {
    const plus = at(h);
    if (!samePattern(plus.pattern, here.pattern)) continue;
    const minus = at(-h);
    if (!samePattern(minus.pattern, here.pattern)) continue;
    const size = Math.abs(plus.cost) + Math.abs(minus.cost);
    return {
      slope: (plus.cost - minus.cost) / (2 * h),
      rounding: (roundingUnits * Number.EPSILON * size) / (2 * h),
    };
  }
  return null;
}

/** Central differences by every entry of one of the copies that `evaluate` reads. */
export function entrySlopes(
  { data }: Tensor,
  evaluate: () => Judged,
  here: Judged,
  steps: readonly number[],
): (Slope | null)[] {
  return Array.from(data, (value, i) => {
    const slope = slopeAlong(
      (t) => {
        data[i] = value + t;
        return evaluate();
      },
      here,
      steps,
    );
    data[i] = value;
    return slope;
  });
}

/** The given steps, or those that suit a function with or without kinks. */
export function stepsFor(here: Judged, steps: readonly number[] | undefined): readonly number[] {
  return steps ?? (here.pattern ? kinkedSteps : smoothSteps);
}

/** The slope of one of the copies that `evaluate` reads, along a direction of length 1. */
export function directionSlope(
  { data }: Tensor,
  direction: Float64Array,
  evaluate: () => Judged,
  here: Judged,
  steps: readonly number[],
): Slope | null {
  const start = data.slice();
  const slope = slopeAlong(
    (t) => {
      for (let i = 0; i < data.length; i++) data[i] = (start[i] as number) + t * (direction[i] as number);
      return evaluate();
    },
    here,
    steps,
  );
  data.set(start);
  return slope;
}

/** The same array with entries of its own. */
export function copy({ shape, data }: Tensor): Tensor {
  return { shape, data: data.slice() };
}
