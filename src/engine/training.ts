/** Gradient descent that keeps the cost before every update. */
import type { Loss } from './loss';
import { meanSquaredError } from './losses';
import type { ForwardPass, Layer, LayerGradients, OutputConvention, OutputGradient } from './network';
import { backward, conventionGradient, forward, lossGradient } from './network';
import type { Tensor } from './tensor';
import { addScaled, requireSameShape } from './tensor';

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

/** θ ← θ − rate · dθ for every parameter: new layers, or with `reuse` layers of the same sizes, written over. */
export function descend(
  layers: readonly Layer[],
  gradients: readonly LayerGradients[],
  learningRate: number,
  reuse?: readonly Layer[],
): Layer[] {
  return layers.map(({ weights, bias, activation }, i) => {
    const own = gradients[i];
    const old = reuse?.[i];
    if (!own) throw new RangeError(`expected gradients for ${String(layers.length)} layers`);
    requireSameShape('W', weights, 'dW', own.dW);
    requireSameShape('b', bias, 'db', own.db);
    return {
      weights: addScaled(weights, -learningRate, own.dW, old?.weights),
      bias: addScaled(bias, -learningRate, own.db, old?.bias),
      activation,
    };
  });
}

/** Trains on X (m, n_in) and Y (m, n_out) with the whole batch in every iteration. */
export function train(start: readonly Layer[], X: Tensor, Y: Tensor, options: TrainingOptions): Training {
  const { learningRate, iterations, loss = meanSquaredError, convention } = options;
  const costs = new Float64Array(iterations);
  let layers = start;
  let pass: ForwardPass | undefined;
  let output: OutputGradient | undefined;
  let gradients: LayerGradients[] | undefined;
  for (let i = 0; i < iterations; i++) {
    pass = forward(layers, X, pass);
    costs[i] = loss.cost(pass.output, Y);
    output = convention ? conventionGradient(pass, Y, convention, output) : lossGradient(pass, Y, loss);
    gradients = backward(pass, output, gradients);
    layers = descend(layers, gradients, learningRate, i === 0 ? undefined : layers);
  }
  return { layers, costs, finalCost: costs.at(-1) ?? NaN };
}
