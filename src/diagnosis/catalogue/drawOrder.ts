/** The right seed, and its numbers at the wrong places: something else is drawn before the weights or between them. */
import type { Computation } from '../../engine/computation';
import { apply } from '../../engine/operation';
import { LegacyRandom } from '../../engine/random';
import type { Tensor } from '../../engine/tensor';
import { sizeOf } from '../../engine/tensor';
import type { Mistake, WholeChange } from '../mistake';
import { firstDraw, weightsOf, withDraws } from './drawSteps';

interface Order {
  readonly id: string;
  /** How many draws stand before each array's own, given all sizes by name. */
  readonly skip: Readonly<Record<string, (sizes: Readonly<Record<string, number>>) => number>>;
}

const size = (sizes: Readonly<Record<string, number>>, ...of: readonly string[]): number =>
  of.reduce((total, name) => total + (sizes[name] ?? 0), 0);

const orders: readonly Order[] = [
  { id: 'w2-first', skip: { W2: () => 0, W1: (s) => size(s, 'W2') } },
  { id: 'bias-drawn-between', skip: { W1: () => 0, W2: (s) => size(s, 'W1', 'b1') } },
  {
    id: 'biases-drawn-first',
    skip: { W1: (s) => size(s, 'b1', 'b2'), W2: (s) => size(s, 'b1', 'b2', 'W1') },
  },
  { id: 'bias-before-each', skip: { W1: (s) => size(s, 'b1'), W2: (s) => size(s, 'b1', 'W1', 'b2') } },
  { id: 'seeded-again', skip: { W1: () => 0, W2: () => 0 } },
];

/** How many numbers people draw before the weights, or between them, in terms of the sizes. */
const extraDraws: Readonly<Record<string, (inputs: number, hidden: number, outputs: number) => number>> = {
  inputs: (inputs) => inputs,
  hidden: (_inputs, hidden) => hidden,
  outputs: (_inputs, _hidden, outputs) => outputs,
  'inputs-by-hidden': (inputs, hidden) => inputs * hidden,
  'hidden-by-outputs': (_inputs, hidden, outputs) => hidden * outputs,
  'inputs-by-outputs': (inputs, _hidden, outputs) => inputs * outputs,
  'hidden-squared': (_inputs, hidden) => hidden * hidden,
  'hundred-inputs': (inputs) => 100 * inputs,
  'hundred-outputs': (_inputs, _hidden, outputs) => 100 * outputs,
  'hundred-both': (inputs, _hidden, outputs) => 100 * (inputs + outputs),
};

/** Rows of data that people draw before they draw weights. */
const drawnRows: readonly number[] = [2, 3, 4, 5, 6, 8, 10, 20, 50, 200, 500, 1000];

/** Numbers of extra draws that are typed in. */
const countedDraws: readonly number[] = [
  ...Array.from({ length: 40 }, (_, i) => i + 1),
  ...[50, 64, 100, 128, 200, 256, 300, 500, 1000],
];

/** Something drawn beside the weights: before both, or between them. */
function extraOrders(computation: Computation): readonly Order[] {
  const [first, , second] = computation.steps.map(({ operation }) => operation);
  if (first?.kind !== 'draw' || second?.kind !== 'draw') return [];
  const [inputs = 1, hidden = 1] = first.shape;
  const [, outputs = 1] = second.shape;
  const counts: [string, number][] = [
    ...Object.entries(extraDraws).map(([id, count]): [string, number] => [
      id,
      count(inputs, hidden, outputs),
    ]),
    ...(computation.loop ? [] : drawnRows).flatMap((n): [string, number][] => [
      [`${String(n)}-inputs`, n * inputs],
      [`${String(n)}-outputs`, n * outputs],
    ]),
    ...(computation.loop ? [1, 2, 5, 10, 100] : countedDraws).map((n): [string, number] => [String(n), n]),
  ];
  return counts.flatMap(([id, count]): Order[] => [
    { id: `extra-before:${id}`, skip: { W1: () => count, W2: (s) => count + size(s, 'W1') } },
    { id: `extra-between:${id}`, skip: { W1: () => 0, W2: (s) => count + size(s, 'W1') } },
  ]);
}

