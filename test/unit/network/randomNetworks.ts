/** Small random networks for property tests: sizes and functions from fast-check, numbers from a seeded generator. */
import fc from 'fast-check';
import type { ActivationName } from '../../../src/engine/activations';
import { activations } from '../../../src/engine/activations';
import { evaluate, type Step } from '../../../src/engine/computation';
import { read, type Values } from '../../../src/engine/operation';
import type { LossName } from '../../../src/engine/losses';
import { LegacyRandom } from '../../../src/engine/random';
import { softmax } from '../../../src/engine/softmax';
import type { Tensor } from '../../../src/engine/tensor';
import { map, scalar, scale } from '../../../src/engine/tensor';
import { nameOf } from '../../../src/network/arrayName';
import { conventionsOf, type OutputConvention } from '../../../src/network/conventions';
import type { NetworkSpec } from '../../../src/network/spec';
import { backwardSteps, forwardSteps } from '../../../src/network/steps';

export interface Example {
  readonly spec: NetworkSpec;
  /** X, Y, W1, b1, … and the learning rate. */
  readonly inputs: Values;
}

const functions: readonly ActivationName[] = ['relu', 'sigmoid', 'tanh', 'identity'];

/** The outputs that a loss can be taken of; null for any. */
const outputs: Readonly<Partial<Record<LossName, ActivationName>>> = {
  'binary-cross-entropy': 'sigmoid',
  'cross-entropy': 'softmax',
};

/** No pre-activation is this near a kink, so that differences across it cannot disturb a test. */
const kinkMargin = 1e-4;

/** All arrays after some steps. */
export function after(steps: readonly Step[], inputs: Values): Values {
  return evaluate({ steps, loop: null, returns: [] }, inputs).values;
}

/** The convention whose gradient is that of the cost itself, or of half of it under the squared error. */
export function exactOf(spec: NetworkSpec): OutputConvention {
  const exact = conventionsOf(spec).findLast(({ mean }) => mean === 'samples');
  if (!exact) throw new Error('no convention over the samples');
  return spec.loss === 'squared-error' ? { ...exact, scale: 2 } : exact;
}

/** Every array of the forward and the exact backward pass. */
export function passOf({ spec, inputs }: Example): Values {
  return after([...forwardSteps(spec), ...backwardSteps(spec, exactOf(spec))], inputs);
}

function farFromKinks({ spec, inputs }: Example): boolean {
  const values = after(forwardSteps(spec), inputs);
  return spec.layers.every(({ activation }, i) =>
    activations[activation].kinks.every((kink) =>
      read(values, nameOf('Z', i + 1)).data.every((z) => Math.abs(z - kink) > kinkMargin),
    ),
  );
}

/** Near 0 and 1 a cross-entropy loses its digits, and differences of it mean nothing. */
function isUnsaturated({ spec, inputs }: Example): boolean {
  if (spec.loss === 'squared-error') return true;
  const A = read(after(forwardSteps(spec), inputs), nameOf('A', spec.layers.length));
  return A.shape[1] === 1 && spec.loss === 'cross-entropy' ? true : A.data.every((a) => a > 0.01 && a < 0.99);
}

function targets(loss: LossName, raw: Tensor): Tensor {
  if (loss === 'cross-entropy') return softmax(raw);
  return loss === 'binary-cross-entropy' ? map(raw, (y) => (y > 0 ? 1 : 0)) : raw;
}

/** Networks of 1 to 3 layers, 1 to 5 wide, on 1 to 6 samples, with any activation in each layer and any loss. */
export const examples: fc.Arbitrary<Example> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 }),
    m: fc.integer({ min: 1, max: 6 }),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
    chosen: fc.array(fc.constantFrom(...functions), { minLength: 3, maxLength: 3 }),
    loss: fc.constantFrom<LossName>('squared-error', 'binary-cross-entropy', 'cross-entropy'),
  })
  .map(({ sizes, m, seed, chosen, loss }): Example => {
    const random = new LegacyRandom(seed);
    const last = sizes.length - 2;
    const inputs = new Map([['learning_rate', scalar(0.05)]]);
    const layers = sizes.slice(1).map((units, i) => {
      inputs.set(nameOf('W', i + 1), scale(random.randn(sizes[i] ?? 0, units), 0.8));
      inputs.set(nameOf('b', i + 1), scale(random.randn(1, units), 0.5));
      const activation = (i === last ? outputs[loss] : undefined) ?? chosen[i] ?? 'relu';
      return { units: `n${String(i + 1)}`, activation };
    });
    inputs.set('X', random.randn(m, sizes[0] ?? 0));
    inputs.set('Y', targets(loss, random.randn(m, sizes.at(-1) ?? 0)));
    return { spec: { layers, loss }, inputs };
  })
  .filter((example) => farFromKinks(example) && isUnsaturated(example));

/** |a − b| at most `tolerance`, relative to the larger for numbers above 1. */
export function near(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

/** An error that shows both arrays unless they agree in shape and, within the tolerance, in every entry. */
export function assertNear(actual: Tensor, expected: Tensor, tolerance: number, what = 'arrays'): void {
  const same =
    actual.shape.length === expected.shape.length &&
    actual.shape.every((extent, axis) => extent === expected.shape[axis]) &&
    actual.data.every((value, i) => near(value, expected.data[i] ?? NaN, tolerance));
  if (same) return;
  const show = ({ shape, data }: Tensor): string => `(${shape.join(', ')}) [${data.join(', ')}]`;
  throw new Error(`${what} differ: ${show(actual)} against ${show(expected)}`);
}
