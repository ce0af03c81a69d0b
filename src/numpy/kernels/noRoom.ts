import { typeName } from './elementTypes';
import { nth } from './nth';
import type { View } from './view';

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;

/** What NumPy says where there is no memory for an array. */
export function noRoom(view: View, bytes: number): string {
  let unit = 0;
  let amount = bytes;
  for (; amount >= 1024 && unit < UNITS.length - 1; unit++) amount /= 1024;
  const size = unit === 0 ? String(bytes) : String(Number(amount.toPrecision(3)));
  const dims = view.dims();
  const shape = dims.length === 1 ? `(${String(dims[0])},)` : `(${dims.join(', ')})`;
  const type = typeName(view.code);
  return `Unable to allocate ${size} ${nth(UNITS, unit)} for an array with shape ${shape} and data type ${type}`;
}
