/**
 * Eigenvalues and eigenvectors of a real matrix, complex pairs among them: Hessenberg form by reflections, then the
 * shifted QR iteration with complex rotations, then the vectors of the triangle that is left.
 */
import { nth } from './nth';

interface Complex {
  readonly re: number;
  readonly im: number;
}

const sum = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
const difference = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });
const product = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});
const conjugate = (a: Complex): Complex => ({ re: a.re, im: -a.im });
const size = (a: Complex): number => Math.hypot(a.re, a.im);
const quotient = (a: Complex, b: Complex): Complex => {
  const scale = size(b);
  const unit = { re: b.re / scale, im: -b.im / scale };
  const whole = product(a, unit);
  return { re: whole.re / scale, im: whole.im / scale };
};
const root = (a: Complex): Complex => {
  const r = size(a);
  const re = Math.sqrt((r + Math.abs(a.re)) / 2);
  if (re === 0) return { re: 0, im: 0 };
  const im = a.im / (2 * re);
  if (a.re >= 0) return { re, im };
  return { re: Math.abs(im), im: a.im < 0 ? -re : re };
};

type Matrix = Complex[][];
const at = (m: Matrix, i: number, j: number): Complex => nth(nth(m, i), j);
const put = (m: Matrix, i: number, j: number, value: Complex): void => {
  nth(m, i)[j] = value;
};

/** The eigenvalues in the order in which they stand on the triangle's diagonal, and a unit vector for each. */
export interface Eigen {
  readonly values: readonly Complex[];
  /** `vectors[j]` belongs to `values[j]`. */
  readonly vectors: readonly (readonly Complex[])[];
}

/** Of an n × n matrix in C order. Throws where the iteration does not come to an end. */
export function eigen(elements: ArrayLike<number>, n: number): Eigen {
  const order = withIsolatedLast(elements, n);
  const h: Matrix = order.map((i) => order.map((j) => ({ re: nth(elements, i * n + j), im: 0 })));
  const q: Matrix = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => ({ re: i === j ? 1 : 0, im: 0 })),
  );
  toHessenberg(h, q, n);
  toTriangle(h, q, n);
  const { values, vectors } = inPairs(
    h.map((_, i) => at(h, i, i)),
    h.map((_, i) => {
      const permuted = vectorOf(h, q, n, i);
      return order.map((_, j) => nth(permuted, order.indexOf(j)));
    }),
  );
  return { values: rotation(elements, n) ?? values, vectors };
}

/** The eigenvalues of a matrix of two rows that turns and scales, whose pair can be read off; null for any other. */
function rotation(elements: ArrayLike<number>, n: number): Complex[] | null {
  if (n !== 2) return null;
  const [a, b, c, d] = [nth(elements, 0), nth(elements, 1), nth(elements, 2), nth(elements, 3)];
  if (a !== d || !(Math.sign(b) * Math.sign(c) < 0)) return null;
  const im = Math.sqrt(Math.abs(b)) * Math.sqrt(Math.abs(c));
  return [
    { re: a, im },
    { re: d, im: -im },
  ];
}

/**
 * The axes in the order in which LAPACK takes them, by which the eigenvalues come in its order: one whose row has nothing
 * beside the diagonal, which is an eigenvalue by itself, goes to the end, one whose column has nothing to the front.
 */
function withIsolatedLast(elements: ArrayLike<number>, n: number): readonly number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  const entry = (i: number, j: number): number => nth(elements, nth(order, i) * n + nth(order, j));
  let [first, last] = [0, n - 1];
  const isAlone = (i: number, read: (i: number, j: number) => number): boolean => {
    for (let j = first; j <= last; j++) if (j !== i && read(i, j) !== 0) return false;
    return true;
  };
  const exchange = (i: number, j: number): void => {
    [order[i], order[j]] = [nth(order, j), nth(order, i)];
  };
  for (let i = last; i >= 0 && last > 0; i--) {
    if (!isAlone(i, entry)) continue;
    exchange(i, last--);
    i = last + 1;
  }
  for (let j = first; j <= last; j++) {
    if (!isAlone(j, (column, row) => entry(row, column))) continue;
    exchange(j, first++);
    j = first - 1;
  }
  return order;
}

/** Reflects so that nothing is left below the first diagonal under the main one. The matrix is real. */
function toHessenberg(h: Matrix, q: Matrix, n: number): void {
  for (let k = 0; k < n - 2; k++) {
    const v = h.map((_, i) => (i > k ? at(h, i, k).re : 0));
    const length = Math.hypot(...v);
    const first = nth(v, k + 1);
    if (length === Math.abs(first)) continue;
    v[k + 1] = first + (first < 0 ? -length : length);
    const scale = 2 / v.reduce((s, x) => s + x * x, 0);
    for (let j = 0; j < n; j++) {
      const along = scale * v.reduce((s, x, i) => s + x * at(h, i, j).re, 0);
      v.forEach((x, i) => {
        put(h, i, j, { re: at(h, i, j).re - along * x, im: 0 });
      });
    }
    for (const m of [h, q]) {
      for (let i = 0; i < n; i++) {
        const along = scale * v.reduce((s, x, j) => s + x * at(m, i, j).re, 0);
        v.forEach((x, j) => {
          put(m, i, j, { re: at(m, i, j).re - along * x, im: 0 });
        });
      }
    }
    for (let i = k + 2; i < n; i++) put(h, i, k, { re: 0, im: 0 });
  }
}

