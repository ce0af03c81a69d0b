/** Small random networks for property tests: sizes and functions from fast-check, numbers from a seeded generator. */
import fc from 'fast-check';
import type { Activation } from '../../../src/engine/activation';
import { identity, relu, sigmoid, tanh } from '../../../src/engine/activations';
import type { Loss } from '../../../src/engine/loss';
import { halvedSquaredError, meanSquaredError, softmaxCrossEntropy } from '../../../src/engine/losses';
import { softmax } from '../../../src/engine/softmax';
import type { Layer } from '../../../src/engine/network';
import { forward } from '../../../src/engine/network';
import { LegacyRandom } from '../../../src/engine/random';
import type { Tensor } from '../../../src/engine/tensor';
import { scale } from '../../../src/engine/tensor';

export interface Example {
  readonly layers: readonly Layer[];
  readonly X: Tensor;
  readonly Y: Tensor;
  readonly loss: Loss;
}

export const activations: readonly Activation[] = [relu, sigmoid, tanh, identity];

const losses: readonly Loss[] = [meanSquaredError, halvedSquaredError, softmaxCrossEntropy];

/** No pre-activation is this near a kink, so that differences across it cannot disturb a test. */
const kinkMargin = 1e-4;

function farFromKinks({ layers, X }: Example): boolean {
  const { Z } = forward(layers, X);
  return layers.every(({ activation }, i) =>
    activation.kinks.every((kink) => Z[i + 1]?.data.every((z) => Math.abs(z - kink) > kinkMargin)),
  );
}

/** Networks of 1 to 3 layers, 1 to 5 wide, on 1 to 6 samples, with any activation in each layer and any loss. */
export const examples: fc.Arbitrary<Example> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 }),
    m: fc.integer({ min: 1, max: 6 }),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
    functions: fc.array(fc.constantFrom(...activations), { minLength: 3, maxLength: 3 }),
    loss: fc.constantFrom(...losses),
  })
  .map(({ sizes, m, seed, functions, loss }): Example => {
    const random = new LegacyRandom(seed);
    const last = sizes.length - 2;
    const layers = sizes.slice(1).map((outputs, i): Layer => {
      const weights = scale(random.randn(sizes[i] ?? 0, outputs), 0.8);
      const bias = scale(random.randn(1, outputs), 0.5);
      const chosen = i === last && loss === softmaxCrossEntropy ? identity : functions[i];
      return { weights, bias, activation: chosen ?? relu };
    });
    const X = random.randn(m, sizes[0] ?? 0);
    const raw = random.randn(m, sizes.at(-1) ?? 0);
    return { layers, X, Y: loss === softmaxCrossEntropy ? softmax(raw) : raw, loss };
  })
  .filter(farFromKinks);

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
