/** A penalty on the weights that nobody asked for, or asked for otherwise. */
import type { OperationOf } from '../../engine/operation';
import { numberOf, read } from '../../engine/operation';
import { addScaled, map, scalar, sum, zip } from '../../engine/tensor';
import { beside } from '../../network/arrayName';
import { penaltyRate } from '../../network/spec';
import type { Compute, Mistake } from '../mistake';
import { at, either } from '../mistake';

/** How strongly people pull weights towards 0. */
const strengths: readonly number[] = [0.01, 0.1, 0.001, 0.02, 0.05, 0.5, 2, 0.0001, 0.0005];

export const penaltyAdded: Mistake = {
  code: 'penalty-added',
  step: at('weightGradient', (op, step, names) => {
    const weights = beside(step.name, 'W') ?? '';
    if (op.penalty || !names.includes(weights)) return {};
    return Object.fromEntries(
      strengths.flatMap((strength): [string, Compute][] => [
        [
          `times-${String(strength)}:${weights}`,
          (v, right) => addScaled(right(), strength, read(v, weights)),
        ],
        [
          `over-m-${String(strength)}:${weights}`,
          (v, right) => addScaled(right(), strength / (read(v, op.delta).shape[0] ?? 1), read(v, weights)),
        ],
      ]),
    );
  }),
  sentence: {
    en: (f) =>
      `${f.step} also holds a multiple of ${f.detail}: a penalty that pulls the weights towards 0 (weight decay). It belongs to a cost that punishes large weights; the cost here does not.`,
    ko: (f) =>
      `${f.step} 값에 ${f.detail}의 몇 배가 더해져 있습니다. 가중치를 0 쪽으로 당기는 벌점(weight decay)입니다. 큰 가중치에 벌점을 주는 비용에 어울리는 것이고, 여기서 쓰는 비용에는 벌점이 없습니다.`,
  },
};

interface Penalised {
  readonly delta: string;
  readonly weights: string;
  readonly rate: string;
}

/** A weight gradient with its penalty times something else. */
function otherwise(
  { delta, weights, rate }: Penalised,
  factor: (m: number) => number,
  share: (w: number) => number = (w) => w,
): Compute {
  return (v, right) => {
    const W = read(v, weights);
    const m = read(v, delta).shape[0] ?? 1;
    const lambda = numberOf(read(v, rate));
    return zip(right(), W, (g, w) => g + lambda * (factor(m) * share(w) - w / m));
  };
}

/** The penalty of a cost, as a factor of the sum over the squares (or another function) of the weights. */
function costWith(
  { output, penalty }: OperationOf<'loss'>,
  factor: (m: number) => number,
  share: (w: number) => number = (w) => w * w,
  names: readonly string[] = penalty?.weights ?? [],
): Compute {
  return (v, right) => {
    if (!penalty) return right();
    const m = read(v, output).shape[0] ?? 1;
    const total = (of: readonly string[], f: (w: number) => number): number =>
      of.reduce((so, name) => so + sum(map(read(v, name), f)), 0);
    const asked = total(penalty.weights, (w) => w * w) / (2 * m);
    return scalar(
      numberOf(right()) + numberOf(read(v, penalty.rate)) * (factor(m) * total(names, share) - asked),
    );
  };
}

const one = (m: number): number => 1 / (2 * m);

export const penaltyMissing: Mistake = {
  code: 'penalty-missing',
  step: either(
    at('weightGradient', ({ delta, penalty }): Record<string, Compute> =>
      penalty ? { none: otherwise({ delta, ...penalty }, () => 0) } : {},
    ),
    at('loss', (op): Record<string, Compute> => {
      const weights = op.penalty?.weights ?? [];
      if (weights.length === 0) return {};
      const without = (left: string): readonly string[] => weights.filter((name) => name !== left);
      return {
        none: costWith(op, () => 0),
        ...(weights.length > 1
          ? Object.fromEntries(
              weights.map((name) => [`without:${name}`, costWith(op, one, undefined, without(name))]),
            )
          : {}),
      };
    }),
  ),
  sentence: {
    en: (f) =>
      `${f.step} lacks the penalty${f.detail === '' ? '' : ` on ${f.detail}`}. The cost here also punishes large weights, so every weight has a share in it beside that of the data.`,
    ko: (f) =>
      `${f.step} 계산에 벌점${f.detail === '' ? '' : `(${f.detail}의 몫)`}이 빠졌습니다. 여기서 쓰는 비용은 큰 가중치에도 벌점을 주므로, 가중치마다 데이터의 몫 말고도 벌점의 몫이 있습니다.`,
  },
};

