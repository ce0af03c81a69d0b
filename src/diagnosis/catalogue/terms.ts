/** Mistakes in the terms of a loss that is made of logarithms, and in their slopes. */
import type { Values } from '../../engine/operation';
import { read } from '../../engine/operation';
import type { LogTerm, Loss } from '../../engine/loss';
import { halvedSquaredError, losses } from '../../engine/losses';
import type { Tensor } from '../../engine/tensor';
import { scalar, sum, zip } from '../../engine/tensor';
import type { Compute, Facts, Mistake, StepChange } from '../mistake';
import { at, either } from '../mistake';
import { isFusedLoss, isSquared } from './outputError';
import { nameOfLoss } from './words';

/** A term as somebody wrote it: with a factor, which is −1 for the wrong sign and 0 for none. */
interface Written extends LogTerm {
  readonly factor: number;
}

function cost(A: Tensor, Y: Tensor, terms: readonly Written[]): Tensor {
  const entry = (a: number, y: number): number =>
    terms.reduce((total, { weight, of, factor }) => {
      const share = factor * weight(y);
      return share === 0 ? total : total - share * Math.log(of(a));
    }, 0);
  return scalar(sum(zip(A, Y, entry)) / (A.shape[0] ?? 1));
}

function slope(A: Tensor, Y: Tensor, terms: readonly Written[]): Tensor {
  return zip(A, Y, (a, y) =>
    terms.reduce((total, { weight, of, rise, factor }) => {
      const share = factor * weight(y);
      return share === 0 ? total : total - (share * rise) / of(a);
    }, 0),
  );
}

/** The same slips in the cost and in its slope. */
function inTerms(
  slips: (logs: readonly Written[]) => Readonly<Record<string, readonly Written[]>>,
): StepChange {
  const changes = (
    { loss, output, target }: { readonly loss: Loss; readonly output: string; readonly target: string },
    result: (A: Tensor, Y: Tensor, terms: readonly Written[]) => Tensor,
  ): Record<string, Compute> => {
    const logs = loss.logs.map((term) => ({ ...term, factor: 1 }));
    return Object.fromEntries(
      Object.entries(slips(logs)).map(([id, terms]): [string, Compute] => [
        id,
        (v: Values) => result(read(v, output), read(v, target), terms),
      ]),
    );
  };
  return either(
    at('loss', (op) => (op.penalty ? {} : changes(op, cost))),
    at('lossGradient', (op) => (isFusedLoss(op.loss) ? {} : changes(op, slope))),
  );
}

/** Each of several terms times a factor, the others as they are. */
function eachTimes(logs: readonly Written[], factor: number): Record<string, readonly Written[]> {
  if (logs.length < 2) return {};
  return Object.fromEntries(
    logs.map((_, i) => [
      `term-${String(i + 1)}`,
      logs.map((term, j) => (j === i ? { ...term, factor } : term)),
    ]),
  );
}

function numberOfTerm({ variant }: Facts): { readonly en: string; readonly ko: string } {
  return variant.endsWith('1') ? { en: 'first', ko: '첫째' } : { en: 'second', ko: '둘째' };
}

export const lossTermSign: Mistake = {
  code: 'loss-term-sign',
  step: inTerms((logs) => eachTimes(logs, -1)),
  sentence: {
    en: (f) =>
      `In ${f.step} the ${numberOfTerm(f).en} term of ${nameOfLoss(f, 'en')} has the opposite sign; the other is right. Where a term holds 1 − A, how does it change when A grows? Try one sample with target 1 and one with target 0.`,
    ko: (f) =>
      `${f.step} 계산에서 ${nameOfLoss(f, 'ko')}의 ${numberOfTerm(f).ko} 항만 부호가 반대입니다. 1 − A가 들어 있는 항은 A가 커질 때 어떻게 바뀝니까? 정답이 1인 샘플과 0인 샘플을 하나씩 계산해 보세요.`,
  },
};

