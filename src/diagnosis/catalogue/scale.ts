/** Mistakes that multiply a right array by a number. */
import type { Computation, Step } from '../../engine/computation';
import type { OperationKind, OperationOf, Values } from '../../engine/operation';
import { apply, numberOf, read } from '../../engine/operation';
import { shortNumber } from '../../engine/shortNumber';
import type { Tensor } from '../../engine/tensor';
import { scale } from '../../engine/tensor';
import { hasRole, isGradient } from '../../network/arrayName';
import type { Compute, Facts, Mistake, StepChange, WholeChange } from '../mistake';
import { at, either, inFormulas, wordsFor } from '../mistake';

function times(ratio: number): string {
  return shortNumber(ratio, 4);
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
  at('loss', (op) => ({ sum: (v, right) => scale(right(), samplesOf(v, op.output)) })),
);

function samplesPhrase(facts: Facts): string {
  return facts.samples === null ? 'm' : `m = ${String(facts.samples)}`;
}

/** The sum over the samples is a cost as well, and where no gradient has 1/m they are right for it. */
const ofTheSum = {
  en: ' As they stand, the gradients are those of the sum over the samples: a convention too, only not the one that is asked for here.',
  ko: ' 지금의 기울기들은 모든 샘플에 대한 합의 기울기입니다. 그렇게 쓰는 관례도 있지만, 여기서 요구하는 것은 아닙니다.',
};

export const missingMean: Mistake = {
  code: 'missing-mean',
  step: sumInsteadOfMean,
  sentence: {
    en: (f) =>
      `${f.ratio === null ? `${f.target} lacks a factor that is 1 over` : `${f.target} is ${times(f.ratio)} times what it should be, and that is just`} the number of samples (${samplesPhrase(f)}). Every sample is counted, but the sum is never turned into a mean. Look for where the batch size divides.${f.isEveryGradient ? ofTheSum.en : ''}`,
    ko: (f) =>
      `${f.ratio === null ? `${f.target} 계산에 샘플 수(${samplesPhrase(f)})로 나누는 일이 빠졌습니다.` : `${f.target} 값이 있어야 할 값의 ${times(f.ratio)}배이고, 이 수는 바로 샘플 수(${samplesPhrase(f)})입니다.`} 모든 샘플을 더하기는 했지만 평균으로 바꾸지 않았습니다. 배치 크기로 나누는 곳이 있는지 살펴보세요.${f.isEveryGradient ? ofTheSum.ko : ''}`,
  },
};

export const doubleMean: Mistake = {
  code: 'double-mean',
  step: either(
    at('weightGradient', (op) => ({ twice: (v, right) => scale(right(), 1 / samplesOf(v, op.delta)) })),
    at('biasGradient', (op) => ({ twice: (v, right) => scale(right(), 1 / samplesOf(v, op.delta)) })),
    at('throughActivation', (op) => ({ early: (v, right) => scale(right(), 1 / samplesOf(v, op.carried)) })),
    at('carry', (op) => ({ early: (v, right) => scale(right(), 1 / samplesOf(v, op.delta)) })),
    at('lossGradient', (op) => ({ early: (v, right) => scale(right(), 1 / samplesOf(v, op.output)) })),
    at('loss', (op) => ({ twice: (v, right) => scale(right(), 1 / samplesOf(v, op.output)) })),
  ),
  sentence: {
    en: (f) =>
      `${f.target} is too small by a factor that is just the number of samples (${samplesPhrase(f)}). The mean is taken once too often on the way to it: compare where each factor 1/m enters.`,
    ko: (f) =>
      `${f.target} 값이 있어야 할 값을 샘플 수(${samplesPhrase(f)})로 한 번 더 나눈 값입니다. 이 값을 구하는 동안 평균을 두 번 냈습니다. 1/m이 들어가는 곳을 모두 찾아 비교해 보세요.`,
  },
};

