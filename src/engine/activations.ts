/** The functions between the layers, each beside its derivative and the points where it has none. */

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
