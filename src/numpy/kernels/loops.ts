/** The innermost loops over doubles: one function per family, one loop per operation, so that each stays tight. */
import { floorDivide, logAddExp, nextAfter, power, remainder, rint } from './scalarMath';

function binaryOne(op: number, a: number, b: number): number {
  switch (op) {
    case 4:
      return floorDivide(a, b);
    case 5:
      return remainder(a, b);
    case 6:
      return power(a, b);
    case 9:
      return Number.isNaN(a) ? b : Number.isNaN(b) ? a : a >= b ? a : b;
    case 10:
      return Number.isNaN(a) ? b : Number.isNaN(b) ? a : a <= b ? a : b;
    case 11:
      return a % b;
    case 12:
      return Math.atan2(a, b);
    case 13:
      return Math.hypot(a, b);
    case 14: {
      const size = Math.abs(a);
      return b < 0 || Object.is(b, -0) ? -size : size;
    }
    case 15:
      return Number.isNaN(a) ? NaN : a < 0 ? 0 : a > 0 ? 1 : b;
    case 16:
      return logAddExp(a, b);
    case 17:
      return a === b ? a + 1 : logAddExp(a * Math.LN2, b * Math.LN2) / Math.LN2;
    case 18:
      return nextAfter(a, b);
    case 19:
      return a & b;
    case 20:
      return a | b;
    case 21:
      return a ^ b;
    case 22:
      return b > 31 ? 0 : a << b;
    case 23:
      return a >> (b > 31 ? 31 : b);
    default:
      return NaN;
  }
}

/** `r[i] = a[i] op b[i]` for n elements; positions and strides count doubles. */
export function binaryLoop(
  F: Float64Array,
  op: number,
  n: number,
  a: number,
  as: number,
  b: number,
  bs: number,
  r: number,
  rs: number,
): void {
  switch (op) {
    case 0:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs) F[r] = (F[a] as number) + (F[b] as number);
      return;
    case 1:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs) F[r] = (F[a] as number) - (F[b] as number);
      return;
    case 2:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs) F[r] = (F[a] as number) * (F[b] as number);
      return;
    case 3:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs) F[r] = (F[a] as number) / (F[b] as number);
      return;
    case 6:
      if (bs === 0 && F[b] === 2) {
        for (let i = 0; i < n; i++, a += as, r += rs) {
          const x = F[a] as number;
          F[r] = x * x;
        }
        return;
      }
      break;
    case 7:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs) {
        // Which of the two is read is computed rather than branched to: a processor cannot foresee it.
        const x = F[a] as number;
        const y = F[b] as number;
        F[r] = F[a + ((b - a) & -(Number(x <= y) | Number(y !== y)))] as number;
      }
      return;
    case 8:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs) {
        const x = F[a] as number;
        const y = F[b] as number;
        F[r] = F[a + ((b - a) & -(Number(x >= y) | Number(y !== y)))] as number;
      }
      return;
  }
  for (let i = 0; i < n; i++, a += as, b += bs, r += rs) F[r] = binaryOne(op, F[a] as number, F[b] as number);
}

/** `r[i] = a[i] op b[i]` as truth values: r counts bytes, a and b count doubles. */
export function compareLoop(
  F: Float64Array,
  U: Uint8Array,
  op: number,
  n: number,
  a: number,
  as: number,
  b: number,
  bs: number,
  r: number,
  rs: number,
): void {
  switch (op) {
    case 0:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs) U[r] = F[a] === F[b] ? 1 : 0;
      return;
    case 1:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs) U[r] = F[a] !== F[b] ? 1 : 0;
      return;
    case 2:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs)
        U[r] = (F[a] as number) < (F[b] as number) ? 1 : 0;
      return;
    case 3:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs)
        U[r] = (F[a] as number) <= (F[b] as number) ? 1 : 0;
      return;
    case 4:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs)
        U[r] = (F[a] as number) > (F[b] as number) ? 1 : 0;
      return;
    case 5:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs)
        U[r] = (F[a] as number) >= (F[b] as number) ? 1 : 0;
      return;
    case 6:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs) U[r] = F[a] !== 0 && F[b] !== 0 ? 1 : 0;
      return;
    case 7:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs) U[r] = F[a] !== 0 || F[b] !== 0 ? 1 : 0;
      return;
    default:
      for (let i = 0; i < n; i++, a += as, b += bs, r += rs) U[r] = (F[a] !== 0) !== (F[b] !== 0) ? 1 : 0;
  }
}

