/**
 * A network of fully connected layers: forward and backward passes that keep every intermediate.
 * Rows are samples, as in the notes' code: X is (m, n_in), W is (n_in, n_out), b is (1, n_out), Z = X·W + b.
 */
import type { Activation } from './activation';
import { activate, throughActivation as pullThrough } from './activation';
import type { Loss } from './loss';
import type { Tensor } from './tensor';
import {
  affine,
  formatShape,
  matmulLeftTransposed,
  matmulRightTransposed,
  matrixShape,
  requireSameShape,
  scale,
  ShapeError,
  subtract,
  sumAxis,
} from './tensor';

/** One layer: W (n_in, n_out), b (1, n_out), and the function that makes A of Z. */
export interface Layer {
  readonly weights: Tensor;
  readonly bias: Tensor;
  readonly activation: Activation;
}

/** What a forward pass computed. The arrays are indexed by layer as in the equations, from 1; `A[0]` is X. */
export interface ForwardPass {
  readonly layers: readonly Layer[];
  /** `Z[l] = A[l−1]·W[l] + b[l]`; `Z[0]` is not used and holds X. */
  readonly Z: readonly Tensor[];
  readonly A: readonly Tensor[];
  /** A of the last layer. */
  readonly output: Tensor;
}

/** Every gradient of one layer: dA (m, n_out), dZ (m, n_out), dW (n_in, n_out), db (1, n_out). */
export interface LayerGradients {
  readonly dA: Tensor;
  readonly dZ: Tensor;
  readonly dW: Tensor;
  readonly db: Tensor;
}

/** Which gradient of the squared error the output starts from. */
export interface OutputConvention {
  /** 1: half the mean squared error, A − Y. 2: the notes' cost as they write it, 2 (A − Y). */
  readonly scale: 1 | 2;
  /** `identity`: dZ = dA, as the notes do. `relu`: the output activation's derivative is part of it. */
  readonly outputDerivative: 'identity' | 'relu';
  /**
   * What the cost is a mean over. `samples`: (1/m) Σ over samples and outputs, as the notes have it. `entries`: over
   * samples and outputs alike, `np.mean`. With one output they are the same.
   */
  readonly mean: 'samples' | 'entries';
}

/** dZ = A − Y at the output: what the notes' `backward_propagation` computes. */
export const notesConvention: OutputConvention = {
  scale: 1,
  outputDerivative: 'identity',
  mean: 'samples',
};

/** The exact gradient of the notes' cost (1/m) Σ (A − Y)² through the notes' forward pass. */
export const exactConvention: OutputConvention = { scale: 2, outputDerivative: 'relu', mean: 'samples' };

/** Checks that the layers fit each other and X (m, n_in); a `ShapeError` names the layer and what it expected. */
export function checkShapes(layers: readonly Layer[], X: Tensor): void {
  let [, width] = matrixShape(X, 'X');
  if (layers.length === 0) throw new ShapeError('expected at least one layer');
  layers.forEach(({ weights, bias }, i) => {
    const [inputs, outputs] = matrixShape(weights, 'W');
    if (inputs !== width) {
      const source = i === 0 ? 'X' : `W${String(i)}`;
      throw new ShapeError(
        `W${String(i + 1)}: expected ${String(width)} rows, one for each column of ${source}, got shape ${formatShape(weights.shape)}`,
      );
    }
    if (bias.shape.length !== 2 || bias.shape[0] !== 1 || bias.shape[1] !== outputs) {
      throw new ShapeError(
        `b${String(i + 1)}: expected shape (1, ${String(outputs)}), got ${formatShape(bias.shape)}`,
      );
    }
    width = outputs;
  });
}

/**
 * Runs X (m, n_in) through the layers and keeps every Z and A. With `reuse`, writes over the arrays of an earlier pass
 * of the same sizes.
 */
export function forward(layers: readonly Layer[], X: Tensor, reuse?: ForwardPass): ForwardPass {
  // An earlier pass was checked, and its arrays fit nothing of other sizes.
  if (!reuse) checkShapes(layers, X);
  const Z = new Array<Tensor>(layers.length + 1).fill(X);
  const A = new Array<Tensor>(layers.length + 1).fill(X);
  let input = X;
  layers.forEach(({ weights: W, bias: b, activation }, i) => {
    const preActivation = affine(input, W, b, reuse?.Z[i + 1]);
    input = activate(activation, preActivation, reuse?.A[i + 1]);
    Z[i + 1] = preActivation;
    A[i + 1] = input;
  });
  return { layers, Z, A, output: input };
}

/** Where the backward pass starts: dA and dZ of the last layer, each row for its own sample, not yet divided by m. */
export interface OutputGradient {
  readonly dA: Tensor;
  readonly dZ: Tensor;
}

/** The output's gradient of a loss, through the output's own activation. */
export function lossGradient(pass: ForwardPass, Y: Tensor, loss: Loss): OutputGradient {
  const dA = loss.derivative(pass.output, Y);
  return { dA, dZ: throughActivation(pass, pass.layers.length, dA) };
}

