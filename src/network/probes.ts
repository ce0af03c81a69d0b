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
import { couldBeCutOff, cutOff, unitByUnit } from './unitByUnit';

/** Distance that every pre-activation keeps from a kink. */
const kinkMargin = 0.02;

/**
 * From where on seeds are tried for the weights of deeper networks, which the notes do not have. With their 42, twelve
 * samples switch off the whole second layer of three and leave Z3 at just 0, where `z > 0` and `z >= 0` give different
 * gradients, both right.
 */
const deepSeeds = { from: 30, count: 200 } as const;

/**
 * The notes' initial parameters for the given sizes: `randn` weights in order after the seed, zero biases. A program with
 * samples in columns draws the weights as (n_out, n_in); here they are turned around.
 */
export function notesParameters(
  sizes: readonly number[],
  samples: Samples = 'rows',
  seed: number = notesSettings.seed,
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
  const data: [string, Tensor][] = [['X', X], ['Y', targets], ...penaltyIn(spec)];
  const withSeed = (seed: number): Map<string, Tensor> =>
    new Map([...data, ...notesParameters(sizes, samples, seed)]);
  if (sizes.length <= 3) return withSeed(notesSettings.seed);
  for (let seed = deepSeeds.from; seed < deepSeeds.from + deepSeeds.count; seed++) {
    const inputs = withSeed(seed);
    if (standsOnNoKink(spec, withForward(spec, inputs))) return inputs;
  }
  throw new Error(`no weights for sizes ${sizes.join('-')} keep every unit off its kinks`);
}

function standsOnNoKink({ layers }: NetworkSpec, network: Values): boolean {
  return layers.every(({ activation }, i) =>
    read(network, nameOf('Z', i + 1)).data.every((z) => !activations[activation].kinks.includes(z)),
  );
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
 * Whether one unit's Z are neither near a kink nor near 0, where slopes of other functions jump that are taken for this
 * one's, and on both sides of each kink, and between any two: there alone a ReLU6 has a slope. On both sides of a 0 that is
 * no kink only where `strictly` asks it.
 */
function isTellingUnit(Z: Float64Array, kinks: readonly number[], strictly: boolean): boolean {
  const sorted = kinks.toSorted((a, b) => a - b);
  const areBetween = sorted.slice(1).every((to, i) => Z.some((z) => z > (sorted[i] ?? to) && z < to));
  if (!areBetween) return false;
  return [...new Set([0, ...kinks])].every((kink) => {
    const above = Z.reduce((count, z) => (z > kink ? count + 1 : count), 0);
    const asksSides = strictly || kinks.includes(kink);
    return Z.every((z) => Math.abs(z - kink) > kinkMargin) && (!asksSides || (above > 0 && above < Z.length));
  });
}

function isTelling(spec: NetworkSpec, network: Values): boolean {
  if (!isUnsaturated(spec, network)) return false;
  return spec.layers.every(({ activation }, index) => {
    const z = read(network, nameOf('Z', index + 1));
    if (couldBeCutOff(activations[activation]) && !z.data.some((value) => value > cutOff)) return false;
    const [samples, units] = matrixShape(z);
    return Array.from({ length: units }, (_, unit) =>
      Float64Array.from({ length: samples }, (_, i) => z.data[i * units + unit] ?? 0),
    ).every((Z) => isTellingUnit(Z, activations[activation].kinks, true));
  });
}

/** So many networks are drawn whole; of deep or wide ones, and behind a sigmoid, hardly any tells. */
const wholeDraws = 200;

/** So many are drawn unit by unit after those. */
const drawsByUnit = 50;

/** X and Y for m samples, and a penalty's λ. */
function dataBy(random: LegacyRandom, spec: NetworkSpec, sizes: readonly number[], m: number): Values {
  // Wide enough for pre-activations beyond 6, where ReLU6 is cut off; narrower where a curve would be flat out there.
  const spread = spec.layers.every(({ activation }) => activations[activation].isPiecewiseLinear) ? 3 : 1;
  return new Map<string, Tensor>([
    ['X', scale(random.randn(m, sizes[0] ?? 0), spread)],
    ['Y', targetsFor(spec, random.randn(m, sizes.at(-1) ?? 0), 0)],
    ...penaltyIn(spec),
  ]);
}

function wholeParameters(random: LegacyRandom, sizes: readonly number[]): Values {
  return new Map(
    sizes.slice(1).flatMap((to, i) => [
      [nameOf('W', i + 1), scale(random.randn(sizes[i] ?? 0, to), 0.8)],
      [nameOf('b', i + 1), scale(random.randn(1, to), 0.3)],
    ]),
  );
}

/**
 * A network of the given sizes with m samples in which every unit has samples on both sides of its kinks, none near one:
 * the first of those that are drawn whole, from `seed` on, else the first that is drawn unit by unit. `X, Y, W1, b1, …`
 * and all Z and A by name. An error where none is found.
 */
export function probeNetwork(spec: NetworkSpec, sizes: readonly number[], m: number, seed: number): Values {
  for (let attempt = 0; attempt < wholeDraws + drawsByUnit; attempt++) {
    const random = new LegacyRandom(seed + attempt);
    const data = dataBy(random, spec, sizes, m);
    const isWhole = attempt < wholeDraws;
    const parameters = isWhole
      ? wholeParameters(random, sizes)
      : unitByUnit(spec, sizes, read(data, 'X'), random, isTellingUnit);
    if (!parameters) continue;
    const network = withForward(spec, new Map([...data, ...parameters]));
    if (isWhole ? isTelling(spec, network) : isUnsaturated(spec, network)) return network;
  }
  throw new Error(`no telling network of sizes ${sizes.join('-')} found`);
}
