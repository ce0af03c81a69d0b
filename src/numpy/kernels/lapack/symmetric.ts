/** Eigenvalues and eigenvectors of symmetric matrices: tridiagonal form, then implicit QL or QR steps, as LAPACK's. */
import { Dense, item, reflection, vector, withSign } from './dense';
import type { Reflection } from './dense';
import { EPSILON, rotationOf, symmetricPair, TINY } from './planes';

/** The eigenvalues, rising, and a matrix with a unit vector in each column. Only what lies below the diagonal is read. */
export function symmetricEigen(a: Dense): { readonly values: Float64Array; readonly vectors: Dense } {
  const { d, e, reflections } = tridiagonal(a.copy());
  const z = Dense.identity(a.rows);
  iterate(d, e, z);
  reflections.reverse().forEach(({ at, by }) => {
    z.reflectRows(by, at);
  });
  return { values: d.slice(1, a.rows + 1), vectors: z };
}

function tridiagonal(a: Dense): {
  d: Float64Array;
  e: Float64Array;
  reflections: { at: number; by: Reflection }[];
} {
  const n = a.rows;
  const [d, e] = [vector(n), vector(n)];
  const reflections: { at: number; by: Reflection }[] = [];
  for (let i = 1; i < n; i++) {
    const by = reflection(a.column(i, i + 1));
    const { v, tau } = by;
    e[i] = by.beta;
    d[i] = a.get(i, i);
    reflections.push({ at: i + 1, by });
    if (tau === 0) continue;
    const below = (p: number, q: number): number =>
      p >= q ? a.get(i + 1 + p, i + 1 + q) : a.get(i + 1 + q, i + 1 + p);
    const x = v.map((_, p) => tau * v.reduce((sum, vq, q) => sum + below(p, q) * vq, 0));
    const alpha = -0.5 * tau * v.reduce((sum, vq, q) => sum + vq * item(x, q), 0);
    v.forEach((vq, q) => {
      x[q] = item(x, q) + alpha * vq;
    });
    for (let p = 0; p < v.length; p++)
      for (let q = 0; q <= p; q++)
        a.set(i + 1 + p, i + 1 + q, below(p, q) - item(v, p) * item(x, q) - item(x, p) * item(v, q));
  }
  d[n] = a.get(n, n);
  return { d, e, reflections };
}

/** Turns the tridiagonal matrix (d, e) into its eigenvalues, and the columns of z with it. */
function iterate(d: Float64Array, e: Float64Array, z: Dense): void {
  const n = z.rows;
  let left = 30 * n;
  for (let start = 1; start <= n;) {
    if (start > 1) e[start - 1] = 0;
    let end = n;
    for (let m = start; m < n; m++) {
      const off = Math.abs(item(e, m));
      if (off > Math.sqrt(Math.abs(item(d, m))) * Math.sqrt(Math.abs(item(d, m + 1))) * EPSILON) continue;
      e[m] = 0;
      end = m;
      break;
    }
    // From the end that is larger in size towards the other.
    const turned = Math.abs(item(d, end)) < Math.abs(item(d, start));
    left = turned ? chase(d, e, z, end, start, left) : chase(d, e, z, start, end, left);
    if (left <= 0) throw new Error('Eigenvalues did not converge');
    start = end + 1;
  }
  sortRising(d, z);
}

/** Splits off one eigenvalue after the other at `l`, up to `end`: by QL where that lies behind, by QR where before. */
function chase(d: Float64Array, e: Float64Array, z: Dense, l: number, end: number, left: number): number {
  const step = end > l ? 1 : -1;
  // The entry beside the diagonal between the positions i and i + step, and the turn of their columns.
  const off = (i: number): number => (step > 0 ? i : i - 1);
  const turn = (i: number, c: number, s: number): void => {
    if (step > 0) z.rotateColumns(i, i + 1, c, -s);
    else z.rotateColumns(i - 1, i, c, s);
  };
  while (step * (end - l) >= 0) {
    let m = l;
    for (; m !== end; m += step) {
      const small = item(e, off(m)) ** 2;
      if (small <= EPSILON ** 2 * Math.abs(item(d, m)) * Math.abs(item(d, m + step)) + TINY) break;
    }
    if (m !== end) e[off(m)] = 0;
    if (m === l) {
      l += step;
      continue;
    }
    if (m === l + step) {
      const low = Math.min(l, m);
      const pair = symmetricPair(item(d, low), item(e, low), item(d, low + 1));
      z.rotateColumns(low, low + 1, pair.cs, pair.sn);
      d[low] = pair.first;
      d[low + 1] = pair.second;
      e[low] = 0;
      l += 2 * step;
      continue;
    }
    if (--left <= 0) return left;
    let p = item(d, l);
    let g = (item(d, l + step) - p) / (2 * item(e, off(l)));
    g = item(d, m) - p + item(e, off(l)) / (g + withSign(Math.hypot(g, 1), g));
    let [c, s] = [1, 1];
    p = 0;
    for (let i = m - step; step * (i - l) >= 0; i -= step) {
      const [f, b] = [s * item(e, off(i)), c * item(e, off(i))];
      const by = rotationOf(g, f);
      ({ c, s } = by);
      if (i !== m - step) e[off(i + step)] = by.r;
      g = item(d, i + step) - p;
      const r = (item(d, i) - g) * s + 2 * c * b;
      p = s * r;
      d[i + step] = g + p;
      g = c * r - b;
      turn(i, c, s);
    }
    d[l] = item(d, l) - p;
    e[off(l)] = g;
  }
  return left;
}

function sortRising(d: Float64Array, z: Dense): void {
  for (let i = 1; i < z.rows; i++) {
    let least = i;
    for (let j = i + 1; j <= z.rows; j++) if (item(d, j) < item(d, least)) least = j;
    if (least === i) continue;
    [d[i], d[least]] = [item(d, least), item(d, i)];
    z.swapColumns(i, least);
  }
}