/** Divisors that are close at hand and are not the number of samples: of this very layer … */
function ownCounts(value: Tensor, delta: Tensor): Record<string, number> {
  const [samples = 1, outputs = 1] = delta.shape;
  const counts: Record<string, number> = { outputs, entries: samples * outputs };
  if (value.shape.length === 2) {
    counts['inputs'] = value.shape[0] ?? 1;
    counts['size'] = value.data.length;
  }
  return counts;
}

const ownCountIds = ['outputs', 'entries', 'inputs', 'size'] as const;

/** … and of an array that was given, the same for every layer: `X.shape[1]`, `Y.size`. */
function givenCounts(names: readonly string[]): Record<string, (v: Values) => number> {
  return Object.fromEntries(
    names
      .filter((name) => name === 'Y' || hasRole(name, 'A'))
      .flatMap((name): [string, (v: Values) => number][] => [
        [`columns-of-${name}`, (v) => read(v, name).shape[1] ?? 1],
        [`size-of-${name}`, (v) => read(v, name).data.length],
      ]),
  );
}

/** The notes' batch size, which people type in. */
const notesSamples = 100;

/** A mean over another count than the rows of `rows`. */
function meanOver(rows: string, count: (v: Values, value: Tensor) => number): Compute {
  return (v, right) => {
    const value = right();
    return scale(value, samplesOf(v, rows) / count(v, value));
  };
}

function gradientMeans(
  { kind, delta }: OperationOf<'weightGradient' | 'biasGradient'>,
  _step: unknown,
  names: readonly string[],
): Record<string, Compute> {
  // A bias has one row: its inputs are none, and its size is its outputs.
  const ids = kind === 'biasGradient' ? ownCountIds.slice(0, 2) : ownCountIds;
  const own = ids.map((id): [string, Compute] => [
    id,
    meanOver(delta, (v, value) => ownCounts(value, read(v, delta))[id] ?? 1),
  ]);
  const given = Object.entries(givenCounts(names)).map(([id, count]): [string, Compute] => [
    id,
    meanOver(delta, count),
  ]);
  return Object.fromEntries([...own, ...given, ['typed-in', meanOver(delta, () => notesSamples)]]);
}

export const wrongMean: Mistake = {
  code: 'wrong-mean',
  step: either(
    at('lossGradient', ({ output }, _step, names) =>
      // Where the mean is taken here already; nobody divides here in the notes' way.
      Object.fromEntries(
        Object.entries(givenCounts(names)).map(([id, count]) => [id, meanOver(output, count)]),
      ),
    ),
    at('weightGradient', gradientMeans),
    at('biasGradient', gradientMeans),
    at('loss', (op) => ({
      'typed-in': (v, right) => scale(right(), samplesOf(v, op.output) / notesSamples),
      entries: (v, right) => scale(right(), 1 / (read(v, op.output).shape[1] ?? 1)),
      outputs: (v, right) => scale(right(), samplesOf(v, op.output) / (read(v, op.output).shape[1] ?? 1)),
    })),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'typed-in'
        ? `${f.target} is divided by 100, however many samples there are. Take the number of samples from the shape of an array.`
        : `${f.ratio === null ? `In ${f.target}` : `${f.target} is ${times(f.ratio)} times what it should be:`} the sum is divided by another count than the number of samples. Check which axis of which array your divisor counts.`,
    ko: (f) =>
      f.variant === 'typed-in'
        ? `${f.target} 값을 샘플 수와 상관없이 늘 100으로 나누었습니다. 샘플 수는 배열의 모양에서 가져오세요.`
        : `${f.ratio === null ? `${f.target} 계산에서` : `${f.target} 값이 있어야 할 값의 ${times(f.ratio)}배입니다.`} 합을 샘플 수가 아닌 다른 수로 나누었습니다. 나누는 수가 어느 배열의 어느 축을 센 것인지 확인하세요.`,
  },
};

