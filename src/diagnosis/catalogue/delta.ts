/** Mistakes about which array goes into a step of the backward pass. */
import type { Values } from '../../engine/operation';
import { apply, read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import {
  map,
  matmul,
  multiply,
  scalar,
  scale,
  subtract,
  sum,
  sumAxis,
  transpose,
  zip,
} from '../../engine/tensor';
import type { Compute, Facts, Mistake } from '../mistake';
import { at, either } from '../mistake';
import { isGate, nameOfFunction } from './words';
import { beside, hasRole } from '../../network/arrayName';
import { isStraight } from './curves';
import { forNames } from './names';
import { atOutputError, hasOwnSlope } from './outputError';

export const missingActivationDerivative: Mistake = {
  code: 'missing-activation-derivative',
  step: either(
    at('throughActivation', (op): Record<string, Compute> =>
      isStraight(op.activation) ? {} : { through: (v) => read(v, op.carried) },
    ),
    at('carry', (op, _step, names) => {
      const before = beside(op.delta, 'dA');
      return before !== null && names.includes(before)
        ? { before: (v) => apply({ ...op, delta: before }, v) }
        : {};
    }),
    at('weightGradient', (op, _step, names) => {
      const before = beside(op.delta, 'dA');
      return before !== null && names.includes(before)
        ? { before: (v) => apply({ ...op, delta: before }, v) }
        : {};
    }),
    at('biasGradient', (op, _step, names) => {
      const before = beside(op.delta, 'dA');
      return before !== null && names.includes(before)
        ? { before: (v) => apply({ ...op, delta: before }, v) }
        : {};
    }),
  ),
  sentence: {
    en: (f) =>
      !isGate(f)
        ? `${f.target} is made of an error that passes through ${nameOfFunction(f, 'en')} without its derivative. How much of it a unit answers for depends on how steep ${nameOfFunction(f, 'en')} is at its Z. Look at the step that makes ${f.step}.`
        : `${f.target} holds contributions from units that were switched off: the delta passes through the activation without its derivative. Where ReLU gave 0, nothing should flow back. Look at the step that makes ${f.step}.`,
    ko: (f) =>
      !isGate(f)
        ? `${f.target} 값을 만든 오차가 ${nameOfFunction(f, 'ko')}의 도함수를 거치지 않고 그대로 지나갔습니다. 노드가 오차를 얼마나 받는지는 그 Z에서 함수가 얼마나 가파른지에 달려 있습니다. ${f.step} 계산을 살펴보세요.`
        : `${f.target} 값에 꺼져 있던 노드의 몫이 섞여 있습니다. 오차가 활성화 함수의 도함수를 거치지 않고 그대로 지나갔습니다. ReLU가 0을 낸 곳으로는 아무것도 되돌아가지 않아야 합니다. ${f.step} 계산을 살펴보세요.`,
  },
};

/** Whether what stands in a gradient is an error, but of another layer. */
function isOtherError({ detail }: Facts): boolean {
  return hasRole(detail, 'dZ', 'dA');
}

function isGradientOfWeights({ detail, step }: Facts): boolean {
  return hasRole(step, 'db') && hasRole(detail, 'dW');
}

/** How near to 0 and 1 people let a probability come before they divide by it. */
const bounds: readonly number[] = [1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-5];

function between(a: number, bound: number): number {
  return Math.min(1 - bound, Math.max(bound, a));
}

/** Slopes of the cross-entropy at a prediction a of y. Where nothing keeps a from 0 they are not finite. */
const crossEntropySlopes = bounds.flatMap((bound): [string, (a: number, y: number) => number][] => [
  [
    `cross-entropy-clipped-${String(bound)}`,
    (a, y) => (1 - y) / (1 - between(a, bound)) - y / between(a, bound),
  ],
  [`cross-entropy-added-${String(bound)}`, (a, y) => (1 - y) / (1 - a + bound) - y / (a + bound)],
  [`cross-entropy-one-${String(bound)}`, (a, y) => -y / between(a, bound)],
  [`cross-entropy-one-added-${String(bound)}`, (a, y) => -y / (a + bound)],
]);

export const missingDelta: Mistake = {
  code: 'missing-delta',
  step: either(
    atOutputError((op) => ({
      output: (v) => read(v, op.output),
      target: (v) => read(v, op.target),
      sum: (v) => zip(read(v, op.output), read(v, op.target), (a, y) => a + y),
      ones: (v) => map(read(v, op.output), () => 1),
      size: (v) => map(subtract(read(v, op.output), read(v, op.target)), Math.abs),
      sign: (v) => map(subtract(read(v, op.output), read(v, op.target)), Math.sign),
      product: (v) => multiply(read(v, op.output), read(v, op.target)),
      ...Object.fromEntries(
        (op.isFused ? [] : crossEntropySlopes).map(([id, slope]): [string, Compute] => [
          id,
          (v) => zip(read(v, op.output), read(v, op.target), slope),
        ]),
      ),
      relative: (v) => zip(read(v, op.output), read(v, op.target), (a, y) => (a - y) / y),
      squares: (v) => zip(read(v, op.output), read(v, op.target), (a, y) => a * a - y * y),
      'target-squared': (v) => zip(read(v, op.output), read(v, op.target), (a, y) => a - y * y),
    })),
    at('carry', (op, _step, names) =>
      forNames(
        names.filter(
          (name) =>
            name === 'Y' ||
            name === beside(op.delta, 'dW') ||
            name === beside(op.delta, 'A') ||
            name === beside(op.delta, 'Z'),
        ),
        [],
        (v, other) => matmul(other, transpose(read(v, op.weights))),
      ),
    ),
    at('weightGradient', (op, _step, names) =>
      forNames(
        names.filter((name) => name !== 'X' && (name === 'Y' || hasRole(name, 'Z', 'A', 'dZ', 'dA'))),
        [op.delta, beside(op.delta, 'dA') ?? ''],
        (v, other) => scale(matmul(transpose(read(v, op.input)), other), 1 / (other.shape[0] ?? 1)),
      ),
    ),
    at('biasGradient', (op, _step, names) =>
      forNames(
        names.filter((name) => name !== 'X' && (name === 'Y' || hasRole(name, 'Z', 'A', 'dZ', 'dA'))),
        [op.delta, beside(op.delta, 'dA') ?? ''],
        (_v, other) => apply(op, new Map([[op.delta, other]])),
      ),
    ),
    at('biasGradient', (op) => {
      const weights = beside(op.delta, 'dW') ?? '';
      const of =
        (f: (gradient: Tensor) => Tensor): Compute =>
        (v) =>
          f(read(v, weights));
      return {
        [`sum:${weights}`]: of((g) => sumAxis(g, 0)),
        [`mean:${weights}`]: of((g) => scale(sumAxis(g, 0), 1 / (g.shape[0] ?? 1))),
        [`sum-m:${weights}`]: (v) =>
          scale(sumAxis(read(v, weights), 0), 1 / (read(v, op.delta).shape[0] ?? 1)),
        [`all:${weights}`]: of((g) => scalar(sum(g))),
        [`flat:${weights}`]: of((g) => ({ shape: [g.shape[1] ?? 1], data: sumAxis(g, 0).data })),
        [`across:${weights}`]: of((g) => sumAxis(g, 1)),
      };
    }),
  ),
  sentence: {
    en: (f) =>
      isGradientOfWeights(f)
        ? `${f.step} is made of ${f.detail}, the gradient of the weights. A bias adds to Z directly, without an input that multiplies it, so its gradient is made of the delta alone.`
        : f.variant.startsWith('cross-entropy')
          ? `${f.step} starts from the slope of another loss: the cross-entropy of a probability, which divides by the prediction. The cost here is the squared error; what is its slope with respect to the prediction?`
          : isOtherError(f)
            ? `${f.step} is built from ${f.detail}, which is not the error of that layer. Each layer's gradients are made of the error at its own Z: follow the index through the equation.`
            : `${f.step} does not carry the error: where the difference between prediction and target belongs, something else stands${f.detail === '' ? '' : ` (${f.detail})`}. Everything in the backward pass starts from that difference.`,
    ko: (f) =>
      isGradientOfWeights(f)
        ? `${f.step} 값을 가중치의 기울기인 ${f.detail} 값으로 만들었습니다. 편향(bias)은 입력과 곱해지지 않고 Z에 바로 더해지므로, 그 기울기는 오차만으로 만들어집니다.`
        : f.variant.startsWith('cross-entropy')
          ? `${f.step} 계산이 다른 손실의 기울기에서 출발합니다. 예측으로 나누는 식은 확률의 교차 엔트로피(cross-entropy)에 맞는 것입니다. 여기서 쓰는 비용은 제곱 오차입니다. 제곱 오차를 예측으로 미분하면 무엇입니까?`
          : isOtherError(f)
            ? `${f.step} 계산에 ${f.detail} 값이 쓰였는데, 그 층의 오차가 아닙니다. 각 층의 기울기는 그 층의 Z에서 구한 오차로 만들어집니다. 수식에서 층 번호를 따라가 보세요.`
            : `${f.step} 계산에 오차가 들어 있지 않습니다. 예측과 정답의 차이가 있어야 할 자리에 다른 값${f.detail === '' ? '' : `(${f.detail})`}이 있습니다. 역전파는 모두 그 차이에서 출발합니다.`,
  },
};

export const outputDerivative: Mistake = {
  code: 'output-derivative',
  step: atOutputError((op, step) => {
    const { slopeOfValue } = op.activation.entry ?? {};
    // Where the reference takes the derivative itself, it is no mistake.
    if (hasOwnSlope(step) || op.isFused || isStraight(op.activation) || !slopeOfValue) return {};
    const masked = (v: Values, factor: number): Tensor => {
      const output = read(v, op.output);
      return scale(multiply(subtract(output, read(v, op.target)), map(output, slopeOfValue)), factor);
    };
    return {
      masked: (v) => masked(v, op.scale),
      ...(op.scale === 1 ? { 'masked-doubled': (v: Values) => masked(v, 2) } : {}),
    };
  }),
  sentence: {
    en: (f) =>
      `${f.step} is also multiplied by the derivative of the output's ReLU${f.variant === 'masked-doubled' ? ' and by 2' : ''}. For the cost as it is printed that is the exact gradient; the notes leave it out, and here their numbers are to be reproduced. The exercise on the exact gradient is where it belongs.`,
    ko: (f) =>
      `${f.step} 값에 출력층 ReLU의 도함수${f.variant === 'masked-doubled' ? '와 2' : ''}까지 곱했습니다. 적힌 그대로의 비용으로는 그것이 정확한 기울기이지만, 노트에서는 생략했고 여기서는 노트의 값을 그대로 얻어야 합니다. 정확한 기울기는 그것을 다루는 문제에서 구해 보세요.`,
  },
};
