/** What goes along one axis: positions of extremes, and running results. */
import { compact } from './assign';
import type { ReduceUpcalls } from './axes';
import { axisError } from './axes';
import { BOOL, FLOAT16, FLOAT64, INT64, isNarrow } from './elementTypes';
import { whereLargest, whereSmallest } from './extremes';
import type { Heap } from './heap';
import { loadOperand } from './operands';
import { PythonError } from './pythonError';
import { sumType } from './reductionCodes';
import { ADD, ALL, ANY, MAXIMUM, MULTIPLY } from './reductionCodes';
import { SCRATCH } from './scratch';
import { fromDoubles, stored } from './stored';
import { nth } from './nth';
import { View } from './view';
import { tellFaults } from './faults';
import { runningFaults } from './totalFaults';

/** The operations along one axis of an array. */
export class AlongAxis {
  private readonly a = new View();
  private readonly r = new View();

  constructor(
    private readonly h: Heap,
    private readonly up: ReduceUpcalls,
  ) {}

  /** The position of the largest (or smallest) element along an axis, or in the flattened array. */
  arg(code: number, x: number, axis: number, keepdims: boolean): number {
    const { h, a, r } = this;
    if (!loadOperand(h, a, x, 0)) throw new PythonError('type', 'argmax needs an array');
    const { nd } = a;
    compact(h, a, SCRATCH.a, FLOAT64);
    let along = -1;
    if (axis !== h.none && nd > 0) {
      const value = h.index(axis);
      along = value < 0 ? value + nd : value;
      if (along < 0 || along >= nd) axisError(h, this.up, value, nd);
    }
    const n = along < 0 ? a.size : nth(a.shape, along);
    const inner = along < 0 ? 1 : nth(a.strides, along);
    if (n === 0) {
      throw new PythonError(
        'value',
        `attempt to get ${code === MAXIMUM ? 'argmax' : 'argmin'} of an empty sequence`,
      );
    }
    const shape: number[] = [];
    for (let i = 0; i < nd; i++) {
      if (along < 0 || i === along) {
        if (keepdims) shape.push(1);
      } else shape.push(nth(a.shape, i));
    }
    r.layOut(shape);
    const to = h.scratch(SCRATCH.result, r.size * 8) >> 3;
    const F = h.F64;
    const outer = along < 0 ? 1 : a.size / (n * inner);
    for (let o = 0; o < outer; o++) {
      for (let k = 0; k < inner; k++) {
        const at = (a.ptr >> 3) + o * n * inner + k;
        F[to + o * inner + k] =
          code === MAXIMUM ? whereLargest(h, at, n, inner) : whereSmallest(h, at, n, inner);
      }
    }
    return fromDoubles(h, to << 3, INT64, shape);
  }

  /** Running sums, products and extremes along an axis. */
  accumulate(code: number, x: number, axis: number, dtype: number): number {
    const { h, a } = this;
    if (!loadOperand(h, a, x, 0)) throw new PythonError('type', 'accumulate needs an array');
    const { nd } = a;
    let type = a.code;
    if (code === ADD || code === MULTIPLY) type = sumType(type);
    if (code === ALL || code === ANY) type = BOOL;
    if (dtype >= 0) type = dtype;
    const value = h.index(axis);
    const along = value < 0 ? value + nd : value;
    if (!(along >= 0 && along < nd)) axisError(h, this.up, value, nd);
    compact(h, a, SCRATCH.overlap, a.store);
    compact(h, a, SCRATCH.a, FLOAT64);
    const from = new View();
    from.copyFrom(a);
    const F = h.F64;
    const n = nth(a.shape, along);
    const inner = nth(a.strides, along);
    const single = isNarrow(type);
    let isFinite = true;
    for (let o = 0; o * n * inner < a.size; o++) {
      for (let k = 0; k < inner; k++) {
        let at = (a.ptr >> 3) + o * n * inner + k;
        let total = F[at] as number;
        if (code === ADD && !single) {
          for (let i = 1; i < n; i++) F[(at += inner)] = total += F[at] as number;
          isFinite &&= total - total === 0;
          continue;
        }
        for (let i = 1; i < n; i++) {
          at += inner;
          const next = F[at] as number;
          if (code === ADD) total += next;
          else if (code === MULTIPLY) total *= next;
          else if (code === ALL) total = total !== 0 && next !== 0 ? 1 : 0;
          else if (code === ANY) total = total !== 0 || next !== 0 ? 1 : 0;
          else if (total === total && (next !== next || (code === MAXIMUM ? next > total : next < total)))
            total = next;
          if (single) total = Math.fround(total);
          F[at] = total;
        }
        isFinite &&= total - total === 0;
      }
    }
    const result = stored(h, from, type);
    if (isFinite && type !== FLOAT16) return result;
    const faults = code === ADD || code === MULTIPLY ? this.faults(type, x, from, n, inner) : 0;
    if (faults !== 0) tellFaults(h, this.up, faults, 'accumulate', result);
    return result;
  }

  private faults(type: number, x: number, totals: View, n: number, inner: number): number {
    const { h, a } = this;
    loadOperand(h, a, x, 0);
    compact(h, a, SCRATCH.other, FLOAT64);
    return runningFaults(h, type, a.size, n, inner, a.ptr >> 3, totals.ptr >> 3);
  }
}
