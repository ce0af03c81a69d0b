/** The loss of a chain of layers: what is compared with which target, and by which factor. */
import { activate } from '../../engine/activation';
import { activations, type KnownActivation } from '../../engine/activations';
import type { LossName } from '../../engine/losses';
import { losses } from '../../engine/losses';
import type { Tensor } from '../../engine/tensor';
import { map, matrixShape } from '../../engine/tensor';
import { sameEntries } from '../../diagnosis/agreement';
import type { Measured } from '../measured';
import type { Chain } from './chains';
import type { Pool } from './pool';
import { targetsFor } from './targets';

/** An output's function, a loss and a target that could belong together. */
export interface LossFit {
  readonly activation: KnownActivation;
  readonly loss: LossName;
  readonly A: Tensor;
  readonly Y: Tensor;
  /** What the measured loss is of the loss by itself; null where a penalty is added to it. */
  readonly factor: number | null;
}

/** The losses that these outputs and targets can be compared by. */
function lossesOf({ name }: KnownActivation, A: Tensor, Y: Tensor): readonly LossName[] {
  const isBinary = Y.data.every((y) => y >= 0 && y <= 1);
  const isSigns = Y.data.every((y) => y === 1 || y === -1);
  const isProbability = A.data.every((a) => a >= 0 && a <= 1);
  const isLogarithmic = isBinary && isProbability && (name === 'sigmoid' || name === 'softmax');
  return [
    ...(isLogarithmic && name === 'softmax' ? (['cross-entropy'] as const) : []),
    ...(isLogarithmic ? (['binary-cross-entropy'] as const) : []),
    ...(isSigns ? (['hinge'] as const) : []),
    'squared-error',
    ...(isLogarithmic && name === 'sigmoid' ? (['cross-entropy'] as const) : []),
  ];
}

/** The factors that people write before a sum over samples and outputs, beside the mean over the samples. */
export function factorsFor(m: number, n: number): readonly number[] {
  const means = [...new Set([1, m, 1 / n, m / n])];
  return [1, 1 / 2, 2, -1, -1 / 2].flatMap((factor) => means.map((mean) => factor * mean));
}

/** A loss as learners write it where a small number keeps its logarithms finite. */
export function costsOf(name: LossName, A: Tensor, Y: Tensor, epsilon: number | null): readonly number[] {
  const { cost } = losses[name];
  const plain = cost(A, Y);
  if (epsilon === null || (name !== 'cross-entropy' && name !== 'binary-cross-entropy')) return [plain];
  const clipped = cost(
    map(A, (a) => Math.min(Math.max(a, epsilon), 1 - epsilon)),
    Y,
  );
  const [m] = matrixShape(A);
  const shifted = (inFirst: number, inSecond: number): number =>
    -A.data.reduce((total, a, i) => {
      const y = Y.data[i] ?? NaN;
      const second = name === 'cross-entropy' || y === 1 ? 0 : (1 - y) * Math.log(1 - a + inSecond);
      return total + (y === 0 ? 0 : y * Math.log(a + inFirst)) + second;
    }, 0) / m;
  return [plain, shifted(epsilon, epsilon), clipped, shifted(epsilon, 0), shifted(epsilon, -epsilon)];
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** Every way in which the measured loss could be one of these outputs, a penalty added to it or not. */
export function lossFits(
  chain: Chain,
  pool: Pool,
  { loss: measured, epsilon }: Measured,
  isPenalised: boolean,
): readonly LossFit[] {
  const Z = chain.layers.at(-1)?.Z;
  if (!Z) return [];
  const [m, n] = matrixShape(Z);
  const factors = factorsFor(m, n);
  const targets = targetsFor(pool, [m, n], chain.samples);
  const all = Object.values(activations)
    .filter(({ name }) => name !== 'softmax' || n > 1)
    .flatMap((activation) => {
      const A = activate(activation, Z);
      const isSeen = activation.name !== 'identity' && pool.holds(A);
      return targets
        .filter((Y) => !sameEntries(Y.data, A.data))
        .flatMap((Y) =>
          lossesOf(activation, A, Y).map((loss) => {
            const costs = isPenalised ? [] : costsOf(loss, A, Y, epsilon);
            const factor = factors.find((one) => costs.some((cost) => isNear(one * cost, measured)));
            return { isSeen, fit: { activation, loss, A, Y, factor: factor ?? null } };
          }),
        );
    })
    .sort((a, b) => Number(b.isSeen) - Number(a.isSeen))
    .map(({ fit }) => fit);
  return isPenalised ? all : all.filter(({ factor }) => factor !== null);
}