export const penaltyFactor: Mistake = {
  code: 'penalty-factor',
  step: either(
    at('weightGradient', ({ delta, penalty }): Record<string, Compute> => {
      if (!penalty) return {};
      const op = { delta, ...penalty };
      return {
        'not-averaged': otherwise(op, () => 1),
        doubled: otherwise(op, (m) => 2 / m),
        'doubled-not-averaged': otherwise(op, () => 2),
        halved: otherwise(op, (m) => 1 / (2 * m)),
        'halved-not-averaged': otherwise(op, () => 1 / 2),
        'averaged-twice': otherwise(op, (m) => 1 / (m * m)),
        subtracted: otherwise(op, (m) => -1 / m),
        squares: otherwise(
          op,
          (m) => 1 / m,
          (w) => w * w,
        ),
        'half-squares': otherwise(
          op,
          (m) => 1 / (2 * m),
          (w) => w * w,
        ),
        signs: otherwise(op, (m) => 1 / m, Math.sign),
      };
    }),
    at('loss', (op): Record<string, Compute> =>
      op.penalty
        ? {
            'not-averaged': costWith(op, () => 1 / 2),
            doubled: costWith(op, (m) => 1 / m),
            'doubled-not-averaged': costWith(op, () => 1),
            halved: costWith(op, (m) => 1 / (4 * m)),
            subtracted: costWith(op, (m) => -1 / (2 * m)),
            sums: costWith(op, one, (w) => w),
            signs: costWith(op, one, Math.abs),
            'doubled-signs': costWith(op, (m) => 1 / m, Math.abs),
          }
        : {},
    ),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'subtracted'
        ? `${f.step} has the penalty with the opposite sign, so that large weights are rewarded.`
        : ['squares', 'half-squares', 'signs', 'doubled-signs', 'sums'].includes(f.variant)
          ? `${f.step} has a penalty made of another function of the weights. It is λ/2m times the sum of their squares in the cost; what is the slope of that with respect to one weight?`
          : `${f.step} has a penalty that is too large or too small by a constant${f.variant.includes('not-averaged') ? ', which holds the number of samples' : ''}. Compare the factor before it with the cost that is given, and with what differentiating a square does to a ½.`,
    ko: (f) =>
      f.variant === 'subtracted'
        ? `${f.step} 계산에서 벌점의 부호가 반대입니다. 그러면 가중치가 클수록 비용이 작아집니다.`
        : ['squares', 'half-squares', 'signs', 'doubled-signs', 'sums'].includes(f.variant)
          ? `${f.step} 계산의 벌점이 가중치의 다른 함수로 되어 있습니다. 비용에서 벌점은 가중치 제곱의 합에 λ/2m을 곱한 값입니다. 이것을 가중치 하나로 미분하면 무엇입니까?`
          : `${f.step} 계산의 벌점이 상수배만큼 다릅니다${f.variant.includes('not-averaged') ? '(그 상수에 샘플 수가 들어 있습니다)' : ''}. 벌점 앞의 계수를 주어진 비용과 비교하고, 제곱을 미분할 때 ½이 어떻게 되는지 생각해 보세요.`,
  },
};

export const penaltyOnBias: Mistake = {
  code: 'penalty-on-bias',
  step: either(
    at('biasGradient', ({ delta }, _step, names): Record<string, Compute> => {
      const bias = beside(delta, 'b') ?? '';
      if (!names.includes(penaltyRate) || !names.includes(bias)) return {};
      const added =
        (factor: (m: number) => number): Compute =>
        (v, right) =>
          addScaled(
            right(),
            numberOf(read(v, penaltyRate)) * factor(read(v, delta).shape[0] ?? 1),
            read(v, bias),
          );
      return { averaged: added((m) => 1 / m), whole: added(() => 1) };
    }),
    at('loss', (op, _step, names): Record<string, Compute> => {
      const biases = (op.penalty?.weights ?? []).flatMap((name) => beside(name, 'b') ?? []);
      const known = biases.filter((name) => names.includes(name));
      if (!op.penalty || known.length === 0) return {};
      return { biases: costWith(op, one, undefined, [...op.penalty.weights, ...known]) };
    }),
  ),
  sentence: {
    en: (f) =>
      `${f.step} has a penalty on the bias as well. Only the weights are punished here: a bias shifts a unit, however large the inputs are, and is left free.`,
    ko: (f) =>
      `${f.step} 계산에 편향(bias)의 벌점까지 들어 있습니다. 여기서는 가중치에만 벌점을 줍니다. 편향은 입력의 크기와 상관없이 노드를 옮길 뿐이므로 벌점을 주지 않습니다.`,
  },
};
