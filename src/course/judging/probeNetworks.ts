/** Networks to try snippets on: the notes' own, and ones whose sizes and masks leave no mistake a place to hide. */
import type { Values } from '../../engine/computation';
import { evaluate, read } from '../../engine/computation';
import { LegacyRandom } from '../../engine/random';
import { notesData, notesSettings } from '../../engine/notes';
import type { Tensor } from '../../engine/tensor';
import { matrixShape, scale, zeros } from '../../engine/tensor';
import { forwardSteps, names } from './networkSteps';

/** Distance that every pre-activation keeps from ReLU's kink. */
const kinkMargin = 0.02;

/**
 * Seed of the three-layer network's weights, which the notes do not have. With their 42, twelve samples switch off the
 * whole second layer and leave Z3 at just 0, where `z > 0` and `z >= 0` give different gradients, both right.
 */
const threeLayerSeed = 30;

/** The notes' initial parameters for the given sizes: `randn` weights in order after the seed, zero biases. */
export function notesParameters(sizes: readonly number[]): Map<string, Tensor> {
  const random = new LegacyRandom(sizes.length > 3 ? threeLayerSeed : notesSettings.seed);
  const parameters = new Map<string, Tensor>();
  for (let layer = 1; layer < sizes.length; layer++) {
    const [from, to] = [sizes[layer - 1] ?? 0, sizes[layer] ?? 0];
    parameters.set(`W${String(layer)}`, random.randn(from, to));
    parameters.set(`b${String(layer)}`, zeros([1, to]));
  }
  return parameters;
}

/** Runs the forward pass: X, the parameters and every Z and A by name. */
export function withForward(inputs: Values, layers: number): Values {
  return evaluate({ steps: forwardSteps(layers), loop: null, returns: [] }, inputs).values;
}

/** The notes' data through the notes' initial network. */
export function notesNetwork(sizes: readonly number[]): Values {
  const { X, Y } = notesData();
  return withForward(new Map([['X', X], ['Y', Y], ...notesParameters(sizes)]), sizes.length - 1);
}

/** Whether no pre-activation is near the kink and every unit is on for some samples and off for others. */
function isTelling(network: Values, layers: number): boolean {
  return names('Z', layers).every((name) => {
    const z = read(network, name);
    const [samples, units] = matrixShape(z);
    const on = new Array<number>(units).fill(0);
    z.data.forEach((value, i) => {
      if (value > 0) on[i % units] = (on[i % units] ?? 0) + 1;
    });
    return z.data.every((value) => Math.abs(value) > kinkMargin) && on.every((n) => n > 0 && n < samples);
  });
}

/**
 * A network of the given sizes with m samples, drawn from the first seed at or after `seed` for which every unit has
 * samples on both sides of its kink, none near it. `X, Y, W1, b1, …` and all Z and A by name.
 */
export function probeNetwork(sizes: readonly number[], m: number, seed: number): Values {
  const layers = sizes.length - 1;
  for (let attempt = seed; attempt < seed + 20000; attempt++) {
    const random = new LegacyRandom(attempt);
    const inputs = new Map<string, Tensor>([
      // Wide enough for pre-activations beyond 6, where ReLU6 is cut off.
      ['X', scale(random.randn(m, sizes[0] ?? 0), 3)],
      ['Y', random.randn(m, sizes[layers] ?? 0)],
    ]);
    for (let layer = 1; layer <= layers; layer++) {
      const [from, to] = [sizes[layer - 1] ?? 0, sizes[layer] ?? 0];
      inputs.set(`W${String(layer)}`, scale(random.randn(from, to), 0.8));
      inputs.set(`b${String(layer)}`, scale(random.randn(1, to), 0.3));
    }
    const network = withForward(inputs, layers);
    if (isTelling(network, layers)) return network;
  }
  throw new Error(`no telling network of sizes ${sizes.join('-')} found`);
}
