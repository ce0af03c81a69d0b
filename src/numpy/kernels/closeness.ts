/** Whether two arrays of doubles are close everywhere, in one walk and without a result in between. */
import { FLOAT64 } from './elementTypes';
import type { Heap } from './heap';
import { CONTIGUOUS, View } from './view';

/** The kernel behind `allclose`. */
export class Closeness {
  private readonly a = new View();
  private readonly b = new View();

  constructor(private readonly h: Heap) {}

  /**
   * Whether `|x - y| <= absolute + relative * |y|` for all elements. None where the arrays are not doubles of one shape
   * in C order, or hold what is not finite: that is Python's.
   */
  allClose(x: number, y: number, relative: number, absolute: number): number {
    const { h, a, b } = this;
    h.load(a, x);
    h.load(b, y);
    if (a.code !== FLOAT64 || b.code !== FLOAT64 || (a.flags & b.flags & CONTIGUOUS) === 0)
      return h.returnNone();
    if (a.nd !== b.nd || a.dims().some((n, i) => n !== b.shape[i])) return h.returnNone();
    const { F64 } = h;
    const shift = (b.ptr - a.ptr) >> 3;
    let close = true;
    let sum = 0;
    for (let p = a.ptr >> 3, end = p + a.size; p < end; p++) {
      const [one, other] = [F64[p] as number, F64[p + shift] as number];
      sum += (one - other) * 0;
      if (!(Math.abs(one - other) <= absolute + relative * Math.abs(other))) close = false;
    }
    return sum === 0 ? h.returnBool(close) : h.returnNone();
  }
}
