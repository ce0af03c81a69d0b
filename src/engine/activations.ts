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
 * order that a processor could foresee, and takes four entries at a time, which share the checks of the two arrays.
 */
export function activate({ apply }: Activation, Z: Tensor, out?: Tensor): Tensor {
  if (apply !== relu.apply) return map(Z, apply, out);
  const A = resultArray(Z.shape, out);
  const from = Z.data;
  const to = A.data;
  const size = to.length;
  let i = 0;
  for (; i + 3 < size; i += 4) {
    const a = from[i] as number;
    const b = from[i + 1] as number;
    const c = from[i + 2] as number;
    const d = from[i + 3] as number;
    to[i] = (a + Math.abs(a)) / 2;
    to[i + 1] = (b + Math.abs(b)) / 2;
    to[i + 2] = (c + Math.abs(c)) / 2;
    to[i + 3] = (d + Math.abs(d)) / 2;
  }
  for (; i < size; i++) to[i] = Math.max(0, from[i] as number);
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
  const gradient = dA.data;
  const z = Z.data;
  const to = dZ.data;
  to.set(gradient);
  for (let i = 0, size = to.length; i < size; i++) {
    if (!((z[i] as number) > 0)) to[i] = (to[i] as number) * 0;
  }
  return dZ;
}
