/** New arrays from doubles in C order. */
import { compact } from './assign';
import { FLOAT64, itemSize } from './elementTypes';
import type { Heap } from './heap';
import { SCRATCH } from './scratch';
import { View } from './view';

/** A new array of the given type, with the shape and the elements of `from`: doubles that lie in C order. */
export function stored(h: Heap, from: View, type: number): number {
  const to = new View();
  to.layOut(from.shape, from.nd);
  to.code = type;
  const array = h.newArray(to);
  const copy = new View();
  copy.copyFrom(from);
  compact(h, copy, SCRATCH.other, type === FLOAT64 ? copy.store : type);
  h.U8.copyWithin(to.ptr, copy.ptr, copy.ptr + to.size * itemSize(type));
  return array;
}

/** The doubles from `at` on in C order, as a new array of a type and a shape; as a scalar where the shape has no axis. */
export function fromDoubles(
  h: Heap,
  at: number,
  type: number,
  shape: readonly number[],
  nd = shape.length,
): number {
  if (nd === 0) return h.scalar(type, h.F64[at >> 3] as number);
  const from = new View();
  from.layOut(shape, nd);
  from.ptr = at;
  return stored(h, from, type);
}
