/** The axes of a reduction: which are meant, and walking along the others. */
import { eachRow } from './assign';
import type { FaultUpcalls } from './faults';
import type { Heap } from './heap';
import { PythonError } from './pythonError';
import { nth } from './nth';

/** What the reductions ask Python to do. */
export interface ReduceUpcalls extends FaultUpcalls {
  slow_reduce: number;
  slow_axis: number;
  axis_error: number;
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

/** An axis by its length and its stride in elements. */
export interface Axis {
  n: number;
  stride: number;
}

/** Joins axes that lie behind one another in memory, the widest stride first. */
export function coalesce(axes: Axis[]): Axis[] {
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

/** Visits every position of the kept axes in C order. */
export function walk(axes: readonly Axis[], base: number, visit: (at: number, index: number) => void): void {
  const nd = axes.length;
  if (nd === 0) {
    visit(base, 0);
    return;
  }
  const shape = axes.map((axis) => axis.n);
  const strides = axes.map((axis) => axis.stride);
  const n = nth(shape, nd - 1);
  const stride = nth(strides, nd - 1);
  let index = 0;
  eachRow(shape, nd, strides, strides, (row) => {
    for (let i = 0; i < n; i++) visit(base + row + i * stride, index++);
  });
}