export const lossTermMissing: Mistake = {
  code: 'loss-term-missing',
  step: inTerms((logs) => eachTimes(logs, 0)),
  sentence: {
    en: (f) =>
      `${f.step} lacks the ${numberOfTerm(f).en} term of ${nameOfLoss(f, 'en')}: samples of one kind say nothing in it. With targets of 0 and 1 each kind of sample has a term of its own.`,
    ko: (f) =>
      `${f.step} 계산에 ${nameOfLoss(f, 'ko')}의 ${numberOfTerm(f).ko} 항이 없습니다. 그래서 한쪽 샘플은 값에 아무 영향도 주지 못합니다. 정답이 0인 샘플과 1인 샘플에는 저마다의 항이 있습니다.`,
  },
};

/** The other of a and 1 − a. */
function turned(term: Written): Written {
  return { ...term, of: (a) => 1 - term.of(a), rise: term.rise === 1 ? -1 : 1 };
}

export const logOfWrongArgument: Mistake = {
  code: 'log-of-wrong-argument',
  step: inTerms((logs): Record<string, readonly Written[]> => {
    if (logs.length === 0) return {};
    const one = logs.map((_, i): [string, readonly Written[]] => [
      `argument-${String(i + 1)}`,
      logs.map((term, j) => (j === i ? turned(term) : term)),
    ]);
    return { ...Object.fromEntries(one), ...(logs.length > 1 ? { swapped: logs.map(turned) } : {}) };
  }),
  sentence: {
    en: (f) =>
      f.variant === 'swapped'
        ? `In ${f.step} the logarithms have changed places: the target 1 meets the probability of 0, and the other way round. A sample that is predicted well should cost little.`
        : `In ${f.step} a logarithm of ${nameOfLoss(f, 'en')} is taken of the wrong probability (A for 1 − A, or the other way round). Which probability does each target ask for? A sample that is predicted well should cost little.`,
    ko: (f) =>
      f.variant === 'swapped'
        ? `${f.step} 계산에서 두 로그가 서로 바뀌었습니다. 정답 1이 0일 확률과, 정답 0이 1일 확률과 만납니다. 잘 예측한 샘플은 손실이 작아야 합니다.`
        : `${f.step} 계산에서 ${nameOfLoss(f, 'ko')}의 로그 하나를 다른 확률에서 구했습니다(1 − A 대신 A, 또는 그 반대). 정답마다 어느 확률을 보아야 합니까? 잘 예측한 샘플은 손실이 작아야 합니다.`,
  },
};

/** The losses that are not the one asked for. */
function othersThan(loss: Loss): [string, Loss][] {
  return Object.entries(losses).filter(([, other]) => other.name !== loss.name);
}

/** The slope of another loss, or another loss itself, where the network's own is no squared error. */
export const otherLosses: StepChange = either(
  at('loss', ({ loss, output, target, penalty }): Record<string, Compute> => {
    if (isSquared(loss) || penalty) return {};
    const all: [string, Loss][] = [...othersThan(loss), ['half-squared', halvedSquaredError]];
    return Object.fromEntries(
      all
        // The terms of one loss may be some of another's: then a term is missing.
        .filter(([, other]) => other.logs.length === 0 || loss.logs.length === 0)
        .map(([id, other]): [string, Compute] => [
          `loss:${id}`,
          (v) => scalar(other.cost(read(v, output), read(v, target))),
        ]),
    );
  }),
  at('lossGradient', ({ loss, output, target }): Record<string, Compute> => {
    if (isSquared(loss) || isFusedLoss(loss)) return {};
    return Object.fromEntries(
      othersThan(loss)
        .filter(([, other]) => other.logs.length === 0 || loss.logs.length === 0)
        .map(([id, other]): [string, Compute] => [
          `loss:${id}`,
          (v) => other.derivative(read(v, output), read(v, target)),
        ]),
    );
  }),
);
