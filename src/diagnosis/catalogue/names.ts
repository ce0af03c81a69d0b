/** Variants of a mistake by the names of arrays. */
import type { Values } from '../../engine/operation';
import { read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';

/** `id:name` for every name but the excluded ones, so that a sentence can say which array it was. */
export function forNames(
  names: readonly string[],
  excluded: readonly string[],
  compute: (v: Values, other: Tensor) => Tensor,
  prefix = 'with',
): Record<string, (v: Values) => Tensor> {
  return Object.fromEntries(
    names
      .filter((name) => !excluded.includes(name))
      .map((name) => [`${prefix}:${name}`, (v: Values): Tensor => compute(v, read(v, name))]),
  );
}
