/** Two arrays, entry by entry: how far apart they are, and whether one is a multiple of the other. */
import type { Tensor } from './tensor';
import { sameShape } from './tensor';
import { relativeError } from './relativeError';
import { coarser, magnitudeFloor, toleranceFor } from './tolerance';

/** Where two arrays differ most; `actual` is null where it is not finite. */
export interface WorstEntry {
  readonly index: readonly number[];
  readonly expected: number;
  readonly actual: number | null;
}

/** How entries are compared. */
export interface Measure {
  /** The largest relative error at which an entry counts as right. */
  readonly pass: number;
  /** The magnitude below which differences are absolute. */
  readonly floor: number;
}

/** What `compareArrays` found; errors are null where shapes differ or an entry is not finite. */
export interface Comparison {
  readonly ok: boolean;
  readonly sameShape: boolean;
  readonly finite: boolean;
  readonly maxRelError: number | null;
  /** Signed actual/expected where it is the same for all entries (1 for equal arrays), else null. */
  readonly ratio: number | null;
  readonly worst: WorstEntry | null;
}

/** The index along each axis of the entry at a flat position in C order. */
export function indexOf(flat: number, shape: readonly number[]): number[] {
  const index = new Array<number>(shape.length).fill(0);
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const extent = shape[axis] ?? 1;
    index[axis] = rest % extent;
    rest = Math.floor(rest / extent);
  }
  return index;
}

/**
 * The one number that `actual` is of `expected` everywhere, or null. Where expected is zero, actual must be; arrays of
 * zeros have no ratio. Source of the candidate: the entry with the most digits, which is the largest.
 */
export function constantRatio(expected: Tensor, actual: Tensor): number | null {
  let largest = 0;
  expected.data.forEach((value, i) => {
    if (Math.abs(value) > Math.abs(expected.data[largest] ?? 0)) largest = i;
  });
  const ratio = (actual.data[largest] ?? NaN) / (expected.data[largest] ?? NaN);
  if (!Number.isFinite(ratio)) return null;
  const { ratio: tolerance, floor } = toleranceFor(coarser(expected.precision, actual.precision));
  const least = Math.max(magnitudeFloor, floor * Math.abs(ratio * (expected.data[largest] ?? 0)));
  const constant = expected.data.every((value, i) => {
    const multiple = ratio * value;
    return relativeError(multiple, actual.data[i] ?? NaN, least) <= tolerance;
  });
  return constant ? ratio : null;
}

/** How the entries of two arrays are compared, by the digits that the arithmetic behind them leaves. */
export function measureFor(expected: Tensor, actual: Tensor): Measure {
  const { pass, floor } = toleranceFor(coarser(expected.precision, actual.precision));
  const largest = floor === 0 ? 0 : expected.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { pass, floor: Math.max(magnitudeFloor, floor * largest) };
}

/** Whether an array is the one it should be: `compareArrays(…).ok` without the rest. */
export function agreesWith(expected: Tensor, actual: Tensor): boolean {
  if (!sameShape(expected.shape, actual.shape)) return false;
  const { pass, floor } = measureFor(expected, actual);
  for (let i = 0; i < expected.data.length; i++) {
    const [right, given] = [expected.data[i] as number, actual.data[i] as number];
    if (!(relativeError(right, given, floor) <= pass)) return false;
  }
  return true;
}

/** Compares an array with the one it should be, by the digits that the arithmetic behind them leaves. */
export function compareArrays(expected: Tensor, actual: Tensor): Comparison {
  const different = { ok: false, maxRelError: null, ratio: null } as const;
  const firstBad = actual.data.findIndex((value) => !Number.isFinite(value));
  const finite = firstBad < 0;
  if (!sameShape(expected.shape, actual.shape)) {
    return { ...different, sameShape: false, finite, worst: null };
  }
  const entry = (flat: number, value: number | null): WorstEntry => ({
    index: indexOf(flat, expected.shape),
    expected: expected.data[flat] ?? NaN,
    actual: value,
  });
  if (!finite) return { ...different, sameShape: true, finite, worst: entry(firstBad, null) };

  const { pass, floor } = measureFor(expected, actual);
  let maxRelError = 0;
  let worst = 0;
  expected.data.forEach((value, i) => {
    const error = relativeError(value, actual.data[i] ?? NaN, floor);
    if (error > maxRelError) [maxRelError, worst] = [error, i];
  });
  return {
    ok: maxRelError <= pass,
    sameShape: true,
    finite,
    maxRelError,
    ratio: constantRatio(expected, actual),
    worst: expected.data.length > 0 ? entry(worst, actual.data[worst] ?? null) : null,
  };
}
