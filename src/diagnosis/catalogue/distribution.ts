/** Weights and biases that start with other numbers than the notes' normal ones and zeros. */
import type { Computation } from '../../engine/computation';
import { apply } from '../../engine/operation';
import { LegacyRandom } from '../../engine/random';
import type { Tensor } from '../../engine/tensor';
import { map, sizeOf, tensor } from '../../engine/tensor';
import type { Compute, Mistake, WholeChange } from '../mistake';
import { at, either } from '../mistake';
import { weightsOf, type Draw } from './drawSteps';

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
