/** Reductions: sums, products, extremes, means. */
import { asDoubles, compact, eachRow } from './assign';
import type { Axis, ReduceUpcalls } from './axes';
import { coalesce, parseAxes, walk } from './axes';
import { extremeColumns, sumColumns, sumSquares } from './columns';
import { BOOL, FLOAT16, FLOAT64, UINT64, isWide, isNarrow } from './elementTypes';
import { met, readWide } from './elements';
import { largest, smallest } from './extremes';
import type { Heap } from './heap';
import { loadOperand } from './operands';
import { pairwise, pairwise32 } from './pairwise';
import { sumType } from './reductionCodes';
import { ADD, ALL, ANY, MAXIMUM, MEAN, MINIMUM, MULTIPLY, REDUCE } from './reductionCodes';
import { SCRATCH } from './scratch';
import { fromDoubles } from './stored';
import { hasNumber, hasTruth } from './truths';
import { nth } from './nth';
import { CONTIGUOUS, View } from './view';
import { fault } from './messages';
import { tellFaults } from './faults';
import { foldFaults } from './totalFaults';

/** What a row-after-row loop reduces. */
const BY_COLUMNS: ReadonlySet<number> = new Set([ADD, MEAN, MAXIMUM, MINIMUM]);

/** The reductions over one array. */
export class Reductions {
  private readonly a = new View();
  private readonly r = new View();

  constructor(
    private readonly h: Heap,
    private readonly up: ReduceUpcalls,
  ) {}

  /** Reduces `x` over `axis`; `dtype` is a type code or -1. Gives a scalar where no axis is left. */
  reduce(code: number, x: number, axis: number, keepdims: boolean, dtype: number): number {
    const { h, a, r } = this;
    if (!loadOperand(h, a, x, 0)) return this.slow(code, x, axis, keepdims, dtype);
    let type = a.code;
    if (code === ADD || code === MULTIPLY) type = sumType(type);
    if (code === MEAN && type < FLOAT16) type = FLOAT64;
    if (code === ALL || code === ANY) type = BOOL;
    if (dtype >= 0) type = dtype;
    if (a.code >= FLOAT16 && type < FLOAT16 && type !== BOOL)
      return this.slow(code, x, axis, keepdims, dtype);
    if (type === BOOL && a.store === BOOL && axis === h.none && !keepdims && (a.flags & CONTIGUOUS) !== 0) {
      // Truth values are searched for the one that decides.
      const found = hasTruth(h, a.ptr, a.size, code === ALL ? 0 : 1);
      if (code === ALL || code === ANY) return h.scalar(BOOL, found === (code === ANY) ? 1 : 0);
    }
    const reduced = parseAxes(h, this.up, axis, a.nd);
    // Reading the axes may have run Python code, and with it this very kernel.
    loadOperand(h, a, x, 0);
    met.clear();
    asDoubles(h, a, SCRATCH.a);
    if (isNarrow(type) && a.code > type) return this.slow(code, x, axis, keepdims, dtype);
    const shape: number[] = [];
    const kept: Axis[] = [];
    const dropped: Axis[] = [];
    let count = 1;
    for (let i = 0; i < a.nd; i++) {
      const part = { n: nth(a.shape, i), stride: nth(a.strides, i) };
      if (reduced[i] === true) {
        dropped.push(part);
        count *= part.n;
        if (keepdims) shape.push(1);
      } else {
        kept.push(part);
        shape.push(part.n);
      }
    }
    if (count === 0 && (code === MAXIMUM || code === MINIMUM)) {
      const size = shape.reduce((p, q) => p * q, 1);
      if (size > 0) {
        const name = REDUCE[code];
        throw fault('no_identity', name);
      }
    }
    r.layOut(shape);
    r.code = type;
    const at = type === FLOAT64 && r.nd > 0 ? h.newArray(r) : 0;
    const to = at === 0 ? h.scratch(SCRATCH.result, r.size * 8) : r.ptr;
    const faults = this.fold(code, type, kept, coalesce(dropped), count, to >> 3);
    if (isWide(type) && code <= MINIMUM && (met.inexact || this.beyond(to >> 3, r.size)))
      return this.exact(code, type, x, axis, keepdims);
    const result = at === 0 ? fromDoubles(h, to, type, shape) : at;
    if (faults !== 0) tellFaults(h, this.up, faults, 'reduce', result);
    return result;
  }