/** What A − Y is multiplied by under a convention, for a network of so many outputs. */
export function conventionFactor({ scale: factor, mean }: OutputConvention, outputs: number): number {
  return mean === 'entries' ? factor / outputs : factor;
}

/** The output's gradient of the squared error under one of the accepted conventions; `reuse` as in `forward`. */
export function conventionGradient(
  pass: ForwardPass,
  Y: Tensor,
  convention: OutputConvention,
  reuse?: OutputGradient,
): OutputGradient {
  requireSameShape('A of the output', pass.output, 'Y', Y);
  const error = subtract(pass.output, Y, reuse?.dA);
  const factor = conventionFactor(convention, matrixShape(Y)[1]);
  const dA = factor === 1 ? error : scale(error, factor, error);
  if (convention.outputDerivative === 'identity') return { dA, dZ: dA };
  return { dA, dZ: throughActivation(pass, pass.layers.length, dA, reuse?.dZ) };
}

/** dZ = dA ⊙ f′(Z) in layer l. */
function throughActivation({ layers, Z }: ForwardPass, l: number, dA: Tensor, out?: Tensor): Tensor {
  const layer = layers[l - 1];
  const preActivation = Z[l];
  if (!layer || !preActivation) throw new RangeError(`expected a layer from 1 to ${String(layers.length)}`);
  return pullThrough(layer.activation, dA, preActivation, out);
}

/**
 * Carries the output's gradient back through all layers. Entry `l − 1` of the result holds the gradients of layer l;
 * the mean over the m samples is taken in dW and db, as in the notes. `reuse` as in `forward`.
 */
export function backward(
  pass: ForwardPass,
  output: OutputGradient,
  reuse?: readonly LayerGradients[],
): LayerGradients[] {
  requireSameShape('dZ of the output', output.dZ, 'A of the output', pass.output);
  const gradients = new Array<LayerGradients>(pass.layers.length);
  let { dA, dZ } = output;
  for (let l = pass.layers.length; l >= 1; l--) {
    const layer = pass.layers[l - 1];
    const input = pass.A[l - 1];
    const old = reuse?.[l - 1];
    if (!layer || !input) throw new RangeError(`the forward pass holds no layer ${String(l)}`);
    const m = matrixShape(input)[0];
    const products = matmulLeftTransposed(input, dZ, old?.dW);
    const dW = scale(products, 1 / m, products);
    const sums = sumAxis(dZ, 0, old?.db);
    const db = scale(sums, 1 / m, sums);
    gradients[l - 1] = { dA, dZ, dW, db };
    if (l > 1) {
      const below = reuse?.[l - 2];
      dA = matmulRightTransposed(dZ, layer.weights, below?.dA);
      dZ = throughActivation(pass, l - 1, dA, below?.dZ);
    }
  }
  return gradients;
}

/** The parameters by name, in the equations' order: W1, b1, W2, b2, … */
export function namedParameters(layers: readonly Layer[]): Map<string, Tensor> {
  const named = new Map<string, Tensor>();
  layers.forEach(({ weights, bias }, i) => {
    named.set(`W${String(i + 1)}`, weights).set(`b${String(i + 1)}`, bias);
  });
  return named;
}

/** The layers with other parameters, by the names of `namedParameters`; what is not named stays. */
export function withParameters(layers: readonly Layer[], named: ReadonlyMap<string, Tensor>): Layer[] {
  return layers.map((layer, i) => ({
    activation: layer.activation,
    weights: named.get(`W${String(i + 1)}`) ?? layer.weights,
    bias: named.get(`b${String(i + 1)}`) ?? layer.bias,
  }));
}

/** Everything that a forward pass and its backward pass computed, by name: X, Z1, A1, …, dZ1, dW1, db1, … */
export function namedIntermediates(
  pass: ForwardPass,
  gradients: readonly LayerGradients[] = [],
): Map<string, Tensor> {
  const named = new Map<string, Tensor>();
  pass.A.forEach((A, l) => {
    const Z = pass.Z[l];
    if (l === 0 || !Z) named.set('X', A);
    else named.set(`Z${String(l)}`, Z).set(`A${String(l)}`, A);
  });
  gradients.forEach(({ dA, dZ, dW, db }, i) => {
    const l = String(i + 1);
    named.set(`dA${l}`, dA).set(`dZ${l}`, dZ).set(`dW${l}`, dW).set(`db${l}`, db);
  });
  return named;
}

/** The gradients that training applies, under the names of their parameters: W1, b1, W2, b2, … */
export function namedGradients(gradients: readonly LayerGradients[]): Map<string, Tensor> {
  const named = new Map<string, Tensor>();
  gradients.forEach(({ dW, db }, i) => {
    named.set(`W${String(i + 1)}`, dW).set(`b${String(i + 1)}`, db);
  });
  return named;
}
