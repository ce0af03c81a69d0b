/** Counting numbers: how often each occurs, and how many lie in each bin. */
import { loadDoubles } from './assign';
import { INT64, isInteger, itemSize } from './elementTypes';
import { writeElement } from './elements';
import type { Heap } from './heap';
import { SCRATCH } from './scratch';
import { View } from './view';
import { fault } from './messages';

/** Whole numbers this far apart are counted in a table even where there are few of them. */
const NARROW = 4096;

/** The kernels that count. They give None for what is Python's. */
export class Counting {
  private readonly a = new View();
  private readonly edges = new View();

  constructor(private readonly h: Heap) {}

  /** How often each whole number from 0 occurs; `least` is the least length of the result. */
  bincount(array: number, least: number): number {
    const { h, a } = this;
    if (!loadDoubles(h, a, array, SCRATCH.a)) return h.returnNone();
    const F = h.F64;
    const first = a.ptr >> 3;
    const end = first + a.size;
    let most = least - 1;
    for (let i = first; i < end; i++) {
      const x = F[i] as number;
      if (x < 0) throw fault('negative_counts');
      if (x > most) most = x;
    }
    return this.counted(this.table(first, a.size, 0, most + 1));
  }

  /**
   * The distinct elements of an array of integers in order, and how often each occurs: a tuple of two arrays. None where
   * they are so far apart that sorting is faster.
   */
  tally(array: number): number {
    const { h, a } = this;
    h.load(a, array);
    const { code } = a;
    if (!isInteger(code) || a.size === 0 || !loadDoubles(h, a, array, SCRATCH.a)) return h.returnNone();
    const first = a.ptr >> 3;
    const end = first + a.size;
    const F = h.F64;
    let low = F[first] as number;
    let high = low;
    for (let i = first; i < end; i++) {
      const x = F[i] as number;
      if (x < low) low = x;
      else if (x > high) high = x;
    }
    if (high - low >= Math.max(NARROW, 2 * a.size)) return h.returnNone();
    const table = this.table(first, a.size, low, high - low + 1);
    const there = table.reduce((count, times) => count + (times > 0 ? 1 : 0), 0);
    const values = new View();
    values.layOut([there]);
    values.code = code;
    const distinct = h.newArray(values);
    const at = values.ptr / itemSize(code);
    const times = new Int32Array(there);
    for (let i = 0, found = 0; i < table.length; i++) {
      if (table[i] === 0) continue;
      times[found] = table[i] as number;
      writeElement(h, code, at + found++, low + i);
    }
    const tuple = h.made(h.api._PyTuple_New(2));
    h.api._PyTuple_SetItem(tuple, 0, distinct);
    h.api._PyTuple_SetItem(tuple, 1, this.counted(times));
    return tuple;
  }

  /**
   * How many elements lie in each bin between ascending edges; the last bin has its upper edge too. `isUniform` says that
   * the bins are equally wide: where an element lies is then computed, and put right by the edges beside it.
   */
  histogram(array: number, between: number, isUniform: boolean): number {
    const { h, a, edges } = this;
    if (!loadDoubles(h, a, array, SCRATCH.a) || !loadDoubles(h, edges, between, SCRATCH.b))
      return h.returnNone();
    const bins = edges.size - 1;
    const counts = new Int32Array(bins);
    const find = isUniform ? countUniform : countSorted;
    find(h.F64, a.ptr >> 3, a.size, edges.ptr >> 3, counts);
    return this.counted(counts);
  }

  /** How often each of `length` whole numbers from `low` on occurs among n doubles. */
  private table(first: number, n: number, low: number, length: number): Int32Array {
    const F = this.h.F64;
    const table = new Int32Array(length);
    for (let i = first; i < first + n; i++) {
      const slot = (F[i] as number) - low;
      table[slot] = (table[slot] as number) + 1;
    }
    return table;
  }

  /** Counts as an int64 array. */
  private counted(counts: Int32Array): number {
    const { h } = this;
    const to = new View();
    to.layOut([counts.length]);
    to.code = INT64;
    const result = h.newArray(to);
    const { I32 } = h;
    for (let i = 0, at = to.ptr >> 2; i < counts.length; i++, at += 2) {
      I32[at] = counts[i] as number;
      I32[at + 1] = 0;
    }
    return result;
  }
}

function countUniform(F: Float64Array, at: number, n: number, edges: number, counts: Int32Array): void {
  const last = counts.length - 1;
  const low = F[edges] as number;
  const high = F[edges + last + 1] as number;
  const perUnit = counts.length / (high - low);
  for (let i = at; i < at + n; i++) {
    const x = F[i] as number;
    if (!(x >= low && x <= high)) continue;
    let bin = ((x - low) * perUnit) | 0;
    if (bin > last) bin = last;
    while (bin > 0 && x < (F[edges + bin] as number)) bin--;
    while (bin < last && x >= (F[edges + bin + 1] as number)) bin++;
    counts[bin] = (counts[bin] as number) + 1;
  }
}

function countSorted(F: Float64Array, at: number, n: number, edges: number, counts: Int32Array): void {
  const last = counts.length - 1;
  const low = F[edges] as number;
  const high = F[edges + last + 1] as number;
  for (let i = at; i < at + n; i++) {
    const x = F[i] as number;
    if (!(x >= low && x <= high)) continue;
    // The last bin that begins at or before the element.
    let bin = 0;
    let end = last;
    while (bin < end) {
      const middle = (bin + end + 1) >> 1;
      if ((F[edges + middle] as number) <= x) bin = middle;
      else end = middle - 1;
    }
    counts[bin] = (counts[bin] as number) + 1;
  }
}
