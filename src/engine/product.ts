/**
 * The one loop that takes time: a matrix product on bare arrays. It works in tiles whose sums stay in registers,
 * because a product of a small network is so short that every read, write and turn of a loop shows; measured, tiles of
 * 4 rows by 2 columns take half to two thirds of the time of the plain triple loop, small or large.
 */

/** The two factors, each at any strides, so that a transpose is a matter of strides. */
export interface Factors {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  /** Entries of `left` (rows, inner) from one row to the next, and from one inner index to the next. */
  readonly left: Float64Array;
  readonly rowStep: number;
  readonly leftStep: number;
  /** Entries of `right` (inner, columns) from one inner index to the next, and from one column to the next. */
  readonly right: Float64Array;
  readonly rightStep: number;
  readonly columnStep: number;
  /** What every row of the result starts from, one number for each column. */
  readonly start: Float64Array;
}

/** Writes start + left·right into `out` (rows, columns). */
export function writeProduct(out: Float64Array, factors: Factors): void {
  const { rows } = factors;
  let i = 0;
  for (; i + 3 < rows; i += 4) writeFourRows(out, factors, i);
  for (; i < rows; i++) writeOneRow(out, factors, i);
}

/** Rows i to i + 3: tiles of 4 by 2, and a column of 4 where the number of columns is odd. */
function writeFourRows(out: Float64Array, factors: Factors, i: number): void {
  const { inner, columns, left, rowStep, leftStep, right, rightStep, columnStep, start } = factors;
  const first = i * rowStep;
  let to = i * columns;
  let j = 0;
  for (; j + 1 < columns; j += 2, to += 2) {
    let a0 = start[j] as number;
    let a1 = start[j + 1] as number;
    let b0 = a0;
    let b1 = a1;
    let c0 = a0;
    let c1 = a1;
    let d0 = a0;
    let d1 = a1;
    for (let k = 0, at = first, from = j * columnStep; k < inner; k++, at += leftStep, from += rightStep) {
      const r0 = right[from] as number;
      const r1 = right[from + columnStep] as number;
      const a = left[at] as number;
      const b = left[at + rowStep] as number;
      const c = left[at + 2 * rowStep] as number;
      const d = left[at + 3 * rowStep] as number;
      a0 += a * r0;
      a1 += a * r1;
      b0 += b * r0;
      b1 += b * r1;
      c0 += c * r0;
      c1 += c * r1;
      d0 += d * r0;
      d1 += d * r1;
    }
    out[to] = a0;
    out[to + 1] = a1;
    out[to + columns] = b0;
    out[to + columns + 1] = b1;
    out[to + 2 * columns] = c0;
    out[to + 2 * columns + 1] = c1;
    out[to + 3 * columns] = d0;
    out[to + 3 * columns + 1] = d1;
  }
  if (j === columns) return;
  let a = start[j] as number;
  let b = a;
  let c = a;
  let d = a;
  for (let k = 0, at = first, from = j * columnStep; k < inner; k++, at += leftStep, from += rightStep) {
    const factor = right[from] as number;
    a += factor * (left[at] as number);
    b += factor * (left[at + rowStep] as number);
    c += factor * (left[at + 2 * rowStep] as number);
    d += factor * (left[at + 3 * rowStep] as number);
  }
  out[to] = a;
  out[to + columns] = b;
  out[to + 2 * columns] = c;
  out[to + 3 * columns] = d;
}

/** Row i: tiles of 1 by 4, then single entries. */
function writeOneRow(out: Float64Array, factors: Factors, i: number): void {
  const { inner, columns, left, rowStep, leftStep, right, rightStep, columnStep, start } = factors;
  const first = i * rowStep;
  let to = i * columns;
  let j = 0;
  for (; j + 3 < columns; j += 4, to += 4) {
    let a = start[j] as number;
    let b = start[j + 1] as number;
    let c = start[j + 2] as number;
    let d = start[j + 3] as number;
    for (let k = 0, at = first, from = j * columnStep; k < inner; k++, at += leftStep, from += rightStep) {
      const factor = left[at] as number;
      a += factor * (right[from] as number);
      b += factor * (right[from + columnStep] as number);
      c += factor * (right[from + 2 * columnStep] as number);
      d += factor * (right[from + 3 * columnStep] as number);
    }
    out[to] = a;
    out[to + 1] = b;
    out[to + 2] = c;
    out[to + 3] = d;
  }
  for (; j < columns; j++, to++) {
    let total = start[j] as number;
    for (let k = 0, at = first, from = j * columnStep; k < inner; k++, at += leftStep, from += rightStep) {
      total += (left[at] as number) * (right[from] as number);
    }
    out[to] = total;
  }
}
