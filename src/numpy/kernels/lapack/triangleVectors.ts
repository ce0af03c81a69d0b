/** The eigenvectors of LAPACK's standard triangle, turned back by the orthogonal matrix that led to it. */
import { Dense, item, vector } from './dense';
import { EPSILON, TINY } from './planes';

/** The real and the imaginary parts of the vectors, in columns; of a pair only the first one's are filled in. */
export function triangleVectors(
  t: Dense,
  z: Dense,
  re: Float64Array,
  im: Float64Array,
): { readonly xRe: Dense; readonly xIm: Dense } {
  const n = t.rows;
  const [xRe, xIm] = [new Dense(n, n), new Dense(n, n)];
  for (let k = n; k >= 1; k--) {
    const pair = item(im, k) !== 0;
    if (pair) k--;
    const [u, v] = pair ? pairStart(t, k, item(im, k)) : realStart(t, k);
    const last = pair ? k + 1 : k;
    solve(t, k - 1, item(re, k), item(im, k), u, v);
    for (let i = 1; i <= n; i++) {
      let [x, y] = [0, 0];
      for (let j = 1; j <= last; j++) {
        x += z.get(i, j) * item(u, j);
        y += z.get(i, j) * item(v, j);
      }
      xRe.set(i, k, x);
      xIm.set(i, k, y);
    }
  }
  return { xRe, xIm };
}

function realStart(t: Dense, k: number): readonly [Float64Array, Float64Array] {
  const [u, v] = [vector(t.rows), vector(t.rows)];
  u[k] = 1;
  for (let i = 1; i < k; i++) u[i] = -t.get(i, k);
  return [u, v];
}

function pairStart(t: Dense, k: number, im: number): readonly [Float64Array, Float64Array] {
  const [u, v] = [vector(t.rows), vector(t.rows)];
  if (Math.abs(t.get(k, k + 1)) >= Math.abs(t.get(k + 1, k))) {
    u[k] = 1;
    v[k + 1] = im / t.get(k, k + 1);
  } else {
    u[k] = -im / t.get(k + 1, k);
    v[k + 1] = 1;
  }
  for (let i = 1; i < k; i++) {
    u[i] = -item(u, k) * t.get(i, k);
    v[i] = -item(v, k + 1) * t.get(i, k + 1);
  }
  return [u, v];
}

/** Solves (T − λ) x = (u, v) for the first `count` rows, from the last one up; x takes the place of the right side. */
function solve(t: Dense, count: number, re: number, im: number, u: Float64Array, v: Float64Array): void {
  const least = Math.max(2 * EPSILON * (Math.abs(re) + Math.abs(im)), (TINY * t.rows) / (2 * EPSILON));
  const take = (j: number, rows: number): void => {
    for (let i = 1; i < rows; i++) {
      u[i] = item(u, i) - item(u, j) * t.get(i, j);
      v[i] = item(v, i) - item(v, j) * t.get(i, j);
    }
  };
  for (let j = count; j >= 1; j--) {
    if (j === 1 || t.get(j, j - 1) === 0) {
      let d = t.get(j, j) - re;
      if (Math.abs(d) + Math.abs(im) < least) d = least;
      [u[j], v[j]] = quotient(item(u, j), item(v, j), d, im === 0 ? 0 : -im);
      take(j, j);
      continue;
    }
    // Two rows that belong to a pair.
    const [a, b, c, d] = [t.get(j - 1, j - 1) - re, t.get(j - 1, j), t.get(j, j - 1), t.get(j, j) - re];
    const det = [a * d - im * im - b * c, -im * (a + d)] as const;
    const [p, q, r, s] = [item(u, j - 1), item(v, j - 1), item(u, j), item(v, j)];
    [u[j - 1], v[j - 1]] = quotient(d * p + im * q - b * r, d * q - im * p - b * s, ...det);
    [u[j], v[j]] = quotient(a * r + im * s - c * p, a * s - im * r - c * q, ...det);
    take(j, j - 1);
    take(j - 1, j - 1);
    j--;
  }
}

/** (a + b i) / (c + d i). */
function quotient(a: number, b: number, c: number, d: number): [number, number] {
  if (d === 0) return [a / c, b / c];
  const size = Math.hypot(c, d);
  const [x, y] = [c / size, -d / size];
  return [(a * x - b * y) / size, (a * y + b * x) / size];
}
