/**
 * Dense arrays of 64-bit floats in C order, and the few operations that backpropagation is made of.
 * No function changes its arguments, except for an `out`: like NumPy's `out=`, the array to write the result into,
 * because in a training loop making an array costs more than filling it.
 */

import { writeProduct, writeTranspose } from './product';
import type { Form } from './vectorProduct';
import { newNumbers } from './room';
import type { Precision } from './tolerance';

/** An n-dimensional array; `data` holds the entries in C order. A number is a tensor of shape `[]`. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array;
  /** The arithmetic that made the entries, where it was not that of 64-bit floats. */
  readonly precision?: Precision;
}

/** Raised where arrays of incompatible shapes meet; the message says what was expected. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

/** The number of entries that a shape holds; 1 for `[]`. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

/** A shape as Python prints it: `()`, `(5,)`, `(1, 5)`. */
export function formatShape(shape: readonly number[]): string {
  return shape.length === 1 ? `(${String(shape[0])},)` : `(${shape.join(', ')})`;
}

/** A tensor over the given entries; a `ShapeError` where their number does not fit the shape. */
export function tensor(shape: readonly number[], data: ArrayLike<number>): Tensor {
  if (data.length !== sizeOf(shape)) {
    throw new ShapeError(
      `expected ${String(sizeOf(shape))} entries for shape ${formatShape(shape)}, got ${String(data.length)}`,
    );
  }
  return { shape: [...shape], data: Float64Array.from(data) };
}

/** A tensor of shape `[]` that holds one number. */
export function scalar(value: number): Tensor {
  return { shape: [], data: Float64Array.of(value) };
}

/** A tensor of zeros. */
export function zeros(shape: readonly number[]): Tensor {
  return { shape: [...shape], data: new Float64Array(sizeOf(shape)) };
}

