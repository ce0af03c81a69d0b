/** What C or NumPy computes otherwise than JavaScript. */
import { nth } from './nth';

/** The remainder with the sign of the divisor, as Python and NumPy have it. */
export function remainder(a: number, b: number): number {
  if (b === 0) return NaN;
  const r = a % b;
  if (r === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return r < 0 !== b < 0 ? r + b : r;
}

/** The quotient rounded down, the way NumPy computes it so that it agrees with the remainder. */
export function floorDivide(a: number, b: number): number {
  if (b === 0) return a / b;
  const r = a % b;
  if (Number.isNaN(r)) return NaN;
  let q = (a - r) / b;
  if (r !== 0 && r < 0 !== b < 0) q -= 1;
  if (q === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const down = Math.floor(q);
  return q - down > 0.5 ? down + 1 : down;
}

/** `a ** b` as C has it: 1 to any power is 1, also where JavaScript says NaN. */
export function power(a: number, b: number): number {
  if (a === 1 || (a === -1 && !Number.isFinite(b) && !Number.isNaN(b))) return 1;
  return Math.pow(a, b);
}

/** Rounds to the nearest integer, halves to the even one. */
export function rint(x: number): number {
  if (!(Math.abs(x) < 4503599627370496)) return x;
  const up = x < 0 ? x - 4503599627370496 + 4503599627370496 : x + 4503599627370496 - 4503599627370496;
  return up === 0 && (x < 0 || Object.is(x, -0)) ? -0 : up;
}

/** `log(exp(a) + exp(b))`, without overflow. */
export function logAddExp(a: number, b: number): number {
  if (a === b) return a + Math.LN2;
  const d = a - b;
  if (d > 0) return a + Math.log1p(Math.exp(-d));
  if (d <= 0) return b + Math.log1p(Math.exp(d));
  return d;
}

const pair = new Float64Array(1);
const pairBits = new BigInt64Array(pair.buffer);

/** The double next to `a`, towards `b`. */
export function nextAfter(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (a === b) return b;
  if (a === 0) return b > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  pair[0] = a;
  pairBits[0] = nth(pairBits, 0) + (b > a === a > 0 ? 1n : -1n);
  return pair[0];
}
