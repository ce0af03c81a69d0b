/** Mistakes with softmax and its derivative, and slopes that are multiplied in once too often. */
import { activate, throughActivation } from '../../engine/activation';
import type { Values } from '../../engine/operation';
import { read } from '../../engine/operation';
import { fusedLosses, losses } from '../../engine/losses';
import type { Tensor } from '../../engine/tensor';
import { map, multiply, sum, sumAxis, zip } from '../../engine/tensor';
import type { Compute, Facts, Mistake } from '../mistake';
import { at, either, wordsFor } from '../mistake';
import { softmaxOverOtherAxes } from './activation';
import { insteadOf, isSameCurve } from './curves';
import { atOutputError, preActivationOf } from './outputError';
import { nameOfFunction, nameOfLoss } from './words';

/** A ⊙ (dA − dot), with the same dot for each column or for all. */
function withDots(dA: Tensor, A: Tensor, dotOf: (column: number) => number): Tensor {
  const columns = A.shape[1] ?? 1;
  return { shape: A.shape, data: A.data.map((a, i) => a * ((dA.data[i] ?? NaN) - dotOf(i % columns))) };
}

export const softmaxAxis: Mistake = {
  code: 'softmax-axis',
  step: either(
    at('activate', (op): Record<string, Compute> => (op.activation.entry ? {} : softmaxOverOtherAxes(op.of))),
    at('throughActivation', ({ activation, carried, preActivation }): Record<string, Compute> => {
      if (activation.entry) return {};
      const A = (v: Values): Tensor => activate(activation, read(v, preActivation));
      return {
        'dot-columns': (v) => {
          const dots = sumAxis(multiply(read(v, carried), A(v)), 0).data;
          return withDots(read(v, carried), A(v), (column) => dots[column] ?? NaN);
        },
        'dot-all': (v) => {
          const dot = sum(multiply(read(v, carried), A(v)));
          return withDots(read(v, carried), A(v), () => dot);
        },
      };
    }),
  ),
  sentence: {
    en: (f) =>
      f.variant.endsWith('all')
        ? `In ${f.step} the sum of softmax goes over all samples and classes together. Each ${wordsFor(f).en.sample} is one sample, whose probabilities sum to 1 by themselves.`
        : `In ${f.step} the sum of softmax goes over the samples where it should go over the classes of one sample. Each ${wordsFor(f).en.sample} should sum to 1: which axis is that?`,
    ko: (f) =>
      f.variant.endsWith('all')
        ? `${f.step} 계산에서 소프트맥스의 합을 모든 샘플과 클래스에 대해 한꺼번에 구했습니다. 한 ${wordsFor(f).ko.sample}이 샘플 하나이고, 확률은 샘플마다 더해서 1이 되어야 합니다.`
        : `${f.step} 계산에서 소프트맥스의 합을 한 샘플의 클래스가 아니라 샘플에 대해 구했습니다. 한 ${wordsFor(f).ko.sample}의 합이 1이 되려면 어느 축을 따라 더해야 합니까?`,
  },
};

export const missingDotTerm: Mistake = {
  code: 'missing-dot-term',
  step: at('throughActivation', ({ activation, carried, preActivation }): Record<string, Compute> => {
    if (activation.entry) return {};
    const times =
      (slope: (a: number) => number): Compute =>
      (v) =>
        multiply(read(v, carried), map(activate(activation, read(v, preActivation)), slope));
    return { product: times((a) => a), diagonal: times((a) => a * (1 - a)) };
  }),
  sentence: {
    en: (f) =>
      `In ${f.step} each output of softmax answers for its own Z only${f.variant === 'diagonal' ? ' (p(1 − p))' : ''}. The outputs of a sample sum to 1, so each depends on every Z of that sample: the other classes have a share too.`,
    ko: (f) =>
      `${f.step} 계산에서 소프트맥스의 출력이 자기 Z하고만 이어져 있습니다${f.variant === 'diagonal' ? '(p(1 − p))' : ''}. 한 샘플의 출력은 더해서 1이므로 출력 하나가 그 샘플의 모든 Z에 달려 있습니다. 다른 클래스의 몫도 있습니다.`,
  },
};

