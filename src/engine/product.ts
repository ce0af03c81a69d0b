/**
 * The loops that take time: matrix products on bare arrays. They work in tiles whose sums stay in registers, because a
 * product of a small network is so short that every read, write and turn of a loop shows, and every read of a typed
 * array costs a check of its own as soon as anything in the process has ever detached a buffer, as messages to workers
 * do. Measured, tiles take half to two thirds of the time of the plain triple loop, small or large.
 */

import { leastForVectors, writeByVectors, type Form } from './vectorProduct';

/**
 * Writes start + left·right into `out` (rows, columns), the factors in one of their forms; every row starts from the
 * row `start`. Numbers and bare arrays are passed one by one, because an object made for every product is what a
 * training loop would wait for.
 */
export function writeProduct(
  out: Float64Array,
  form: Form,
  left: Float64Array,
  right: Float64Array,
  start: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): void {
  const isLarge = rows * inner * columns >= leastForVectors;
  if (isLarge && writeByVectors(out, form, left, right, start, rows, inner, columns)) return;
  if (form === 'aᵀ·b') {
    writeLeftTransposed(out, left, right, start, rows, inner, columns);
  } else {
    const factor = form === 'a·b' ? right : transposed(right, columns, inner);
    writePlain(out, left, factor, start, rows, inner, columns);
  }
}

/** What a transposed right factor is laid out in: weights, so small beside the product they are needed for. */
let scratch = new Float64Array(64);

/** The (columns, rows) transpose of a (rows, columns) matrix; good until the next call. */
function transposed(matrix: Float64Array, rows: number, columns: number): Float64Array {
  if (scratch.length < rows * columns) scratch = new Float64Array(rows * columns);
  writeTranspose(scratch, matrix, rows, columns);
  return scratch;
}

/** Writes the (columns, rows) transpose of a (rows, columns) matrix into `out`. */
export function writeTranspose(out: Float64Array, matrix: Float64Array, rows: number, columns: number): void {
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0, to = i; j < columns; j++, at++, to += rows) out[to] = matrix[at] as number;
  }
}

/**
 * start + left·right. Beyond the last row a tile computes the last row again, which takes less time than a loop for what
 * is left over. The tiles are 4 rows by 2 columns: these products have many rows, one for each sample.
 */
function writePlain(
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  start: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): void {
  const last = rows - 1;
  for (let i = 0; i < rows; i += 4) {
    const second = Math.min(i + 1, last);
    const third = Math.min(i + 2, last);
    const fourth = Math.min(i + 3, last);
    const leftA = i * inner;
    const leftB = second * inner;
    const leftC = third * inner;
    const leftD = fourth * inner;
    const outA = i * columns;
    const outB = second * columns;
    const outC = third * columns;
    const outD = fourth * columns;
    let j = 0;
    for (; j + 1 < columns; j += 2) {
      let a0 = start[j] as number;
      let a1 = start[j + 1] as number;
      let b0 = a0;
      let b1 = a1;
      let c0 = a0;
      let c1 = a1;
      let d0 = a0;
      let d1 = a1;
      for (let k = 0, from = j; k < inner; k++, from += columns) {
        const r0 = right[from] as number;
        const r1 = right[from + 1] as number;
        const a = left[leftA + k] as number;
        const b = left[leftB + k] as number;
        const c = left[leftC + k] as number;
        const d = left[leftD + k] as number;
        a0 += a * r0;
        a1 += a * r1;
        b0 += b * r0;
        b1 += b * r1;
        c0 += c * r0;
        c1 += c * r1;
        d0 += d * r0;
        d1 += d * r1;
      }
      out[outA + j] = a0;
      out[outA + j + 1] = a1;
      out[outB + j] = b0;
      out[outB + j + 1] = b1;
      out[outC + j] = c0;
      out[outC + j + 1] = c1;
      out[outD + j] = d0;
      out[outD + j + 1] = d1;
    }
    if (j === columns) continue;
    let a = start[j] as number;
    let b = a;
    let c = a;
    let d = a;
    for (let k = 0, from = j; k < inner; k++, from += columns) {
      const factor = right[from] as number;
      a += factor * (left[leftA + k] as number);
      b += factor * (left[leftB + k] as number);
      c += factor * (left[leftC + k] as number);
      d += factor * (left[leftD + k] as number);
    }
    out[outA + j] = a;
    out[outB + j] = b;
    out[outC + j] = c;
    out[outD + j] = d;
  }
}

/**
 * start + leftᵀ·right. It has few rows, one for each input, and sums over all samples: tiles of 3 by 3
 * read less for each product than tiles of 4 by 2, and leave less of a small matrix over.
 */
function writeLeftTransposed(
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  start: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): void {
  for (let i = 0; i < rows; i += 3) {
    const i1 = Math.min(i + 1, rows - 1);
    const i2 = Math.min(i + 2, rows - 1);
    let j = 0;
    for (; j + 1 < columns; j += 3) {
      const j1 = j + 1;
      const j2 = Math.min(j + 2, columns - 1);
      let a0 = start[j] as number;
      let a1 = start[j1] as number;
      let a2 = start[j2] as number;
      let b0 = a0;
      let b1 = a1;
      let b2 = a2;
      let c0 = a0;
      let c1 = a1;
      let c2 = a2;
      for (let k = 0, at = 0, from = 0; k < inner; k++, at += rows, from += columns) {
        const r0 = right[from + j] as number;
        const r1 = right[from + j1] as number;
        const r2 = right[from + j2] as number;
        const a = left[at + i] as number;
        const b = left[at + i1] as number;
        const c = left[at + i2] as number;
        a0 += a * r0;
        a1 += a * r1;
        a2 += a * r2;
        b0 += b * r0;
        b1 += b * r1;
        b2 += b * r2;
        c0 += c * r0;
        c1 += c * r1;
        c2 += c * r2;
      }
      out[i * columns + j] = a0;
      out[i * columns + j1] = a1;
      out[i * columns + j2] = a2;
      out[i1 * columns + j] = b0;
      out[i1 * columns + j1] = b1;
      out[i1 * columns + j2] = b2;
      out[i2 * columns + j] = c0;
      out[i2 * columns + j1] = c1;
      out[i2 * columns + j2] = c2;
    }
    if (j >= columns) continue;
    let a = start[j] as number;
    let b = a;
    let c = a;
    for (let k = 0, at = 0, from = j; k < inner; k++, at += rows, from += columns) {
      const factor = right[from] as number;
      a += factor * (left[at + i] as number);
      b += factor * (left[at + i1] as number);
      c += factor * (left[at + i2] as number);
    }
    out[i * columns + j] = a;
    out[i1 * columns + j] = b;
    out[i2 * columns + j] = c;
  }
}
