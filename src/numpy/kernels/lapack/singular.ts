/** Singular values and vectors: bidiagonal form by reflections, then implicit QR steps, as LAPACK's. */
import { Dense, item, reflection, vector, withSign } from './dense';
import { EPSILON, leastSingular, rotationOf, TINY, trianglePair } from './planes';
import { factors } from './orthogonal';
import type { Placed } from './orthogonal';

export interface Singular {
  readonly u: Dense;
  readonly values: Float64Array;
  readonly vt: Dense;
}

/** `a` = u · diag(values) · vt; with all the vectors there are, or with as many as there are values. */
export function singular(a: Dense, whole: boolean): Singular {
  if (a.rows >= a.columns) return ofTall(a, whole);
  // A matrix that is much wider than tall goes by its lower triangle, which is the transposed way of the tall one's.
  if (a.columns >= Math.trunc((a.rows * 11) / 6)) {
    const { q, r } = factors(a.transposed(), whole ? a.columns : a.rows);
    const { u, values, vt } = ofSquareOrWide(r.part(a.rows, a.rows).transposed(), false);
    return { u, values, vt: product(padded(vt, q.columns), q.transposed()) };
  }
  return ofSquareOrWide(a, whole);
}

function ofTall(a: Dense, whole: boolean): Singular {
  if (a.rows < Math.trunc((a.columns * 11) / 6) || a.rows === a.columns) return ofSquareOrWide(a, whole);
  const { q, r } = factors(a, whole ? a.rows : a.columns);
  const { u, values, vt } = ofSquareOrWide(r.part(a.columns, a.columns), false);
  return { u: product(q, padded(u, q.columns)), values, vt };
}

/** A matrix with ones added on its diagonal, up to a size. */
function padded(m: Dense, n: number): Dense {
  const made = m.part(n, n);
  for (let i = m.rows + 1; i <= n; i++) made.set(i, i, 1);
  return made;
}

function product(a: Dense, b: Dense): Dense {
  const made = new Dense(a.rows, b.columns);
  for (let i = 1; i <= a.rows; i++)
    for (let k = 1; k <= a.columns; k++) {
      const x = a.get(i, k);
      if (x !== 0) for (let j = 1; j <= b.columns; j++) made.set(i, j, made.get(i, j) + x * b.get(k, j));
    }
  return made;
}

/** By the bidiagonal form of the matrix itself. */
function ofSquareOrWide(given: Dense, whole: boolean): Singular {
  const a = given.copy();
  const { rows: m, columns: n } = a;
  const k = Math.min(m, n);
  const tall = m >= n;
  const [d, e] = [vector(k), vector(k)];
  const [left, right]: [Placed[], Placed[]] = [[], []];
  for (let i = 1; i <= k; i++) {
    const first = tall ? reflection(a.column(i, i)) : reflection(a.row(i, i));
    d[i] = first.beta;
    (tall ? left : right).push({ at: i, by: first });
    if (tall) a.reflectRows(first, i, i + 1);
    else a.reflectColumns(first, i, i + 1);
    if (i === k) break;
    const second = tall ? reflection(a.row(i, i + 1)) : reflection(a.column(i, i + 1));
    e[i] = second.beta;
    (tall ? right : left).push({ at: i + 1, by: second });
    if (tall) a.reflectColumns(second, i + 1, i + 1);
    else a.reflectRows(second, i + 1, i + 1);
  }
  const [u, vt] = [Dense.identity(k), Dense.identity(k)];
  const turns = tall ? [] : toUpper(d, e, k);
  iterate(d, e, u, vt);
  // What made the lower bidiagonal an upper one is undone on the left.
  turns.reverse().forEach(([c, s], i) => {
    u.rotateRows(k - 1 - i, k - i, c, -s);
  });
  const wideU = whole ? padded(u, m) : u.part(m, k);
  const wideVt = whole ? padded(vt, n) : vt.part(k, n);
  for (const { at, by } of left.reverse()) wideU.reflectRows(by, at);
  for (const { at, by } of right.reverse()) wideVt.reflectColumns(by, at);
  return { u: wideU, values: d.slice(1, k + 1), vt: wideVt };
}

