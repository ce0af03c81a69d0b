/** Operands of an operation: reading them from Python's objects, and the type that two of them have in common. */
import {
  BOOL,
  COMPLEX128,
  FLOAT16,
  FLOAT32,
  FLOAT64,
  INT64,
  isInteger,
  isSigned,
  promoteCodes,
} from './elementTypes';
import { EXACT } from './elements';
import { fromHalf, toHalf } from './halves';
import type { Heap } from './heap';
import { SCRATCH } from './scratch';
import { CONTIGUOUS, STRONG, WEAK } from './view';
import type { View } from './view';

/**
 * Reads an operand: an array, a Python number or a NumPy scalar. Scalars are put into constant memory as doubles.
 * False where the object is something else, or an integer that a double cannot hold.
 */
export function loadOperand(h: Heap, view: View, object: number, slot: number): boolean {
  const type = h.typeOf(object);
  const { types, api } = h;
  if (type === types.ndarray) {
    h.load(view, object);
    return view.code < COMPLEX128;
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
  } else if (h.integerCode(type) !== 0) {
    value = h.longValue(h.inner(object));
    code = h.integerCode(type);
  } else if (type === types.bool_) {
    value = object === types.True_ ? 1 : 0;
    code = BOOL;
  } else if (type === types.float32) {
    value = api._PyFloat_AsDouble(h.inner(object));
    code = FLOAT32;
  } else if (type === types.float16) {
    value = api._PyFloat_AsDouble(h.inner(object));
    code = FLOAT16;
  } else if (api._PyType_IsSubtype(type, types.ndarray) !== 0) {
    h.load(view, object);
    return view.code < COMPLEX128;
  } else return false;
  if (isInteger(code) && (value > EXACT || value < -EXACT)) return false;
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

/**
 * Reads both operands of an operation; false as for one. A Python number beside half or single precision is a number of
 * that precision: `float32(0.1) == 0.1`.
 */
export function loadBoth(h: Heap, a: View, b: View, x: number, y: number): boolean {
  if (!loadOperand(h, a, x, 0) || !loadOperand(h, b, y, 1)) return false;
  if (a.weak === b.weak) return true;
  const [weak, strong] = a.weak === WEAK ? [a, b] : [b, a];
  if (strong.code !== FLOAT32 && strong.code !== FLOAT16) return true;
  const value = h.F64[weak.ptr >> 3] as number;
  h.F64[weak.ptr >> 3] = strong.code === FLOAT32 ? Math.fround(value) : fromHalf(toHalf(value));
  return true;
}

/** The common type of two operands: a Python number beside an array only decides whether it is a float. */
export function promote(a: View, b: View): number {
  if (a.weak === b.weak) return promoteCodes(a.code, b.code);
  const weak = a.weak === WEAK ? a.code : b.code;
  const strong = a.weak === WEAK ? b.code : a.code;
  if (weak === FLOAT64) return strong >= FLOAT16 ? strong : FLOAT64;
  return strong === BOOL ? INT64 : strong;
}

/** Whether NumPy casts `from` to `to` under the rule `same_kind`. */
export function sameKind(from: number, to: number): boolean {
  return kindOf(from) <= kindOf(to);
}

function kindOf(code: number): number {
  if (code === BOOL || code >= COMPLEX128) return code;
  if (code >= FLOAT16) return 3;
  return isSigned(code) ? 2 : 1;
}