  /**
   * `Σ (x - centre)²` over the first axis of doubles in C order, `centre` being the size of one row of several. None for
   * anything else, and where a sum is not finite: what went wrong is then asked step by step.
   */
  columnSquares(x: number, centre: number): number {
    const { h, a, r } = this;
    const middle = new View();
    h.load(a, x);
    h.load(middle, centre);
    const n = a.nd > 1 ? nth(a.shape, 0) : 0;
    const plain = [a, middle].every((view) => view.code === FLOAT64 && (view.flags & CONTIGUOUS) !== 0);
    if (!plain || n === 0 || middle.size < 2 || middle.size * n !== a.size) return h.returnNone();
    const m = middle.size;
    r.layOut(a.shape.slice(1, a.nd));
    r.code = FLOAT64;
    const result = h.newArray(r);
    const [F, to] = [h.F64, r.ptr >> 3];
    F.fill(0, to, to + m);
    sumSquares(F, a.ptr >> 3, n, m, m, middle.ptr >> 3, to);
    for (let j = to; j < to + m; j++) {
      if (Number.isFinite(F[j])) continue;
      h.api._Py_DecRef(result);
      return h.returnNone();
    }
    return result;
  }

  private beyond(at: number, size: number): boolean {
    for (let i = 0; i < size; i++) if (Math.abs(this.h.F64[at + i] as number) > 9007199254740991) return true;
    return false;
  }

  private slow(code: number, x: number, axis: number, keepdims: boolean, dtype: number): number {
    const { h } = this;
    const args = [h.int(code), x, axis, keepdims ? h.true_ : h.false_, h.int(dtype)];
    return h.call(this.up.slow_reduce, ...args);
  }

