/** The functions between the layers, each beside its derivative and the points where it has none. */

import type { Tensor } from './tensor';
import { map, requireSameShape, resultArray, zip } from './tensor';

/** A function applied to every entry of Z, with what backpropagation must know of it. */
export interface Activation {
  readonly name: 'relu' | 'sigmoid' | 'tanh' | 'identity';
  readonly apply: (z: number) => number;
  /** The derivative by z; at a kink, the value that is taken by convention. */
  readonly derivative: (z: number) => number;
  /** Where the derivative jumps: no gradient exists there, and differences across it mean nothing. */
  readonly kinks: readonly number[];
}

/** max(0, z). Its derivative at 0 is 0, as in the notes (`np.where(x > 0, 1, 0)`). */
export const relu: Activation = {
  name: 'relu',
  apply: (z) => Math.max(0, z),
  derivative: (z) => (z > 0 ? 1 : 0),
  kinks: [0],
};

/** 1/(1 + e⁻ᶻ), without overflow on either side. */
export function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const power = Math.exp(z);
  return power / (1 + power);
}

/** σ(z) = 1/(1 + e⁻ᶻ); σ′ = σ(z)·σ(−z), which keeps its digits where σ is near 1. */
export const sigmoid: Activation = {
  name: 'sigmoid',
  apply: logistic,
  derivative: (z) => logistic(z) * logistic(-z),
  kinks: [],
};

/** tanh z; its derivative is 1/cosh² z, which keeps its digits where tanh is near ±1. */
export const tanh: Activation = {
  name: 'tanh',
  apply: Math.tanh,
  derivative: (z) => Math.cosh(z) ** -2,
  kinks: [],
};

/** z itself: a linear layer. */
export const identity: Activation = {
  name: 'identity',
  apply: (z) => z,
  derivative: () => 1,
  kinks: [],
};

/**
 * f(Z), entry by entry. ReLU, here and below, has a loop of its own: a call for every entry, which the loops that serve
 * every function make, would be half the time of a small network. This one does not branch, because signs come in no
 * order that a processor could foresee.
 */
export function activate({ apply }: Activation, Z: Tensor, out?: Tensor): Tensor {
  if (apply !== relu.apply) return map(Z, apply, out);
  const A = resultArray(Z.shape, out);
  const [from, to] = [Z.data, A.data];
  for (let i = 0, size = to.length; i < size; i++) {
    const z = from[i] as number;
    to[i] = (z + Math.abs(z)) / 2;
  }
  return A;
}

/**
 * dA ⊙ f′(Z), entry by entry: dZ. For ReLU it is dA, multiplied by 0 where Z is not positive: during training the same
 * few units stay closed from one iteration to the next, so this branch is one that a processor does foresee.
 */
export function throughDerivative({ derivative }: Activation, dA: Tensor, Z: Tensor, out?: Tensor): Tensor {
  requireSameShape('dA', dA, 'Z', Z);
  if (derivative !== relu.derivative) return zip(dA, Z, (gradient, z) => gradient * derivative(z), out);
  const dZ = resultArray(Z.shape, out);
  const [gradient, z, to] = [dA.data, Z.data, dZ.data];
  to.set(gradient);
  for (let i = 0, size = to.length; i < size; i++) {
    if (!((z[i] as number) > 0)) to[i] = (to[i] as number) * 0;
  }
  return dZ;
}