export const factorTwo: Mistake = {
  code: 'factor-two',
  step: either(
    scaled(
      ['lossGradient', 'carry', 'throughActivation', 'weightGradient', 'biasGradient', 'loss', 'descend'],
      { double: 2, half: 0.5 },
    ),
    inFormulas('factor-two'),
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

/** 1/m applied to the error itself where that is asked for: then the gradients are right, and the error is not. */
function meanInDelta(computation: Computation): readonly WholeChange[] {
  const delta = computation.steps.find(({ operation }) => operation.kind === 'lossGradient');
  if (!delta || !computation.returns.includes(delta.name)) return [];
  const steps = computation.steps.map((step): Step => {
    const { operation } = step;
    const result = (v: Values): Tensor => (step.compute ? step.compute(v) : apply(operation, v));
    switch (operation.kind) {
      case 'lossGradient':
        return { ...step, compute: (v) => scale(result(v), 1 / samplesOf(v, operation.output)) };
      case 'weightGradient':
      case 'biasGradient':
        return { ...step, compute: (v) => scale(result(v), samplesOf(v, operation.delta)) };
      default:
        return step;
    }
  });
  return [{ id: 'mean-early', step: delta.name, computation: { ...computation, steps } }];
}

/** Divided by its own length, as some do to keep steps small. */
function normalized(value: Tensor): Tensor {
  return scale(value, 1 / Math.sqrt(value.data.reduce((total, x) => total + x * x, 0)));
}

/** Also recognised by its ratio alone, where no step explains it. */
export const scaledByAConstant: Mistake = {
  code: 'scaled',
  whole: meanInDelta,
  step: either(
    at('weightGradient', () => ({ normalized: (_v, right) => normalized(right()) })),
    at('biasGradient', () => ({ normalized: (_v, right) => normalized(right()) })),
  ),
  sentence: {
    en: (f) =>
      `Every entry of ${f.target} is ${f.ratio === null ? 'off by one and the same factor' : `${times(f.ratio)} times what it should be`}. The pattern is right; one constant factor is not.`,
    ko: (f) =>
      `${f.target}의 모든 원소가 있어야 할 값의 ${f.ratio === null ? '일정한 배수' : `${times(f.ratio)}배`}입니다. 원소들의 비율은 맞고, 곱해진 상수 하나가 틀렸습니다.`,
  },
};

export const wrongSign: Mistake = {
  code: 'wrong-sign',
  step: either(
    scaled(['lossGradient', 'carry', 'throughActivation', 'weightGradient', 'biasGradient', 'loss'], {
      negative: -1,
    }),
    inFormulas('wrong-sign'),
    at('affine', ({ bias }): Record<string, Compute> => {
      if (bias === null) return {};
      return {
        'bias-subtracted': (v, right) => {
          const [z, b] = [right(), read(v, bias)];
          const columns = z.shape[1] ?? 1;
          return { shape: z.shape, data: z.data.map((x, i) => x - 2 * (b.data[i % columns] ?? 0)) };
        },
      };
    }),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'bias-subtracted'
        ? `${f.target} is off by twice the bias in every ${wordsFor(f).en.unit}: the bias goes in with the opposite sign.`
        : `${f.target} has the right size and the opposite sign${isGradient(f.target) ? ', so a step along it would go uphill' : ''}. Look for a difference taken the other way round, or a minus that belongs to another step.`,
    ko: (f) =>
      f.variant === 'bias-subtracted'
        ? `${f.target} 값이 모든 ${wordsFor(f).ko.unit}에서 편향의 두 배만큼 어긋나 있습니다. 편향이 반대 부호로 들어갔습니다.`
        : `${f.target} 값의 크기는 맞지만 부호가 반대입니다.${isGradient(f.target) ? ' 이대로 업데이트하면 비용이 커지는 쪽으로 갑니다.' : ''} 거꾸로 뺀 곳이 있는지, 다른 단계에 있어야 할 마이너스가 들어왔는지 살펴보세요.`,
  },
};

/** The learning rate as a number. */
export function rateOf(values: Values, name: string): number {
  return numberOf(read(values, name));
}
