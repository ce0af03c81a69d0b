/** How `numerical_gradient(f, x, h)` is judged: on scalar functions whose central difference tells every mistake. */
import { LegacyRandom } from '../../engine/random';
import type { Tensor } from '../../engine/tensor';
import { sum, map, tensor } from '../../engine/tensor';
import type { Judging, Probe } from './judging';

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
            steps: [{ name: returns, operation: { kind: 'centralDifference', of: 'x', step: 'h', f } }],
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
