/** When two arrays count as the same, for recognising a mistake by what it computes. */
import type { Tensor } from '../engine/tensor';
import { sameShape } from '../engine/tensor';

/**
 * Rounding that a different order of the same operations may leave, relative to the largest entry. Far above what is
 * measured for the sizes of the probes (1e-14), far below any difference that a mistake makes there.
 */
const rounding = 1e-9;

function largest(data: Float64Array): number {
  return data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Whether the entries agree up to rounding, whatever the shapes. */
export function sameEntries(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  const tolerance = rounding * Math.max(largest(a), largest(b)) + Number.MIN_VALUE;
  return a.every((value, i) => Math.abs(value - (b[i] ?? NaN)) <= tolerance || Object.is(value, b[i]));
}

/** Whether two arrays have the same shape and agree up to rounding. */
export function same(a: Tensor, b: Tensor): boolean {
  return sameShape(a.shape, b.shape) && sameEntries(a.data, b.data);
}

/** a/b where that is the same number for all entries up to rounding, else null. Zeros must meet zeros. */
export function scaleFactor(a: Float64Array, b: Float64Array): number | null {
  if (a.length !== b.length || a.length === 0) return null;
  const pivot = b.reduce((at, value, i) => (Math.abs(value) > Math.abs(b[at] ?? 0) ? i : at), 0);
  const ratio = (a[pivot] ?? NaN) / (b[pivot] ?? NaN);
  if (!Number.isFinite(ratio) || ratio === 0) return null;
  return sameEntries(
    a,
    b.map((value) => value * ratio),
  )
    ? ratio
    : null;
}
