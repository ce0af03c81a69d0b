/** Mistakes with the chain rule and with finite differences. */
import { slopeOf } from '../../engine/activation';
import { read } from '../../engine/operation';
import { add, subtract } from '../../engine/tensor';
import type { Mistake } from '../mistake';
import { at, either, inFormulas } from '../mistake';

export const innerDerivativeMissing: Mistake = {
  code: 'inner-derivative-missing',
  step: inFormulas('inner-derivative-missing'),
  sentence: {
    en: (f) =>
      `${f.target} is the slope of y with respect to u alone, a third of what it should be. When x moves, u moves three times as fast; that factor belongs to the product.`,
    ko: (f) =>
      `${f.target} 값이 y를 u로 미분한 것뿐이어서 있어야 할 값의 3분의 1입니다. x가 움직이면 u는 세 배 빠르게 움직입니다. 그 배율도 곱해야 합니다.`,
  },
};

export const outerDerivativeMissing: Mistake = {
  code: 'outer-derivative-missing',
  step: inFormulas('outer-derivative-missing'),
  sentence: {
    en: (f) =>
      f.variant.startsWith('outer-at-x')
        ? `${f.target} takes the slope of the square at x. It has to be taken where the square is fed: at u.`
        : `${f.target} does not hold the slope of the square. By the chain rule both slopes are multiplied: that of y with respect to u, and that of u with respect to x.`,
    ko: (f) =>
      f.variant.startsWith('outer-at-x')
        ? `${f.target} 값은 제곱의 기울기를 x에서 구한 것입니다. 제곱에 들어가는 값은 u이므로 u에서 구해야 합니다.`
        : `${f.target} 값에 제곱의 기울기가 들어 있지 않습니다. 연쇄 법칙(chain rule)에서는 y를 u로 미분한 것과 u를 x로 미분한 것을 곱합니다.`,
  },
};

export const chainRuleAdded: Mistake = {
  code: 'chain-rule-added',
  step: either(
    inFormulas('chain-rule-added'),
    at('throughActivation', (op) => ({
      'slope-added': (v) => add(read(v, op.carried), slopeOf(op.activation, read(v, op.preActivation))),
      'slope-subtracted': (v) =>
        subtract(read(v, op.carried), slopeOf(op.activation, read(v, op.preActivation))),
    })),
  ),
  sentence: {
    en: (f) =>
      f.variant.startsWith('slope-')
        ? `${f.step} ${f.variant === 'slope-added' ? 'adds the slope of the activation to' : 'takes the slope of the activation away from'} the carried error. A slope says by how much a change is magnified, so it multiplies.`
        : `${f.target} adds the two slopes. A slope says by how much a change is magnified, and magnifying twice multiplies.`,
    ko: (f) =>
      f.variant.startsWith('slope-')
        ? `${f.step} 계산에서 ${f.variant === 'slope-added' ? '되돌아온 오차에 활성화 함수의 기울기를 더했습니다' : '되돌아온 오차에서 활성화 함수의 기울기를 뺐습니다'}. 기울기는 변화가 몇 배로 커지는지를 말하므로 곱해야 합니다.`
        : `${f.target} 값이 두 기울기를 더한 것입니다. 기울기는 변화가 몇 배로 커지는지를 말하므로, 두 번 커지면 곱해야 합니다.`,
  },
};

export const oneSidedDifference: Mistake = {
  code: 'one-sided-difference',
  step: inFormulas('one-sided-difference'),
  sentence: {
    en: () =>
      'The difference is taken on one side only, so its error shrinks like h. Stepping to both sides cancels that error and leaves one that shrinks like h².',
    ko: () =>
      '차이를 한쪽에서만 구했습니다. 그러면 오차가 h에 비례합니다. 양쪽으로 움직이면 그 오차가 지워지고 h²에 비례하는 오차만 남습니다.',
  },
};

export const stepNotDivided: Mistake = {
  code: 'step-not-divided',
  step: inFormulas('step-not-divided'),
  sentence: {
    en: () =>
      'The change of f is there, but it is not divided by the whole distance between the two points, so the numbers depend on h. How far apart are they?',
    ko: () =>
      'f의 변화량은 구했지만 두 점 사이의 거리 전체로 나누지 않아 결과가 h에 따라 달라집니다. 두 점은 얼마나 떨어져 있습니까?',
  },
};

export const perturbedEverything: Mistake = {
  code: 'perturbed-everything',
  step: inFormulas('perturbed-everything'),
  sentence: {
    en: (f) =>
      f.variant === 'output'
        ? 'Every entry comes out as 1: the step h is added to the value of f, where it should be added to an entry of x before f is asked.'
        : f.variant === 'integers'
          ? 'x has become an array of integers, which cannot hold x + h: the step is swallowed, or turns into a whole one. Keep x in floating point.'
          : f.variant === 'nothing-moved'
            ? 'Every entry comes out as 0: f is asked twice at the same point. Either the step never reaches x, or x cannot hold it (an array of integers swallows small steps).'
            : 'All entries of x move at once, so what comes out is the sum of all slopes. Each entry has to move by itself while the others stay.',
    ko: (f) =>
      f.variant === 'output'
        ? '모든 원소가 1입니다. h를 f의 값에 더했습니다. f를 계산하기 전에 x의 원소에 더해야 합니다.'
        : f.variant === 'integers'
          ? 'x가 정수 배열이 되어 x + h를 담지 못합니다. 작은 변화가 사라지거나 1만큼의 변화가 되어 버립니다. x를 실수 배열로 두세요.'
          : f.variant === 'nothing-moved'
            ? '모든 원소가 0입니다. 같은 점에서 f를 두 번 계산했습니다. h가 x에 더해지지 않았거나, x가 그 값을 담지 못합니다(정수 배열은 작은 변화를 삼켜 버립니다).'
            : 'x의 모든 원소를 한꺼번에 움직여서 모든 기울기의 합이 나왔습니다. 다른 원소는 그대로 두고 한 원소씩 움직여야 합니다.',
  },
};

export const perturbationNotRestored: Mistake = {
  code: 'perturbation-not-restored',
  step: inFormulas('perturbation-not-restored'),
  sentence: {
    en: () =>
      'x is not as it was afterwards: an entry that was moved is not put back before the next one moves. Later slopes are then taken at another point, and where x is the caller’s own array, the caller finds it changed.',
    ko: () =>
      'x가 처음과 다릅니다. 움직인 원소를 되돌려 놓지 않고 다음 원소를 움직였습니다. 그러면 뒤의 기울기는 다른 점에서 구한 것이 되고, 복사하지 않았다면 넘겨받은 배열도 바뀝니다.',
  },
};
