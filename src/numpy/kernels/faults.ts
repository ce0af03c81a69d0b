/** Which floating-point faults an operation met: NumPy warns of them, and `errstate` may make them errors. */
import { nth } from './nth';
import { locate, stretch } from './assign';
import type { Heap } from './heap';
import type { View } from './view';
import { FLOAT32, isNarrow, FLOAT16 } from './elementTypes';
import { BINARY, UNARY } from './operations';

/** The bits by which Python learns of the faults. */
export const FAULT = { divide: 1, over: 2, under: 4, invalid: 8 } as const;

/** What those who meet faults ask Python to do. */
export interface FaultUpcalls {
  fault: number;
}

/** From here on a result is rounded to infinity. */
const FLOAT16_MAX = 65520;
const FLOAT32_MAX = 3.4028235677973366e38;
const QUIET = new Set(['maximum', 'minimum', 'fmax', 'fmin', 'copysign', 'nextafter', 'heaviside']);
const POLES = new Set(['log', 'log2', 'log10', 'log1p', 'arctanh', 'reciprocal']);

/** Whether a result is infinite once it is rounded to its type. */
export function isInfinite(x: number, type: number): boolean {
  return (
    x === Infinity ||
    x === -Infinity ||
    (type === FLOAT32 && Math.abs(x) >= FLOAT32_MAX) ||
    (type === FLOAT16 && Math.abs(x) >= FLOAT16_MAX)
  );
}

/**
 * Tells Python of divisions by zero and the like: it warns, raises or keeps silent, as `errstate` says. `result` goes when it
 * raises.
 */
export function tellFaults(h: Heap, up: FaultUpcalls, faults: number, name: string, result: number): void {
  try {
    h.callAndRelease(up.fault, h.int(faults), h.str(name));
  } catch (error) {
    h.api._Py_DecRef(result);
    throw error;
  }
}

/** The faults of a binary operation whose operands and results lie in memory as doubles. */
export function binaryFaults(
  h: Heap,
  code: number,
  type: number,
  a: View,
  b: View,
  shape: readonly number[],
  nd: number,
  r: number,
  size: number,
): number {
  const name = nth(BINARY, code);
  if (QUIET.has(name)) return 0;
  const sa: number[] = [];
  const sb: number[] = [];
  stretch(a, shape, nd, sa);
  stretch(b, shape, nd, sb);
  let faults = 0;
  for (let i = 0; i < size; i++) {
    const result = h.F64[r + i] as number;
    if (result - result === 0 && !isNarrow(type)) continue;
    const x = h.F64[(a.ptr >> 3) + locate(i, shape, nd, sa)] as number;
    const y = h.F64[(b.ptr >> 3) + locate(i, shape, nd, sb)] as number;
    if (Number.isNaN(result)) {
      if (Number.isNaN(x) || Number.isNaN(y)) continue;
      faults |= FAULT.invalid;
    } else if (isInfinite(result, type) && Number.isFinite(x) && Number.isFinite(y)) {
      const pole = (name === 'divide' || name === 'floor_divide') && y === 0;
      faults |= pole || (name === 'power' && x === 0) ? FAULT.divide : FAULT.over;
    }
  }
  return faults;
}

/** The faults of an operation on one operand. */
export function unaryFaults(
  h: Heap,
  code: number,
  type: number,
  a: View,
  shape: readonly number[],
  nd: number,
  r: number,
  size: number,
): number {
  const name = nth(UNARY, code);
  const sa: number[] = [];
  stretch(a, shape, nd, sa);
  let faults = 0;
  for (let i = 0; i < size; i++) {
    const result = h.F64[r + i] as number;
    if (result - result === 0 && !isNarrow(type)) continue;
    const x = h.F64[(a.ptr >> 3) + locate(i, shape, nd, sa)] as number;
    if (Number.isNaN(result)) {
      if (!Number.isNaN(x)) faults |= FAULT.invalid;
    } else if (isInfinite(result, type) && Number.isFinite(x))
      faults |= POLES.has(name) ? FAULT.divide : FAULT.over;
  }
  return faults;
}
