/** Networks too deep or too wide for a draw as a whole to tell much: their weights are drawn one unit at a time. */
import type { Values } from '../engine/operation';
import type { LegacyRandom } from '../engine/random';
import { affine, matmul, matrixShape, type Tensor, zeros } from '../engine/tensor';
import { activate, type Activation } from '../engine/activation';
import { activations } from '../engine/activations';
import { nameOf } from './arrayName';
import type { NetworkSpec } from './spec';

/** So many times one unit is drawn, the first half of them for one that crosses 0 too. */
const unitDraws = 400;

/** The standard deviation of a unit's Z: wide enough for both sides of a kink, narrow enough that no curve is flat. */
const spread = 1.2;

/** Whether one unit's Z over all samples tells: `strictly` asks for both sides of a 0 that is no kink, too. */
export type Telling = (Z: Float64Array, kinks: readonly number[], strictly: boolean) => boolean;

/** Where ReLU6 is cut off: in a layer that such a function could be taken for, some Z lies beyond. */
export const cutOff = 6;

/** Whether a layer's function goes on beyond, so that one that is cut off there gives other numbers. */
export function couldBeCutOff({ entry }: Activation): boolean {
  return entry !== null && entry.value(2 * cutOff) > cutOff;
}

const meanOf = (numbers: Float64Array): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}

/** A·w for A (m, n) and w (n): one number for each sample. */
function preActivation(A: Tensor, weights: Float64Array): Float64Array {
  return matmul(A, { shape: [weights.length, 1], data: weights }).data;
}

/**
 * The weights of a unit behind A (m, n): drawn, turned until its Z are on average near 0 (behind a sigmoid, all of whose
 * values are positive, they would hardly ever be on both sides), and scaled to
 * that standard deviation. Null where Z does not vary.
 */
function unitWeights(random: LegacyRandom, A: Tensor, width: number): Float64Array | null {
  const [samples, inputs] = matrixShape(A);
  const means = Float64Array.from({ length: inputs }, (_, k) =>
    meanOf(Float64Array.from({ length: samples }, (_, i) => A.data[i * inputs + k] ?? 0)),
  );
  const drawn = random.randn(inputs, 1).data;
  const along = (0.9 * dot(drawn, means)) / (dot(means, means) || 1);
  const turned = drawn.map((w, k) => w - along * (means[k] ?? 0));
  const Z = preActivation(A, turned);
  const mean = meanOf(Z);
  const deviation = Math.sqrt(meanOf(Z.map((z) => (z - mean) ** 2)));
  return deviation > 1e-6 ? turned.map((w) => (w * width) / deviation) : null;
}

interface Unit {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** One unit behind A (m, n); null where none tells. The first of a layer reaches beyond where a function could be cut off. */
function drawnUnit(
  random: LegacyRandom,
  A: Tensor,
  activation: Activation,
  { hasBias, isFirst }: { readonly hasBias: boolean; readonly isFirst: boolean },
  isTelling: Telling,
): Unit | null {
  const mustReach = isFirst && couldBeCutOff(activation);
  const furthest = Math.max(mustReach ? cutOff : 0, ...activation.kinks.map(Math.abs));
  const width = Math.max(spread, 0.8 * furthest);
  for (let draw = 0; draw < unitDraws; draw++) {
    const weights = unitWeights(random, A, width);
    const bias = hasBias ? 0.3 * (random.randn(1).data[0] ?? 0) : 0;
    if (!weights) continue;
    const Z = preActivation(A, weights).map((z) => z + bias);
    const reaches = !mustReach || Z.some((z) => z > cutOff);
    if (reaches && isTelling(Z, activation.kinks, draw < unitDraws / 2)) return { weights, bias };
  }
  return null;
}

/** The parameters of a network on X (m, n_in), W1, b1, … by name; null where some unit was not found. */
export function unitByUnit(
  spec: NetworkSpec,
  sizes: readonly number[],
  X: Tensor,
  random: LegacyRandom,
  isTelling: Telling,
): Values | null {
  const parameters = new Map<string, Tensor>();
  let A = X;
  for (const [i, { activation: name, bias }] of spec.layers.entries()) {
    const activation = activations[name];
    const [from, to] = [sizes[i] ?? 0, sizes[i + 1] ?? 0];
    const [W, b] = [zeros([from, to]), zeros([1, to])];
    for (let unit = 0; unit < to; unit++) {
      const how = { hasBias: bias !== false, isFirst: unit === 0 };
      const drawn = drawnUnit(random, A, activation, how, isTelling);
      if (!drawn) return null;
      drawn.weights.forEach((w, k) => (W.data[k * to + unit] = w));
      b.data[unit] = drawn.bias;
    }
    parameters.set(nameOf('W', i + 1), W).set(nameOf('b', i + 1), b);
    A = activate(activation, affine(A, W, b));
  }
  return parameters;
}
