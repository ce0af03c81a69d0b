/** Elements as numbers: reading them as doubles and writing them as any type. */
import {
  BOOL,
  FLOAT32,
  FLOAT64,
  INT16,
  INT32,
  INT8,
  UINT16,
  UINT32,
  UINT64,
  UINT8,
  FLOAT16,
  COMPLEX128,
} from './elementTypes';
import { fromHalf, toHalf } from './halves';
import type { Heap } from './heap';
import { PythonError } from './pythonError';

/** Beyond this an int64 is not exact as a double, and the 64-bit kernels take over. */
export const EXACT = 9007199254740992;
const TWO_32 = 4294967296;

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
      return h.F64[at] as number;
    case FLOAT32:
      return h.F32[at] as number;
    case FLOAT16:
      return fromHalf(h.U16[at] as number);
    case COMPLEX128:
      throw new PythonError('type', 'a complex number is no double');
    case BOOL:
    case UINT8:
      return h.U8[at] as number;
    case INT8:
      return h.I8[at] as number;
    case INT16:
      return h.I16[at] as number;
    case UINT16:
      return h.U16[at] as number;
    case INT32:
      return h.I32[at] as number;
    case UINT32:
      return h.U32[at] as number;
    default: {
      const low = h.I32[at * 2] as number;
      const high = h.I32[at * 2 + 1] as number;
      if (high === low >> 31 && (high === 0 || store !== UINT64)) return low;
      const value = (store === UINT64 ? high >>> 0 : high) * TWO_32 + (low >>> 0);
      if (value > EXACT || value < -EXACT) met.inexact = true;
      return value;
    }
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
    case FLOAT16:
      h.U16[at] = toHalf(value);
      return;
    case COMPLEX128:
      h.F64[at * 2] = value;
      h.F64[at * 2 + 1] = 0;
      return;
    case BOOL:
      h.U8[at] = value === 0 ? 0 : 1;
      return;
    // Of a number beyond the type the low bits stay.
    case UINT8:
      h.U8[at] = value;
      return;
    case INT8:
      h.I8[at] = value;
      return;
    case INT16:
      h.I16[at] = value;
      return;
    case UINT16:
      h.U16[at] = value;
      return;
    case UINT32:
      h.U32[at] = value;
      return;
    case INT32:
      if (value > -2147483649 && value < 2147483648) h.I32[at] = value;
      else {
        met.invalid = true;
        h.I32[at] = -2147483648;
      }
      return;
    default:
      writeWide(h, store, at, value);
  }
}

function writeWide(h: Heap, store: number, at: number, value: number): void {
  const small = value | 0;
  if (small === value) {
    h.I32[at * 2] = small;
    h.I32[at * 2 + 1] = small >> 31;
    return;
  }
  const whole = Math.trunc(value);
  const limit = store === UINT64 ? 18446744073709551616 : 9223372036854775808;
  if (whole >= -9223372036854775808 && whole < limit) {
    h.I32[at * 2] = whole | 0;
    h.I32[at * 2 + 1] = Math.floor(whole / TWO_32) | 0;
  } else {
    met.invalid = true;
    h.I32[at * 2] = 0;
    h.I32[at * 2 + 1] = -2147483648;
  }
}

/** A 64-bit element with all its digits. */
export function readWide(h: Heap, store: number, at: number): bigint {
  const value = h.I64[at] as bigint;
  return store === UINT64 ? BigInt.asUintN(64, value) : value;
}
