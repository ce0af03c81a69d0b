/** What one step computes: the operations of networks, by the names of the arrays that they read. */
import type { Activation } from './activation';
import { activate, slopeOf, throughActivation } from './activation';
import type { Loss } from './loss';
import { draw, type Draw } from './draws';
import type { Tensor } from './tensor';
import {
  addScaled,
  affine,
  map,
  matmul,
  matmulLeftTransposed,
  matmulRightTransposed,
  matrixShape,
  scalar,
  sameShape,
  scale,
  sizeOf,
  sumAxis,
  tensor,
  zip,
} from './tensor';

/** Named arrays: what the steps before have computed. */
export type Values = ReadonlyMap<string, Tensor>;

/**
 * What a step computes, by the names of the arrays it reads. Rows are samples: X is (m, n_in), W is (n_in, n_out),
 * b is (1, n_out); the source is the notes' code.
 */
export type Operation =
  /** Z = X·W + b, or X·W where there is no bias */
  | {
      readonly kind: 'affine';
      readonly input: string;
      readonly weights: string;
      readonly bias: string | null;
    }
  /** A = f(Z) */
  | { readonly kind: 'activate'; readonly activation: Activation; readonly of: string }
  /** f′(x), entry by entry */
  | { readonly kind: 'slope'; readonly activation: Activation; readonly of: string }
  /** The cost of the batch, by the loss: for the notes' (1/m) Σ (A − Y)²; with a penalty, + (λ/2m) Σ W² */
  | {
      readonly kind: 'loss';
      readonly loss: Loss;
      readonly output: string;
      readonly target: string;
      readonly penalty?: { readonly weights: readonly string[]; readonly rate: string };
    }
  /** scale · ∂L/∂A of each sample's loss: dZ of a linear output, dA of an output with an activation */
  | {
      readonly kind: 'lossGradient';
      readonly loss: Loss;
      readonly output: string;
      readonly target: string;
      readonly scale: 1 | 2;
      /** The output's function. Where the step is dZ, its slope is left out. */
      readonly activation: Activation;
    }
  /** dA = dZ·Wᵀ */
  | { readonly kind: 'carry'; readonly delta: string; readonly weights: string }
  /** dZ from dA through f at Z: dA ⊙ f′(Z) where f is one of entries */
  | {
      readonly kind: 'throughActivation';
      readonly activation: Activation;
      readonly carried: string;
      readonly preActivation: string;
    }
  /** dW = (1/m) Xᵀ·dZ; with a penalty, + (λ/m) W */
  | {
      readonly kind: 'weightGradient';
      readonly input: string;
      readonly delta: string;
      readonly penalty?: { readonly weights: string; readonly rate: string };
      /** What made the input, null for X; and what the delta's own layer ends in. */
      readonly made: { readonly input: Activation | null; readonly own: Activation };
    }
  /** db = (1/m) Σ over the samples of dZ, kept as (1, n) */
  | { readonly kind: 'biasGradient'; readonly delta: string }
  /** θ ← θ − rate · dθ */
  | { readonly kind: 'descend'; readonly parameter: string; readonly gradient: string; readonly rate: string }
  | Draw
  | { readonly kind: 'zeros'; readonly shape: readonly number[] }
  /** An array that was computed elsewhere: a solution's result. */
  | { readonly kind: 'recorded'; readonly value: Tensor }
  /** A formula of an exercise's own: its arrays by name, and how it is computed of them. */
  | {
      readonly kind: 'formula';
      readonly reads: readonly string[];
      readonly compute: (values: Values) => Tensor;
      /** The ways in which it is easily computed wrongly. */
      readonly slips: readonly FormulaSlip[];
    };

/** A formula computed wrongly, under the code of a known mistake. `id` tells the slips of one code apart. */
export interface FormulaSlip {
  readonly code: string;
  readonly id: string;
  readonly compute: (values: Values, right: () => Tensor) => Tensor;
}

export type OperationKind = Operation['kind'];
export type OperationOf<K extends OperationKind> = Extract<Operation, { readonly kind: K }>;

/** The array of that name; an error that names it where no step before has made it. */
export function read(values: Values, name: string): Tensor {
  const value = values.get(name);
  if (!value) throw new Error(`no array named ${name}: have ${[...values.keys()].join(', ')}`);
  return value;
}

/** The one number that a tensor of one entry holds. */
export function numberOf(value: Tensor): number {
  return value.data[0] ?? NaN;
}

