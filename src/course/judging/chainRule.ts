/** How the chain rule is judged: y = u² with u = 3x + 1, its small graph of formulas, and the slips made in them. */
import type { Step } from '../../engine/computation';
import { evaluate } from '../../engine/computation';
import { read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import { add, map, multiply, tensor } from '../../engine/tensor';
import { elementwise, sumOf } from './elementwise';
import { double, doubleOrHalf, formula, negative } from './formula';
import type { Judging } from './judging';

const inner = (x: number): number => 3 * x + 1;
const innerSlope = 3;
const outer = (u: number): number => u * u;
const outerSlope = (u: number): number => 2 * u;

const forward: readonly Step[] = [
  { name: 'u', operation: formula(['x'], (v) => map(read(v, 'x'), inner), doubleOrHalf) },
  { name: 'y', operation: formula(['u'], (v) => map(read(v, 'u'), outer), doubleOrHalf) },
];

const slopes: readonly Step[] = [
  {
    name: 'dy_du',
    operation: formula(['u'], (v) => map(read(v, 'u'), outerSlope), {
      'outer-derivative-missing': {
        inner: (v) => map(read(v, 'u'), () => 1),
        'outer-at-x': (v) => map(read(v, 'x'), outerSlope),
      },
    }),
  },
  {
    name: 'du_dx',
    operation: formula(['x'], (v) => map(read(v, 'x'), () => innerSlope), {
      'inner-derivative-missing': { outer: (v) => map(read(v, 'x'), () => 1) },
    }),
  },
  {
    name: 'dy_dx',
    operation: formula(['dy_du', 'du_dx'], (v) => multiply(read(v, 'dy_du'), read(v, 'du_dx')), {
      // Half of dy/dx is no factor 2: it has lost the slope of the square.
      ...double,
      ...negative,
      'outer-derivative-missing': {
        'half-outer': (v) => map(read(v, 'u'), (u) => innerSlope * u),
        'value-kept': (v) => map(read(v, 'u'), (u) => innerSlope * outer(u)),
        'outer-at-x-alone': (v) => map(read(v, 'x'), outerSlope),
      },
      'chain-rule-added': { sum: (v) => add(read(v, 'dy_du'), read(v, 'du_dx')) },
    }),
  },
];

function yOf(x: Tensor): Tensor {
  const { values } = evaluate({ steps: forward, loop: null, returns: ['y'] }, new Map([['x', x]]));
  return read(values, 'y');
}

export function chainRuleJudging(): Judging {
  return elementwise(tensor([4], [-1, 0.5, 2, 3]), [...forward, ...slopes], ['y', 'dy_dx'], (inputs) =>
    sumOf('dy_dx', read(inputs, 'x'), yOf, () => null),
  );
}