/** Weights drawn from one generator that draws evenly spread numbers in between. */
interface Stream {
  readonly id: string;
  readonly step: string;
  readonly draw: (computation: Computation) => ReadonlyMap<string, Tensor>;
}

const streams: readonly Stream[] = Array.from({ length: 32 }, (_, i) => i + 1).map((count) => ({
  id: `even-before:${String(count)}`,
  step: 'W1',
  draw: (computation) => {
    const random = new LegacyRandom(42);
    random.rand(count);
    return new Map(
      weightsOf(computation).map(({ name, operation }) => [name, random.randn(...operation.shape)]),
    );
  },
}));

export const drawOrder: Mistake = {
  code: 'draw-order',
  whole: (computation) => {
    const step = firstDraw(computation);
    if (step === null) return [];
    const sizes = Object.fromEntries(
      computation.steps.map(({ name, operation }) => [
        name,
        operation.kind === 'draw' || operation.kind === 'zeros' ? sizeOf(operation.shape) : 0,
      ]),
    );
    const nameOf = new Map(computation.steps.map(({ name, operation }) => [operation, name]));
    const all = [...orders, ...extraOrders(computation)];
    const changes = all.map((order): WholeChange => ({
      id: order.id,
      step: /^(w2-first|bias|extra-before)/.test(order.id) ? step : 'W2',
      computation: withDraws(computation, (draw) => () => {
        const skip = order.skip[nameOf.get(draw) ?? '']?.(sizes) ?? draw.skip;
        return apply({ ...draw, skip }, new Map());
      }),
    }));
    const otherStreams = computation.loop
      ? []
      : streams.map(({ id, step: at_, draw }): WholeChange => ({
          id,
          step: at_,
          computation: {
            ...computation,
            steps: computation.steps.map((one) => ({
              ...one,
              ...(one.operation.kind === 'draw'
                ? { compute: () => draw(computation).get(one.name) ?? apply(one.operation, new Map()) }
                : {}),
            })),
          },
        }));
    const drawnBiases = changes
      .filter(({ id }) => id === 'bias-drawn-between')
      .map((change): WholeChange => ({
        ...change,
        id: 'biases-random',
        computation: {
          ...change.computation,
          steps: change.computation.steps.map((s) => {
            const { operation, name } = s;
            if (operation.kind !== 'zeros') return s;
            const skip = name === 'b1' ? size(sizes, 'W1') : size(sizes, 'W1', 'b1', 'W2');
            return {
              ...s,
              compute: () => apply({ kind: 'draw', shape: operation.shape, seed: 42, skip }, new Map()),
            };
          }),
        },
      }));
    const firstBias = drawnBiases.map((change): WholeChange => ({
      ...change,
      id: 'biases-random:b1',
      computation: {
        ...change.computation,
        steps: change.computation.steps.map((s) =>
          s.name === 'b2' ? (computation.steps.find(({ name }) => name === 'b2') ?? s) : s,
        ),
      },
    }));
    return [...changes, ...drawnBiases, ...firstBias, ...otherStreams];
  },
  sentence: {
    en: (f) =>
      f.variant === 'seeded-again'
        ? `${f.target} starts with the same numbers as the other weights: the generator was set back to its seed in between. Seed once, then draw.`
        : f.variant === 'biases-random'
          ? `${f.target} is drawn at random. The notes let the biases begin at zero; drawing them also moves W2 to other numbers of the sequence.`
          : `${f.target} holds numbers from the right seed at the wrong place of the sequence: something else is drawn before it. The notes draw W1, then W2, and nothing between.`,
    ko: (f) =>
      f.variant === 'seeded-again'
        ? `${f.target} 값이 다른 가중치와 같은 숫자로 시작합니다. 중간에 시드(seed)를 다시 설정했습니다. 시드는 한 번만 정하고 차례로 뽑으세요.`
        : f.variant === 'biases-random'
          ? `${f.target} 값도 무작위로 뽑았습니다. 노트에서는 편향이 0에서 시작합니다. 편향을 뽑으면 W2가 수열의 다른 자리에서 나오게 됩니다.`
          : `${f.target} 값이 시드는 맞지만 수열의 다른 자리에서 나온 숫자입니다. 그 앞에서 다른 것을 먼저 뽑았습니다. 노트에서는 W1을 뽑고 바로 W2를 뽑습니다.`,
  },
};
