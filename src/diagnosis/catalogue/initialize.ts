/** Mistakes of initialization. */
import type { Computation, Step } from '../../engine/computation';
import type { OperationOf, Values } from '../../engine/operation';
import { allSteps } from '../../engine/computation';
import { apply } from '../../engine/operation';
import { LegacyRandom } from '../../engine/random';
import type { Tensor } from '../../engine/tensor';
import { map, sizeOf, tensor } from '../../engine/tensor';
import type { Compute, Mistake, WholeChange } from '../mistake';
import { at, either } from '../mistake';

type Draw = OperationOf<'draw'>;

/** The computation with every draw made otherwise. */
function withDraws(computation: Computation, change: (draw: Draw) => (v: Values) => Tensor): Computation {
  const replace = (step: Step): Step =>
    step.operation.kind === 'draw' ? { ...step, compute: change(step.operation) } : step;
  return { ...computation, steps: computation.steps.map(replace) };
}

function firstDraw(computation: Computation): string | null {
  return allSteps(computation).find((step) => step.operation.kind === 'draw')?.name ?? null;
}

/** Seeds that people write: small ones, years, and the well-worn. */
const seeds: readonly number[] = [
  ...Array.from({ length: 201 }, (_, i) => i),
  ...[256, 314, 321, 333, 404, 420, 500, 512, 666, 777, 999, 1000, 1024, 1111, 1234, 1337, 2022, 2023],
  ...[2024, 2025, 2026, 3407, 4242, 12345, 31415, 123456],
].filter((seed) => seed !== 42);

/** Fewer for whole trainings, where each has to be trained. */
const commonSeeds: readonly number[] = [
  0, 1, 2, 3, 5, 7, 10, 11, 12, 13, 41, 43, 99, 100, 123, 777, 1234, 2024, 2025,
];

export const wrongSeed: Mistake = {
  code: 'wrong-seed',
  whole: (computation) => {
    const step = firstDraw(computation);
    if (step === null) return [];
    return (computation.loop ? commonSeeds : seeds).map((seed): WholeChange => ({
      id: `seed:${String(seed)}`,
      step,
      computation: withDraws(computation, (draw) => () => apply({ ...draw, seed }, new Map())),
    }));
  },
  sentence: {
    en: (f) =>
      f.variant === 'generator'
        ? `${f.target} holds the numbers of \`np.random.default_rng(42)\`. That is another generator than \`np.random.seed(42)\` sets, and gives other numbers from the same seed. With the notes' generator everyone gets the same weights and can compare results.`
        : `${f.target} holds the numbers that seed ${f.detail} gives. The notes' seed is another one, and with it everyone gets the same weights and can compare results.`,
    ko: (f) =>
      f.variant === 'generator'
        ? `${f.target} 값이 \`np.random.default_rng(42)\`에서 나오는 숫자입니다. \`np.random.seed(42)\`가 정하는 생성기와 다른 생성기라서 시드(seed)가 같아도 숫자가 다릅니다. 노트의 생성기를 써야 누구나 같은 가중치를 얻어 결과를 비교할 수 있습니다.`
        : `${f.target} 값이 시드(seed) ${f.detail}에서 나오는 숫자입니다. 노트의 시드는 다른 수이고, 그 시드를 써야 누구나 같은 가중치를 얻어 결과를 비교할 수 있습니다.`,
  },
};

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

