/** The element types that arrays may have: their codes, sizes and names. */
import { nth } from './view';

/** Codes of the element types, in the order of promotion. */
export const BOOL = 0;
export const INT32 = 1;
export const INT64 = 2;
export const FLOAT32 = 3;
export const FLOAT64 = 4;

const SIZES: readonly number[] = [1, 4, 8, 4, 8];
const NAMES: readonly string[] = ['bool', 'int32', 'int64', 'float32', 'float64'];

/** The bytes of one element. */
export function itemSize(code: number): number {
  return nth(SIZES, code);
}

/** The name that NumPy gives to a type. */
export function typeName(code: number): string {
  return nth(NAMES, code);
}
