/** Mistakes that multiply a right array by a number. */
import type { OperationKind, Values } from '../../engine/computation';
import { numberOf, read } from '../../engine/computation';
import type { Tensor } from '../../engine/tensor';
import { scale } from '../../engine/tensor';
import type { Compute, Facts, Mistake, StepChange } from '../mistake';
import { at, either } from '../mistake';

/** A number in a sentence: few digits, no trailing zeros. */
function times(ratio: number | null): string {
  return ratio === null ? '?' : String(Number(ratio.toPrecision(4)));
}

function samplesOf(values: Values, name: string): number {
  return read(values, name).shape[0] ?? 1;
}

/** The right result times a factor. */
function scaled(kinds: readonly OperationKind[], factors: Readonly<Record<string, number>>): StepChange {
  return either(
    ...kinds.map((kind) =>
      at(kind, () =>
        Object.fromEntries(
          Object.entries(factors).map(([id, factor]): [string, Compute] => [
            id,
            (_values, right) => scale(right(), factor),
          ]),
        ),
      ),
    ),
  );
}

const sumInsteadOfMean = either(
  at('weightGradient', (op) => ({
    sum: (v, right) => scale(right(), samplesOf(v, op.delta)),
  })),
  at('biasGradient', (op) => ({ sum: (v, right) => scale(right(), samplesOf(v, op.delta)) })),
  at('cost', (op) => ({ sum: (v, right) => scale(right(), samplesOf(v, op.output)) })),
);

function samplesPhrase(facts: Facts): string {
  return facts.samples === null ? 'm' : `m = ${String(facts.samples)}`;
}

export const missingMean: Mistake = {
  code: 'missing-mean',
  step: sumInsteadOfMean,
  sentence: {
    en: (f) =>
      `${f.target} is ${times(f.ratio)} times what it should be, and that is just the number of samples (${samplesPhrase(f)}). Every sample is counted, but the sum is never turned into a mean. Look for where the batch size divides.`,
    ko: (f) =>
      `${f.target} 값이 있어야 할 값의 ${times(f.ratio)}배이고, 이 수는 바로 샘플 수(${samplesPhrase(f)})입니다. 모든 샘플을 더하기는 했지만 평균으로 바꾸지 않았습니다. 배치 크기로 나누는 곳이 있는지 살펴보세요.`,
  },
};

export const doubleMean: Mistake = {
  code: 'double-mean',
  step: either(
    at('weightGradient', (op) => ({ twice: (v, right) => scale(right(), 1 / samplesOf(v, op.delta)) })),
    at('biasGradient', (op) => ({ twice: (v, right) => scale(right(), 1 / samplesOf(v, op.delta)) })),
    at('mask', (op) => ({ early: (v, right) => scale(right(), 1 / samplesOf(v, op.carried)) })),
    at('carry', (op) => ({ early: (v, right) => scale(right(), 1 / samplesOf(v, op.delta)) })),
    at('outputDelta', (op) => ({ early: (v, right) => scale(right(), 1 / samplesOf(v, op.output)) })),
    at('cost', (op) => ({ twice: (v, right) => scale(right(), 1 / samplesOf(v, op.output)) })),
  ),
  sentence: {
    en: (f) =>
      `${f.target} is too small by just the number of samples (${samplesPhrase(f)}). The mean is taken once too often on the way to it: compare where each factor 1/m enters.`,
    ko: (f) =>
      `${f.target} 값이 정확히 샘플 수(${samplesPhrase(f)})만큼 작습니다. 이 값에 이르는 길에서 평균을 한 번 더 냈습니다. 1/m이 어디 어디에 들어가는지 비교해 보세요.`,
  },
};

/** Divisors that are close at hand and are not the number of samples. */
function otherCounts(value: Tensor, delta: Tensor): Record<string, number> {
  const [samples = 1, outputs = 1] = delta.shape;
  const counts: Record<string, number> = { outputs, entries: samples * outputs };
  if (value.shape.length === 2) {
    counts['inputs'] = value.shape[0] ?? 1;
    counts['size'] = value.data.length;
  }
  return counts;
}

function meanOver(id: string) {
  return (op: { readonly delta: string }): Compute =>
    (v, right) => {
      const value = right();
      const count = otherCounts(value, read(v, op.delta))[id] ?? 1;
      return scale(value, samplesOf(v, op.delta) / count);
    };
}

const countIds = ['outputs', 'entries', 'inputs', 'size'] as const;

/** The notes' batch size, which people type in. */
const notesSamples = 100;

