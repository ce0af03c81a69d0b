/** Which floating-point faults totals met: sums, products, running totals and matrix products. */
import type { Axis } from './axes';
import { walk } from './axes';
import { FLOAT16, isNarrow } from './elementTypes';
import { FAULT, isInfinite } from './faults';
import type { Heap } from './heap';
import { nth } from './nth';
import type { View } from './view';

/** Of matrix products whose operands are not finite, so many elements are looked at: each takes as long as it took. */
const MOST_LOOKED_AT = 1024;

/** The faults of one step from a total by `by` to the next one. */
function faultsOf(total: number, by: number, next: number, type: number): number {
  if (next !== next) return total === total && by === by ? FAULT.invalid : 0;
  return isInfinite(next, type) && !isInfinite(total, type) && Number.isFinite(by) ? FAULT.over : 0;
}

/** Whether all of `size` results from `at` on are finite in their type. */
function areFinite(h: Heap, type: number, at: number, size: number): boolean {
  if (!isNarrow(type)) return h.vectors.allFinite(size, at, h.F64);
  for (let i = at; i < at + size; i++) {
    const x = h.F64[i] as number;
    if (x !== x || isInfinite(x, type)) return false;
  }
  return true;
}

/**
 * The faults of totals that lie at `to` in C order of the kept axes: those that are not finite are made once more, step by
 * step. The elements are doubles from `base` on; `rows` are where those of one total begin, each with the elements of `inner`.
 */
export function foldFaults(
  h: Heap,
  type: number,
  isProduct: boolean,
  base: number,
  kept: readonly Axis[],
  rows: readonly number[],
  inner: Axis,
  to: number,
): number {
  if (type < FLOAT16) return 0;
  const size = kept.reduce((product, { n }) => product * n, 1);
  if (areFinite(h, type, to, size)) return 0;
  const F = h.F64;
  let faults = 0;
  walk(kept, base, (at, index) => {
    const result = F[to + index] as number;
    if (result - result === 0 && !isNarrow(type)) return;
    let total = isProduct ? 1 : 0;
    for (const row of rows) {
      for (let i = 0, p = at + row; i < inner.n; i++, p += inner.stride) {
        const by = F[p] as number;
        const next = isProduct ? total * by : total + by;
        faults |= faultsOf(total, by, next, type);
        total = next;
      }
    }
  });
  return faults;
}

/**
 * The faults of running totals along an axis of length `n`: `from` holds the terms, `to` the totals, both in C order,
 * neighbours along the axis `inner` apart.
 */
export function runningFaults(
  h: Heap,
  type: number,
  size: number,
  n: number,
  inner: number,
  from: number,
  to: number,
): number {
  const F = h.F64;
  let faults = 0;
  for (let lane = 0; lane < size; lane += n * inner) {
    for (let k = 0; k < inner; k++) {
      for (let i = 1, at = lane + k + inner; i < n; i++, at += inner) {
        const [total, by, next] = [
          F[to + at - inner] as number,
          F[from + at] as number,
          F[to + at] as number,
        ];
        faults |= faultsOf(total, by, next, type);
      }
    }
  }
  return faults;
}

/** Whether a product met no fault, as most do: whether its results are finite, which lie from `to` on. */
export function isFaultless(h: Heap, type: number, to: number, size: number, isSingle: boolean): boolean {
  if (type < FLOAT16) return true;
  if (!isSingle) return areFinite(h, type, to >> 3, size);
  for (let i = to >> 2; i < (to >> 2) + size; i++) {
    const x = h.F32[i] as number;
    if (x - x !== 0) return false;
  }
  return true;
}

/** The faults of `r[i, j] = Σ a[i, p] b[p, j]`, both operands as doubles of one or two axes, `totals` in C order. */
export function productFaults(
  h: Heap,
  type: number,
  a: View,
  b: View,
  totals: Float64Array | Float32Array,
): number {
  const n = b.nd === 2 ? nth(b.shape, 1) : 1;
  const F = h.F64;
  const k = nth(a.shape, a.nd - 1);
  const [a0, a1] = [a.nd === 2 ? nth(a.strides, 0) : 0, nth(a.strides, a.nd - 1)];
  const [b0, b1] = [nth(b.strides, 0), b.nd === 2 ? nth(b.strides, 1) : 0];
  let faults = 0;
  let left = MOST_LOOKED_AT;
  for (let at = 0; at < totals.length && left > 0; at++) {
    const total = totals[at] as number;
    if (total - total === 0 && !isNarrow(type)) continue;
    left--;
    let sum = 0;
    let p = (a.ptr >> 3) + Math.floor(at / n) * a0;
    let q = (b.ptr >> 3) + (at % n) * b1;
    for (let i = 0; i < k; i++, p += a1, q += b0) {
      const [x, y] = [F[p] as number, F[q] as number];
      const by = x * y;
      faults |= faultsOf(x, y, by, type) | faultsOf(sum, by, sum + by, type);
      sum += by;
    }
  }
  return faults;
}
