/** Moving elements between layouts and element types: reading scalars, converting, assigning with broadcasting. */
import type { Heap } from './heap';
import { BOOL, CONTIGUOUS, FLOAT32, FLOAT64, INT32, INT64, ITEM_SIZE, STRONG, View, WEAK } from './heap';

/** Beyond this an int64 is not exact as a double, and the 64-bit kernels take over. */
export const EXACT = 9007199254740992;
const TWO_32 = 4294967296;

/** Which scratch piece serves what. */
export const SCRATCH = { constants: 0, a: 1, b: 2, c: 3, result: 4, overlap: 5, other: 6 } as const;

/** What a conversion met that the caller may have to act on. */
export const met = {
  inexact: false,
  invalid: false,
  clear(): void {
    this.inexact = false;
    this.invalid = false;
  },
};

/** Reads one element as a double. `at` counts elements from the start of memory. */
export function readElement(h: Heap, store: number, at: number): number {
  switch (store) {
    case FLOAT64:
      return h.F64[at] ?? 0;
    case FLOAT32:
      return h.F32[at] ?? 0;
    case INT64: {
      const low = h.I32[at * 2] ?? 0;
      const high = h.I32[at * 2 + 1] ?? 0;
      if (high === low >> 31) return low;
      const value = high * TWO_32 + (low >>> 0);
      if (value > EXACT || value < -EXACT) met.inexact = true;
      return value;
    }
    case INT32:
      return h.I32[at] ?? 0;
    default:
      return h.U8[at] ?? 0;
  }
}

/** Writes a double as an element of the given type. */
export function writeElement(h: Heap, store: number, at: number, value: number): void {
  switch (store) {
    case FLOAT64:
      h.F64[at] = value;
      return;
    case FLOAT32:
      h.F32[at] = value;
      return;
    case INT64: {
      const small = value | 0;
      if (small === value) {
        h.I32[at * 2] = small;
        h.I32[at * 2 + 1] = small >> 31;
        return;
      }
      const whole = Math.trunc(value);
      if (whole >= -9223372036854775808 && whole < 9223372036854775808) {
        h.I32[at * 2] = whole | 0;
        h.I32[at * 2 + 1] = Math.floor(whole / TWO_32) | 0;
      } else {
        met.invalid = true;
        h.I32[at * 2] = 0;
        h.I32[at * 2 + 1] = -2147483648;
      }
      return;
    }
    case INT32:
      if (value > -2147483649 && value < 2147483648) h.I32[at] = value;
      else {
        met.invalid = true;
        h.I32[at] = -2147483648;
      }
      return;
    default:
      h.U8[at] = value === 0 ? 0 : 1;
  }
}

/**
 * Reads an operand: an array, a Python number or a NumPy scalar. Scalars are put into constant memory as doubles.
 * False where the object is something else, or an integer that a double cannot hold.
 */
export function loadOperand(h: Heap, view: View, object: number, slot: number): boolean {
  const type = h.typeOf(object);
  const { types, api } = h;
  if (type === types.ndarray) {
    h.load(view, object);
    return true;
  }
  let value: number;
  let code = FLOAT64;
  let weak = STRONG;
  if (type === types.float64) value = api._PyFloat_AsDouble(object);
  else if (type === api._PyFloat_Type) {
    value = api._PyFloat_AsDouble(object);
    weak = WEAK;
  } else if (type === api._PyLong_Type) {
    value = h.longValue(object);
    code = INT64;
    weak = WEAK;
  } else if (type === api._PyBool_Type) {
    value = object === h.true_ ? 1 : 0;
    code = BOOL;
  } else if (type === types.int64 || type === types.int32) {
    value = h.longValue(h.inner(object));
    code = type === types.int64 ? INT64 : INT32;
  } else if (type === types.bool_) {
    value = object === types.True_ ? 1 : 0;
    code = BOOL;
  } else if (type === types.float32) {
    value = api._PyFloat_AsDouble(h.inner(object));
    code = FLOAT32;
  } else if (api._PyType_IsSubtype(type, types.ndarray) !== 0) {
    h.load(view, object);
    return true;
  } else return false;
  if (code === INT64 && (value > EXACT || value < -EXACT)) return false;
  const at = h.scratch(SCRATCH.constants, 64) + slot * 8;
  h.F64[at >> 3] = value;
  view.ptr = at;
  view.code = code;
  view.store = FLOAT64;
  view.weak = weak;
  view.nd = 0;
  view.size = 1;
  view.flags = CONTIGUOUS;
  return true;
}

const PROMOTED: readonly (readonly number[])[] = [
  [BOOL, INT32, INT64, FLOAT32, FLOAT64],
  [INT32, INT32, INT64, FLOAT64, FLOAT64],
  [INT64, INT64, INT64, FLOAT64, FLOAT64],
  [FLOAT32, FLOAT64, FLOAT64, FLOAT32, FLOAT64],
  [FLOAT64, FLOAT64, FLOAT64, FLOAT64, FLOAT64],
];

