/** Gradient descent that keeps the cost before every update. */
import type { Loss } from './losses';
import { meanSquaredError } from './losses';
import type { Layer, LayerGradients, OutputConvention } from './network';
import { backward, conventionGradient, forward, lossGradient } from './network';
import type { Tensor } from './tensor';
import { requireSameShape, zip } from './tensor';

export interface TrainingOptions {
  readonly learningRate: number;
  readonly iterations: number;
  /** The cost that is recorded; the notes' mean squared error unless given. */
  readonly loss?: Loss;
  /** The rule the output's gradient follows; the exact derivative of `loss` unless given. */
  readonly convention?: OutputConvention;
}

export interface Training {
  /** The layers after the last update. */
  readonly layers: readonly Layer[];
  /** `costs[i]` is the cost before update i. */
  readonly costs: Float64Array;
  /** The cost of the last forward pass, so before the last update, as the notes print it; NaN without iterations. */
  readonly finalCost: number;
}

/** θ ← θ − rate · dθ for every parameter; the given layers stay as they are. */
export function descend(
  layers: readonly Layer[],
  gradients: readonly LayerGradients[],
  learningRate: number,
): Layer[] {
  const step = (parameter: Tensor, gradient: Tensor): Tensor =>
    zip(parameter, gradient, (p, g) => p - learningRate * g);
  return layers.map(({ weights, bias, activation }, i) => {
    const own = gradients[i];
    if (!own) throw new RangeError(`expected gradients for ${String(layers.length)} layers`);
    requireSameShape(`W${String(i + 1)}`, weights, `dW${String(i + 1)}`, own.dW);
    requireSameShape(`b${String(i + 1)}`, bias, `db${String(i + 1)}`, own.db);
    return { weights: step(weights, own.dW), bias: step(bias, own.db), activation };
  });
}

/** Trains on X (m, n_in) and Y (m, n_out) with the whole batch in every iteration. */
export function train(start: readonly Layer[], X: Tensor, Y: Tensor, options: TrainingOptions): Training {
  const { learningRate, iterations, loss = meanSquaredError, convention } = options;
  const costs = new Float64Array(iterations);
  let layers = start;
  for (let i = 0; i < iterations; i++) {
    const pass = forward(layers, X);
    costs[i] = loss.cost(pass.output, Y);
    const output = convention ? conventionGradient(pass, Y, convention) : lossGradient(pass, Y, loss);
    layers = descend(layers, backward(pass, output), learningRate);
  }
  return { layers, costs, finalCost: costs.at(-1) ?? NaN };
}
