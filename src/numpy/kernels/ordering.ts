/** Sorting and searching numbers. */
import { compact, loadDoubles } from './assign';
import { FLOAT64, INT64 } from './elementTypes';
import type { Heap } from './heap';
import { SCRATCH } from './scratch';
import { stored } from './stored';
import { nth } from './nth';
import { View } from './view';

/** Sorts the positions of n doubles by their values, equal ones as they come and NaN last: a merge sort. */
function sortPositions(
  F: Float64Array,
  first: number,
  n: number,
  order: Int32Array,
  spare: Int32Array,
): void {
  for (let i = 0; i < n; i++) order[i] = i;
  let from = order;
  let to = spare;
  for (let width = 1; width < n; width *= 2) {
    for (let low = 0; low < n; low += 2 * width) {
      const middle = Math.min(low + width, n);
      const high = Math.min(low + 2 * width, n);
      let left = low;
      let right = middle;
      for (let at = low; at < high; at++) {
        const takeLeft =
          left < middle &&
          (right >= high ||
            !isBefore(
              F[first + (from[right] as number)] as number,
              F[first + (from[left] as number)] as number,
            ));
        to[at] = from[takeLeft ? left++ : right++] as number;
      }
    }
    [from, to] = [to, from];
  }
  if (from !== order) order.set(from.subarray(0, n));
}

function isBefore(x: number, y: number): boolean {
  return x < y || (y !== y && x === x);
}

/** The kernels for order among numbers. Those that meet integers beyond doubles give None, and Python does the work. */
export class Ordering {
  private readonly a = new View();
  private readonly v = new View();

  constructor(private readonly h: Heap) {}

  /** A new array, each row along the last axis sorted. */
  sort(array: number): number {
    const { h, a } = this;
    if (!loadDoubles(h, a, array, SCRATCH.a)) return h.returnNone();
    const sorted = new View();
    sorted.copyFrom(a);
    compact(h, sorted, SCRATCH.overlap, FLOAT64);
    const n = a.nd === 0 ? 1 : nth(a.shape, a.nd - 1);
    const first = sorted.ptr >> 3;
    if (n > 1) for (let at = first; at < first + a.size; at += n) h.F64.subarray(at, at + n).sort();
    return stored(h, sorted, a.code);
  }

  /** The positions that would sort each row along the last axis. */
  argsort(array: number): number {
    const { h, a } = this;
    if (!loadDoubles(h, a, array, SCRATCH.a)) return h.returnNone();
    const n = a.nd === 0 ? 1 : nth(a.shape, a.nd - 1);
    const to = new View();
    to.layOut(a.shape, a.nd);
    to.code = INT64;
    const result = h.newArray(to);
    const [order, spare] = [new Int32Array(n), new Int32Array(n)];
    const word = to.ptr >> 2;
    for (let row = 0; row < a.size; row += Math.max(n, 1)) {
      sortPositions(h.F64, (a.ptr >> 3) + row, n, order, spare);
      for (let i = 0; i < n; i++) {
        h.I32[word + 2 * (row + i)] = order[i] as number;
        h.I32[word + 2 * (row + i) + 1] = 0;
      }
    }
    return result;
  }

  /** Where each value belongs in a sorted array: before equal elements, or behind them where `right` is 1. */
  search(array: number, values: number, right: number): number {
    const { h, a, v } = this;
    if (!loadDoubles(h, a, array, SCRATCH.a) || !loadDoubles(h, v, values, SCRATCH.b)) return h.returnNone();
    const to = new View();
    to.layOut(v.shape, v.nd);
    to.code = INT64;
    const result = h.newArray(to);
    const F = h.F64;
    for (let i = 0; i < v.size; i++) {
      const x = F[(v.ptr >> 3) + i] as number;
      let low = 0;
      let high = a.size;
      while (low < high) {
        const middle = (low + high) >> 1;
        const y = F[(a.ptr >> 3) + middle] as number;
        if (right === 1 ? !isBefore(x, y) : isBefore(y, x)) low = middle + 1;
        else high = middle;
      }
      h.I32[(to.ptr >> 2) + 2 * i] = low;
      h.I32[(to.ptr >> 2) + 2 * i + 1] = 0;
    }
    return result;
  }
}