/** The bias of a layer; 0, which broadcasts, where it has none. */
export function biasOf({ bias }: OperationOf<'affine'>, values: Values): Tensor {
  return bias === null ? scalar(0) : read(values, bias);
}

/** 1 where an entry is positive, else 0: the derivative of ReLU, 0 at 0 as in the notes. */
export function positive(z: Tensor): Tensor {
  return map(z, (value) => (value > 0 ? 1 : 0));
}

function sumOfSquares({ data }: Tensor): number {
  return data.reduce((total, value) => total + value * value, 0);
}

/** (1/m) Xᵀ·dZ for X (m, n_in) and dZ (m, n_out): (n_in, n_out). */
function weightGradient(input: Tensor, delta: Tensor, out?: Tensor): Tensor {
  const products = matmulLeftTransposed(input, delta, out);
  return scale(products, 1 / matrixShape(delta)[0], products);
}

/** A number as an array without axes. */
function numberArray(value: number, out?: Tensor): Tensor {
  if (!out) return scalar(value);
  out.data[0] = value;
  return out;
}

/** Computes a result, over `out` where that is given: an array of the result's shape. */
export type Run = (out?: Tensor) => Tensor;

/** What an operation gives, read off the equations. Errors of shape (`ShapeError`) pass through. */
export function apply(operation: Operation, values: Values): Tensor {
  return prepare(operation, (name) => read(values, name))();
}

/** An operation with the arrays that it reads, ready to run over and over on what they then hold. */
export function prepare(operation: Operation, get: (name: string) => Tensor): Run {
  switch (operation.kind) {
    case 'affine': {
      const [input, weights] = [get(operation.input), get(operation.weights)];
      if (operation.bias === null) return (out) => matmul(input, weights, out);
      const bias = get(operation.bias);
      return (out) => affine(input, weights, bias, out);
    }
    case 'activate': {
      const of = get(operation.of);
      return (out) => activate(operation.activation, of, out);
    }
    case 'slope': {
      const of = get(operation.of);
      return (out) => slopeOf(operation.activation, of, out);
    }
    case 'loss': {
      const [output, target] = [get(operation.output), get(operation.target)];
      const { loss, penalty } = operation;
      if (!penalty) return (out) => numberArray(loss.cost(output, target), out);
      const weights = penalty.weights.map(get);
      const factor = numberOf(get(penalty.rate)) / (2 * matrixShape(output)[0]);
      return (out) => {
        const squares = weights.reduce((total, W) => total + sumOfSquares(W), 0);
        return numberArray(loss.cost(output, target) + factor * squares, out);
      };
    }
    case 'lossGradient': {
      const [output, target] = [get(operation.output), get(operation.target)];
      const { loss, scale: factor } = operation;
      return (out) => {
        const slope = loss.derivative(output, target, out);
        return factor === 1 ? slope : scale(slope, factor, slope);
      };
    }
    case 'carry': {
      const [delta, weights] = [get(operation.delta), get(operation.weights)];
      return (out) => matmulRightTransposed(delta, weights, out);
    }
    case 'throughActivation': {
      const [carried, preActivation] = [get(operation.carried), get(operation.preActivation)];
      return (out) => throughActivation(operation.activation, carried, preActivation, out);
    }
    case 'weightGradient': {
      const [input, delta] = [get(operation.input), get(operation.delta)];
      const { penalty } = operation;
      if (!penalty) return (out) => weightGradient(input, delta, out);
      const weights = get(penalty.weights);
      const factor = numberOf(get(penalty.rate)) / matrixShape(delta)[0];
      return (out) => {
        const gradient = weightGradient(input, delta, out);
        return addScaled(gradient, factor, weights, gradient);
      };
    }
    case 'biasGradient': {
      const delta = get(operation.delta);
      return (out) => {
        const sums = sumAxis(delta, 0, out);
        return scale(sums, 1 / matrixShape(delta)[0], sums);
      };
    }
    case 'descend': {
      const [parameter, gradient] = [get(operation.parameter), get(operation.gradient)];
      const rate = numberOf(get(operation.rate));
      return sameShape(parameter.shape, gradient.shape)
        ? (out) => addScaled(parameter, -rate, gradient, out)
        : (out) => zip(parameter, gradient, (p, g) => p - rate * g, out);
    }
    case 'draw':
      return () => draw(operation);
    case 'zeros':
      return () => tensor(operation.shape, new Float64Array(sizeOf(operation.shape)));
    case 'recorded':
      return () => operation.value;
    case 'formula':
      return () => operation.compute(new Map(operation.reads.map((name) => [name, get(name)])));
  }
}