/** The type that can hold both. */
export function promoteCodes(a: number, b: number): number {
  return PROMOTED[a]?.[b] ?? FLOAT64;
}

/** The common type of two operands: a Python number beside an array only decides whether it is a float. */
export function promote(a: View, b: View): number {
  if (a.weak === b.weak) return promoteCodes(a.code, b.code);
  const weak = a.weak === WEAK ? a.code : b.code;
  const strong = a.weak === WEAK ? b.code : a.code;
  if (weak === FLOAT64) return strong >= FLOAT32 ? strong : FLOAT64;
  return strong === BOOL ? INT64 : strong;
}

/** Whether NumPy casts `from` to `to` under the rule `same_kind`. */
export function sameKind(from: number, to: number): boolean {
  const kind = (code: number): number => (code === BOOL ? 0 : code <= INT64 ? 1 : 2);
  return kind(from) <= kind(to);
}

/**
 * The strides with which `view` is read when it is stretched to a shape, into `out`. False where it does not fit.
 */
export function stretch(view: View, shape: readonly number[], nd: number, out: number[]): boolean {
  const lead = nd - view.nd;
  if (lead < 0) return false;
  for (let i = 0; i < lead; i++) out[i] = 0;
  for (let i = 0; i < view.nd; i++) {
    const n = view.shape[i] ?? 0;
    if (n === shape[lead + i]) out[lead + i] = n === 1 ? 0 : (view.strides[i] ?? 0);
    else if (n === 1) out[lead + i] = 0;
    else return false;
  }
  return true;
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
      const n = shape[axis] ?? 0;
      const next = (counter[axis] ?? 0) + 1;
      if (next < n) {
        counter[axis] = next;
        offsetA += a[axis] ?? 0;
        offsetB += b[axis] ?? 0;
        break;
      }
      counter[axis] = 0;
      offsetA -= (a[axis] ?? 0) * (n - 1);
      offsetB -= (b[axis] ?? 0) * (n - 1);
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
    for (let i = 0; i < n; i++) F64[to + i * toStride] = F64[from + i * fromStride] ?? 0;
  } else if (fromStore === INT64 && toStore === INT64) {
    const { I32 } = h;
    for (let i = 0; i < n; i++) {
      const d = (to + i * toStride) * 2;
      const s = (from + i * fromStride) * 2;
      I32[d] = I32[s] ?? 0;
      I32[d + 1] = I32[s + 1] ?? 0;
    }
  } else if (fromStore === INT64 && toStore === INT32) {
    const { I32 } = h;
    for (let i = 0; i < n; i++) I32[to + i * toStride] = I32[(from + i * fromStride) * 2] ?? 0;
  } else if (toStore === FLOAT64 && fromStore === INT64) {
    const { F64, I32 } = h;
    for (let i = 0; i < n; i++) {
      const s = (from + i * fromStride) * 2;
      const low = I32[s] ?? 0;
      const high = I32[s + 1] ?? 0;
      F64[to + i * toStride] = high === low >> 31 ? low : readElement(h, INT64, s >> 1);
    }
  } else if (toStore === FLOAT64 && fromStore === BOOL) {
    const { F64, U8 } = h;
    for (let i = 0; i < n; i++) F64[to + i * toStride] = U8[from + i * fromStride] ?? 0;
  } else {
    for (let i = 0; i < n; i++) {
      writeElement(h, toStore, to + i * toStride, readElement(h, fromStore, from + i * fromStride));
    }
  }
}

function itemSize(store: number): number {
  return ITEM_SIZE[store] ?? 8;
}

/** The first and last byte that a view's elements touch. */
function extent(view: View): [number, number] {
  let low = 0;
  let high = 0;
  for (let i = 0; i < view.nd; i++) {
    const reach = (view.strides[i] ?? 0) * ((view.shape[i] ?? 0) - 1);
    if (reach < 0) low += reach;
    else high += reach;
  }
  const size = itemSize(view.store);
  return [view.ptr + low * size, view.ptr + (high + 1) * size];
}

/** Whether writing to `to` may change elements of `from` before they are read. */
export function overlaps(to: View, from: View): boolean {
  if (to.size === 0 || from.size === 0) return false;
  const [toLow, toHigh] = extent(to);
  const [fromLow, fromHigh] = extent(from);
  if (toHigh <= fromLow || fromHigh <= toLow) return false;
  if (to.ptr !== from.ptr || to.nd !== from.nd || to.store !== from.store) return true;
  for (let i = 0; i < to.nd; i++) {
    if (to.shape[i] !== from.shape[i]) return true;
    if ((to.shape[i] ?? 0) > 1 && to.strides[i] !== from.strides[i]) return true;
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
      cut.shape[i] = from.shape[i + lead] ?? 0;
      cut.strides[i] = from.strides[i + lead] ?? 0;
    }
    from = cut;
  }
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
  const n = to.shape[last] ?? 0;
  const toStride = to.strides[last] ?? 0;
  const fromStride = spread[last] ?? 0;
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
    const n = view.shape[last] ?? 0;
    const stride = view.strides[last] ?? 0;
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
