/** What can be reduced: the codes are the positions. */
import { BOOL, INT64, isSigned, UINT64 } from './elementTypes';

export const REDUCE = ['add', 'multiply', 'maximum', 'minimum', 'logical_and', 'logical_or', 'mean'] as const;
export const ADD = 0;
export const MULTIPLY = 1;
export const MAXIMUM = 2;
export const MINIMUM = 3;
export const ALL = 4;
export const ANY = 5;
export const MEAN = 6;

/** The type that sums and products are of: small integers become large ones. */
export function sumType(type: number): number {
  if (type >= INT64) return type;
  return type === BOOL || isSigned(type) ? INT64 : UINT64;
}
