/** Mistakes that carry something of the loss, of a decision or of a mean where the error of each prediction belongs. */
import type { Values } from '../../engine/operation';
import { read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import { map, matmulRightTransposed, scalar, scale, subtract, sum, sumAxis, zip } from '../../engine/tensor';
import type { Compute, Facts, Mistake, StepChange } from '../mistake';
import { at, either, wordsFor } from '../mistake';
import { atOutputError, isSquared } from './outputError';
import { otherLosses } from './terms';
import { nameOfLoss } from './words';

interface Compared {
  readonly output: string;
  readonly target: string;
}

function error(v: Values, op: Compared): Tensor {
  return subtract(read(v, op.output), read(v, op.target));
}

/** Another loss than the squared error, entry by entry or as one number, where its slope belongs. */
const lossItself: StepChange = at('lossGradient', ({ loss, output, target }): Record<string, Compute> => {
  const { term } = loss;
  if (isSquared(loss) || !term) return {};
  const terms = (v: Values): Tensor => zip(read(v, output), read(v, target), term);
  return {
    terms,
    'cost-terms': (v) => {
      const cost = loss.cost(read(v, output), read(v, target));
      return map(read(v, output), () => cost);
    },
  };
});

export const lossForGradient: Mistake = {
  code: 'loss-for-gradient',
  step: either(
    lossItself,
    atOutputError((op) => {
      if (op.isFused) return {};
      const ofSquares =
        (f: (total: number, e: Tensor) => number): Compute =>
        (v) => {
          const e = error(v, op);
          const total = sum(map(e, (x) => x * x));
          return map(e, () => f(total, e));
        };
      const rows = (e: Tensor): number => e.shape[0] ?? 1;
      return {
        square: (v) => map(error(v, op), (e) => e * e),
        'half-square': (v) => map(error(v, op), (e) => (e * e) / 2),
        'double-square': (v) => map(error(v, op), (e) => 2 * e * e),
        'square-mean': (v) => map(error(v, op), (e) => (e * e) / rows(error(v, op))),
        cost: ofSquares((total, e) => total / rows(e)),
        'cost-half': ofSquares((total, e) => total / (2 * rows(e))),
        'cost-mean': ofSquares((total, e) => total / e.data.length),
        'cost-sum': ofSquares((total) => total),
        'cost-times-error': (v) => {
          const e = error(v, op);
          return scale(e, sum(map(e, (x) => x * x)) / rows(e));
        },
      };
    }),
  ),
  sentence: {
    en: (f) =>
      `${f.step} holds the loss itself${f.variant.startsWith('cost') ? ', one number for all samples' : ''}, ${nameOfLoss(f, 'en')}, where its slope belongs. A loss says how wrong the prediction is; which way to move, and how much, is said by its derivative with respect to the prediction.`,
    ko: (f) =>
      `${f.step} 자리에 손실의 기울기가 아니라 손실 자체인 ${nameOfLoss(f, 'ko')}${f.variant.startsWith('cost') ? '(모든 샘플에 대해 숫자 하나)' : ''}가 있습니다. 손실은 예측이 얼마나 틀렸는지를 말할 뿐이고, 어느 쪽으로 얼마나 움직일지는 손실을 예측으로 미분한 값이 말해 줍니다.`,
  },
};

/** The classes 0 and 1 that people make of a prediction. */
const decisions: Readonly<Record<string, (a: number) => number>> = {
  rounded: (a) => {
    const below = Math.floor(a);
    // Halves go to the even neighbour, as in NumPy.
    return a - below === 0.5 ? below + (below % 2) : Math.round(a);
  },
  'above-half': (a) => (a > 0.5 ? 1 : 0),
};

/** 1 for the largest of each row, else 0. */
function decided(output: Tensor): Tensor {
  const columns = output.shape[1] ?? 1;
  const data = output.data.map((value, i) => {
    const start = i - (i % columns);
    return value === Math.max(...output.data.subarray(start, start + columns)) ? 1 : 0;
  });
  return { shape: output.shape, data };
}

export const roundedPrediction: Mistake = {
  code: 'rounded-prediction',
  step: either(
    atOutputError((op) =>
      Object.fromEntries(
        Object.entries(decisions).map(([id, decide]): [string, Compute] => [
          id,
          (v) => zip(read(v, op.output), read(v, op.target), (a, y) => op.scale * (decide(a) - y)),
        ]),
      ),
    ),
    atOutputError((op): Record<string, Compute> =>
      op.activation.entry
        ? {}
        : { largest: (v) => scale(subtract(decided(read(v, op.output)), read(v, op.target)), op.scale) },
    ),
    at('loss', (op) =>
      Object.fromEntries(
        Object.entries(isSquared(op.loss) ? decisions : {}).map(([id, decide]): [string, Compute] => [
          id,
          (v) => {
            const [a, y] = [read(v, op.output), read(v, op.target)];
            return scalar(sum(zip(a, y, (x, t) => (decide(x) - t) ** 2)) / (a.shape[0] ?? 1));
          },
        ]),
      ),
    ),
  ),
  sentence: {
    en: (f) =>
      `${f.step} is made of rounded predictions: a decision stands where the output itself belongs. A step has no slope to follow; the error is measured at what the network really gives.`,
    ko: (f) =>
      `${f.step} 값을 반올림한 예측으로 구했습니다. 출력값 자체가 있어야 할 곳에 결정된 값이 있습니다. 계단에는 따라갈 기울기가 없습니다. 오차는 네트워크가 실제로 낸 값에서 구합니다.`,
  },
};

export const averagedError: Mistake = {
  code: 'averaged-error',
  step: either(
    atOutputError((op) => {
      const everywhere =
        (f: (e: Tensor, i: number) => number): Compute =>
        (v) => {
          const e = error(v, op);
          return { shape: e.shape, data: e.data.map((_, i) => op.scale * f(e, i)) };
        };
      const rows = (e: Tensor): number => e.shape[0] ?? 1;
      const column = (e: Tensor, i: number): number => sumAxis(e, 0).data[i % (e.shape[1] ?? 1)] ?? NaN;
      return {
        'over-all': everywhere((e) => sum(e) / e.data.length),
        'over-samples': everywhere((e, i) => column(e, i) / rows(e)),
        'summed-over-all': everywhere((e) => sum(e)),
        'summed-over-samples': everywhere((e, i) => column(e, i)),
        'summed-across-outputs': (v) => scale(sumAxis(error(v, op), 1), op.scale),
        'across-outputs': (v) => scale(sumAxis(error(v, op), 1), op.scale / (error(v, op).shape[1] ?? 1)),
      };
    }),
    at('carry', (op) => {
      const mean = (v: Values, factor: number): Tensor => {
        const delta = read(v, op.delta);
        const row = matmulRightTransposed(scale(sumAxis(delta, 0), factor), read(v, op.weights));
        const [, units = 1] = row.shape;
        const samples = delta.shape[0] ?? 1;
        return {
          shape: [samples, units],
          data: new Float64Array(samples * units).map((_, i) => row.data[i % units] ?? NaN),
        };
      };
      return {
        'over-samples': (v) => mean(v, 1 / (read(v, op.delta).shape[0] ?? 1)),
        'summed-over-samples': (v) => mean(v, 1),
      };
    }),
  ),
  sentence: {
    en: (f) =>
      f.variant.endsWith('across-outputs')
        ? `${f.step} holds one error for each sample: those of its outputs were ${f.variant.startsWith('summed') ? 'added up' : 'averaged'}. Each output has an error of its own, and its own weights to carry it back.`
        : `${f.step} holds one error for all samples: they were ${f.variant.startsWith('summed') ? 'added up' : 'averaged'} before the backward pass. Errors of opposite sign then cancel, and no sample's own input meets its own error. Keep one ${wordsFor(f).en.sample} for each sample until a gradient adds them up.`,
    ko: (f) =>
      f.variant.endsWith('across-outputs')
        ? `${f.step} 값에 샘플마다 오차가 하나뿐입니다. 여러 출력의 오차를 ${f.variant.startsWith('summed') ? '더했습니다' : '평균 냈습니다'}. 출력마다 자기 오차가 있고, 그것을 되돌려 보내는 가중치도 따로 있습니다.`
        : `${f.step} 값이 모든 샘플에 대해 같습니다. 역전파를 시작하기 전에 오차를 ${f.variant.startsWith('summed') ? '더했습니다' : '평균 냈습니다'}. 그러면 부호가 다른 오차가 서로 지워지고, 각 샘플의 입력이 자기 오차와 만나지 못합니다. 기울기에서 더할 때까지 샘플마다 한 ${wordsFor(f).ko.sample}씩 남겨 두세요.`,
  },
};

/** How near to 0 and 1 people let a probability come before they take its logarithm. */
const bounds: readonly number[] = [1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5];

function clipped(a: number, bound: number): number {
  return Math.min(1 - bound, Math.max(bound, a));
}

function isOfProbabilities({ variant }: Facts): boolean {
  return variant.startsWith('binary-') || variant.startsWith('one-');
}

export const otherLoss: Mistake = {
  code: 'other-loss',
  step: either(
    otherLosses,
    at('loss', (op) => {
      if (!isSquared(op.loss)) return {};
      const meanOf = (loss: (a: number, y: number) => number, count: (a: Tensor) => number): Compute => {
        return (v) => {
          const [a, y] = [read(v, op.output), read(v, op.target)];
          return scalar(sum(zip(a, y, loss)) / count(a));
        };
      };
      const rows = (a: Tensor): number => a.shape[0] ?? 1;
      const entries = (a: Tensor): number => a.data.length;
      const losses: [string, (a: number, y: number) => number][] = bounds.flatMap((bound) => [
        [
          `binary-clipped-${String(bound)}`,
          (a, y) => -(y * Math.log(clipped(a, bound)) + (1 - y) * Math.log(1 - clipped(a, bound))),
        ],
        [
          `binary-added-${String(bound)}`,
          (a, y) => -(y * Math.log(a + bound) + (1 - y) * Math.log(1 - a + bound)),
        ],
        [`one-clipped-${String(bound)}`, (a, y) => -y * Math.log(clipped(a, bound))],
        [`one-added-${String(bound)}`, (a, y) => -y * Math.log(a + bound)],
      ]);
      return {
        ...Object.fromEntries(
          losses.flatMap(([id, loss]): [string, Compute][] => [
            [`${id}-rows`, meanOf(loss, rows)],
            [`${id}-entries`, meanOf(loss, entries)],
          ]),
        ),
        largest: (v) => scalar(error(v, op).data.reduce((most, e) => Math.max(most, e * e), 0)),
        huber: meanOf((a, y) => (Math.abs(a - y) < 1 ? (a - y) ** 2 / 2 : Math.abs(a - y) - 0.5), rows),
        'huber-entries': meanOf(
          (a, y) => (Math.abs(a - y) < 1 ? (a - y) ** 2 / 2 : Math.abs(a - y) - 0.5),
          entries,
        ),
        cubes: meanOf((a, y) => Math.abs(a - y) ** 3, rows),
        'squares-apart': meanOf((a, y) => a * a - y * y, rows),
        'squares-apart-entries': meanOf((a, y) => a * a - y * y, entries),
        'sum-of-squares': meanOf((a, y) => (a + y) ** 2, rows),
        'log-squares': meanOf((a, y) => (Math.log1p(a) - Math.log1p(y)) ** 2, rows),
      };
    }),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'loss'
        ? `${f.step} is made with another loss. The loss here is ${nameOfLoss(f, 'en')}: compare its formula with what this line computes for one sample.`
        : isOfProbabilities(f)
          ? 'The cost is a cross-entropy, which measures probabilities. The notes’ network predicts numbers, and their cost is the mean of the squared errors.'
          : 'The cost is made of other terms than the squared errors. Take the difference between prediction and target first, then square it, then add up.',
    ko: (f) =>
      f.variant === 'loss'
        ? `${f.step} 값을 다른 손실로 구했습니다. 여기서 쓰는 손실은 ${nameOfLoss(f, 'ko')}입니다. 그 식과 이 줄이 샘플 하나에서 계산하는 값을 비교해 보세요.`
        : isOfProbabilities(f)
          ? '비용이 확률을 재는 교차 엔트로피(cross-entropy)로 계산되었습니다. 노트의 네트워크는 수를 예측하고, 비용은 제곱 오차의 평균입니다.'
          : '비용이 제곱 오차가 아닌 다른 항으로 계산되었습니다. 먼저 예측과 정답의 차이를 구하고, 그다음 제곱하고, 모두 더하세요.',
  },
};