const FUNCTIONS: readonly ((x: number) => number)[] = [
  (x) => -x,
  (x) => x,
  Math.abs,
  (x) => (x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : NaN),
  (x) => x * x,
  Math.sqrt,
  Math.exp,
  (x) => Math.pow(2, x),
  Math.expm1,
  Math.log,
  Math.log2,
  Math.log10,
  Math.log1p,
  Math.sin,
  Math.cos,
  Math.tan,
  Math.asin,
  Math.acos,
  Math.atan,
  Math.sinh,
  Math.cosh,
  Math.tanh,
  Math.asinh,
  Math.acosh,
  Math.atanh,
  Math.floor,
  Math.ceil,
  Math.trunc,
  rint,
  (x) => 1 / x,
  Math.cbrt,
  (x) => x * (Math.PI / 180),
  (x) => x * (180 / Math.PI),
  Math.abs,
  (x) => ~x,
];

/** `r[i] = op(a[i])` for n elements. */
export function unaryLoop(
  F: Float64Array,
  op: number,
  n: number,
  a: number,
  as: number,
  r: number,
  rs: number,
): void {
  switch (op) {
    case 0:
      for (let i = 0; i < n; i++, a += as, r += rs) F[r] = -(F[a] as number);
      return;
    case 2:
      for (let i = 0; i < n; i++, a += as, r += rs) F[r] = Math.abs(F[a] as number);
      return;
    case 4:
      for (let i = 0; i < n; i++, a += as, r += rs) F[r] = (F[a] as number) * (F[a] as number);
      return;
    case 5:
      for (let i = 0; i < n; i++, a += as, r += rs) F[r] = Math.sqrt(F[a] as number);
      return;
    case 6:
      for (let i = 0; i < n; i++, a += as, r += rs) F[r] = Math.exp(F[a] as number);
      return;
    case 21:
      for (let i = 0; i < n; i++, a += as, r += rs) F[r] = Math.tanh(F[a] as number);
      return;
  }
  const fn = FUNCTIONS[op] ?? Math.abs;
  for (let i = 0; i < n; i++, a += as, r += rs) F[r] = fn(F[a] as number);
}

/** `r[i] = op(a[i])` as truth values. */
export function testLoop(
  F: Float64Array,
  U: Uint8Array,
  op: number,
  n: number,
  a: number,
  as: number,
  r: number,
): void {
  if (op === 0) {
    if (as === 1) {
      for (const whole = n & ~3, end = a + whole; a < end; a += 4, r += 4) {
        // Written apart, without a branch: a NaN is all that differs from itself.
        U[r] = Number(F[a] !== F[a]);
        U[r + 1] = Number(F[a + 1] !== F[a + 1]);
        U[r + 2] = Number(F[a + 2] !== F[a + 2]);
        U[r + 3] = Number(F[a + 3] !== F[a + 3]);
      }
      n &= 3;
    }
    for (let i = 0; i < n; i++, a += as, r++) U[r] = F[a] === F[a] ? 0 : 1;
    return;
  }
  for (let i = 0; i < n; i++, a += as, r++) {
    const x = F[a] as number;
    let is: boolean;
    if (op === 1) is = x === Infinity || x === -Infinity;
    else if (op === 2) is = x - x === 0;
    else if (op === 3) is = x < 0 || Object.is(x, -0);
    else is = x === 0;
    U[r] = is ? 1 : 0;
  }
}
