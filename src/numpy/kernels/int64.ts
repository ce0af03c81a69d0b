/** Integer operations whose operands or results do not fit a double exactly: slow, exact, wrapping as in C. */
import { nth } from './nth';
import { locate, stretch } from './assign';
import type { Heap } from './heap';
import type { View } from './view';
import { BOOL, isSigned, isWide, itemSize } from './elementTypes';
import { readElement, readWide, writeElement } from './elements';
import { BINARY, COMPARE, UNARY } from './operations';

function read(h: Heap, view: View, offset: number): bigint {
  if (isWide(view.store)) return readWide(h, view.store, (view.ptr >> 3) + offset);
  return BigInt(Math.trunc(readElement(h, view.store, view.ptr / itemSize(view.store) + offset)));
}

/** Writes the low bits of a value; true where that is another value. */
function write(h: Heap, view: View, index: number, type: number, value: bigint): boolean {
  if (type === BOOL) {
    h.U8[view.ptr + index] = value === 0n ? 0 : 1;
    return false;
  }
  const bits = 8 * itemSize(type);
  const kept = isSigned(type) ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  if (isWide(type)) h.I64[(view.ptr >> 3) + index] = kept;
  else writeElement(h, type, view.ptr / itemSize(type) + index, Number(kept));
  return kept !== value;
}

function offsets(view: View, shape: readonly number[], nd: number): (i: number) => number {
  const strides: number[] = [];
  stretch(view, shape, nd, strides);
  return (i) => locate(i, shape, nd, strides);
}

function floorDivide(a: bigint, b: bigint): bigint {
  if (b === 0n) return 0n;
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}

function wrappedPower(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = BigInt.asIntN(64, base);
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = BigInt.asIntN(64, result * factor);
    factor = BigInt.asIntN(64, factor * factor);
  }
  return result;
}

const BINARY_FUNCTIONS: Partial<Record<(typeof BINARY)[number], (a: bigint, b: bigint) => bigint>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  floor_divide: floorDivide,
  remainder: (a, b) => (b === 0n ? 0n : a - floorDivide(a, b) * b),
  fmod: (a, b) => (b === 0n ? 0n : a % b),
  power: wrappedPower,
  maximum: (a, b) => (a > b ? a : b),
  minimum: (a, b) => (a < b ? a : b),
  fmax: (a, b) => (a > b ? a : b),
  fmin: (a, b) => (a < b ? a : b),
  bitwise_and: (a, b) => a & b,
  bitwise_or: (a, b) => a | b,
  bitwise_xor: (a, b) => a ^ b,
  left_shift: (a, b) => (b >= 64n || b < 0n ? 0n : a << b),
  right_shift: (a, b) => (b >= 64n || b < 0n ? (a < 0n ? -1n : 0n) : a >> b),
};

const COMPARE_FUNCTIONS: Record<(typeof COMPARE)[number], (a: bigint, b: bigint) => boolean> = {
  equal: (a, b) => a === b,
  not_equal: (a, b) => a !== b,
  less: (a, b) => a < b,
  less_equal: (a, b) => a <= b,
  greater: (a, b) => a > b,
  greater_equal: (a, b) => a >= b,
  logical_and: (a, b) => a !== 0n && b !== 0n,
  logical_or: (a, b) => a !== 0n || b !== 0n,
  logical_xor: (a, b) => (a !== 0n) !== (b !== 0n),
};

const UNARY_FUNCTIONS: Partial<Record<(typeof UNARY)[number], (a: bigint) => bigint>> = {
  negative: (a) => -a,
  absolute: (a) => (a < 0n ? -a : a),
  sign: (a) => (a > 0n ? 1n : a < 0n ? -1n : 0n),
  square: (a) => a * a,
  invert: (a) => ~a,
  reciprocal: (a) => (a === 0n ? -9223372036854775808n : 1n / a),
};

/** `r[i] = a[i] op b[i]`; true where a result was beyond the type. */
export function bigBinary(
  h: Heap,
  code: number,
  a: View,
  b: View,
  shape: readonly number[],
  nd: number,
  r: View,
  type: number,
): boolean {
  const fn = BINARY_FUNCTIONS[nth(BINARY, code)] ?? ((x: bigint) => x);
  const atA = offsets(a, shape, nd);
  const atB = offsets(b, shape, nd);
  const values: bigint[] = [];
  for (let i = 0; i < r.size; i++) values.push(fn(read(h, a, atA(i)), read(h, b, atB(i))));
  let isOver = false;
  values.forEach((value, i) => {
    if (write(h, r, i, type, value)) isOver = true;
  });
  return isOver;
}

/** `r[i] = a[i] op b[i]` as truth values. */
export function bigCompare(
  h: Heap,
  code: number,
  a: View,
  b: View,
  shape: readonly number[],
  nd: number,
  r: View,
): void {
  const fn = COMPARE_FUNCTIONS[nth(COMPARE, code)];
  const atA = offsets(a, shape, nd);
  const atB = offsets(b, shape, nd);
  for (let i = 0; i < r.size; i++) {
    h.U8[r.ptr + i] = fn(read(h, a, atA(i)), read(h, b, atB(i))) ? 1 : 0;
  }
}

/** `r[i] = op(a[i])`. */
export function bigUnary(
  h: Heap,
  code: number,
  a: View,
  shape: readonly number[],
  nd: number,
  r: View,
  type: number,
): void {
  const fn = UNARY_FUNCTIONS[nth(UNARY, code)] ?? ((x: bigint) => x);
  const atA = offsets(a, shape, nd);
  const values: bigint[] = [];
  for (let i = 0; i < r.size; i++) values.push(fn(read(h, a, atA(i))));
  values.forEach((value, i) => {
    write(h, r, i, type, value);
  });
}
