/** What people return for the slope of ReLU at x. */
import type { Facts } from '../mistake';
import type { Curve } from './curves';

/** The sigmoid. */
export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
/** The sigmoid's slope by its value. */
export const sigmoidSlope = (a: number): number => a * (1 - a);
/** The slope of tanh by its value. */
export const tanhSlope = (a: number): number => 1 - a * a;

/** A curve that people return for a slope, and what it is. */
interface OtherSlope {
  readonly slope: Curve;
  readonly en: string;
  readonly ko: string;
}

/** Functions of x that people return for the slope of ReLU, each with what it is. */
export const insteadOfSlope: Readonly<Record<string, OtherSlope>> = {
  'at-zero': { slope: (x) => (x >= 0 ? 1 : 0), en: '', ko: '' },
  'half-at-zero': { slope: (x) => (x > 0 ? 1 : x === 0 ? 0.5 : 0), en: '', ko: '' },
  inverted: { slope: (x) => (x < 0 ? 1 : 0), en: '', ko: '' },
  'not-inverted': { slope: (x) => (x <= 0 ? 1 : 0), en: '', ko: '' },
  sign: { slope: Math.sign, en: 'the sign of x', ko: 'x의 부호(−1, 0, 1)' },
  'minus-one': {
    slope: (x) => (x > 0 ? 1 : -1),
    en: '−1 where x is not positive',
    ko: 'x가 양수가 아니면 −1',
  },
  one: { slope: () => 1, en: '1 everywhere', ko: '어디서나 1' },
  'leaky-0.01': {
    slope: (x) => (x > 0 ? 1 : 0.01),
    en: '0.01 where x is not positive',
    ko: 'x가 양수가 아니면 0.01',
  },
  'leaky-0.1': {
    slope: (x) => (x > 0 ? 1 : 0.1),
    en: '0.1 where x is not positive',
    ko: 'x가 양수가 아니면 0.1',
  },
  'sigmoid-derivative': {
    slope: (x) => sigmoidSlope(sigmoid(x)),
    en: 'the slope of the sigmoid',
    ko: '시그모이드(sigmoid)의 기울기',
  },
  'sigmoid-from-x': {
    slope: sigmoidSlope,
    en: 'x(1 − x), the slope of the sigmoid written with its value',
    ko: '시그모이드(sigmoid)의 기울기를 그 값으로 쓴 식 x(1 − x)',
  },
  'tanh-derivative': { slope: (x) => tanhSlope(Math.tanh(x)), en: 'the slope of tanh', ko: 'tanh의 기울기' },
  'tanh-from-x': {
    slope: tanhSlope,
    en: '1 − x², the slope of tanh written with its value',
    ko: 'tanh의 기울기를 그 값으로 쓴 식 1 − x²',
  },
  'above-one': { slope: (x) => (x > 1 ? 1 : 0), en: '1 where x > 1', ko: 'x > 1이면 1' },
  'above-half': { slope: (x) => (x > 0.5 ? 1 : 0), en: '1 where x > 0.5', ko: 'x > 0.5이면 1' },
};

/** What is said of a function of x that is not the slope of ReLU. */
export function wrongDerivative(f: Facts, language: 'en' | 'ko'): string {
  switch (f.variant) {
    case 'at-zero':
    case 'half-at-zero':
      return language === 'en'
        ? `${f.target} is right everywhere but at exactly 0, where the notes take the slope to be 0.`
        : `${f.target} 값이 정확히 0인 곳만 빼고 모두 맞습니다. 노트에서는 그곳의 기울기를 0으로 둡니다.`;
    case 'inverted':
    case 'not-inverted':
      return language === 'en'
        ? `${f.target} is 1 where it should be 0 and 0 where it should be 1. On which side of zero does ReLU rise?`
        : `${f.target} 값이 0이어야 할 곳에서 1이고 1이어야 할 곳에서 0입니다. ReLU는 0의 어느 쪽에서 올라갑니까?`;
    default: {
      const other = insteadOfSlope[f.variant];
      if (!other) {
        return language === 'en'
          ? `${f.target} is not the slope of ReLU${f.detail === '' ? '' : ` (${f.detail})`}: its ones and zeros stand elsewhere. Where is ReLU flat, and where does it rise?`
          : `${f.target} 값이 ReLU의 기울기가 아닙니다${f.detail === '' ? '' : `(${f.detail})`}. 1과 0이 다른 자리에 있습니다. ReLU는 어디서 평평하고 어디서 올라갑니까?`;
      }
      return language === 'en'
        ? `${f.target} is not the slope of ReLU (it fits ${other.en}). Compare a negative, a small and a large entry with how steep ReLU is there.`
        : `${f.target} 값이 ReLU의 기울기가 아닙니다(일치하는 식: ${other.ko}). 음수, 작은 양수, 큰 양수를 하나씩 골라 ReLU가 그곳에서 얼마나 가파른지와 비교해 보세요.`;
    }
  }
}
