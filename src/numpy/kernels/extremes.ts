/**
 * The largest and the smallest of doubles, and where they are. The first of equal ones counts, and a NaN is both. An
 * element that is not at most the largest so far is larger or a NaN: one comparison, seldom true, tells of both.
 */

/** The largest of `best` and n doubles; NaN where one is. */
export function largest(F: Float64Array, at: number, n: number, stride: number, best: number): number {
  if (best !== best) return NaN;
  let i = 0;
  if (stride === 1) {
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
export function smallest(F: Float64Array, at: number, n: number, stride: number, best: number): number {
  if (best !== best) return NaN;
  let i = 0;
  if (stride === 1) {
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
export function whereLargest(F: Float64Array, at: number, n: number, stride: number): number {
  let best = F[at] as number;
  if (best !== best) return 0;
  let where = 0;
  let i = 1;
  let p = at + stride;
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
export function whereSmallest(F: Float64Array, at: number, n: number, stride: number): number {
  let best = F[at] as number;
  if (best !== best) return 0;
  let where = 0;
  let i = 1;
  let p = at + stride;
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
