/** Networks to try snippets on: the notes' own, and ones whose sizes and masks leave no mistake a place to hide. */
import { activations } from '../engine/activations';
import type { Values } from '../engine/operation';
import { evaluate } from '../engine/computation';
import { read } from '../engine/operation';
import { notesData, notesSettings } from '../engine/notes';
import { LegacyRandom } from '../engine/random';
import type { Tensor } from '../engine/tensor';
import { map, matrixShape, scalar, scale, tensor, transpose, zeros } from '../engine/tensor';
import { nameOf } from './arrayName';
import type { Samples } from '../engine/columnForm';
import { penaltyRate, type NetworkSpec } from './spec';
import { forwardSteps } from './steps';

/** Distance that every pre-activation keeps from a kink. */
const kinkMargin = 0.02;

/**
 * Seed of the three-layer network's weights, which the notes do not have. With their 42, twelve samples switch off the
 * whole second layer and leave Z3 at just 0, where `z > 0` and `z >= 0` give different gradients, both right.
 */
const threeLayerSeed = 30;

/**
 * The notes' initial parameters for the given sizes: `randn` weights in order after the seed, zero biases. A program with
 * samples in columns draws the weights as (n_out, n_in); here they are turned around.
 */
export function notesParameters(
  sizes: readonly number[],
  samples: Samples = 'rows',
  seed: number = sizes.length > 3 ? threeLayerSeed : notesSettings.seed,
): Map<string, Tensor> {
  const random = new LegacyRandom(seed);
  const parameters = new Map<string, Tensor>();
  for (let layer = 1; layer < sizes.length; layer++) {
    const [from, to] = [sizes[layer - 1] ?? 0, sizes[layer] ?? 0];
    parameters.set(
      nameOf('W', layer),
      samples === 'rows' ? random.randn(from, to) : transpose(random.randn(to, from)),
    );
    parameters.set(nameOf('b', layer), zeros([1, to]));
  }
  return parameters;
}

/** Targets that a loss can be taken of, from drawn ones: 0 and 1 on the two sides of `middle`, −1 and 1, or one-hot rows. */
function targetsFor({ loss }: NetworkSpec, drawn: Tensor, middle: number): Tensor {
  switch (loss) {
    case 'squared-error':
      return drawn;
    case 'binary-cross-entropy':
      return map(drawn, (y) => (y > middle ? 1 : 0));
    case 'hinge':
      return map(drawn, (y) => (y > middle ? 1 : -1));
    case 'cross-entropy': {
      const [, outputs] = matrixShape(drawn);
      const largest = (row: number): number => {
        const start = row * outputs;
        const entries = drawn.data.subarray(start, start + outputs);
        return start + entries.indexOf(Math.max(...entries));
      };
      return {
        shape: drawn.shape,
        data: drawn.data.map((_, i) => (largest(Math.floor(i / outputs)) === i ? 1 : 0)),
      };
    }
  }
}

/** One-hot rows of so many classes from numbers between 0 and 1: which of equal parts each lies in. */
function classesOf(numbers: Tensor, classes: number): Tensor {
  const rows = Array.from(numbers.data, (y) =>
    Array.from({ length: classes }, (_, k) => (Math.floor(y * classes) === k ? 1 : 0)),
  );
  return tensor([rows.length, classes], rows.flat());
}

/** A penalty's λ on every probe: large enough that a gradient without it is another one. */
export const probedPenalty = 0.7;

function penaltyIn({ penalty }: NetworkSpec): [string, Tensor][] {
  return penalty ? [[penaltyRate, scalar(probedPenalty)]] : [];
}

/** Runs the forward pass: X, the parameters and every Z and A by name. */
export function withForward(spec: NetworkSpec, inputs: Values): Values {
  return evaluate({ steps: forwardSteps(spec), loop: null, returns: [] }, inputs).values;
}

