/** A network as data: everything else (steps, equations, Python, probes, differences) follows from it. */
import type { ActivationName } from '../engine/activations';
import type { LossName } from '../engine/losses';

/** One fully connected layer. */
export interface LayerSpec {
  /** The number of its units as a symbol: `n_hidden`, `n_out`. */
  readonly units: string;
  readonly activation: ActivationName;
  /** False for a layer without a bias. */
  readonly bias?: false;
}

export interface NetworkSpec {
  /** From the first hidden layer to the output. */
  readonly layers: readonly LayerSpec[];
  readonly loss: LossName;
  /** (λ / 2m) Σ W² over all weights, added to the cost; λ is an argument, `lam`. */
  readonly penalty?: 'l2';
}

/** The name under which a penalty's λ is given. */
export const penaltyRate = 'lam';

/** The notes' network: every layer ends in ReLU, the output too, under the squared error. */
export function reluNetwork(layers: number): NetworkSpec {
  return {
    layers: Array.from({ length: layers }, (_, i) => ({
      units: i === layers - 1 ? 'n_out' : layers === 2 ? 'n_hidden' : `n_hidden${String(i + 1)}`,
      activation: 'relu',
    })),
    loss: 'squared-error',
  };
}

/** The layer of that number, from 1; an error where there is none. */
export function layerOf({ layers }: NetworkSpec, layer: number): LayerSpec {
  const spec = layers[layer - 1];
  if (!spec)
    throw new RangeError(`expected a layer from 1 to ${String(layers.length)}, got ${String(layer)}`);
  return spec;
}
