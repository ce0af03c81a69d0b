/** Elements as numbers: reading them as doubles and writing them as any type. */
import type { Heap } from './heap';
import { FLOAT32, FLOAT64, INT32, INT64 } from './elementTypes';

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
    case INT64: {
      const low = h.I32[at * 2] as number;
      const high = h.I32[at * 2 + 1] as number;
      if (high === low >> 31) return low;
      const value = high * TWO_32 + (low >>> 0);
      if (value > EXACT || value < -EXACT) met.inexact = true;
      return value;
    }
    case INT32:
      return h.I32[at] as number;
    default:
      return h.U8[at] as number;
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