/** e^z over its sum as it is written down; beyond e^709 nothing is left of it. */
export const unstableSoftmax: Mistake = {
  code: 'unstable-softmax',
  step: at('activate', (op): Record<string, Compute> =>
    op.activation.entry
      ? {}
      : {
          overflow: (v) => {
            const powers = map(read(v, op.of), Math.exp);
            const totals = sumAxis(powers, 1).data;
            const columns = powers.shape[1] ?? 1;
            return {
              shape: powers.shape,
              data: powers.data.map((power, i) => power / (totals[Math.floor(i / columns)] ?? NaN)),
            };
          },
        },
  ),
  sentence: {
    en: (f) =>
      `${f.step} is nan where Z is large: e to that power is more than a number can hold. Softmax depends on the differences within a sample only; what could be subtracted from all of them?`,
    ko: (f) =>
      `Z가 큰 곳에서 ${f.step} 값이 nan입니다. 그만큼 거듭제곱한 e는 숫자로 담을 수 없습니다. 소프트맥스는 한 샘플 안의 차이에만 달려 있습니다. 모든 값에서 무엇을 빼면 됩니까?`,
  },
};

/** Whether the function and the loss have the slope A − Y together. */
function areFused({ activation, loss }: Facts): boolean {
  return fusedLosses.some(
    (pair) => pair.activation === activation?.name && (pair.fused === loss || losses[pair.loss] === loss),
  );
}

export const slopeTwice: Mistake = {
  code: 'slope-twice',
  step: either(
    at('throughActivation', ({ activation, preActivation }): Record<string, Compute> => {
      const { entry } = activation;
      if (!entry) {
        return { twice: (v, right) => throughActivation(activation, right(), read(v, preActivation)) };
      }
      const { slope } = entry;
      if (isSameCurve((z) => slope(z) ** 2, slope)) return {};
      return { twice: (v, right) => zip(right(), read(v, preActivation), (d, z) => d * slope(z)) };
    }),
    atOutputError((op, _step, names): Record<string, Compute> => {
      const { activation, isFused, output } = op;
      const { entry } = activation;
      if (!isFused) return {};
      const z = preActivationOf(op);
      const A = (v: Values): Tensor => read(v, output);
      if (!entry) {
        return {
          ...(names.includes(z)
            ? {
                twice: (v: Values, right: () => Tensor) => throughActivation(activation, right(), read(v, z)),
              }
            : {}),
          'twice-diagonal': (v, right) => zip(right(), A(v), (d, a) => d * a * (1 - a)),
        };
      }
      const { slope, slopeOfValue } = entry;
      const misplaced = names.includes(z) ? Object.entries(insteadOf(activation).misplaced) : [];
      return {
        ...(slopeOfValue && {
          twice: (v: Values, right: () => Tensor) => zip(right(), A(v), (d, a) => d * slopeOfValue(a)),
        }),
        'twice-own-of-activation': (v, right) => zip(right(), A(v), (d, a) => d * slope(a)),
        ...Object.fromEntries(
          misplaced.map(([id, curve]): [string, Compute] => [
            `twice-${id}`,
            (v, right) => zip(right(), read(v, z), (d, x) => d * curve(x)),
          ]),
        ),
      };
    }),
  ),
  sentence: {
    en: (f) =>
      areFused(f)
        ? `${f.step} is multiplied by the slope of ${nameOfFunction(f, 'en')} once too often. A − Y is the slope of ${nameOfLoss(f, 'en')} and that of ${nameOfFunction(f, 'en')} together: by Z, not by A.`
        : `${f.step} is multiplied by the slope of ${nameOfFunction(f, 'en')} twice. The error goes through each function once.`,
    ko: (f) =>
      areFused(f)
        ? `${f.step} 계산에 ${nameOfFunction(f, 'ko')}의 기울기를 한 번 더 곱했습니다. A − Y에는 ${nameOfLoss(f, 'ko')}의 기울기와 ${nameOfFunction(f, 'ko')}의 기울기가 이미 함께 들어 있습니다. A가 아니라 Z로 미분한 값입니다.`
        : `${f.step} 계산에 ${nameOfFunction(f, 'ko')}의 기울기를 두 번 곱했습니다. 오차는 함수마다 한 번만 지나갑니다.`,
  },
};