/** Turns a lower bidiagonal matrix into an upper one, from the left; the rotations in their order. */
function toUpper(d: Float64Array, e: Float64Array, n: number): [number, number][] {
  const turns: [number, number][] = [];
  for (let i = 1; i < n; i++) {
    const { c, s, r } = rotationOf(item(d, i), item(e, i));
    d[i] = r;
    e[i] = s * item(d, i + 1);
    d[i + 1] = c * item(d, i + 1);
    turns.push([c, s]);
  }
  return turns;
}

/** One block of the bidiagonal matrix that has no zero beside its diagonal, and what is done in it. */
interface Block {
  readonly low: number;
  readonly high: number;
  readonly down: boolean;
  readonly shift: number;
}

/** Turns the upper bidiagonal matrix (d, e) into its singular values, falling; the columns of u and rows of vt with it. */
function iterate(d: Float64Array, e: Float64Array, u: Dense, vt: Dense): void {
  const n = u.rows;
  if (n === 1) {
    u.set(1, 1, withSign(1, item(d, 1)));
    d[1] = Math.abs(item(d, 1));
    return;
  }
  const tolerance = Math.max(10, Math.min(100, EPSILON ** -0.125)) * EPSILON;
  let least = Math.abs(item(d, 1));
  for (let i = 2, mu = least; i <= n && least !== 0; i++) {
    mu = Math.abs(item(d, i)) * (mu / (mu + Math.abs(item(e, i - 1))));
    least = Math.min(least, mu);
  }
  const threshold = Math.max((tolerance * least) / Math.sqrt(n), 6 * n * n * TINY);
  let [oldLow, oldHigh, down] = [-1, -1, true];
  let left = 6 * n * n;
  for (let high = n; high > 1;) {
    let low = high;
    let most = Math.abs(item(d, high));
    while (low > 1 && Math.abs(item(e, low - 1)) > threshold) {
      low--;
      most = Math.max(most, Math.abs(item(d, low)), Math.abs(item(e, low)));
    }
    if (low > 1) e[low - 1] = 0;
    if (low === high) {
      high--;
      continue;
    }
    if (low === high - 1) {
      const pair = trianglePair(item(d, low), item(e, low), item(d, high));
      d[low] = pair.most;
      d[high] = pair.least;
      e[low] = 0;
      vt.rotateRows(low, high, pair.right.c, pair.right.s);
      u.rotateColumns(low, high, pair.left.c, pair.left.s);
      high -= 2;
      continue;
    }
    if (low > oldHigh || high < oldLow) down = Math.abs(item(d, low)) >= Math.abs(item(d, high));
    const smallest = converged(d, e, low, high, down, tolerance);
    if (smallest === null) continue;
    [oldLow, oldHigh] = [low, high];
    if (--left < 0) throw new Error('SVD did not converge');
    const shift = shiftOf(
      d,
      e,
      low,
      high,
      down,
      n * tolerance * (smallest / most) <= Math.max(EPSILON, 0.01 * tolerance),
    );
    const block = { low, high, down, shift };
    if (shift === 0) plainStep(d, e, u, vt, block);
    else shiftedStep(d, e, u, vt, block);
    const end = down ? high - 1 : low;
    if (Math.abs(item(e, end)) <= threshold) e[end] = 0;
  }
  makePositive(d, vt);
  sortFalling(d, u, vt);
}

/** Sets to zero what is small beside the diagonal, and says null; a bound of the least singular value where nothing is. */
function converged(
  d: Float64Array,
  e: Float64Array,
  low: number,
  high: number,
  down: boolean,
  tolerance: number,
): number | null {
  const last = down ? high - 1 : low;
  if (Math.abs(item(e, last)) <= tolerance * Math.abs(item(d, down ? high : low))) {
    e[last] = 0;
    return null;
  }
  let mu = Math.abs(item(d, down ? low : high));
  let least = mu;
  for (let i = 0; i < high - low; i++) {
    const off = down ? low + i : high - 1 - i;
    if (Math.abs(item(e, off)) <= tolerance * mu) {
      e[off] = 0;
      return null;
    }
    mu = Math.abs(item(d, down ? off + 1 : off)) * (mu / (mu + Math.abs(item(e, off))));
    least = Math.min(least, mu);
  }
  return least;
}

