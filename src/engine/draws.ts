/** Draws of the reference: the numbers that a seed gives, some of them skipped. */
import { LegacyRandom } from './random';
import { sizeOf, transpose, type Tensor } from './tensor';

/** Numbers from NumPy's legacy generator: `skip` draws after the seed, then the array in C order. */
export interface Draw {
  readonly kind: 'draw';
  readonly shape: readonly number[];
  readonly seed: number;
  readonly skip: number;
  /** Drawn in the shape's reverse, then transposed: weights where samples are columns. */
  readonly isTransposed?: true;
}

/** How many seeds are remembered: those that people write are fewer. */
const mostSeeds = 1024;

const streams = new Map<number, Float64Array>();

/** At least `count` standard normal numbers after a seed. To seed a generator is dear, and the same seeds come again. */
function normals(seed: number, count: number): Float64Array {
  const known = streams.get(seed);
  if (known && known.length >= count) return known;
  if (streams.size >= mostSeeds) streams.clear();
  const { data } = new LegacyRandom(seed).randn(count);
  streams.set(seed, data);
  return data;
}

const drawn = new WeakMap<Draw, Tensor>();

/** What a draw gives; the same array each time for the same operation. */
export function draw(operation: Draw): Tensor {
  const known = drawn.get(operation);
  if (known) return known;
  const { shape, seed, skip, isTransposed } = operation;
  const end = skip + sizeOf(shape);
  const data = normals(seed, end).slice(skip, end);
  const value = isTransposed ? transpose({ shape: shape.toReversed(), data }) : { shape: [...shape], data };
  drawn.set(operation, value);
  return value;
}
