/** On which side of its kinks every number stands: differences of a cost mean nothing across one. */
import type { Tensor } from './tensor';

/** Arrays whose function has kinks. */
export interface Kinked {
  readonly kinks: readonly number[];
  readonly preActivation: Tensor;
}

/** For every entry of some pre-activations, one after the other, how many of its function's kinks lie below it. */
export function patternOf(arrays: readonly Kinked[]): Uint8Array {
  const kinked = arrays.filter(({ kinks }) => kinks.length > 0);
  const size = kinked.reduce((total, { preActivation }) => total + preActivation.data.length, 0);
  const pattern = new Uint8Array(size);
  kinked.reduce((at, { kinks, preActivation }) => writeSides(pattern, at, kinks, preActivation), 0);
  return pattern;
}

/** Writes the sides of one array; gives the place after the last. */
function writeSides(pattern: Uint8Array, at: number, kinks: readonly number[], { data }: Tensor): number {
  const [kink = NaN] = kinks;
  const isOne = kinks.length === 1;
  let to = at;
  for (let i = 0; i < data.length; i++, to++) {
    const z = data[i] as number;
    pattern[to] = isOne ? (z > kink ? 1 : 0) : kinks.filter((one) => z > one).length;
  }
  return to;
}
