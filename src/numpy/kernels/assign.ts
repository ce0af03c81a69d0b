/** Moving elements between layouts and element types: converting, stretching, assigning. */
import {
  BOOL,
  COMPLEX128,
  FLOAT32,
  FLOAT64,
  INT32,
  INT64,
  TEXT,
  UINT32,
  UINT8,
  isInteger,
  isWide,
  itemSize,
} from './elementTypes';
import { met, readElement, writeElement } from './elements';
import type { Heap } from './heap';
import { PythonError } from './pythonError';
import { SCRATCH } from './scratch';
import { nth } from './nth';
import { CONTIGUOUS, View } from './view';

/**
 * The strides with which `view` is read when it is stretched to a shape, into `out`. False where it does not fit.
 */
export function stretch(view: View, shape: readonly number[], nd: number, out: number[]): boolean {
  const lead = nd - view.nd;
  if (lead < 0) return false;
  for (let i = 0; i < lead; i++) out[i] = 0;
  for (let i = 0; i < view.nd; i++) {
    const n = nth(view.shape, i);
    if (n === shape[lead + i]) out[lead + i] = n === 1 ? 0 : nth(view.strides, i);
    else if (n === 1) out[lead + i] = 0;
    else return false;
  }
  return true;
}

/** Where the i-th element of the stretched result lies in a view with these strides, in elements or bytes as they count. */
export function locate(i: number, shape: readonly number[], nd: number, strides: readonly number[]): number {
  let at = 0;
  for (let axis = nd - 1; axis >= 0; axis--) {
    const n = nth(shape, axis);
    at += (i % n) * nth(strides, axis);
    i = Math.floor(i / n);
  }
  return at;
}

/** Calls `row` with the offsets (in elements) at which the rows along the last axis begin, in C order. */
export function eachRow(
  shape: readonly number[],
  nd: number,
  a: readonly number[],
  b: readonly number[],
  row: (a: number, b: number) => void,
): void {
  if (nd <= 1) {
    row(0, 0);
    return;
  }
  const last = nd - 1;
  const counter = new Array<number>(last).fill(0);
  for (let i = 0; i < last; i++) if (shape[i] === 0) return;
  let offsetA = 0;
  let offsetB = 0;
  for (;;) {
    row(offsetA, offsetB);
    let axis = last - 1;
    for (; axis >= 0; axis--) {
      const n = nth(shape, axis);
      const next = nth(counter, axis) + 1;
      if (next < n) {
        counter[axis] = next;
        offsetA += nth(a, axis);
        offsetB += nth(b, axis);
        break;
      }
      counter[axis] = 0;
      offsetA -= nth(a, axis) * (n - 1);
      offsetB -= nth(b, axis) * (n - 1);
    }
    if (axis < 0) return;
  }
}

function copyRow(
  h: Heap,
  to: number,
  toStore: number,
  toStride: number,
  from: number,
  fromStore: number,
  fromStride: number,
  n: number,
): void {
  if (toStore === FLOAT64 && fromStore === FLOAT64) {
    const { F64 } = h;
    for (let i = 0; i < n; i++) F64[to + i * toStride] = F64[from + i * fromStride] as number;
  } else if (toStore === FLOAT32 && fromStore === FLOAT32) {
    const { F32 } = h;
    for (let i = 0; i < n; i++) F32[to + i * toStride] = F32[from + i * fromStride] as number;
  } else if (toStore === FLOAT64 && fromStore === FLOAT32) {
    const { F32, F64 } = h;
    for (let i = 0; i < n; i++) F64[to + i * toStride] = F32[from + i * fromStride] as number;
  } else if (toStore === FLOAT32 && fromStore === FLOAT64) {
    const { F32, F64 } = h;
    for (let i = 0; i < n; i++) F32[to + i * toStride] = F64[from + i * fromStride] as number;
  } else if (toStore === COMPLEX128 && fromStore === COMPLEX128) {
    const { F64 } = h;
    for (let i = 0; i < n; i++) {
      const [d, s] = [(to + i * toStride) * 2, (from + i * fromStride) * 2];
      F64[d] = F64[s] as number;
      F64[d + 1] = F64[s + 1] as number;
    }
  } else if (isWide(fromStore) && isWide(toStore)) {
    const { I32 } = h;
    for (let i = 0; i < n; i++) {
      const d = (to + i * toStride) * 2;
      const s = (from + i * fromStride) * 2;
      I32[d] = I32[s] as number;
      I32[d + 1] = I32[s + 1] as number;
    }
  } else if (isWide(fromStore) && isInteger(toStore)) {
    // The low bits stay.
    const { I32 } = h;
    const words =
      toStore === INT32 ? I32 : toStore === UINT32 ? h.U32 : itemSize(toStore) === 2 ? h.U16 : h.U8;
    for (let i = 0; i < n; i++) words[to + i * toStride] = I32[(from + i * fromStride) * 2] as number;
  } else if (toStore === FLOAT64 && fromStore === INT64 && toStride === 1 && fromStride === 1) {
    if (!h.vectors.fromLongs(n, from, to)) met.inexact = true;
  } else if (toStore === FLOAT64 && fromStore === INT64) {
    const { F64, I32 } = h;
    for (let i = 0; i < n; i++) {
      const s = (from + i * fromStride) * 2;
      const low = I32[s] as number;
      const high = I32[s + 1] as number;
      F64[to + i * toStride] = high === low >> 31 ? low : readElement(h, INT64, s >> 1);
    }
  } else if (
    toStore === FLOAT64 &&
    (fromStore === BOOL || fromStore === UINT8) &&
    toStride === 1 &&
    fromStride === 1
  ) {
    h.vectors.fromBytes(n, from, to);
  } else if (toStore === FLOAT64 && (fromStore === BOOL || fromStore === UINT8)) {
    const { F64, U8 } = h;
    for (let i = 0; i < n; i++) F64[to + i * toStride] = U8[from + i * fromStride] as number;
  } else {
    for (let i = 0; i < n; i++) {
      writeElement(h, toStore, to + i * toStride, readElement(h, fromStore, from + i * fromStride));
    }
  }
}

