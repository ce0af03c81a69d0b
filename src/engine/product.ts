/**
 * The one loop that takes time: a matrix product on bare arrays. It works in tiles whose sums stay in registers,
 * because a product of a small network is so short that every read, write and turn of a loop shows; measured, tiles of
 * 4 rows by 2 columns take half to two thirds of the time of the plain triple loop, small or large.
 */

/** How the factors lie: as they are multiplied, or one of them as its transpose. */
export type Form = 'a·b' | 'aᵀ·b' | 'a·bᵀ';

/**
 * Writes start + left·right into `out` (rows, columns); every row starts from the row `start`. Numbers and bare arrays
 * are passed one by one, because an object made for every product is what a training loop would wait for. Beyond the
 * last row a tile computes the last row again, which takes less time than a loop for what is left over.
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
  // Entries from one row, inner index or column of a factor to the next.
  const rowStep = form === 'aᵀ·b' ? 1 : inner;
  const leftStep = form === 'aᵀ·b' ? rows : 1;
  const rightStep = form === 'a·bᵀ' ? 1 : columns;
  const columnStep = form === 'a·bᵀ' ? inner : 1;
  const last = rows - 1;
  for (let i = 0; i < rows; i += 4) {
    const second = Math.min(i + 1, last);
    const third = Math.min(i + 2, last);
    const fourth = Math.min(i + 3, last);
    const [leftA, leftB, leftC, leftD] = [i * rowStep, second * rowStep, third * rowStep, fourth * rowStep];
    const [outA, outB, outC, outD] = [i * columns, second * columns, third * columns, fourth * columns];
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
      for (let k = 0, at = 0, from = j * columnStep; k < inner; k++, at += leftStep, from += rightStep) {
        const r0 = right[from] as number;
        const r1 = right[from + columnStep] as number;
        const a = left[leftA + at] as number;
        const b = left[leftB + at] as number;
        const c = left[leftC + at] as number;
        const d = left[leftD + at] as number;
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
    for (let k = 0, at = 0, from = j * columnStep; k < inner; k++, at += leftStep, from += rightStep) {
      const factor = right[from] as number;
      a += factor * (left[leftA + at] as number);
      b += factor * (left[leftB + at] as number);
      c += factor * (left[leftC + at] as number);
      d += factor * (left[leftD + at] as number);
    }
    out[outA + j] = a;
    out[outB + j] = b;
    out[outC + j] = c;
    out[outD + j] = d;
  }
}
