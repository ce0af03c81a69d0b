/** Probe arguments from named arrays. */
import type { Values } from '../../engine/operation';
import { read } from '../../engine/operation';
import type { ProbeArgument } from './probe';

/** Array arguments in the order of the function's parameters. */
export function arrays(values: Values, parameters: readonly string[]): ProbeArgument[] {
  return parameters.map((name) => ({ name, kind: 'array', value: read(values, name) }));
}

/** Computes a value once, on first use. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