/** The first and last byte that a view's elements touch. */
function extent(view: View): [number, number] {
  let low = 0;
  let high = 0;
  for (let i = 0; i < view.nd; i++) {
    const reach = nth(view.strides, i) * (nth(view.shape, i) - 1);
    if (reach < 0) low += reach;
    else high += reach;
  }
  const size = itemSize(view.store);
  return [view.ptr + low * size, view.ptr + (high + 1) * size];
}

/** Whether two views may have memory in common. */
export function meets(to: View, from: View): boolean {
  if (to.size === 0 || from.size === 0) return false;
  const [toLow, toHigh] = extent(to);
  const [fromLow, fromHigh] = extent(from);
  return toHigh > fromLow && fromHigh > toLow;
}

/** Whether writing to `to`, in order, may change elements of `from` before they are read. */
export function overlaps(to: View, from: View): boolean {
  if (!meets(to, from)) return false;
  if (to.ptr !== from.ptr || to.nd !== from.nd || to.store !== from.store) return true;
  for (let i = 0; i < to.nd; i++) {
    if (to.shape[i] !== from.shape[i]) return true;
    if (nth(to.shape, i) > 1 && to.strides[i] !== from.strides[i]) return true;
  }
  return false;
}

const spread: number[] = [];

/** Copies `from` into `to`, converting and stretching. False where the shapes do not fit. */
export function assign(h: Heap, to: View, from: View): boolean {
  const lead = from.nd - to.nd;
  if (lead > 0) {
    // NumPy lets an assignment drop leading axes of length one.
    for (let i = 0; i < lead; i++) if (from.shape[i] !== 1) return false;
    const cut = new View();
    cut.copyFrom(from);
    cut.nd = to.nd;
    for (let i = 0; i < to.nd; i++) {
      cut.shape[i] = nth(from.shape, i + lead);
      cut.strides[i] = nth(from.strides, i + lead);
    }
    from = cut;
  }
  if (to.store >= TEXT ? from.store !== to.store : from.store > Math.max(to.store, FLOAT64))
    throw new PythonError('type', 'texts and objects do not become other elements by themselves');
  if (!stretch(from, to.shape, to.nd, spread)) return false;
  if (to.size === 0) return true;
  if (overlaps(to, from)) {
    const copy = new View();
    copy.copyFrom(from);
    compact(h, copy, SCRATCH.overlap, from.store);
    return assign(h, to, copy);
  }
  const toAt = to.ptr / itemSize(to.store);
  const fromAt = from.ptr / itemSize(from.store);
  if (to.store === from.store && from.size === to.size && isPacked(to) && isPacked(from)) {
    h.U8.copyWithin(to.ptr, from.ptr, from.ptr + from.size * itemSize(from.store));
    return true;
  }
  if (to.nd === 0) {
    copyRow(h, toAt, to.store, 0, fromAt, from.store, 0, 1);
    return true;
  }
  const last = to.nd - 1;
  const n = nth(to.shape, last);
  const toStride = nth(to.strides, last);
  const fromStride = nth(spread, last);
  const strides = spread.slice(0, to.nd);
  eachRow(to.shape, to.nd, to.strides, strides, (toRow, fromRow) => {
    copyRow(h, toAt + toRow, to.store, toStride, fromAt + fromRow, from.store, fromStride, n);
  });
  return true;
}

function isPacked(view: View): boolean {
  return (view.flags & CONTIGUOUS) !== 0;
}

const target = new View();

/** Makes `view` contiguous with the given element type in a scratch piece (a copy, unless it already is). */
export function compact(h: Heap, view: View, which: number, store: number): void {
  if (which !== SCRATCH.overlap && view.store === store && isPacked(view)) return;
  const at = h.scratch(which, view.size * itemSize(store));
  target.layOut(view.shape, view.nd);
  target.ptr = at;
  target.code = store;
  target.store = store;
  const fromAt = view.ptr / itemSize(view.store);
  const toAt = at / itemSize(store);
  if (isPacked(view)) copyRow(h, toAt, store, 1, fromAt, view.store, 1, view.size);
  else if (view.nd === 0) copyRow(h, toAt, store, 0, fromAt, view.store, 0, 1);
  else {
    const last = view.nd - 1;
    const n = nth(view.shape, last);
    const stride = nth(view.strides, last);
    eachRow(view.shape, view.nd, target.strides, view.strides, (toRow, fromRow) => {
      copyRow(h, toAt + toRow, store, 1, fromAt + fromRow, view.store, stride, n);
    });
  }
  const { code, weak } = view;
  view.copyFrom(target);
  view.code = code;
  view.weak = weak;
}

/** Lets `view` be read as doubles: as it is where it holds them, else through a scratch piece. */
export function asDoubles(h: Heap, view: View, which: number): void {
  if (view.store !== FLOAT64) compact(h, view, which, FLOAT64);
}

/** Reads an array as doubles in C order into a scratch piece; false where they do not hold its elements. */
export function loadDoubles(h: Heap, view: View, array: number, which: number): boolean {
  h.load(view, array);
  if (view.code >= COMPLEX128) return false;
  met.clear();
  compact(h, view, which, FLOAT64);
  return !met.inexact;
}
