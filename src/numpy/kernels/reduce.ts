/** Reductions: sums in NumPy's own order (pairwise, so that the last digits agree), products, extremes, positions. */
import { asDoubles, compact, eachRow, loadOperand, met, SCRATCH } from './cast';
import type { Heap } from './heap';
import { BOOL, FLOAT32, FLOAT64, INT32, INT64, PythonError, View } from './heap';

/** What can be reduced, in the order of the codes. */
export const REDUCE = ['add', 'multiply', 'maximum', 'minimum', 'logical_and', 'logical_or', 'mean'] as const;
const ADD = 0;
const MULTIPLY = 1;
const MAXIMUM = 2;
const MINIMUM = 3;
const ALL = 4;
const ANY = 5;
const MEAN = 6;

/** What the reductions ask Python to do. */
export interface ReduceUpcalls {
  slow_reduce: number;
  slow_axis: number;
  axis_error: number;
}

function pairwise(F: Float64Array, at: number, n: number, stride: number): number {
  if (n < 8) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += F[at + i * stride] as number;
    return sum;
  }
  if (n <= 128) {
    let [r0, r1, r2, r3] = [F[at], F[at + stride], F[at + 2 * stride], F[at + 3 * stride]] as [
      number,
      number,
      number,
      number,
    ];
    let [r4, r5, r6, r7] = [
      F[at + 4 * stride],
      F[at + 5 * stride],
      F[at + 6 * stride],
      F[at + 7 * stride],
    ] as [number, number, number, number];
    let i = 8;
    for (; i < n - (n % 8); i += 8) {
      const p = at + i * stride;
      r0 += F[p] as number;
      r1 += F[p + stride] as number;
      r2 += F[p + 2 * stride] as number;
      r3 += F[p + 3 * stride] as number;
      r4 += F[p + 4 * stride] as number;
      r5 += F[p + 5 * stride] as number;
      r6 += F[p + 6 * stride] as number;
      r7 += F[p + 7 * stride] as number;
    }
    let sum = r0 + r1 + (r2 + r3) + (r4 + r5 + (r6 + r7));
    for (; i < n; i++) sum += F[at + i * stride] as number;
    return sum;
  }
  let half = n >> 1;
  half -= half % 8;
  return pairwise(F, at, half, stride) + pairwise(F, at + half * stride, n - half, stride);
}

/** The same in single precision: every step is rounded. */
function pairwise32(F: Float64Array, at: number, n: number, stride: number): number {
  const f = Math.fround;
  if (n < 8) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum = f(sum + (F[at + i * stride] ?? 0));
    return sum;
  }
  if (n <= 128) {
    const r = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => F[at + k * stride] ?? 0);
    let i = 8;
    for (; i < n - (n % 8); i += 8)
      for (let k = 0; k < 8; k++) r[k] = f((r[k] ?? 0) + (F[at + (i + k) * stride] ?? 0));
    const g = (k: number): number => f((r[k] ?? 0) + (r[k + 1] ?? 0));
    let sum = f(f(g(0) + g(2)) + f(g(4) + g(6)));
    for (; i < n; i++) sum = f(sum + (F[at + i * stride] ?? 0));
    return sum;
  }
  let half = n >> 1;
  half -= half % 8;
  return f(pairwise32(F, at, half, stride) + pairwise32(F, at + half * stride, n - half, stride));
}

/** Which axes a Python `axis` argument names: one bit of the list for each axis of the array. */
export function parseAxes(h: Heap, up: ReduceUpcalls, axis: number, nd: number): boolean[] {
  const reduced = new Array<boolean>(nd).fill(axis === h.none);
  if (axis === h.none) return reduced;
  const one = (object: number): void => {
    let value = h.index(object);
    if (Number.isNaN(value)) value = h.index(h.call(up.slow_axis, object));
    const at = value < 0 ? value + nd : value;
    // NumPy takes axis 0 and -1 of a scalar to be the scalar itself.
    if (nd === 0 && (value === 0 || value === -1)) return;
    if (at < 0 || at >= nd) axisError(h, up, value, nd);
    if (reduced[at]) throw new PythonError('value', "duplicate value in 'axis'");
    reduced[at] = true;
  };
  if (h.typeOf(axis) === h.api._PyTuple_Type) {
    for (let i = 0; i < h.count(axis); i++) one(h.tupleItem(axis, i));
  } else one(axis);
  return reduced;
}

/** Raises NumPy's `AxisError`. */
export function axisError(h: Heap, up: ReduceUpcalls, axis: number, nd: number): never {
  h.callAndRelease(up.axis_error, h.int(axis), h.int(nd));
  throw new PythonError('set');
}

interface Axis {
  n: number;
  stride: number;
}

