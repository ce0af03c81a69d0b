/** Eigenvalues and eigenvectors of real matrices: balanced, in Hessenberg form, by double-shifted QR steps, as LAPACK's. */
import { balance } from './balance';
import { Dense, item, reflection, vector } from './dense';
import type { Placed } from './orthogonal';
import { EPSILON, rotationOf, standardPair, TINY } from './planes';
import { triangleVectors } from './triangleVectors';

/** The parts of the eigenvalues in LAPACK's order, and a unit vector for each: its parts stand in the columns. */
export interface General {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly vectorsRe: Dense;
  readonly vectorsIm: Dense;
}

/** Of a square matrix. Throws where the steps do not come to an end. */
export function generalEigen(a: Dense): General {
  const h = a.copy();
  const n = h.rows;
  const balanced = balance(h);
  const z = toHessenberg(h, balanced.low, balanced.high);
  const { re, im } = iterate(h, z, balanced.low, balanced.high);
  const { xRe, xIm } = triangleVectors(h, z, re, im);
  for (const x of [xRe, xIm]) balanced.undo(x);
  normalise(xRe, xIm, im);
  return { re: re.slice(1, n + 1), im: im.slice(1, n + 1), vectorsRe: xRe, vectorsIm: xIm };
}

function toHessenberg(h: Dense, low: number, high: number): Dense {
  const made: Placed[] = [];
  for (let i = low; i < high; i++) {
    const by = reflection(h.column(i, i + 1, high));
    h.reflectColumns(by, i + 1, 1, high);
    h.reflectRows(by, i + 1, i + 1);
    h.set(i + 1, i, by.beta);
    for (let below = i + 2; below <= high; below++) h.set(below, i, 0);
    made.push({ at: i + 1, by });
  }
  const z = Dense.identity(h.rows);
  for (const { at, by } of made.reverse()) z.reflectRows(by, at);
  return z;
}

interface Shift {
  readonly re1: number;
  readonly im1: number;
  readonly re2: number;
  readonly im2: number;
}

/** Turns the Hessenberg matrix into LAPACK's standard triangle, the columns of z with it; gives its eigenvalues. */
function iterate(h: Dense, z: Dense, low: number, high: number): { re: Float64Array; im: Float64Array } {
  const n = h.rows;
  const [re, im] = [vector(n), vector(n)];
  for (let i = 1; i <= n; i++) if (i < low || i > high) re[i] = h.get(i, i);
  if (low === high) re[low] = h.get(low, low);
  for (let i = low === high ? low - 1 : high; i >= low;) {
    let start = low;
    let steps = 0;
    for (; ; steps++) {
      if (steps > 30 * Math.max(10, n)) throw new Error('Eigenvalues did not converge');
      start = splitAt(h, start, i, low, high);
      if (start > low) h.set(start, start - 1, 0);
      if (start >= i - 1) break;
      const shift = shiftOf(h, start, i, steps + 1);
      step(h, z, start, i, shift);
    }
    if (start === i) {
      re[i] = h.get(i, i);
    } else {
      const pair = standardPair(h.get(i - 1, i - 1), h.get(i - 1, i), h.get(i, i - 1), h.get(i, i));
      h.rotateRows(i - 1, i, pair.cs, pair.sn, i + 1);
      h.rotateColumns(i - 1, i, pair.cs, pair.sn, i - 2);
      z.rotateColumns(i - 1, i, pair.cs, pair.sn);
      h.set(i - 1, i - 1, pair.a);
      h.set(i - 1, i, pair.b);
      h.set(i, i - 1, pair.c);
      h.set(i, i, pair.d);
      [re[i - 1], re[i], im[i - 1], im[i]] = [pair.a, pair.d, pair.im, 0 - pair.im];
    }
    i = start - 1;
  }
  return { re, im };
}

/** The first row of the block that ends at row i and that no small entry below the diagonal takes apart. */
function splitAt(h: Dense, start: number, i: number, low: number, high: number): number {
  const small = (TINY * (high - low + 1)) / (2 * EPSILON);
  const size = (p: number, q: number): number => Math.abs(h.get(p, q));
  for (let k = i; k > start; k--) {
    const below = size(k, k - 1);
    if (below <= small) return k;
    let beside = size(k - 1, k - 1) + size(k, k);
    if (beside === 0) {
      if (k - 2 >= low) beside += size(k - 1, k - 2);
      if (k + 1 <= high) beside += size(k + 1, k);
    }
    if (below > 2 * EPSILON * beside) continue;
    const above = size(k - 1, k);
    const [ab, ba] = [Math.max(below, above), Math.min(below, above)];
    const apart = Math.abs(h.get(k - 1, k - 1) - h.get(k, k));
    const [aa, bb] = [Math.max(size(k, k), apart), Math.min(size(k, k), apart)];
    const s = aa + ab;
    if (ba * (ab / s) <= Math.max(small, 2 * EPSILON * (bb * (aa / s)))) return k;
  }
  return start;
}

