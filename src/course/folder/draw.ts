/** The values that parameters are tried with. Everything comes of a seed. */
import { LegacyRandom } from '../../engine/random';
import { map, type Tensor } from '../../engine/tensor';
import type { ProbeArgument } from '../judging/probe';
import type { Literal, ParameterSpec, Sizes } from './definition';
import { extentAt } from './extent';

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

/** Entries of both signs, none nearer to 0 than 0.05: on neither side of a kink by chance. */
function signed(random: LegacyRandom, shape: readonly number[], scale: number): Tensor {
  return map(random.randn(...shape), (x) => scale * (x + Math.sign(x) * 0.05));
}

/** Whole numbers from 0 below `count`: every one of them occurs where there is room, and none everywhere. */
function labels(random: LegacyRandom, shape: readonly number[], count: number): Tensor {
  const size = sizeOf(shape);
  const order = Array.from({ length: size }, (_, i) => i);
  const keys = random.rand(size).data;
  order.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  const drawn = random.rand(size).data;
  const data = new Float64Array(size);
  order.forEach((at, rank) => {
    // Each class once, then as they come.
    data[at] = rank < count ? rank : Math.min(count - 1, Math.floor((drawn[at] ?? 0) * count));
  });
  // More classes than entries: without this no class would come twice.
  if (size > 2 && size <= count) data[order[1] ?? 0] = data[order[0] ?? 0] ?? 0;
  return { shape, data };
}

function alongLast(value: Tensor, change: (row: Float64Array) => Float64Array): Tensor {
  const width = value.shape.at(-1) ?? 1;
  const data = new Float64Array(value.data.length);
  for (let at = 0; at < data.length; at += width) data.set(change(value.data.slice(at, at + width)), at);
  return { shape: value.shape, data };
}

function oneHot(random: LegacyRandom, shape: readonly number[]): Tensor {
  const classes = shape.at(-1) ?? 1;
  const chosen = labels(random, shape.slice(0, -1), classes).data;
  const data = new Float64Array(sizeOf(shape));
  chosen.forEach((label, row) => {
    data[row * classes + label] = 1;
  });
  return { shape, data };
}

/** Ones and zeros with about that share of ones; both occur where there are two entries. */
function mask(random: LegacyRandom, shape: readonly number[], share: number): Tensor {
  const value = map(random.rand(...shape), (x) => (x < share ? 1 : 0));
  const total = value.data.reduce((sum, one) => sum + one, 0);
  if (value.data.length > 1 && total === 0) value.data[0] = 1;
  if (value.data.length > 1 && total === value.data.length) value.data[value.data.length - 1] = 0;
  return value;
}

function flatten(literal: Literal, shape: number[], depth: number, out: number[], name: string): void {
  if (typeof literal === 'number') {
    if (depth !== shape.length) throw new RangeError(`the values of ${name} are not equally deep everywhere`);
    out.push(literal);
    return;
  }
  if (depth === shape.length) shape.push(literal.length);
  if (shape[depth] !== literal.length) throw new RangeError(`the rows of ${name} are not equally long`);
  for (const item of literal) flatten(item, shape, depth + 1, out, name);
}

/** The array that nested lists of numbers are. A `RangeError` where they are no array. */
export function tensorOf(literal: Literal, name: string): Tensor {
  const shape: number[] = [];
  for (let one = literal; typeof one !== 'number'; one = one[0] ?? 0) shape.push(one.length);
  const data: number[] = [];
  flatten(literal, shape, 0, data, name);
  return { shape, data: Float64Array.from(data) };
}

/** Draws one parameter; null for one that is made elsewhere. A `RangeError` where sizes do not allow it. */
export function drawn(spec: ParameterSpec, sizes: Sizes, seed: number): ProbeArgument | null {
  const { name, kind } = spec;
  const random = new LegacyRandom(seed);
  const shape = spec.shape.map((extent) => extentAt(extent, sizes));
  if (shape.some((extent) => extent < 1)) throw new RangeError(`${name} would have no entries`);
  const array = (value: Tensor): ProbeArgument => ({ name, kind: 'array', value });
  switch (kind) {
    case 'array':
      return array(signed(random, shape, 1));
    case 'small':
      return array(signed(random, shape, 0.3));
    case 'positive':
      return array(map(random.rand(...shape), (x) => 0.5 + 1.5 * x));
    case 'unit':
      return array(map(random.rand(...shape), (x) => 0.05 + 0.9 * x));
    case 'probabilities': {
      const weights = map(random.rand(...shape), (x) => 0.1 + x);
      return array(
        alongLast(weights, (row) => {
          const total = row.reduce((sum, one) => sum + one, 0);
          return row.map((one) => one / total);
        }),
      );
    }
    case 'one-hot':
      return array(oneHot(random, shape));
    case 'mask':
      return array(mask(random, shape, spec.share ?? 0.5));
    case 'labels': {
      const count = spec.count ? extentAt(spec.count, sizes) : 2;
      return { name, kind: 'array', dtype: 'int64', value: labels(random, shape, count) };
    }
    case 'number':
    case 'int': {
      const value = spec.count
        ? extentAt(spec.count, sizes)
        : inRange(random, kind, spec.range ?? [0.1, 0.9]);
      return { name, kind: 'number', type: kind === 'int' ? 'int' : 'float', value };
    }
    case 'function':
    case 'given':
      return null;
  }
}

function inRange(
  random: LegacyRandom,
  kind: 'number' | 'int',
  [low, high]: readonly [number, number],
): number {
  const share = random.rand(1).data[0] ?? 0;
  if (kind === 'int') return low + Math.floor(share * (high - low + 1));
  // Few digits: it is printed.
  return low === high ? low : Number((low + share * (high - low)).toPrecision(3));
}
