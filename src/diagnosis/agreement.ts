/** When two arrays count as the same, for recognising a mistake by what it computes. */
import type { Tensor } from '../engine/tensor';
import { sameShape } from '../engine/tensor';
import type { Precision } from '../engine/tolerance';
import { coarser, toleranceFor } from '../engine/tolerance';

/** What came back is compared over and over, with arrays that are made once each. */
const known = new WeakMap<Float64Array, number>();

/** The largest magnitude of the entries, those that are not finite left out. */
function largest(data: Float64Array): number {
  let most = 0;
  for (const value of data) {
    const size = Math.abs(value);
    if (size > most && size < Infinity) most = size;
  }
  return most;
}

function knownLargest(data: Float64Array): number {
  const before = known.get(data);
  if (before !== undefined) return before;
  const most = largest(data);
  known.set(data, most);
  return most;
}

function allWithin(a: Float64Array, b: Float64Array, tolerance: number): boolean {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    if (!(Math.abs(x - y) <= tolerance) && !Object.is(x, y)) return false;
  }
  return true;
}

/** Whether the entries agree up to rounding, whatever the shapes. Best with the array first that is compared often. */
export function sameEntries(a: Float64Array, b: Float64Array, precision: Precision = 'double'): boolean {
  if (a.length !== b.length) return false;
  const { rounding } = toleranceFor(precision);
  const most = knownLargest(a);
  // Were they the same, b's largest entry would be no larger than this; most arrays differ at the first entries.
  if (!allWithin(a, b, (rounding * most * 1.001) / (1 - rounding) + Number.MIN_VALUE)) return false;
  return allWithin(a, b, rounding * Math.max(most, largest(b)) + Number.MIN_VALUE);
}

/** Whether the entries of two arrays agree up to the rounding of their arithmetic, whatever the shapes. */
export function sameNumbers(a: Tensor, b: Tensor): boolean {
  return sameEntries(a.data, b.data, coarser(a.precision, b.precision));
}

/** Whether two arrays have the same shape and agree up to rounding. */
export function same(a: Tensor, b: Tensor): boolean {
  return sameShape(a.shape, b.shape) && sameNumbers(a, b);
}

/** a/b where that is the same number for all entries up to rounding, else null. Zeros must meet zeros. */
export function scaleFactor(
  a: Float64Array,
  b: Float64Array,
  precision: Precision = 'double',
): number | null {
  if (a.length !== b.length || a.length === 0) return null;
  let pivot = 0;
  for (let i = 1; i < b.length; i++) {
    if (Math.abs(b[i] as number) > Math.abs(b[pivot] as number)) pivot = i;
  }
  const ratio = (a[pivot] as number) / (b[pivot] as number);
  if (!Number.isFinite(ratio) || ratio === 0) return null;
  const tolerance =
    toleranceFor(precision).rounding * Math.max(knownLargest(a), Math.abs(ratio) * knownLargest(b));
  for (let i = 0; i < a.length; i++) {
    if (!(Math.abs((a[i] as number) - ratio * (b[i] as number)) <= tolerance + Number.MIN_VALUE)) return null;
  }
  return ratio;
}

/** `scaleFactor` of two arrays, whatever the shapes. */
export function ratioOf(a: Tensor, b: Tensor): number | null {
  return scaleFactor(a.data, b.data, coarser(a.precision, b.precision));
}