function shiftOf(h: Dense, start: number, i: number, steps: number): Shift {
  let [h11, h12, h21, h22] = [h.get(i - 1, i - 1), h.get(i - 1, i), h.get(i, i - 1), h.get(i, i)];
  if (steps % 10 === 0) {
    // A shift of another kind where the usual ones go round in circles.
    const bottom = steps % 20 === 0;
    const s = bottom
      ? Math.abs(h.get(i, i - 1)) + Math.abs(h.get(i - 1, i - 2))
      : Math.abs(h.get(start + 1, start)) + Math.abs(h.get(start + 2, start + 1));
    h11 = 0.75 * s + (bottom ? h.get(i, i) : h.get(start, start));
    [h12, h21, h22] = [-0.4375 * s, s, h11];
  }
  const s = Math.abs(h11) + Math.abs(h12) + Math.abs(h21) + Math.abs(h22);
  if (s === 0) return { re1: 0, im1: 0, re2: 0, im2: 0 };
  [h11, h12, h21, h22] = [h11 / s, h12 / s, h21 / s, h22 / s];
  const middle = (h11 + h22) / 2;
  const det = (h11 - middle) * (h22 - middle) - h12 * h21;
  const root = Math.sqrt(Math.abs(det));
  if (det >= 0) return { re1: middle * s, im1: root * s, re2: middle * s, im2: -root * s };
  const [one, other] = [middle + root, middle - root];
  const near = Math.abs(one - h22) <= Math.abs(other - h22) ? one * s : other * s;
  return { re1: near, im1: 0, re2: near, im2: 0 };
}

/** One double-shifted step on the rows from `start` to `i`. */
function step(h: Dense, z: Dense, start: number, i: number, { re1, im1, re2, im2 }: Shift): void {
  let m = i - 2;
  let v: Float64Array;
  for (; ; m--) {
    const below = Math.abs(h.get(m + 1, m));
    const s = Math.abs(h.get(m, m) - re2) + Math.abs(im2) + below;
    const h21 = h.get(m + 1, m) / s;
    v = Float64Array.of(
      h21 * h.get(m, m + 1) + (h.get(m, m) - re1) * ((h.get(m, m) - re2) / s) - im1 * (im2 / s),
      h21 * (h.get(m, m) + h.get(m + 1, m + 1) - re1 - re2),
      h21 * h.get(m + 2, m + 1),
    );
    const scale = v.reduce((sum, x) => sum + Math.abs(x), 0);
    v = v.map((x) => x / scale);
    if (m === start) break;
    const [h00, h11, h22] = [h.get(m - 1, m - 1), h.get(m, m), h.get(m + 1, m + 1)];
    const left = Math.abs(h.get(m, m - 1)) * (Math.abs(item(v, 1)) + Math.abs(item(v, 2)));
    const right = Math.abs(item(v, 0)) * (Math.abs(h00) + Math.abs(h11) + Math.abs(h22));
    if (left <= 2 * EPSILON * right) break;
  }
  for (let k = m; k < i; k++) {
    const count = Math.min(3, i - k + 1);
    const by = reflection(k > m ? h.column(k - 1, k, k + count - 1) : v.slice(0, count));
    if (k > m) {
      h.set(k, k - 1, by.beta);
      h.set(k + 1, k - 1, 0);
      if (k < i - 1) h.set(k + 2, k - 1, 0);
    } else if (m > start) {
      h.set(k, k - 1, h.get(k, k - 1) * (1 - by.tau));
    }
    h.reflectRows(by, k, k);
    h.reflectColumns(by, k, 1, Math.min(k + 3, i));
    z.reflectColumns(by, k);
  }
}

/** Vectors of length one; of a complex one the largest part is made real. */
function normalise(xRe: Dense, xIm: Dense, im: Float64Array): void {
  const n = xRe.rows;
  for (let j = 1; j <= n; j++) {
    if (item(im, j) < 0) continue;
    let sum = 0;
    for (let i = 1; i <= n; i++) sum += xRe.get(i, j) ** 2 + xIm.get(i, j) ** 2;
    const scale = 1 / Math.sqrt(sum);
    let largest = 1;
    for (let i = 1; i <= n; i++) {
      xRe.set(i, j, xRe.get(i, j) * scale);
      xIm.set(i, j, xIm.get(i, j) * scale);
      const size = (k: number): number => xRe.get(k, j) ** 2 + xIm.get(k, j) ** 2;
      if (size(i) > size(largest)) largest = i;
    }
    if (item(im, j) === 0) continue;
    const { c, s } = rotationOf(xRe.get(largest, j), xIm.get(largest, j));
    for (let i = 1; i <= n; i++) {
      const [x, y] = [xRe.get(i, j), xIm.get(i, j)];
      xRe.set(i, j, c * x + s * y);
      xIm.set(i, j, i === largest ? 0 : c * y - s * x);
      xRe.set(i, j + 1, xRe.get(i, j));
      xIm.set(i, j + 1, -xIm.get(i, j));
    }
  }
}