export const wrongMean: Mistake = {
  code: 'wrong-mean',
  step: either(
    at('weightGradient', (op) => ({
      ...Object.fromEntries(countIds.map((id) => [id, meanOver(id)(op)])),
      'typed-in': (v, right) => scale(right(), samplesOf(v, op.delta) / notesSamples),
    })),
    at('biasGradient', (op) => ({
      ...Object.fromEntries(countIds.map((id) => [id, meanOver(id)(op)])),
      'typed-in': (v, right) => scale(right(), samplesOf(v, op.delta) / notesSamples),
    })),
    at('cost', (op) => ({
      'typed-in': (v, right) => scale(right(), samplesOf(v, op.output) / notesSamples),
      entries: (v, right) => scale(right(), 1 / (read(v, op.output).shape[1] ?? 1)),
      outputs: (v, right) => scale(right(), samplesOf(v, op.output) / (read(v, op.output).shape[1] ?? 1)),
    })),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'typed-in'
        ? `${f.target} is divided by 100, however many samples there are. That fits the notes' data and no other: take the number of samples from the shape of an array.`
        : `${f.target} has the right pattern, but it is ${times(f.ratio)} times what it should be: the sum is divided by another count than the number of samples. Check which axis of which array your divisor counts.`,
    ko: (f) =>
      f.variant === 'typed-in'
        ? `${f.target} 값을 샘플 수와 상관없이 늘 100으로 나누었습니다. 노트의 데이터에서만 맞습니다. 샘플 수는 배열의 모양에서 가져오세요.`
        : `${f.target} 값은 모양새는 맞지만 있어야 할 값의 ${times(f.ratio)}배입니다. 합을 샘플 수가 아닌 다른 수로 나누었습니다. 나누는 수가 어느 배열의 어느 축을 센 것인지 확인하세요.`,
  },
};

export const factorTwo: Mistake = {
  code: 'factor-two',
  step: scaled(
    [
      'outputDelta',
      'carry',
      'mask',
      'weightGradient',
      'biasGradient',
      'cost',
      'chain',
      'inner',
      'outer',
      'centralDifference',
      'descend',
    ],
    { double: 2, half: 0.5 },
  ),
  sentence: {
    en: (f) =>
      f.variant === 'double'
        ? `${f.target} is twice what it should be. A 2 that belongs elsewhere, or that another step has already taken into account, has come in.`
        : `${f.target} is half of what it should be. A factor 2 is missing, or a ½ has come in: follow the constant through the derivation.`,
    ko: (f) =>
      f.variant === 'double'
        ? `${f.target} 값이 있어야 할 값의 두 배입니다. 다른 곳에 있어야 하거나 이미 다른 단계에서 반영된 2가 들어왔습니다.`
        : `${f.target} 값이 있어야 할 값의 절반입니다. 2가 빠졌거나 ½이 더 들어왔습니다. 유도 과정에서 상수를 따라가 보세요.`,
  },
};

/** Also recognised by its ratio alone, where no step explains it. */
export const scaledByAConstant: Mistake = {
  code: 'scaled',
  step: either(
    at('outputDelta', (op) => ({ 'by-m': (v, right) => scale(right(), samplesOf(v, op.output)) })),
    at('carry', (op) => ({ 'by-m': (v, right) => scale(right(), samplesOf(v, op.delta)) })),
    at('mask', (op) => ({ 'by-m': (v, right) => scale(right(), samplesOf(v, op.carried)) })),
  ),
  sentence: {
    en: (f) =>
      `Every entry of ${f.target} is ${times(f.ratio)} times what it should be. The pattern is right; one constant factor is not.`,
    ko: (f) =>
      `${f.target}의 모든 원소가 있어야 할 값의 ${times(f.ratio)}배입니다. 모양새는 맞고, 상수 하나가 틀렸습니다.`,
  },
};

export const wrongSign: Mistake = {
  code: 'wrong-sign',
  step: either(
    scaled(
      [
        'outputDelta',
        'carry',
        'mask',
        'weightGradient',
        'biasGradient',
        'cost',
        'chain',
        'centralDifference',
      ],
      { negative: -1 },
    ),
    at('affine', (op) => ({
      'bias-subtracted': (v, right) => {
        const [z, b] = [right(), read(v, op.bias)];
        const columns = z.shape[1] ?? 1;
        return { shape: z.shape, data: z.data.map((x, i) => x - 2 * (b.data[i % columns] ?? 0)) };
      },
    })),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'bias-subtracted'
        ? `${f.target} is off by twice the bias in every column: the bias goes in with the opposite sign.`
        : `${f.target} has the right size and the opposite sign, so a step along it would go uphill. Look for a difference taken the other way round, or a minus that belongs to another step.`,
    ko: (f) =>
      f.variant === 'bias-subtracted'
        ? `${f.target} 값이 모든 열에서 편향의 두 배만큼 어긋나 있습니다. 편향이 반대 부호로 들어갔습니다.`
        : `${f.target} 값의 크기는 맞지만 부호가 반대이므로, 이대로 갱신하면 비용이 커지는 쪽으로 갑니다. 거꾸로 뺀 곳이 있는지, 다른 단계에 있어야 할 마이너스가 들어왔는지 살펴보세요.`,
  },
};

/** The learning rate as a number. */
export function rateOf(values: Values, name: string): number {
  return numberOf(read(values, name));
}
