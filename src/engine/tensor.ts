/**
 * Dense arrays of 64-bit floats in C order, and the few operations that backpropagation is made of.
 * Everything here is pure: no function changes its arguments.
 */

/** An n-dimensional array; `data` holds the entries in C order. A number is a tensor of shape `[]`. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array;
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
  return a.length === b.length && a.every((extent, axis) => extent === b[axis]);
}

/** A `ShapeError` that names both arrays where their shapes differ. */
export function requireSameShape(nameA: string, a: Tensor, nameB: string, b: Tensor): void {
  if (!sameShape(a.shape, b.shape)) {
    throw new ShapeError(
      `expected ${nameA} and ${nameB} to have the same shape, got ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
    );
  }
}

/** `f` of every entry; the shape stays. */
export function map(a: Tensor, f: (value: number) => number): Tensor {
  const data = new Float64Array(a.data.length);
  for (let i = 0; i < data.length; i++) data[i] = f(a.data[i] as number);
  return { shape: a.shape, data };
}

/** A tensor times a number. */
export function scale(a: Tensor, factor: number): Tensor {
  return map(a, (value) => value * factor);
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

/** For each entry of a tensor of shape `to`, the index of the entry of shape `from` that broadcasting puts there. */
function broadcastIndex(from: readonly number[], to: readonly number[]): Int32Array {
  const index = new Int32Array(sizeOf(to));
  let stride = 1;
  const strides = new Array<number>(to.length).fill(0);
  for (let axis = from.length - 1; axis >= 0; axis--) {
    const extent = from[axis] ?? 1;
    strides[axis + to.length - from.length] = extent === 1 ? 0 : stride;
    stride *= extent;
  }
  for (let flat = 0; flat < index.length; flat++) {
    let rest = flat;
    let offset = 0;
    for (let axis = to.length - 1; axis >= 0; axis--) {
      const extent = to[axis] ?? 1;
      offset += (rest % extent) * (strides[axis] ?? 0);
      rest = Math.floor(rest / extent);
    }
    index[flat] = offset;
  }
  return index;
}

/** Whether `b` is a (1, n) row below the rows of a matrix `a` (m, n): the one broadcast that every layer makes. */
function isRowOf(a: Tensor, b: Tensor): boolean {
  return a.shape.length === 2 && b.shape.length === 2 && b.shape[0] === 1 && a.shape[1] === b.shape[1];
}

/** `f` of the entries of two tensors, broadcast as NumPy does; a `ShapeError` where the shapes do not allow it. */
export function zip(a: Tensor, b: Tensor, f: (x: number, y: number) => number): Tensor {
  const [left, right] = [a.data, b.data];
  if (sameShape(a.shape, b.shape)) {
    const data = new Float64Array(left.length);
    for (let i = 0; i < data.length; i++) data[i] = f(left[i] as number, right[i] as number);
    return { shape: a.shape, data };
  }
  if (isRowOf(a, b)) {
    const data = new Float64Array(left.length);
    for (let i = 0, j = 0; i < data.length; i++, j = j + 1 < right.length ? j + 1 : 0) {
      data[i] = f(left[i] as number, right[j] as number);
    }
    return { shape: a.shape, data };
  }
  const shape = broadcastShape(a.shape, b.shape);
  const fromLeft = broadcastIndex(a.shape, shape);
  const fromRight = broadcastIndex(b.shape, shape);
  const data = new Float64Array(fromLeft.length);
  for (let i = 0; i < data.length; i++) {
    data[i] = f(left[fromLeft[i] as number] as number, right[fromRight[i] as number] as number);
  }
  return { shape, data };
}

/** a + b, broadcast. */
export function add(a: Tensor, b: Tensor): Tensor {
  return zip(a, b, (x, y) => x + y);
}

/** a − b, broadcast. */
export function subtract(a: Tensor, b: Tensor): Tensor {
  return zip(a, b, (x, y) => x - y);
}

/** a ⊙ b, entry by entry, broadcast. */
export function multiply(a: Tensor, b: Tensor): Tensor {
  return zip(a, b, (x, y) => x * y);
}

/** The rows and columns of a matrix; a `ShapeError` that names it for any other rank. */
export function matrixShape(a: Tensor, name = 'the array'): readonly [number, number] {
  const [rows, columns] = a.shape;
  if (a.shape.length !== 2 || rows === undefined || columns === undefined) {
    throw new ShapeError(`expected ${name} to be a matrix (2-D), got shape ${formatShape(a.shape)}`);
  }
  return [rows, columns];
}

/** The transpose of a (r, c) matrix: (c, r). */
export function transpose(a: Tensor): Tensor {
  const [rows, columns] = matrixShape(a);
  const data = new Float64Array(a.data.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) data[j * rows + i] = a.data[i * columns + j] ?? NaN;
  }
  return { shape: [columns, rows], data };
}

/**
 * Adds left·right to `out` (rows, columns). The entry of `left` at row i and inner index k is at
 * `i·rowStep + k·innerStep`, so the left matrix may be read as its transpose; `right` is (inner, columns).
 */
function addProduct(
  out: Float64Array,
  [rows, inner, columns]: readonly [number, number, number],
  [left, rowStep, innerStep]: readonly [Float64Array, number, number],
  right: Float64Array,
): void {
  for (let i = 0; i < rows; i++) {
    const row = i * columns;
    let k = 0;
    // Four terms at a time: one read and one write of `out` for four products.
    for (; k + 3 < inner; k += 4) {
      const at = i * rowStep + k * innerStep;
      const a = left[at] as number;
      const b = left[at + innerStep] as number;
      const c = left[at + 2 * innerStep] as number;
      const d = left[at + 3 * innerStep] as number;
      for (let j = 0, from = k * columns; j < columns; j++, from++) {
        out[row + j] =
          (out[row + j] as number) +
          a * (right[from] as number) +
          b * (right[from + columns] as number) +
          c * (right[from + 2 * columns] as number) +
          d * (right[from + 3 * columns] as number);
      }
    }
    for (; k < inner; k++) {
      const factor = left[i * rowStep + k * innerStep] as number;
      for (let j = 0, from = k * columns; j < columns; j++, from++) {
        out[row + j] = (out[row + j] as number) + factor * (right[from] as number);
      }
    }
  }
}

function requireInner(a: Tensor, b: Tensor, inner: number, innerB: number): void {
  if (inner !== innerB) {
    throw new ShapeError(
      `cannot multiply ${formatShape(a.shape)} by ${formatShape(b.shape)}: inner sizes differ`,
    );
  }
}

/** The matrix product a·b of (r, k) and (k, c): (r, c); a `ShapeError` where the inner sizes differ. */
export function matmul(a: Tensor, b: Tensor): Tensor {
  const [rows, inner] = matrixShape(a);
  const [innerB, columns] = matrixShape(b);
  requireInner(a, b, inner, innerB);
  const data = new Float64Array(rows * columns);
  addProduct(data, [rows, inner, columns], [a.data, inner, 1], b.data);
  return { shape: [rows, columns], data };
}

/** aᵀ·b of (k, r) and (k, c): (r, c), without making aᵀ. */
export function matmulLeftTransposed(a: Tensor, b: Tensor): Tensor {
  const [inner, rows] = matrixShape(a);
  const [innerB, columns] = matrixShape(b);
  requireInner({ shape: [rows, inner], data: a.data }, b, inner, innerB);
  const data = new Float64Array(rows * columns);
  addProduct(data, [rows, inner, columns], [a.data, 1, rows], b.data);
  return { shape: [rows, columns], data };
}

/** The sum of all entries. */
export function sum(a: Tensor): number {
  let total = 0;
  for (const value of a.data) total += value;
  return total;
}

/** The sums over one axis of a matrix, kept as a matrix: axis 0 gives (1, c), axis 1 gives (r, 1). */
export function sumAxis(a: Tensor, axis: 0 | 1): Tensor {
  const [rows, columns] = matrixShape(a);
  const data = new Float64Array(axis === 0 ? columns : rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const at = axis === 0 ? j : i;
      data[at] = (data[at] ?? 0) + (a.data[i * columns + j] ?? NaN);
    }
  }
  return { shape: axis === 0 ? [1, columns] : [rows, 1], data };
}