/** The notes' data and initial weights for a network of these sizes, with targets that its loss can be taken of. */
export function notesInputs(
  spec: NetworkSpec,
  sizes: readonly number[],
  samples: Samples = 'rows',
): Map<string, Tensor> {
  const { X, Y } = notesData();
  const outputs = sizes.at(-1) ?? 1;
  const targets = spec.loss === 'cross-entropy' ? classesOf(Y, outputs) : targetsFor(spec, Y, 0.5);
  return new Map([['X', X], ['Y', targets], ...penaltyIn(spec), ...notesParameters(sizes, samples)]);
}

/** The notes' data through a network of these sizes with the notes' initial weights. */
export function notesNetwork(spec: NetworkSpec, sizes: readonly number[]): Values {
  return withForward(spec, notesInputs(spec, sizes));
}

/** How near a probability may come to 0 or 1, where the logarithms of a cross-entropy lose their digits. */
const probabilityMargin = 1e-3;

function isUnsaturated({ layers, loss }: NetworkSpec, network: Values): boolean {
  if (!loss.endsWith('cross-entropy')) return true;
  const { data } = read(network, nameOf('A', layers.length));
  return data.every((a) => a > probabilityMargin && a < 1 - probabilityMargin);
}

/**
 * Whether no pre-activation is near a kink, or near 0, where slopes of other functions jump that are taken for this
 * one's, and every unit has samples on both sides; on both sides of a 0 that is no kink only where `strictly` asks it.
 */
function isTelling(spec: NetworkSpec, network: Values, strictly: boolean): boolean {
  if (!isUnsaturated(spec, network)) return false;
  return spec.layers.every(({ activation }, index) =>
    [...new Set([0, ...activations[activation].kinks])].every((kink) => {
      const z = read(network, nameOf('Z', index + 1));
      const [samples, units] = matrixShape(z);
      const above = new Array<number>(units).fill(0);
      z.data.forEach((value, i) => {
        if (value > kink) above[i % units] = (above[i % units] ?? 0) + 1;
      });
      const asksSides = strictly || activations[activation].kinks.includes(kink);
      return (
        z.data.every((value) => Math.abs(value - kink) > kinkMargin) &&
        (!asksSides || above.every((n) => n > 0 && n < samples))
      );
    }),
  );
}

/** So many draws are tried for units that cross 0: behind a sigmoid, all of whose values are positive, few do. */
const strictDraws = 1000;

/** After so many, inputs and the last layer's weights are drawn smaller: behind many wide layers a softmax saturates. */
const wideDraws = 5000;

/**
 * A network of the given sizes with m samples, drawn from the first seed at or after `seed` for which every unit has
 * samples on both sides of its kinks, none near one. `X, Y, W1, b1, …` and all Z and A by name.
 */
export function probeNetwork(spec: NetworkSpec, sizes: readonly number[], m: number, seed: number): Values {
  const layers = spec.layers.length;
  // Wide enough for pre-activations beyond 6, where ReLU6 is cut off; narrower where a curve would be flat out there.
  const spread = spec.layers.every(({ activation }) => activations[activation].isPiecewiseLinear) ? 3 : 1;
  for (let attempt = seed; attempt < seed + 20000; attempt++) {
    const random = new LegacyRandom(attempt);
    const isNarrow = attempt >= seed + wideDraws;
    const inputs = new Map<string, Tensor>([
      ['X', scale(random.randn(m, sizes[0] ?? 0), isNarrow ? 1 : spread)],
      ['Y', targetsFor(spec, random.randn(m, sizes[layers] ?? 0), 0)],
      ...penaltyIn(spec),
    ]);
    for (let layer = 1; layer <= layers; layer++) {
      const [from, to] = [sizes[layer - 1] ?? 0, sizes[layer] ?? 0];
      inputs.set(nameOf('W', layer), scale(random.randn(from, to), isNarrow && layer === layers ? 0.3 : 0.8));
      inputs.set(nameOf('b', layer), scale(random.randn(1, to), 0.3));
    }
    const network = withForward(spec, inputs);
    if (isTelling(spec, network, attempt < seed + strictDraws)) return network;
  }
  throw new Error(`no telling network of sizes ${sizes.join('-')} found`);
}
