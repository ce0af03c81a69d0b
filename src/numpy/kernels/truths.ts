/** Looking for a truth value among many. */
import type { Heap } from './heap';

/** Whether a byte among `n` from `at` on is `wanted` (0 or 1); all of them are 0 or 1. */
export function hasTruth(h: Heap, at: number, n: number, wanted: number): boolean {
  const { whole, found } = h.vectors.anyOther(n, at, 1 - wanted);
  if (found) return true;
  for (let i = at + whole; i < at + n; i++) if (h.U8[i] === wanted) return true;
  return false;
}

/** Whether a number among `n` is one that counts as true (or, where `truth` is false, as false). NaN counts as true. */
export function hasNumber(F: Float64Array, at: number, n: number, stride: number, truth: boolean): boolean {
  if (truth) {
    for (let i = 0; i < n; i++, at += stride) if (F[at] !== 0) return true;
  } else for (let i = 0; i < n; i++, at += stride) if (F[at] === 0) return true;
  return false;
}
