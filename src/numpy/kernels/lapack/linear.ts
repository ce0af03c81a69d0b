/**
 * Triangles by elimination with pivots: linear equations, inverses, determinants. In the order of OpenBLAS, and with its
 * fused steps, so that small matrices come out with the same last digits: people print determinants whole.
 */
import { Dense } from './dense';

/** Up to this many rows the steps are fused; for more the last digits are nobody's, and speed counts. */
const FUSED = 32;

/** a · b + c, rounded once. */
function fused(a: number, b: number, c: number): number {
  const product = a * b;
  if (!Number.isFinite(product)) return product + c;
  const [ta, tb] = [134217729 * a, 134217729 * b];
  const [ha, hb] = [ta - (ta - a), tb - (tb - b)];
  const [la, lb] = [a - ha, b - hb];
  const lost = la * lb - (product - ha * hb - la * hb - ha * lb);
  const sum = product + c;
  const part = sum - product;
  return sum + (product - (sum - part) + (c - part) + lost);
}

const plain = (a: number, b: number, c: number): number => a * b + c;

/** A matrix taken apart into a lower and an upper triangle within one, and the exchanges of rows. */
interface Triangles {
  readonly lu: Dense;
  readonly order: readonly number[];
  readonly sign: number;
  readonly singular: boolean;
}

function triangles(a: Dense): Triangles {
  const lu = a.copy();
  const n = a.rows;
  const add = n <= FUSED ? fused : plain;
  const order = Array.from({ length: n }, (_, i) => i + 1);
  let [sign, singular] = [1, false];
  for (let j = 1; j <= n; j++) {
    // The exchanges of rows are made in whole rows, so this column has had those of the columns before it.
    for (let i = 2; i <= n; i++) {
      let sum = 0;
      for (let k = 1; k < Math.min(i, j); k++) sum = add(lu.get(i, k), lu.get(k, j), sum);
      lu.set(i, j, lu.get(i, j) - sum);
    }
    let pivot = j;
    for (let i = j + 1; i <= n; i++) if (Math.abs(lu.get(i, j)) > Math.abs(lu.get(pivot, j))) pivot = i;
    if (pivot !== j) {
      lu.swapRows(j, pivot);
      [order[j - 1], order[pivot - 1]] = [order[pivot - 1] as number, order[j - 1] as number];
      sign = -sign;
    }
    const top = lu.get(j, j);
    if (top === 0) singular = true;
    else for (let i = j + 1; i <= n; i++) lu.set(i, j, lu.get(i, j) * (1 / top));
  }
  return { lu, order, sign, singular };
}

/** The sign of a determinant, and the sizes of the factors that it is the product of; null where it is zero. */
export function determinant(a: Dense): { readonly sign: number; readonly factors: Float64Array } | null {
  const { lu, sign, singular } = triangles(a);
  if (singular) return null;
  const factors = Float64Array.from({ length: a.rows }, (_, i) => lu.get(i + 1, i + 1));
  const negative = factors.reduce((count, x) => count + (x < 0 ? 1 : 0), 0);
  return { sign: negative % 2 === 0 ? sign : -sign, factors: factors.map(Math.abs) };
}

/** The solutions x of `a` · x = `b`, column by column; null where the matrix has no inverse. */
export function solution(a: Dense, b: Dense): Dense | null {
  const { lu, order, singular } = triangles(a);
  if (singular) return null;
  const x = new Dense(a.rows, b.columns);
  for (let j = 1; j <= b.columns; j++) {
    for (let i = 1; i <= a.rows; i++) x.set(i, j, b.get(order[i - 1] as number, j));
    if (b.columns === 1) substitute(lu, x);
    else substituteInBlocks(lu, x, j);
  }
  return x;
}

/** Forwards and backwards through the triangles, for one column. */
function substitute(lu: Dense, x: Dense): void {
  const n = lu.rows;
  const add = n <= FUSED ? fused : plain;
  const take = (i: number, k: number): void => {
    x.set(i, 1, add(-lu.get(i, k), x.get(k, 1), x.get(i, 1)));
  };
  for (let i = 1; i <= n; i++) for (let k = 1; k < i; k++) take(i, k);
  for (let i = n; i >= 1; i--) {
    for (let k = n; k > i; k--) take(i, k);
    x.set(i, 1, x.get(i, 1) / lu.get(i, i));
  }
}

/** As `substitute`, for one of several columns: rows go in blocks of four, two and one. */
function substituteInBlocks(lu: Dense, x: Dense, j: number): void {
  const n = lu.rows;
  const add = n <= FUSED ? fused : plain;
  const blocks: (readonly [number, number])[] = [];
  for (let low = 1; low <= n;) {
    const left = n - low + 1;
    const size = left >= 4 ? 4 : left >= 2 ? 2 : 1;
    blocks.push([low, low + size - 1]);
    low += size;
  }
  /** Takes the rows from `from` to `to`, which are solved, out of row i. */
  const takeAll = (i: number, from: number, to: number): void => {
    let sum = 0;
    for (let k = from; k <= to; k++) sum = add(lu.get(i, k), x.get(k, j), sum);
    if (from <= to) x.set(i, j, x.get(i, j) - sum);
  };
  const take = (i: number, k: number): void => {
    x.set(i, j, add(-lu.get(i, k), x.get(k, j), x.get(i, j)));
  };
  for (const [low, high] of blocks) {
    for (let i = low; i <= high; i++) takeAll(i, 1, low - 1);
    for (let i = low; i <= high; i++) for (let k = low; k < i; k++) take(i, k);
  }
  for (const [low, high] of blocks.reverse()) {
    for (let i = low; i <= high; i++) takeAll(i, high + 1, n);
    for (let i = high; i >= low; i--) {
      for (let k = high; k > i; k--) take(i, k);
      x.set(i, j, x.get(i, j) * (1 / lu.get(i, i)));
    }
  }
}
