/** The element types that arrays may have: their codes, sizes, names and ranges, and what two of them have in common. */
import { nth } from './nth';

/** Codes of the element types: truth values, integers, floats, and what stands for objects of Python's. */
export const BOOL = 0;
export const INT8 = 1;
export const UINT8 = 2;
export const INT16 = 3;
export const UINT16 = 4;
export const INT32 = 5;
export const UINT32 = 6;
export const INT64 = 7;
export const UINT64 = 8;
export const FLOAT16 = 9;
export const FLOAT32 = 10;
export const FLOAT64 = 11;
/** Two doubles. From here on the kernels only move elements: what computes with them asks for a code below this. */
export const COMPLEX128 = 12;
/**
 * A text: its number in Python's list of objects, as an int64. So are all that follow: other objects, texts of bytes,
 * points in time, spans of time. `VOID` is the row of an array with named fields, whose columns Python holds.
 */
export const TEXT = 13;
const OBJECT = 14;
const BYTES = 15;
const DATE = 16;
const SPAN = 17;

const NAMES =
  'bool int8 uint8 int16 uint16 int32 uint32 int64 uint64 float16 float32 float64 complex128 str object bytes datetime64 timedelta64 void'.split(
    ' ',
  );
const SIZES: readonly number[] = [1, 1, 1, 2, 2, 4, 4, 8, 8, 2, 4, 8, 16, 8, 8, 8, 8, 8, 8];

/** The types that numbers may have. */
export const NUMBERS = NAMES.slice(0, COMPLEX128);

/** The bytes of one element. */
export function itemSize(code: number): number {
  return nth(SIZES, code);
}

/** The name that NumPy gives to a type. */
export function typeName(code: number): string {
  return nth(NAMES, code);
}

/** Whether a type holds whole numbers, truth values left out. */
export function isInteger(code: number): boolean {
  return code > BOOL && code < FLOAT16;
}

/** Whether a type holds whole numbers below zero. */
export function isSigned(code: number): boolean {
  return isInteger(code) && code % 2 === 1;
}

/** Whether a type is a float with fewer digits than a double: results are rounded to it when they are stored. */
export function isNarrow(code: number): boolean {
  return code === FLOAT16 || code === FLOAT32;
}

/** Whether a type's elements are integers that a double may not hold. */
export function isWide(code: number): boolean {
  return code === INT64 || code === UINT64;
}

/** The smallest whole number of an integer type. */
export function lowest(code: number): number {
  return isSigned(code) ? -(2 ** (8 * itemSize(code) - 1)) : 0;
}

/** The first whole number beyond an integer type. */
export function beyond(code: number): number {
  return 2 ** (8 * itemSize(code) - (isSigned(code) ? 1 : 0));
}

/** The type that can hold the values of both. */
export function promoteCodes(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  if (low === high) return high;
  if (low >= TEXT) {
    if (low === DATE && high === SPAN) return DATE;
    return low === TEXT && high === BYTES ? TEXT : OBJECT;
  }
  if (high >= COMPLEX128 || low === BOOL) return high;
  if (high >= FLOAT16) {
    if (low >= FLOAT16) return high;
    // The float whose digits hold the integers.
    const needed = itemSize(low) === 1 ? FLOAT16 : itemSize(low) === 2 ? FLOAT32 : FLOAT64;
    return Math.max(high, needed);
  }
  if (isSigned(low) === isSigned(high) || (isSigned(high) && itemSize(high) > itemSize(low))) return high;
  // A signed type that is wider than the unsigned one; beyond 64 bits there is only float64.
  const unsigned = isSigned(low) ? high : low;
  return unsigned === UINT64 ? FLOAT64 : unsigned + 1;
}