  /** Sums, products and extremes of 64-bit integers that doubles cannot hold. */
  private exact(code: number, type: number, x: number, axis: number, keepdims: boolean): number {
    const { h, a, r } = this;
    h.load(a, x);
    const reduced = parseAxes(h, this.up, axis, a.nd);
    compact(h, a, SCRATCH.a, type);
    const strides: number[] = [];
    let size = 1;
    const shape: number[] = [];
    for (let i = a.nd - 1; i >= 0; i--) {
      strides[i] = reduced[i] === true ? 0 : size;
      if (reduced[i] !== true) size *= nth(a.shape, i);
      if (reduced[i] !== true || keepdims) shape.unshift(reduced[i] === true ? 1 : nth(a.shape, i));
    }
    const totals = new Array<bigint | undefined>(size).fill(
      code === ADD ? 0n : code === MULTIPLY ? 1n : undefined,
    );
    const wrapped = (value: bigint): bigint =>
      type === UINT64 ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value);
    const last = a.nd - 1;
    const n = a.nd === 0 ? 1 : nth(a.shape, last);
    eachRow(a.shape, a.nd, a.strides, strides, (from, to) => {
      for (let i = 0; i < n; i++) {
        const value = readWide(h, type, (a.ptr >> 3) + from + i);
        const slot = to + i * nth(strides, last);
        const total = totals[slot];
        if (total === undefined) totals[slot] = value;
        else if (code === ADD) totals[slot] = wrapped(total + value);
        else if (code === MULTIPLY) totals[slot] = wrapped(total * value);
        else if (code === MAXIMUM) totals[slot] = value > total ? value : total;
        else totals[slot] = value < total ? value : total;
      }
    });
    const [only] = totals;
    if (shape.length === 0 && only !== undefined) return h.wideScalar(type, only);
    r.layOut(shape);
    r.code = type;
    const array = h.newArray(r);
    totals.forEach((total, i) => {
      h.I64[(r.ptr >> 3) + i] = total ?? 0n;
    });
    return array;
  }

  /** Folds every kept position's elements into one double at `to`, in C order; gives the faults that were met. */
  private fold(
    code: number,
    type: number,
    kept: readonly Axis[],
    dropped: readonly Axis[],
    count: number,
    to: number,
  ): number {
    const { h, a } = this;
    const F = h.F64;
    const base = a.ptr >> 3;
    const smallest = kept.reduce(
      (s, axis) => (axis.n > 1 ? Math.min(s, Math.abs(axis.stride)) : s),
      Infinity,
    );
    const inner = dropped.at(-1) ?? { n: 1, stride: 0 };
    const outer = dropped.slice(0, -1);
    const rows: number[] = [0];
    for (const axis of outer) {
      const before = rows.splice(0);
      for (const row of before) for (let i = 0; i < axis.n; i++) rows.push(row + i * axis.stride);
    }
    const sum = (from: number): number => {
      if (isNarrow(type)) return pairwise32(F, from, inner.n, inner.stride);
      return inner.stride === 1 ? h.vectors.sum(inner.n, from) : pairwise(F, from, inner.n, inner.stride);
    };
    const inOrder = Math.abs(inner.stride) > smallest;
    const one = (at: number): number => {
      if (count === 0) return code === MULTIPLY || code === ALL ? 1 : code === MEAN ? NaN : 0;
      if (code === ADD || code === MEAN) {
        let total = 0;
        for (const row of rows) {
          if (inOrder) {
            for (let i = 0, p = at + row; i < inner.n; i++, p += inner.stride) {
              total += F[p] as number;
              if (isNarrow(type)) total = Math.fround(total);
            }
          } else total += sum(at + row);
        }
        return code === MEAN ? total / count : total;
      }
      return extreme(h, code, at, rows, inner, isNarrow(type));
    };
    const wide = kept.filter((axis) => axis.n !== 1);
    const [only, more] = wide.every((axis, i) => i === 0 || nth(wide, i - 1).stride >= axis.stride)
      ? coalesce(wide)
      : [];
    if (inOrder && count > 0 && only?.stride === 1 && more === undefined && BY_COLUMNS.has(code)) {
      const adds = code === ADD || code === MEAN;
      if (adds) F.fill(0, to, to + only.n);
      else F.copyWithin(to, base, base + only.n);
      for (const row of rows) {
        if (adds) sumColumns(h, base + row, inner.n, inner.stride, only.n, to, isNarrow(type));
        else extremeColumns(F, base + row, inner.n, inner.stride, only.n, to, code === MAXIMUM);
      }
      if (code === MEAN) for (let j = to; j < to + only.n; j++) F[j] = (F[j] as number) / count;
    } else {
      walk(kept, base, (at, i) => {
        F[to + i] = one(at);
      });
    }
    const hasFaults = count > 0 && (code === ADD || code === MULTIPLY || code === MEAN);
    return hasFaults ? foldFaults(h, type, code === MULTIPLY, base, kept, rows, inner, to) : 0;
  }
}

function extreme(
  h: Heap,
  code: number,
  at: number,
  rows: readonly number[],
  inner: Axis,
  single: boolean,
): number {
  const F = h.F64;
  let best = code === MULTIPLY || code === ALL ? 1 : code === ANY ? 0 : (F[at] as number);
  if (code === MAXIMUM || code === MINIMUM) {
    for (const row of rows) {
      if (code === MAXIMUM) best = largest(h, at + row, inner.n, inner.stride, best);
      else best = smallest(h, at + row, inner.n, inner.stride, best);
    }
    return best;
  }
  for (const row of rows) {
    if (code === MULTIPLY) {
      for (let i = 0, p = at + row; i < inner.n; i++, p += inner.stride) {
        best *= F[p] as number;
        if (single) best = Math.fround(best);
      }
    } else if (hasNumber(F, at + row, inner.n, inner.stride, code === ANY)) return 1 - best;
  }
  return best;
}