/** Joins axes that lie behind one another in memory, the widest stride first. */
function coalesce(axes: Axis[]): Axis[] {
  const sorted = axes.filter((axis) => axis.n !== 1).sort((p, q) => Math.abs(q.stride) - Math.abs(p.stride));
  const joined: Axis[] = [];
  for (const axis of sorted) {
    const before = joined.at(-1);
    if (before?.stride === axis.stride * axis.n) {
      before.n *= axis.n;
      before.stride = axis.stride;
    } else joined.push({ ...axis });
  }
  return joined;
}

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
    if ((code === ADD || code === MULTIPLY) && type < INT64) type = INT64;
    if (code === MEAN && type <= INT64) type = FLOAT64;
    if (code === ALL || code === ANY) type = BOOL;
    if (dtype >= 0) type = dtype;
    if (a.code >= FLOAT32 && type <= INT64 && type !== BOOL) return this.slow(code, x, axis, keepdims, dtype);
    const reduced = parseAxes(h, this.up, axis, a.nd);
    // Reading the axes may have run Python code, and with it this very kernel.
    loadOperand(h, a, x, 0);
    met.clear();
    asDoubles(h, a, SCRATCH.a);
    if (type === FLOAT32 && a.code === FLOAT64) return this.slow(code, x, axis, keepdims, dtype);
    const shape: number[] = [];
    const kept: Axis[] = [];
    const dropped: Axis[] = [];
    let count = 1;
    for (let i = 0; i < a.nd; i++) {
      const part = { n: a.shape[i] ?? 0, stride: a.strides[i] ?? 0 };
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
        throw new PythonError(
          'value',
          `zero-size array to reduction operation ${name} which has no identity`,
        );
      }
    }
    r.layOut(shape);
    r.code = type;
    const at = type === FLOAT64 && r.nd > 0 ? h.newArray(r) : 0;
    const to = at === 0 ? h.scratch(SCRATCH.result, r.size * 8) : r.ptr;
    this.fold(code, type, kept, coalesce(dropped), count, to >> 3);
    if (met.inexact || (type === INT64 && this.beyond(to >> 3, r.size)))
      return this.exact(code, x, axis, keepdims);
    if (at !== 0) return at;
    if (r.nd === 0) return h.scalar(type, h.F64[to >> 3] ?? 0);
    const from = new View();
    from.layOut(shape);
    from.ptr = to;
    return this.stored(from, type);
  }

  /** A new array of the given type from doubles. */
  stored(from: View, type: number): number {
    const { h } = this;
    const view = new View();
    view.layOut(from.shape, from.nd);
    view.code = type;
    const array = h.newArray(view);
    compactTo(h, view, from);
    return array;
  }

  private beyond(at: number, size: number): boolean {
    for (let i = 0; i < size; i++) if (Math.abs(this.h.F64[at + i] ?? 0) > 9007199254740991) return true;
    return false;
  }

  private slow(code: number, x: number, axis: number, keepdims: boolean, dtype: number): number {
    const { h } = this;
    const args = [h.int(code), x, axis, keepdims ? h.true_ : h.false_, h.int(dtype)];
    return h.call(this.up.slow_reduce, ...args);
  }

  /** Sums, products and extremes of 64-bit integers that doubles cannot hold. */
  private exact(code: number, x: number, axis: number, keepdims: boolean): number {
    const { h, a, r } = this;
    h.load(a, x);
    const reduced = parseAxes(h, this.up, axis, a.nd);
    compact(h, a, SCRATCH.a, INT64);
    const strides: number[] = [];
    let size = 1;
    const shape: number[] = [];
    for (let i = a.nd - 1; i >= 0; i--) {
      strides[i] = reduced[i] === true ? 0 : size;
      if (reduced[i] !== true) size *= a.shape[i] ?? 0;
      if (reduced[i] !== true || keepdims) shape.unshift(reduced[i] === true ? 1 : (a.shape[i] ?? 0));
    }
    const totals = new Array<bigint | undefined>(size).fill(
      code === ADD ? 0n : code === MULTIPLY ? 1n : undefined,
    );
    const last = a.nd - 1;
    const n = a.nd === 0 ? 1 : (a.shape[last] ?? 0);
    eachRow(a.shape, a.nd, a.strides, strides, (from, to) => {
      for (let i = 0; i < n; i++) {
        const value = h.I64[(a.ptr >> 3) + from + i] ?? 0n;
        const slot = to + i * (strides[last] ?? 0);
        const total = totals[slot];
        if (total === undefined) totals[slot] = value;
        else if (code === ADD) totals[slot] = BigInt.asIntN(64, total + value);
        else if (code === MULTIPLY) totals[slot] = BigInt.asIntN(64, total * value);
        else if (code === MAXIMUM) totals[slot] = value > total ? value : total;
        else totals[slot] = value < total ? value : total;
      }
    });
    if (shape.length === 0) return h.scalarInt64(totals[0] ?? 0n);
    r.layOut(shape);
    r.code = INT64;
    const array = h.newArray(r);
    totals.forEach((total, i) => {
      h.I64[(r.ptr >> 3) + i] = total ?? 0n;
    });
    return array;
  }

  /** Folds every kept position's elements into one double at `to`, in C order. */
  private fold(
    code: number,
    type: number,
    kept: readonly Axis[],
    dropped: readonly Axis[],
    count: number,
    to: number,
  ): void {
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
    const sum = type === FLOAT32 ? pairwise32 : pairwise;
    const inOrder = Math.abs(inner.stride) > smallest;
    const one = (at: number): number => {
      if (count === 0) return code === MULTIPLY || code === ALL ? 1 : code === MEAN ? NaN : 0;
      if (code === ADD || code === MEAN) {
        let total = 0;
        for (const row of rows) {
          if (inOrder) {
            for (let i = 0, p = at + row; i < inner.n; i++, p += inner.stride) {
              total += F[p] as number;
              if (type === FLOAT32) total = Math.fround(total);
            }
          } else total += sum(F, at + row, inner.n, inner.stride);
        }
        return code === MEAN ? total / count : total;
      }
      return extreme(F, code, at, rows, inner, type === FLOAT32);
    };
    walk(kept, base, (at, i) => {
      F[to + i] = one(at);
    });
  }

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
    const n = along < 0 ? a.size : (a.shape[along] ?? 0);
    const inner = along < 0 ? 1 : (a.strides[along] ?? 1);
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
      } else shape.push(a.shape[i] ?? 0);
    }
    r.layOut(shape);
    const to = h.scratch(SCRATCH.result, r.size * 8) >> 3;
    const F = h.F64;
    const outer = along < 0 ? 1 : a.size / (n * inner);
    for (let o = 0; o < outer; o++) {
      for (let k = 0; k < inner; k++) {
        const at = (a.ptr >> 3) + o * n * inner + k;
        let best = F[at] as number;
        let where = 0;
        for (let i = 1; i < n && best === best; i++) {
          const value = F[at + i * inner] as number;
          if (value !== value || (code === MAXIMUM ? value > best : value < best)) {
            best = value;
            where = i;
          }
        }
        F[to + o * inner + k] = where;
      }
    }
    if (r.nd === 0) return h.scalar(INT64, F[to] ?? 0);
    const from = new View();
    from.layOut(shape);
    from.ptr = to << 3;
    return this.stored(from, INT64);
  }

  /** Running sums, products and extremes along an axis. */
  accumulate(code: number, x: number, axis: number, dtype: number): number {
    const { h, a } = this;
    if (!loadOperand(h, a, x, 0)) throw new PythonError('type', 'accumulate needs an array');
    const { nd } = a;
    let type = a.code;
    if ((code === ADD || code === MULTIPLY) && type < INT64) type = INT64;
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
    const n = a.shape[along] ?? 0;
    const inner = a.strides[along] ?? 1;
    const single = type === FLOAT32;
    for (let o = 0; o * n * inner < a.size; o++) {
      for (let k = 0; k < inner; k++) {
        let at = (a.ptr >> 3) + o * n * inner + k;
        let total = F[at] as number;
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
      }
    }
    return this.stored(from, type);
  }
}