/** The eigenvalue of the last two rows that is closer to the last element. */
function shiftOf(h: Matrix, last: number): Complex {
  const [a, b] = [at(h, last - 1, last - 1), at(h, last - 1, last)];
  const [c, d] = [at(h, last, last - 1), at(h, last, last)];
  const half = { re: (a.re - d.re) / 2, im: (a.im - d.im) / 2 };
  const spread = root(sum(product(half, half), product(b, c)));
  const middle = { re: (a.re + d.re) / 2, im: (a.im + d.im) / 2 };
  const [one, other] = [sum(middle, spread), difference(middle, spread)];
  return size(difference(one, d)) < size(difference(other, d)) ? one : other;
}

function toTriangle(h: Matrix, q: Matrix, n: number): void {
  let last = n - 1;
  let rounds = 0;
  while (last > 0) {
    let first = last;
    while (first > 0) {
      const near = size(at(h, first - 1, first - 1)) + size(at(h, first, first));
      if (size(at(h, first, first - 1)) <= Number.EPSILON * near) {
        put(h, first, first - 1, { re: 0, im: 0 });
        break;
      }
      first--;
    }
    if (first === last) {
      last--;
      rounds = 0;
      continue;
    }
    if (++rounds > 300) throw new Error('Eigenvalues did not converge');
    // Now and then a shift of no meaning, for matrices on which the usual one goes round in a circle.
    const stuck = rounds % 11 === 10;
    const shift = stuck ? { re: size(at(h, last, last - 1)), im: rounds } : shiftOf(h, last);
    rotate(h, q, n, first, last, shift);
  }
}

/** One step of the iteration on the rows from `first` to `last`. */
function rotate(h: Matrix, q: Matrix, n: number, first: number, last: number, shift: Complex): void {
  for (let i = first; i <= last; i++) put(h, i, i, difference(at(h, i, i), shift));
  const turns: { c: Complex; s: Complex }[] = [];
  for (let k = first; k < last; k++) {
    const [x, y] = [at(h, k, k), at(h, k + 1, k)];
    const r = Math.hypot(size(x), size(y));
    const [c, s] =
      r === 0
        ? [
            { re: 1, im: 0 },
            { re: 0, im: 0 },
          ]
        : [over(x, r), over(y, r)];
    turns.push({ c, s });
    for (let j = k; j < n; j++) {
      const [up, down] = [at(h, k, j), at(h, k + 1, j)];
      put(h, k, j, sum(product(conjugate(c), up), product(conjugate(s), down)));
      put(h, k + 1, j, difference(product(c, down), product(s, up)));
    }
  }
  turns.forEach(({ c, s }, i) => {
    const k = first + i;
    for (const m of [h, q]) {
      const rows = m === q ? n : Math.min(k + 2, last + 1);
      for (let row = 0; row < rows; row++) {
        const [left, right] = [at(m, row, k), at(m, row, k + 1)];
        put(m, row, k, sum(product(left, c), product(right, s)));
        put(m, row, k + 1, difference(product(right, conjugate(c)), product(left, conjugate(s))));
      }
    }
  });
  for (let i = first; i <= last; i++) put(h, i, i, sum(at(h, i, i), shift));
}

function over(a: Complex, by: number): Complex {
  return { re: a.re / by, im: a.im / by };
}

/** The vector of the i-th eigenvalue, of length one, its largest component real. */
function vectorOf(t: Matrix, q: Matrix, n: number, i: number): Complex[] {
  const value = at(t, i, i);
  const largest = t.reduce((most, row) => Math.max(most, ...row.map(size)), 0);
  const x: Complex[] = Array.from({ length: n }, (_, j) => ({ re: j === i ? 1 : 0, im: 0 }));
  for (let j = i - 1; j >= 0; j--) {
    let rest: Complex = { re: 0, im: 0 };
    for (let k = j + 1; k <= i; k++) rest = difference(rest, product(at(t, j, k), nth(x, k)));
    let gap = difference(at(t, j, j), value);
    if (size(gap) < Number.EPSILON * largest) gap = { re: Number.EPSILON * largest, im: 0 };
    x[j] = quotient(rest, gap);
  }
  const v = q.map((row) => row.reduce<Complex>((s, y, k) => sum(s, product(y, nth(x, k))), { re: 0, im: 0 }));
  const length = Math.hypot(...v.map(size));
  const peak = v.reduce((best, y) => (size(y) > size(best) * (1 + 1e-12) ? y : best));
  const turn = over(conjugate(peak), size(peak) * length);
  return v.map((y) => product(y, turn));
}

/** Complex eigenvalues of a real matrix come in pairs: the one above the real axis first, the other right behind it. */
function inPairs(values: Complex[], vectors: Complex[][]): Eigen {
  const scale = Math.max(...values.map(size), Number.MIN_VALUE);
  const left = values.map((_, i) => i);
  const ordered: { value: Complex; vector: Complex[] }[] = [];
  while (left.length > 0) {
    const i = nth(left.splice(0, 1), 0);
    const value = nth(values, i);
    const vector = nth(vectors, i);
    const partner = left.reduce<number>((best, j) => {
      const far = (k: number): number => size(difference(nth(values, k), conjugate(value)));
      return best < 0 || far(j) < far(best) ? j : best;
    }, -1);
    const isReal = Math.abs(value.im) <= 1e-14 * scale || partner < 0;
    if (isReal) {
      ordered.push({ value: { re: value.re, im: 0 }, vector: vector.map(({ re }) => ({ re, im: 0 })) });
      continue;
    }
    left.splice(left.indexOf(partner), 1);
    const above = value.im > 0;
    const upper = { value: above ? value : conjugate(value), vector: above ? vector : vector.map(conjugate) };
    ordered.push(upper, { value: conjugate(upper.value), vector: upper.vector.map(conjugate) });
  }
  return { values: ordered.map(({ value }) => value), vectors: ordered.map(({ vector }) => vector) };
}
