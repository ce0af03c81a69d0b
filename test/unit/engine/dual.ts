/**
 * A second road to gradients that shares nothing with the engine: dual numbers v + d·ε with ε² = 0, carried through a
 * plain triple loop. The derivatives come from those of sums, products, quotients, e^x and ln x alone.
 */
import type { Example } from './randomNetworks';

export interface Dual {
  readonly v: number;
  readonly d: number;
}

const constant = (v: number): Dual => ({ v, d: 0 });
const plus = (a: Dual, b: Dual): Dual => ({ v: a.v + b.v, d: a.d + b.d });
const minus = (a: Dual, b: Dual): Dual => ({ v: a.v - b.v, d: a.d - b.d });
const times = (a: Dual, b: Dual): Dual => ({ v: a.v * b.v, d: a.d * b.v + a.v * b.d });
const over = (a: Dual, b: Dual): Dual => ({ v: a.v / b.v, d: (a.d * b.v - a.v * b.d) / (b.v * b.v) });
const exp = (a: Dual): Dual => ({ v: Math.exp(a.v), d: a.d * Math.exp(a.v) });
const log = (a: Dual): Dual => ({ v: Math.log(a.v), d: a.d / a.v });

const functions: Readonly<Record<string, (z: Dual) => Dual>> = {
  identity: (z) => z,
  relu: (z) => (z.v > 0 ? z : constant(0)),
  sigmoid: (z) => over(constant(1), plus(constant(1), exp(times(constant(-1), z)))),
  tanh: (z) => {
    const square = exp(times(constant(2), z));
    return over(minus(square, constant(1)), plus(square, constant(1)));
  },
};

function sum(terms: readonly Dual[]): Dual {
  return terms.reduce(plus, constant(0));
}

/** The cost of an example and its derivative by one entry of one parameter. */
export function dualCost(example: Example, layer: number, which: 'weights' | 'bias', entry: number): Dual {
  const { layers, X, Y, loss } = example;
  const m = X.shape[0] ?? 0;
  const rows = Array.from({ length: m }, (_, s) => {
    const width = X.shape[1] ?? 0;
    let activation = Array.from(X.data.subarray(s * width, (s + 1) * width), constant);
    layers.forEach(({ weights, bias, activation: { name } }, l) => {
      const outputs = bias.shape[1] ?? 0;
      const read = (from: 'weights' | 'bias', index: number): Dual => ({
        v: (from === 'weights' ? weights : bias).data[index] ?? NaN,
        d: l === layer && from === which && index === entry ? 1 : 0,
      });
      activation = Array.from({ length: outputs }, (_unit, j) => {
        const products = activation.map((a, k) => times(a, read('weights', k * outputs + j)));
        return (functions[name] ?? constant.bind(null, NaN))(plus(sum(products), read('bias', j)));
      });
    });
    const target = activation.map((_, j) => constant(Y.data[s * activation.length + j] ?? NaN));
    return sampleLoss(loss.name, activation, target);
  });
  return over(sum(rows), constant(m));
}

function sampleLoss(name: string, output: readonly Dual[], target: readonly Dual[]): Dual {
  const at = (j: number): Dual => target[j] ?? constant(NaN);
  if (name === 'cross-entropy of softmax') {
    const total = sum(output.map(exp));
    return sum(output.map((z, j) => times(constant(-1), times(at(j), log(over(exp(z), total))))));
  }
  const squares = sum(output.map((a, j) => times(minus(a, at(j)), minus(a, at(j)))));
  return name === 'mean squared error' ? squares : over(squares, constant(2));
}
