/**
 * Reductions over the first axis of rows of doubles: row after row, so that memory is read as it lies. Each column is
 * added in the same order as it would be alone.
 */
import type { Heap } from './heap';

/** `F[to + j] = Σ F[at + i * stride + j]` for n rows of m columns; `single` rounds every step to float32. */
export function sumColumns(
  h: Heap,
  at: number,
  n: number,
  stride: number,
  m: number,
  to: number,
  single: boolean,
): void {
  const F = h.F64;
  if (single) {
    for (let i = 0; i < n; i++, at += stride)
      for (let j = 0; j < m; j++) F[to + j] = Math.fround((F[to + j] as number) + (F[at + j] as number));
    return;
  }
  let i = 0;
  for (; i + 4 <= n; i += 4, at += 4 * stride) {
    const k = h.vectors.addRows(m, to, at, stride);
    let p = at + k;
    let q = p + stride;
    let r = q + stride;
    let s = r + stride;
    for (let j = to + k; j < to + m; j++, p++, q++, r++, s++)
      F[j] = (F[j] as number) + (F[p] as number) + (F[q] as number) + (F[r] as number) + (F[s] as number);
  }
  for (; i < n; i++, at += stride)
    for (let j = 0; j < m; j++) F[to + j] = (F[to + j] as number) + (F[at + j] as number);
}

/** `F[to + j] += Σ (F[at + i * stride + j] - F[centre + j])²`, row after row. */
export function sumSquares(
  F: Float64Array,
  at: number,
  n: number,
  stride: number,
  m: number,
  centre: number,
  to: number,
): void {
  let i = 0;
  for (; i + 4 <= n; i += 4, at += 4 * stride) {
    let p = at;
    let q = at + stride;
    let r = q + stride;
    let s = r + stride;
    for (let j = 0; j < m; j++, p++, q++, r++, s++) {
      const middle = F[centre + j] as number;
      const a = (F[p] as number) - middle;
      const b = (F[q] as number) - middle;
      const c = (F[r] as number) - middle;
      const d = (F[s] as number) - middle;
      F[to + j] = (F[to + j] as number) + a * a + b * b + c * c + d * d;
    }
  }
  for (; i < n; i++, at += stride) {
    for (let j = 0; j < m; j++) {
      const a = (F[at + j] as number) - (F[centre + j] as number);
      F[to + j] = (F[to + j] as number) + a * a;
    }
  }
}

/** `F[to + j]` = the largest of itself and column j, or the smallest; NaN where one is. */
export function extremeColumns(
  F: Float64Array,
  at: number,
  n: number,
  stride: number,
  m: number,
  to: number,
  isLargest: boolean,
): void {
  for (let i = 0; i < n; i++, at += stride) {
    if (isLargest) {
      for (let j = 0; j < m; j++) {
        const x = F[at + j] as number;
        const best = F[to + j] as number;
        // A NaN that is there stays, and one that comes is taken.
        if (!(x <= best) && best === best) F[to + j] = x;
      }
    } else {
      for (let j = 0; j < m; j++) {
        const x = F[at + j] as number;
        const best = F[to + j] as number;
        if (!(x >= best) && best === best) F[to + j] = x;
      }
    }
  }
}