function shiftOf(
  d: Float64Array,
  e: Float64Array,
  low: number,
  high: number,
  down: boolean,
  useless: boolean,
): number {
  if (useless) return 0;
  const at = down ? high - 1 : low;
  const start = Math.abs(item(d, down ? low : high));
  const shift = leastSingular(item(d, at), item(e, at), item(d, at + 1));
  return start > 0 && (shift / start) ** 2 < EPSILON ? 0 : shift;
}

/** The turns of one place of a step: of the rows of vt or the columns of u. */
function turn(
  u: Dense,
  vt: Dense,
  down: boolean,
  i: number,
  first: readonly [number, number],
  second: readonly [number, number],
): void {
  if (down) {
    vt.rotateRows(i, i + 1, ...first);
    u.rotateColumns(i, i + 1, ...second);
  } else {
    vt.rotateRows(i - 1, i, second[0], -second[1]);
    u.rotateColumns(i - 1, i, first[0], -first[1]);
  }
}

/** A step without a shift, which keeps small singular values exact. */
function plainStep(d: Float64Array, e: Float64Array, u: Dense, vt: Dense, { low, high, down }: Block): void {
  const step = down ? 1 : -1;
  const [from, to] = down ? [low, high] : [high, low];
  // The entry beside the diagonal between the positions i and i + step.
  const off = (i: number): number => (down ? i : i - 1);
  let [c, oldC, oldS] = [1, 1, 0];
  for (let i = from; i !== to; i += step) {
    const one = rotationOf(item(d, i) * c, item(e, off(i)));
    ({ c } = one);
    if (i !== from) e[off(i - step)] = oldS * one.r;
    const two = rotationOf(oldC * one.r, item(d, i + step) * one.s);
    [oldC, oldS] = [two.c, two.s];
    d[i] = two.r;
    turn(u, vt, down, i, [c, one.s], [oldC, oldS]);
  }
  const h = item(d, to) * c;
  d[to] = h * oldC;
  e[off(to - step)] = h * oldS;
}

function shiftedStep(
  d: Float64Array,
  e: Float64Array,
  u: Dense,
  vt: Dense,
  { low, high, down, shift }: Block,
): void {
  const step = down ? 1 : -1;
  const [from, to] = down ? [low, high] : [high, low];
  const off = (i: number): number => (down ? i : i - 1);
  const first = item(d, from);
  let f = (Math.abs(first) - shift) * (withSign(1, first) + shift / first);
  let g = item(e, off(from));
  for (let i = from; i !== to; i += step) {
    const one = rotationOf(f, g);
    if (i !== from) e[off(i - step)] = one.r;
    f = one.c * item(d, i) + one.s * item(e, off(i));
    e[off(i)] = one.c * item(e, off(i)) - one.s * item(d, i);
    g = one.s * item(d, i + step);
    d[i + step] = one.c * item(d, i + step);
    const two = rotationOf(f, g);
    d[i] = two.r;
    f = two.c * item(e, off(i)) + two.s * item(d, i + step);
    d[i + step] = two.c * item(d, i + step) - two.s * item(e, off(i));
    if (i + step !== to) {
      g = two.s * item(e, off(i + step));
      e[off(i + step)] = two.c * item(e, off(i + step));
    }
    turn(u, vt, down, i, [one.c, one.s], [two.c, two.s]);
  }
  e[off(to - step)] = f;
}

function makePositive(d: Float64Array, vt: Dense): void {
  for (let i = 1; i <= vt.rows; i++) {
    if (item(d, i) >= 0 && !Object.is(d[i], -0)) continue;
    d[i] = -item(d, i);
    for (let j = 1; j <= vt.columns; j++) vt.set(i, j, -vt.get(i, j));
  }
}

function sortFalling(d: Float64Array, u: Dense, vt: Dense): void {
  for (let last = vt.rows; last > 1; last--) {
    let least = 1;
    for (let j = 2; j <= last; j++) if (item(d, j) <= item(d, least)) least = j;
    if (least === last) continue;
    [d[least], d[last]] = [item(d, last), item(d, least)];
    vt.swapRows(least, last);
    u.swapColumns(least, last);
  }
}
