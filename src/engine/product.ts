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
}

/** Adds left·right to `out` (rows, columns). */
export function addProduct(out: Float64Array, factors: Factors): void {
  const { rows } = factors;
  let i = 0;
  for (; i + 3 < rows; i += 4) addFourRows(out, factors, i);
  for (; i < rows; i++) addOneRow(out, factors, i);
}

/** Rows i to i + 3: tiles of 4 by 2, and a column of 4 where the number of columns is odd. */
function addFourRows(out: Float64Array, factors: Factors, i: number): void {
  const { inner, columns, left, rowStep, leftStep, right, rightStep, columnStep } = factors;
  const start = i * rowStep;
  let to = i * columns;
  let j = 0;
  for (; j + 1 < columns; j += 2, to += 2) {
    let a0 = 0;
    let a1 = 0;
    let b0 = 0;
    let b1 = 0;
    let c0 = 0;
    let c1 = 0;
    let d0 = 0;
    let d1 = 0;
    for (let k = 0, at = start, from = j * columnStep; k < inner; k++, at += leftStep, from += rightStep) {
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
    addTo(out, to, a0);
    addTo(out, to + 1, a1);
    addTo(out, to + columns, b0);
    addTo(out, to + columns + 1, b1);
    addTo(out, to + 2 * columns, c0);
    addTo(out, to + 2 * columns + 1, c1);
    addTo(out, to + 3 * columns, d0);
    addTo(out, to + 3 * columns + 1, d1);
  }
  if (j === columns) return;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = 0, at = start, from = j * columnStep; k < inner; k++, at += leftStep, from += rightStep) {
    const factor = right[from] as number;
    a += factor * (left[at] as number);
    b += factor * (left[at + rowStep] as number);
    c += factor * (left[at + 2 * rowStep] as number);
    d += factor * (left[at + 3 * rowStep] as number);
  }
  addTo(out, to, a);
  addTo(out, to + columns, b);
  addTo(out, to + 2 * columns, c);
  addTo(out, to + 3 * columns, d);
}

/** Row i: tiles of 1 by 4, then single entries. */
function addOneRow(out: Float64Array, factors: Factors, i: number): void {
  const { inner, columns, left, rowStep, leftStep, right, rightStep, columnStep } = factors;
  const start = i * rowStep;
  let to = i * columns;
  let j = 0;
  for (; j + 3 < columns; j += 4, to += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0, at = start, from = j * columnStep; k < inner; k++, at += leftStep, from += rightStep) {
      const factor = left[at] as number;
      a += factor * (right[from] as number);
      b += factor * (right[from + columnStep] as number);
      c += factor * (right[from + 2 * columnStep] as number);
      d += factor * (right[from + 3 * columnStep] as number);
    }
    addTo(out, to, a);
    addTo(out, to + 1, b);
    addTo(out, to + 2, c);
    addTo(out, to + 3, d);
  }
  for (; j < columns; j++, to++) {
    let total = 0;
    for (let k = 0, at = start, from = j * columnStep; k < inner; k++, at += leftStep, from += rightStep) {
      total += (left[at] as number) * (right[from] as number);
    }
    addTo(out, to, total);
  }
}

function addTo(out: Float64Array, at: number, value: number): void {
  out[at] = (out[at] as number) + value;
}
