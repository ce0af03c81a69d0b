/** Reading lists by positions that must be there. */

/** The item at a position. A position that is not there is a mistake of the kernels', and never reads as a zero. */
export function nth<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`position ${String(index)} of ${String(list.length)}`);
  return item;
}
