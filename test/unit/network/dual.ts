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
export function dualCost({ spec, inputs }: Example, parameter: string, entry: number): Dual {
  const read = (name: string, index: number): Dual => ({
    v: inputs.get(name)?.data[index] ?? NaN,
    d: name === parameter && index === entry ? 1 : 0,
  });
  const [m = 0, width = 0] = inputs.get('X')?.shape ?? [];
  const rows = Array.from({ length: m }, (_, s) => {
    let A = Array.from({ length: width }, (_input, k) => read('X', s * width + k));
    spec.layers.forEach(({ activation }, i) => {
      const [W, b] = [`W${String(i + 1)}`, `b${String(i + 1)}`];
      const units = inputs.get(b)?.data.length ?? 0;
      const Z = Array.from({ length: units }, (_unit, j) => {
        const products = A.map((a, k) => times(a, read(W, k * units + j)));
        return plus(sum(products), read(b, j));
      });
      A = activation === 'softmax' ? softmax(Z) : Z.map(functions[activation] ?? (() => constant(NaN)));
    });
    const target = A.map((_output, j) => read('Y', s * A.length + j));
    return sum(A.map((a, j) => outputLoss(spec.loss, a, target[j] ?? constant(NaN))));
  });
  return over(sum(rows), constant(m));
}

function softmax(Z: readonly Dual[]): Dual[] {
  const powers = Z.map(exp);
  return powers.map((power) => over(power, sum(powers)));
}

function outputLoss(name: string, a: Dual, y: Dual): Dual {
  const one = constant(1);
  const negative = (x: Dual): Dual => times(constant(-1), x);
  switch (name) {
    case 'cross-entropy':
      return negative(times(y, log(a)));
    case 'binary-cross-entropy':
      return negative(plus(times(y, log(a)), times(minus(one, y), log(minus(one, a)))));
    default:
      return times(minus(a, y), minus(a, y));
  }
}