function weightsOf(computation: Computation): readonly { readonly name: string; readonly operation: Draw }[] {
  return computation.steps.flatMap(({ name, operation }) =>
    operation.kind === 'draw' ? [{ name, operation }] : [],
  );
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

function uniform(draw: Draw, f: (u: number) => number): Tensor {
  const count = draw.skip + sizeOf(draw.shape);
  const all = new LegacyRandom(draw.seed).rand(count);
  return map(tensor(draw.shape, all.data.slice(draw.skip)), f);
}

interface Distribution {
  readonly en: string;
  readonly ko: string;
  readonly drawn: (draw: Draw, right: () => Tensor) => Tensor;
}

/** The same normal numbers, as wide as a factor makes them. */
function normal(en: string, ko: string, width: (inputs: number, outputs: number) => number): Distribution {
  return {
    en,
    ko,
    drawn: ({ shape: [inputs = 1, outputs = 1] }, right) => map(right(), (x) => x * width(inputs, outputs)),
  };
}

/** Numbers of `rand`, each changed alike. */
function even(
  en: string,
  ko: string,
  f: (u: number, inputs: number, outputs: number) => number,
): Distribution {
  return {
    en,
    ko,
    drawn: (draw) => {
      const [inputs = 1, outputs = 1] = draw.shape;
      return uniform(draw, (u) => f(u, inputs, outputs));
    },
  };
}

const evenly = { en: 'numbers spread evenly from 0 to 1', ko: '0과 1 사이의 균등분포' };
const factors: readonly number[] = [0.01, 0.1, 0.001, 0.5, 2, 0.05, 0.02, 0.2, 0.3, 10];

const distributions: Readonly<Record<string, Distribution>> = {
  uniform: even(evenly.en, evenly.ko, (u) => u),
  'uniform-centred': even('numbers spread evenly from −1 to 1', '−1과 1 사이의 균등분포', (u) => 2 * u - 1),
  'uniform-half': even('numbers spread evenly from −½ to ½', '−½과 ½ 사이의 균등분포', (u) => u - 0.5),
  ...Object.fromEntries(
    factors.flatMap((factor): [string, Distribution][] => {
      const times = String(factor);
      return [
        [`normal-${times}`, normal(`a normal one times ${times}`, `정규분포의 ${times}배`, () => factor)],
        [
          `uniform-${times}`,
          even(`${evenly.en}, times ${times}`, `${evenly.ko}의 ${times}배`, (u) => u * factor),
        ],
        [
          `uniform-centred-${times}`,
          even(
            `numbers spread evenly from −${times} to ${times}`,
            `−${times}에서 ${times}까지의 균등분포`,
            (u) => (2 * u - 1) * factor,
          ),
        ],
        [
          `uniform-half-${times}`,
          even(
            `numbers spread evenly from −½ to ½, times ${times}`,
            `−½과 ½ 사이의 균등분포의 ${times}배`,
            (u) => (u - 0.5) * factor,
          ),
        ],
      ];
    }),
  ),
  he: normal('He’s initialization, √(2/inputs) as wide', '폭이 √(2/입력 수)인 He 초기화', (n) =>
    Math.sqrt(2 / n),
  ),
  lecun: normal('LeCun’s initialization, √(1/inputs) as wide', '폭이 √(1/입력 수)인 LeCun 초기화', (n) =>
    Math.sqrt(1 / n),
  ),
  xavier: normal('Xavier’s initialization', 'Xavier 초기화', (n, k) => Math.sqrt(2 / (n + k))),
  'xavier-one': normal(
    'a normal one, √(1/(inputs + units)) as wide',
    '폭이 √(1/(입력 수 + 노드 수))인 정규분포',
    (n, k) => Math.sqrt(1 / (n + k)),
  ),
  'over-units': normal('a normal one, √(2/units) as wide', '폭이 √(2/노드 수)인 정규분포', (_n, k) =>
    Math.sqrt(2 / k),
  ),
  'over-units-one': normal('a normal one, √(1/units) as wide', '폭이 √(1/노드 수)인 정규분포', (_n, k) =>
    Math.sqrt(1 / k),
  ),
  'over-inputs': normal(
    'a normal one divided by the number of inputs',
    '정규분포를 입력 수로 나눈 것',
    (n) => 1 / n,
  ),
  'over-inputs-two': normal('a normal one times 2/inputs', '정규분포에 2/입력 수를 곱한 것', (n) => 2 / n),
  'uniform-xavier': even(
    'Xavier’s initialization, spread evenly',
    '균등분포로 한 Xavier 초기화',
    (u, n, k) => (2 * u - 1) * Math.sqrt(6 / (n + k)),
  ),
  'uniform-he': even(
    'He’s initialization, spread evenly',
    '균등분포로 한 He 초기화',
    (u, n) => (2 * u - 1) * Math.sqrt(6 / n),
  ),
  'uniform-lecun': even(
    'numbers spread evenly, √(1/inputs) to both sides',
    '양쪽으로 √(1/입력 수)까지의 균등분포',
    (u, n) => (2 * u - 1) * Math.sqrt(1 / n),
  ),
  positive: {
    en: 'a normal one without its signs',
    ko: '부호를 없앤 정규분포',
    drawn: (_draw, right) => map(right(), Math.abs),
  },
};

/** One of the weights drawn evenly spread, the other as asked, one after the other. */
function mixedStreams(computation: Computation): readonly WholeChange[] {
  if (computation.loop || !computation.steps.some(({ operation }) => operation.kind === 'draw')) return [];
  return ['W1', 'W2'].map((evenName): WholeChange => {
    const draw = (name: string): Tensor | undefined => {
      const random = new LegacyRandom(42);
      const drawn = weightsOf(computation).map(
        (one) =>
          [
            one.name,
            one.name === evenName
              ? random.rand(...one.operation.shape)
              : random.randn(...one.operation.shape),
          ] as const,
      );
      return new Map(drawn).get(name);
    };
    return {
      id: `uniform-only:${evenName}`,
      step: evenName,
      computation: {
        ...computation,
        steps: computation.steps.map((step) =>
          step.operation.kind === 'draw'
            ? { ...step, compute: () => draw(step.name) ?? apply(step.operation, new Map()) }
            : step,
        ),
      },
    };
  });
}

export const wrongDistribution: Mistake = {
  code: 'wrong-distribution',
  whole: mixedStreams,
  step: either(
    at('zeros', (op) => ({
      'bias-ones': () => tensor(op.shape, new Float64Array(sizeOf(op.shape)).fill(1)),
    })),
    at('draw', (op) => ({
      zeros: () => tensor(op.shape, new Float64Array(sizeOf(op.shape))),
      ones: () => tensor(op.shape, new Float64Array(sizeOf(op.shape)).fill(1)),
      ...Object.fromEntries(
        Object.entries(distributions).map(([id, { drawn }]): [string, Compute] => [
          id,
          (_v, right) => drawn(op, right),
        ]),
      ),
    })),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'zeros' || f.variant === 'ones'
        ? `${f.target} has the same number everywhere. Then all hidden units compute the same, get the same gradient, and stay the same for ever. Draw the weights.`
        : f.variant === 'bias-ones'
          ? `${f.target} begins at 1. The notes let every bias begin at 0; training moves it from there.`
          : `${f.target} is drawn from another distribution than the notes' standard normal one (it fits ${(distributions[f.variant] ?? distributions['uniform'])?.en ?? ''}).`,
    ko: (f) =>
      f.variant === 'zeros' || f.variant === 'ones'
        ? `${f.target} 값이 모두 같은 수입니다. 그러면 은닉층 노드가 모두 같은 것을 계산하고 같은 기울기를 받아 언제까지나 똑같습니다. 가중치는 무작위로 뽑아야 합니다.`
        : f.variant === 'bias-ones'
          ? `${f.target} 값이 1로 시작합니다. 노트에서는 편향이 모두 0에서 시작하고, 학습하면서 바뀝니다.`
          : `${f.target} 값의 분포가 노트의 표준정규분포와 다릅니다(일치하는 분포: ${(distributions[f.variant] ?? distributions['uniform'])?.ko ?? ''}).`,
  },
};
