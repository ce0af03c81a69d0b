/** `clip` between two numbers, in one pass. */
import { compact } from './assign';
import { FLOAT32, FLOAT64, itemSize } from './elementTypes';
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
    const [from, to] = [a.ptr / itemSize(code), r.ptr / itemSize(code)];
    // The bounds lie behind one another where elements of their type can be read.
    const bounds = h.scratch(SCRATCH.constants, 64) / itemSize(code);
    const F = code === FLOAT64 ? h.F64 : h.F32;
    F[bounds] = Math.min(least, most);
    F[bounds + 1] = most;
    if (code === FLOAT64) {
      const k = h.vectors.clip(a.size, from, bounds, to);
      clipDoubles(h.F64, from + k, a.size - k, bounds, to + k);
    } else clipSingles(h.F32, from, a.size, bounds, to);
    return result;
  }

  /** A bound as a number, NaN where it is none or would widen the result's type. */
  private bound(view: View, object: number, slot: number): number {
    const { h, a } = this;
    if (!loadOperand(h, view, object, slot) || view.nd > 0 || view.store !== FLOAT64) return NaN;
    return promote(a, view) === a.code ? (h.F64[view.ptr >> 3] as number) : NaN;
  }
}

/**
 * Copies n doubles, but for those beyond the two bounds: of these the bound. Which of the three is read is computed rather
 * than branched to: a processor cannot foresee it. What compares with nothing, a NaN, stays.
 */
function clipDoubles(F: Float64Array, at: number, n: number, bounds: number, to: number): void {
  const low = F[bounds] as number;
  const high = F[bounds + 1] as number;
  for (const end = at + n; at < end; at++, to++) {
    const x = F[at] as number;
    const below = -Number(x < low) & (bounds - at);
    const above = -Number(x > high) & (bounds + 1 - at);
    F[to] = F[at + below + above] as number;
  }
}

/** The same of singles. */
function clipSingles(F: Float32Array, at: number, n: number, bounds: number, to: number): void {
  const low = F[bounds] as number;
  const high = F[bounds + 1] as number;
  for (const end = at + n; at < end; at++, to++) {
    const x = F[at] as number;
    const below = -Number(x < low) & (bounds - at);
    const above = -Number(x > high) & (bounds + 1 - at);
    F[to] = F[at + below + above] as number;
  }
}