/** Whether two shapes are the same. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) {
    if (a[axis] !== b[axis]) return false;
  }
  return true;
}

/** A `ShapeError` that names both arrays where their shapes differ. */
export function requireSameShape(nameA: string, a: Tensor, nameB: string, b: Tensor): void {
  if (!sameShape(a.shape, b.shape)) {
    throw new ShapeError(
      `expected ${nameA} and ${nameB} to have the same shape, got ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
    );
  }
}

/** The array that a result goes into: `out` where it is given and fits, else a new one. */
export function resultArray(shape: readonly number[], out: Tensor | undefined): Tensor {
  if (!out) return { shape, data: newNumbers(sizeOf(shape)) };
  if (sameShape(out.shape, shape)) return out;
  throw new ShapeError(`expected out to have shape ${formatShape(shape)}, got ${formatShape(out.shape)}`);
}

/** `f` of every entry; the shape stays. */
export function map(a: Tensor, f: (value: number) => number, out?: Tensor): Tensor {
  const result = resultArray(a.shape, out);
  const from = a.data;
  const to = result.data;
  for (let i = 0, size = to.length; i < size; i++) to[i] = f(from[i] as number);
  return result;
}

/** A tensor times a number. */
export function scale(a: Tensor, factor: number, out?: Tensor): Tensor {
  const result = resultArray(a.shape, out);
  const from = a.data;
  const to = result.data;
  for (let i = 0, size = to.length; i < size; i++) to[i] = (from[i] as number) * factor;
  return result;
}

function broadcastShape(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const shape: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const left = a[axis - rank + a.length] ?? 1;
    const right = b[axis - rank + b.length] ?? 1;
    if (left !== right && left !== 1 && right !== 1) {
      throw new ShapeError(`shapes ${formatShape(a)} and ${formatShape(b)} cannot be broadcast together`);
    }
    shape.push(left === 1 ? right : left);
  }
  return shape;
}

/**
 * For each entry of a tensor of shape `to`, the index of the entry of shape `from` that broadcasting puts there: an axis
 * that `from` lacks or has with extent 1 does not move it.
 */
function broadcastIndex(from: readonly number[], to: readonly number[]): Int32Array {
  const index = new Int32Array(sizeOf(to));
  // Built from the last axis outwards: `filled` entries are known, and each further axis repeats them, moved on.
  let filled = 1;
  let stride = 1;
  for (let axis = 1; axis <= to.length; axis++) {
    const extent = to.at(-axis) ?? 1;
    const own = from.at(-axis) ?? 1;
    const step = own === 1 ? 0 : stride;
    for (let at = filled, size = filled * extent; at < size; at++) {
      index[at] = (index[at - filled] as number) + step;
    }
    filled *= extent;
    stride *= own;
  }
  return index;
}

/** `f` of the entries of two tensors, broadcast as NumPy does; a `ShapeError` where the shapes do not allow it. */
export function zip(a: Tensor, b: Tensor, f: (x: number, y: number) => number, out?: Tensor): Tensor {
  const shape = sameShape(a.shape, b.shape) ? a.shape : broadcastShape(a.shape, b.shape);
  const result = resultArray(shape, out);
  const left = a.data;
  const right = b.data;
  const to = result.data;
  if (shape === a.shape) {
    for (let i = 0, size = to.length; i < size; i++) to[i] = f(left[i] as number, right[i] as number);
    return result;
  }
  const fromLeft = broadcastIndex(a.shape, shape);
  const fromRight = broadcastIndex(b.shape, shape);
  for (let i = 0, size = to.length; i < size; i++) {
    to[i] = f(left[fromLeft[i] as number] as number, right[fromRight[i] as number] as number);
  }
  return result;
}

/** a + b, broadcast. */
export function add(a: Tensor, b: Tensor, out?: Tensor): Tensor {
  return zip(a, b, (x, y) => x + y, out);
}

/** a + factor · b of two tensors of the same shape. */
export function addScaled(a: Tensor, factor: number, b: Tensor, out?: Tensor): Tensor {
  requireSameShape('a', a, 'b', b);
  const result = resultArray(a.shape, out);
  const left = a.data;
  const right = b.data;
  const to = result.data;
  for (let i = 0, size = to.length; i < size; i++)
    to[i] = (left[i] as number) + factor * (right[i] as number);
  return result;
}

/** a − b, broadcast. */
export function subtract(a: Tensor, b: Tensor, out?: Tensor): Tensor {
  return sameShape(a.shape, b.shape) ? addScaled(a, -1, b, out) : zip(a, b, (x, y) => x - y, out);
}

/** a ⊙ b, entry by entry, broadcast. */
export function multiply(a: Tensor, b: Tensor, out?: Tensor): Tensor {
  return zip(a, b, (x, y) => x * y, out);
}

function requireMatrix(a: Tensor, name = 'the array'): void {
  if (a.shape.length === 2) return;
  throw new ShapeError(`expected ${name} to be a matrix (2-D), got shape ${formatShape(a.shape)}`);
}

/** The rows and columns of a matrix; a `ShapeError` that names it for any other rank. */
export function matrixShape(a: Tensor, name?: string): readonly [number, number] {
  requireMatrix(a, name);
  return [a.shape[0] as number, a.shape[1] as number];
}

/** The transpose of a (r, c) matrix: (c, r). */
export function transpose(a: Tensor, out?: Tensor): Tensor {
  const [rows, columns] = matrixShape(a);
  const result = resultArray([columns, rows], out);
  writeTranspose(result.data, a.data, rows, columns);
  return result;
}

/** Rows of zeros to start products from, by length: a training loop asks for the same few over and over. */
const zeroRows = new Map<number, Float64Array>();

function zeroRow(length: number): Float64Array {
  const row = zeroRows.get(length) ?? new Float64Array(length);
  zeroRows.set(length, row);
  return row;
}

/** A product in one of its forms; every row starts from `start`, or from zeros. */
function product(form: Form, a: Tensor, b: Tensor, start?: Float64Array, out?: Tensor): Tensor {
  requireMatrix(a);
  requireMatrix(b);
  const rows = a.shape[form === 'aᵀ·b' ? 1 : 0] as number;
  const inner = a.shape[form === 'aᵀ·b' ? 0 : 1] as number;
  const innerB = b.shape[form === 'a·bᵀ' ? 1 : 0];
  const columns = b.shape[form === 'a·bᵀ' ? 0 : 1] as number;
  if (inner !== innerB) {
    throw new ShapeError(
      `cannot multiply ${form} for a ${formatShape(a.shape)} and b ${formatShape(b.shape)}: inner sizes differ`,
    );
  }
  const result = resultArray([rows, columns], out);
  writeProduct(result.data, form, a.data, b.data, start ?? zeroRow(columns), rows, inner, columns);
  return result;
}

/** The matrix product a·b of (r, k) and (k, c): (r, c); a `ShapeError` where the inner sizes differ. */
export function matmul(a: Tensor, b: Tensor, out?: Tensor): Tensor {
  return product('a·b', a, b, undefined, out);
}

/** aᵀ·b of (k, r) and (k, c): (r, c), without making aᵀ. */
export function matmulLeftTransposed(a: Tensor, b: Tensor, out?: Tensor): Tensor {
  return product('aᵀ·b', a, b, undefined, out);
}

/** a·bᵀ of (r, k) and (c, k): (r, c), without making bᵀ. */
export function matmulRightTransposed(a: Tensor, b: Tensor, out?: Tensor): Tensor {
  return product('a·bᵀ', a, b, undefined, out);
}

/** X·W + b of (m, n_in), (n_in, n_out) and a row (1, n_out): (m, n_out). */
export function affine(X: Tensor, W: Tensor, b: Tensor, out?: Tensor): Tensor {
  requireMatrix(b);
  if (b.shape[0] !== 1 || b.shape[1] !== W.shape[1]) {
    throw new ShapeError(
      `expected b to be one row for W ${formatShape(W.shape)}, got ${formatShape(b.shape)}`,
    );
  }
  return product('a·b', X, W, b.data, out);
}

/** The sum of all entries. */
export function sum(a: Tensor): number {
  let total = 0;
  for (const value of a.data) total += value;
  return total;
}

/** The sums over one axis of a matrix, kept as a matrix: axis 0 gives (1, c), axis 1 gives (r, 1). */
export function sumAxis(a: Tensor, axis: 0 | 1, out?: Tensor): Tensor {
  const [rows, columns] = matrixShape(a);
  const result = resultArray(axis === 0 ? [1, columns] : [rows, 1], out);
  const [count, length] = axis === 0 ? [columns, rows] : [rows, columns];
  const [next, step] = axis === 0 ? [1, columns] : [columns, 1];
  for (let i = 0; i < count; i++) result.data[i] = sumOf(a.data, i * next, step, length);
  return result;
}

/** The sum of `length` entries, `step` apart: two sums side by side, so that one addition need not wait for another. */
function sumOf(data: Float64Array, start: number, step: number, length: number): number {
  let even = 0;
  let odd = 0;
  let at = start;
  for (let i = 1; i < length; i += 2, at += 2 * step) {
    even += data[at] as number;
    odd += data[at + step] as number;
  }
  return length % 2 === 0 ? even + odd : even + odd + (data[at] as number);
}