function extreme(
  F: Float64Array,
  code: number,
  at: number,
  rows: readonly number[],
  inner: Axis,
  single: boolean,
): number {
  let best = code === MULTIPLY || code === ALL ? 1 : code === ANY ? 0 : (F[at] as number);
  for (const row of rows) {
    for (let i = 0, p = at + row; i < inner.n; i++, p += inner.stride) {
      const x = F[p] as number;
      if (code === MULTIPLY) best = single ? Math.fround(best * x) : best * x;
      else if (code === ALL) {
        if (x === 0) return 0;
      } else if (code === ANY) {
        if (x !== 0) return 1;
      } else if (x !== x) return NaN;
      else if (code === MAXIMUM ? x > best : x < best) best = x;
    }
  }
  return best;
}

/** Visits every position of the kept axes in C order. */
function walk(axes: readonly Axis[], base: number, visit: (at: number, index: number) => void): void {
  const nd = axes.length;
  if (nd === 0) {
    visit(base, 0);
    return;
  }
  const shape = axes.map((axis) => axis.n);
  const strides = axes.map((axis) => axis.stride);
  const n = shape[nd - 1] ?? 0;
  const stride = strides[nd - 1] ?? 0;
  let index = 0;
  eachRow(shape, nd, strides, strides, (row) => {
    for (let i = 0; i < n; i++) visit(base + row + i * stride, index++);
  });
}

function compactTo(h: Heap, to: View, from: View): void {
  const { ptr } = to;
  const copy = new View();
  copy.copyFrom(from);
  if (to.store === FLOAT64) {
    h.F64.copyWithin(ptr >> 3, from.ptr >> 3, (from.ptr >> 3) + from.size);
    return;
  }
  compact(h, copy, SCRATCH.other, to.store);
  const bytes = to.size * (to.store === INT64 ? 8 : to.store === BOOL ? 1 : to.store === INT32 ? 4 : 4);
  h.U8.copyWithin(ptr, copy.ptr, copy.ptr + bytes);
}
