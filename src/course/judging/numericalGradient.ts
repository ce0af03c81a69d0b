/** How `numerical_gradient(f, x, h)` is judged: on scalar functions whose central difference tells every mistake. */
import type { OperationOf, Values } from '../../engine/operation';
import { numberOf, read } from '../../engine/operation';
import { LegacyRandom } from '../../engine/random';
import type { Tensor } from '../../engine/tensor';
import { sum, map, tensor } from '../../engine/tensor';
import { doubleOrHalf, formula, negative } from './formula';
import type { Judging } from './judging';
import type { Probe } from './probe';

/** Curved enough that a one-sided difference shows, and with entries that depend on each other. */
const functions = {
  squares: { python: 'lambda x: np.sum(x ** 2)', f: (x: Tensor) => sum(map(x, (v) => v * v)) },
  cubes: {
    python: 'lambda x: np.sum(x ** 3) + np.sum(x) ** 2',
    f: (x: Tensor) => sum(map(x, (v) => v ** 3)) + sum(x) ** 2,
  },
  waves: {
    python: 'lambda x: np.sum(np.sin(x)) * np.sum(x * x)',
    f: (x: Tensor) => sum(map(x, Math.sin)) * sum(map(x, (v) => v * v)),
  },
} as const;

type F = (x: Tensor) => number;

/** What is made of f at x with one entry moved to any place, for every entry by itself. */
type OfEntry = (at: (moved: number) => number, value: number, h: number) => number;

function perEntry(x: Tensor, f: F, h: number, ofEntry: OfEntry): Tensor {
  return tensor(
    x.shape,
    Array.from(x.data, (value, i) =>
      ofEntry((moved) => f({ shape: x.shape, data: x.data.with(i, moved) }), value, h),
    ),
  );
}

/** Each entry in turn, where those before it stay moved. */
function leftMoved(x: Tensor, f: F, h: number, ofEntry: OfEntry, left: number): Tensor {
  const data = Float64Array.from(x.data);
  return tensor(
    x.shape,
    Array.from(x.data, (value, i) => {
      const slope = ofEntry((moved) => f({ shape: x.shape, data: data.with(i, moved) }), value, h);
      data[i] = value + left;
      return slope;
    }),
  );
}

/** (f(x + h) − f(x − h)) / 2h, one entry of x at a time, and what becomes of it in other hands. */
function centralDifference(f: F): OperationOf<'formula'> {
  const given = (v: Values): { x: Tensor; h: number } => ({
    x: read(v, 'x'),
    h: numberOf(read(v, 'h')),
  });
  const entries =
    (ofEntry: OfEntry) =>
    (v: Values): Tensor => {
      const { x, h } = given(v);
      return perEntry(x, f, h, ofEntry);
    };
  const left =
    (ofEntry: OfEntry, sign: 1 | -1) =>
    (v: Values): Tensor => {
      const { x, h } = given(v);
      return leftMoved(x, f, h, ofEntry, sign * h);
    };
  const central: OfEntry = (at, value, h) => (at(value + h) - at(value - h)) / (2 * h);
  const forward: OfEntry = (at, value, h) => (at(value + h) - at(value)) / h;
  const allAtOnce = (v: Values): number => {
    const { x, h } = given(v);
    return (f(map(x, (a) => a + h)) - f(map(x, (a) => a - h))) / (2 * h);
  };
  return formula(['x', 'h'], entries(central), {
    ...doubleOrHalf,
    ...negative,
    'one-sided-difference': {
      forward: entries(forward),
      backward: entries((at, value, h) => (at(value) - at(value - h)) / h),
      'forward-halved': entries((at, value, h) => (at(value + h) - at(value)) / (2 * h)),
    },
    'step-not-divided': {
      none: entries((at, value, h) => at(value + h) - at(value - h)),
      'half-only': entries((at, value, h) => (at(value + h) - at(value - h)) / 2),
      multiplied: entries((at, value, h) => ((at(value + h) - at(value - h)) / 2) * h),
    },
    'perturbed-everything': {
      'all-entries': (v) => {
        const slope = allAtOnce(v);
        return map(read(v, 'x'), () => slope);
      },
      number: (v) => tensor([], [allAtOnce(v)]),
      integers: (v) => {
        const { x, h } = given(v);
        return perEntry(
          map(x, Math.trunc),
          f,
          h,
          (at, value) => (at(Math.trunc(value + h)) - at(Math.trunc(value - h))) / (2 * h),
        );
      },
      output: (v) => map(read(v, 'x'), () => 1),
      'nothing-moved': (v) => map(read(v, 'x'), () => 0),
    },
    'perturbation-not-restored': {
      'left-below': left(central, -1),
      'left-above': left(central, 1),
      'forward-left-above': left(forward, 1),
    },
  });
}

/** `numerical_gradient`; `returns` is the name that the exercise gives its result. */
export function numericalGradientJudging(returns: string): Judging {
  const probe = (
    purpose: Probe['purpose'],
    { python, f }: { readonly python: string; readonly f: (x: Tensor) => number },
    x: Tensor,
    h: number,
  ): Probe => ({
    purpose,
    arguments: [
      { name: 'f', kind: 'function', python, f },
      { name: 'x', kind: 'array', value: x },
      { name: 'h', kind: 'number', type: 'float', value: h },
    ],
  });
  const probes: readonly Probe[] = [
    probe('shown', functions.squares, tensor([2, 3], [1, -2, 0.5, 3, -1, 2]), 1e-4),
    probe('distinct', functions.cubes, new LegacyRandom(3).randn(2, 5), 1e-2),
    { ...probe('distinct', functions.waves, new LegacyRandom(8).randn(4), 1e-2), name: 'distinct-waves' },
    probe('again', functions.cubes, new LegacyRandom(11).randn(2, 5), 1e-2),
  ];
  return {
    mayChangeInputs: false,
    probes: () => probes,
    references: ({ arguments: given }) => {
      const f = given[0]?.kind === 'function' ? given[0].f : () => NaN;
      return [
        {
          convention: null,
          computation: {
            steps: [{ name: returns, operation: centralDifference(f) }],
            loop: null,
            returns: [returns],
          },
        },
      ];
    },
    differentiable: null,
    curve: null,
    columns: null,
  };
}
