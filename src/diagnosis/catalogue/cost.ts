/** Mistakes that compute another cost. */
import type { Values } from '../../engine/operation';
import { numberOf, read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import { map, scalar, subtract, sum } from '../../engine/tensor';
import type { Compute, Mistake } from '../mistake';
import type { StepChange } from '../mistake';
import { at } from '../mistake';
import { isSquared } from './outputError';

/** Changes of a cost that is the squared error. */
function atSquares(changes: (op: CostOperation) => Readonly<Record<string, Compute>>): StepChange {
  return at('loss', (op) => (isSquared(op.loss) ? changes(op) : {}));
}

interface CostOperation {
  readonly output: string;
  readonly target: string;
}

function error(v: Values, op: CostOperation): Tensor {
  return subtract(read(v, op.output), read(v, op.target));
}

function rows(v: Values, op: CostOperation): number {
  return read(v, op.output).shape[0] ?? 1;
}

export const missingSquare: Mistake = {
  code: 'missing-square',
  step: atSquares((op) => ({
    mean: (v) => scalar(sum(error(v, op)) / rows(v, op)),
    'mean-of-all': (v) => scalar(sum(error(v, op)) / error(v, op).data.length),
    sum: (v) => scalar(sum(error(v, op))),
    'square-of-sum': (v) => scalar(sum(error(v, op)) ** 2 / rows(v, op)),
  })),
  sentence: {
    en: () =>
      'The errors are added up without being squared one by one, so those above and those below the target cancel. The cost should be zero only where every error is.',
    ko: () =>
      '오차를 하나하나 제곱하지 않고 더했기 때문에 정답보다 큰 것과 작은 것이 서로 지워집니다. 비용은 모든 오차가 0일 때만 0이 되어야 합니다.',
  },
};

export const rootMeanSquare: Mistake = {
  code: 'root-mean-square',
  step: atSquares((op) => ({
    root: (_v, right) => scalar(Math.sqrt(numberOf(right()))),
    norm: (v, right) => scalar(Math.sqrt(numberOf(right()) * rows(v, op))),
    'norm-mean': (v, right) => scalar(Math.sqrt(numberOf(right()) * rows(v, op)) / rows(v, op)),
  })),
  sentence: {
    en: () =>
      'The cost comes out as a square root (or a norm) of the squared errors. That is a good measure too, but another one: the notes stop at the mean of the squares.',
    ko: () =>
      '비용이 제곱 오차의 제곱근(또는 노름)으로 계산되었습니다. 그것도 좋은 척도이지만 다른 척도입니다. 노트의 비용은 제곱의 평균까지입니다.',
  },
};

export const meanAbsoluteError: Mistake = {
  code: 'mean-absolute-error',
  step: atSquares((op) => ({
    mean: (v) => scalar(sum(map(error(v, op), Math.abs)) / rows(v, op)),
    'mean-of-all': (v) => scalar(sum(map(error(v, op), Math.abs)) / error(v, op).data.length),
    sum: (v) => scalar(sum(map(error(v, op), Math.abs))),
  })),
  sentence: {
    en: () =>
      'The cost is built from the absolute errors. The notes square each error instead, which weighs large errors more and has a slope that shrinks near the target.',
    ko: () =>
      '비용이 오차의 절댓값으로 계산되었습니다. 노트에서는 오차를 제곱합니다. 제곱하면 큰 오차가 더 무겁게 반영되고, 정답에 가까워질수록 기울기가 작아집니다.',
  },
};
