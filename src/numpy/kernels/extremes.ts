/**
 * The largest and the smallest of doubles, and where they are. The first of equal ones counts, and a NaN is both. An
 * element that is not at most the largest so far is larger or a NaN: one comparison, seldom true, tells of both.
 */
import type { Heap } from './heap';
import { whole } from './vectors/vectors';

/** From so many elements on the loops in machine code pay. */
const LEAST = 32;

/** The largest of `best` and n doubles; NaN where one is. */
export function largest(h: Heap, at: number, n: number, stride: number, best: number): number {
  const F = h.F64;
  if (best !== best) return NaN;
  let i = 0;
  if (stride === 1) {
    const found = n < LEAST ? 0 : h.vectors.extreme(true, n, at);
    if (found !== 0) {
      if (!(found <= best)) best = found;
      if (found !== found) return NaN;
      i = whole(n);
      at += i;
    }
    for (const end = n - (n % 4); i < end; i += 4, at += 4) {
      const p = F[at] as number;
      const q = F[at + 1] as number;
      const r = F[at + 2] as number;
      const s = F[at + 3] as number;
      if (p <= best && q <= best && r <= best && s <= best) continue;
      if (!(p <= best)) best = p;
      if (!(q <= best)) best = q;
      if (!(r <= best)) best = r;
      if (!(s <= best)) best = s;
      if (p !== p || q !== q || r !== r || s !== s) return NaN;
    }
  }
  for (; i < n; i++, at += stride) {
    const x = F[at] as number;
    if (!(x <= best)) {
      if (x !== x) return NaN;
      best = x;
    }
  }
  return best;
}

/** The smallest of `best` and n doubles; NaN where one is. */
export function smallest(h: Heap, at: number, n: number, stride: number, best: number): number {
  const F = h.F64;
  if (best !== best) return NaN;
  let i = 0;
  if (stride === 1) {
    const found = n < LEAST ? 0 : h.vectors.extreme(false, n, at);
    if (found !== 0) {
      if (!(found >= best)) best = found;
      if (found !== found) return NaN;
      i = whole(n);
      at += i;
    }
    for (const end = n - (n % 4); i < end; i += 4, at += 4) {
      const p = F[at] as number;
      const q = F[at + 1] as number;
      const r = F[at + 2] as number;
      const s = F[at + 3] as number;
      if (p >= best && q >= best && r >= best && s >= best) continue;
      if (!(p >= best)) best = p;
      if (!(q >= best)) best = q;
      if (!(r >= best)) best = r;
      if (!(s >= best)) best = s;
      if (p !== p || q !== q || r !== r || s !== s) return NaN;
    }
  }
  for (; i < n; i++, at += stride) {
    const x = F[at] as number;
    if (!(x >= best)) {
      if (x !== x) return NaN;
      best = x;
    }
  }
  return best;
}

/** Where the largest of n doubles is, the first NaN before all others. */
export function whereLargest(h: Heap, at: number, n: number, stride: number): number {
  const F = h.F64;
  let best = F[at] as number;
  if (best !== best) return 0;
  let where = 0;
  let i = 1;
  if (stride === 1 && n >= LEAST) {
    i = whole(n);
    best = h.vectors.extreme(true, n, at);
    where = firstOf(F, at, best);
    if (best !== best) return where;
  }
  let p = at + i * stride;
  for (; i < n; i++, p += stride) {
    if (stride === 1) {
      // Four at once, for as long as none of them counts.
      while (
        i + 4 <= n &&
        (F[p] as number) <= best &&
        (F[p + 1] as number) <= best &&
        (F[p + 2] as number) <= best &&
        (F[p + 3] as number) <= best
      ) {
        i += 4;
        p += 4;
      }
      if (i === n) break;
    }
    const x = F[p] as number;
    if (x <= best) continue;
    where = i;
    if (x !== x) return where;
    best = x;
  }
  return where;
}

/** Where the smallest of n doubles is, the first NaN before all others. */
export function whereSmallest(h: Heap, at: number, n: number, stride: number): number {
  const F = h.F64;
  let best = F[at] as number;
  if (best !== best) return 0;
  let where = 0;
  let i = 1;
  if (stride === 1 && n >= LEAST) {
    i = whole(n);
    best = h.vectors.extreme(false, n, at);
    where = firstOf(F, at, best);
    if (best !== best) return where;
  }
  let p = at + i * stride;
  for (; i < n; i++, p += stride) {
    if (stride === 1) {
      // Four at once, for as long as none of them counts.
      while (
        i + 4 <= n &&
        (F[p] as number) >= best &&
        (F[p + 1] as number) >= best &&
        (F[p + 2] as number) >= best &&
        (F[p + 3] as number) >= best
      ) {
        i += 4;
        p += 4;
      }
      if (i === n) break;
    }
    const x = F[p] as number;
    if (x >= best) continue;
    where = i;
    if (x !== x) return where;
    best = x;
  }
  return where;
}

/** How far behind `at` the first element is that equals `value`, or is a NaN where that is one; there must be one. */
function firstOf(F: Float64Array, at: number, value: number): number {
  let i = at;
  if (value === value) while (F[i] !== value) i++;
  else while (F[i] === F[i]) i++;
  return i - at;
}
