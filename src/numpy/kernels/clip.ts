/** `clip` between two numbers, in one pass. */
import { compact } from './assign';
import { FLOAT32, FLOAT64 } from './elementTypes';
import type { Heap } from './heap';
import { loadOperand, promote } from './operands';
import { SCRATCH } from './scratch';
import { View } from './view';

/** Floats kept between two bounds. */
export class Clipping {
  private readonly a = new View();
  private readonly low = new View();
  private readonly high = new View();
  private readonly r = new View();

  constructor(private readonly h: Heap) {}

  /** `clip(array, low, high)` of floats between numbers that are no NaN; None for anything else. */
  clip(array: number, low: number, high: number): number {
    const { h, a, r } = this;
    h.load(a, array);
    const { code } = a;
    if ((code !== FLOAT64 && code !== FLOAT32) || a.nd === 0) return h.returnNone();
    const least = this.bound(this.low, low, 0);
    const most = this.bound(this.high, high, 1);
    if (!(least === least && most === most)) return h.returnNone();
    compact(h, a, SCRATCH.a, code);
    r.layOut(a.shape, a.nd);
    r.code = code;
    const result = h.newArray(r);
    if (code === FLOAT64) clipDoubles(h.F64, a.ptr >> 3, a.size, least, most, r.ptr >> 3);
    else clipSingles(h.F32, a.ptr >> 2, a.size, Math.fround(least), Math.fround(most), r.ptr >> 2);
    return result;
  }

  /** A bound as a number, NaN where it is none or would widen the result's type. */
  private bound(view: View, object: number, slot: number): number {
    const { h, a } = this;
    if (!loadOperand(h, view, object, slot) || view.nd > 0 || view.store !== FLOAT64) return NaN;
    return promote(a, view) === a.code ? (h.F64[view.ptr >> 3] as number) : NaN;
  }
}

function clipDoubles(F: Float64Array, at: number, n: number, low: number, high: number, to: number): void {
  for (let i = 0; i < n; i++) {
    // What compares with nothing, a NaN, stays.
    let x = F[at + i] as number;
    if (x < low) x = low;
    if (x > high) x = high;
    F[to + i] = x;
  }
}

function clipSingles(F: Float32Array, at: number, n: number, low: number, high: number, to: number): void {
  for (let i = 0; i < n; i++) {
    let x = F[at + i] as number;
    if (x < low) x = low;
    if (x > high) x = high;
    F[to + i] = x;
  }
}
