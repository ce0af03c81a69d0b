/** Mistakes of the forward pass. */
import type { Computation, Step, Values } from '../../engine/computation';
import { read } from '../../engine/computation';
import type { Tensor } from '../../engine/tensor';
import { add, map, matmul, zip } from '../../engine/tensor';
import type { Facts, Mistake, WholeChange } from '../mistake';
import { at, either } from '../mistake';

export const missingActivation: Mistake = {
  code: 'missing-activation',
  step: either(
    at('relu', (op) => ({ through: (v) => read(v, op.of) })),
    at('affine', (op) => {
      const before = op.input.replace('A', 'Z');
      return before === op.input
        ? {}
        : {
            'reads-z': (v: Values): Tensor =>
              zip(matmul(read(v, before), read(v, op.weights)), read(v, op.bias), (z, b) => z + b),
          };
    }),
  ),
  sentence: {
    en: (f) =>
      `${f.variant === 'reads-z' ? `${f.step} is computed from the negative entries of the layer before as well` : `${f.step} still holds negative entries`}: the activation is not applied on the way. Without it, layers on top of each other are one linear map.`,
    ko: (f) =>
      `${f.variant === 'reads-z' ? `${f.step} 계산에 앞 층의 음수가 그대로 들어갔습니다` : `${f.step} 값에 음수가 그대로 남아 있습니다`}. 활성화 함수(activation function)를 거치지 않았습니다. 활성화 함수가 없으면 층을 쌓아도 하나의 선형 변환과 같습니다.`,
  },
};

const others: Readonly<Record<string, (z: number) => number>> = {
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
  'leaky-0.01': (z) => (z > 0 ? z : 0.01 * z),
  'leaky-0.1': (z) => (z > 0 ? z : 0.1 * z),
  'leaky-0.2': (z) => (z > 0 ? z : 0.2 * z),
  elu: (z) => (z > 0 ? z : Math.expm1(z)),
  softplus: (z) => Math.log1p(Math.exp(z)),
  absolute: Math.abs,
  minimum: (z) => Math.min(0, z),
  negated: (z) => -Math.max(0, z),
  step: (z) => (z > 0 ? 1 : 0),
  'at-least-one': (z) => Math.max(1, z),
  'clipped-1': (z) => Math.min(1, Math.max(0, z)),
  'clipped-6': (z) => Math.min(6, Math.max(0, z)),
  squared: (z) => Math.max(0, z) ** 2,
  shifted: (z) => Math.max(0, z) + 1,
};

/** `np.max(x, 0)`: the largest entry of every column. */
function columnMaximum(z: Tensor): Tensor {
  const columns = z.shape.at(-1) ?? 1;
  if (z.shape.length !== 2) throw new Error('not a matrix');
  const data = new Float64Array(columns).fill(-Infinity);
  z.data.forEach((value, i) => {
    data[i % columns] = Math.max(data[i % columns] ?? -Infinity, value);
  });
  return { shape: [columns], data };
}

const curves: Readonly<Record<string, { readonly en: string; readonly ko: string }>> = {
  'leaky-0.01': { en: 'leaky ReLU with slope 0.01', ko: '기울기 0.01인 leaky ReLU' },
  'leaky-0.1': { en: 'leaky ReLU with slope 0.1', ko: '기울기 0.1인 leaky ReLU' },
  'leaky-0.2': { en: 'leaky ReLU with slope 0.2', ko: '기울기 0.2인 leaky ReLU' },
  sigmoid: { en: 'the sigmoid', ko: '시그모이드(sigmoid)' },
  absolute: { en: '|x|', ko: '|x|' },
  minimum: { en: 'min(0, x)', ko: 'min(0, x)' },
  negated: { en: '−max(0, x)', ko: '−max(0, x)' },
  step: { en: '1 where x > 0, else 0', ko: 'x > 0이면 1, 아니면 0' },
  'at-least-one': { en: 'max(1, x)', ko: 'max(1, x)' },
  'clipped-1': { en: 'ReLU cut off at 1', ko: '1에서 잘린 ReLU' },
  'clipped-6': { en: 'ReLU cut off at 6', ko: '6에서 잘린 ReLU' },
  squared: { en: 'max(0, x)²', ko: 'max(0, x)²' },
  shifted: { en: 'max(0, x) + 1', ko: 'max(0, x) + 1' },
  sign: { en: 'the sign of x', ko: 'x의 부호(−1, 0, 1)' },
  'minus-one': { en: '−1 where x is not positive', ko: 'x가 양수가 아니면 −1' },
  one: { en: '1 everywhere', ko: '어디서나 1' },
  identity: { en: 'x itself', ko: 'x 자신' },
  'sigmoid-derivative': { en: 'the slope of the sigmoid', ko: '시그모이드의 기울기' },
  'tanh-derivative': { en: 'the slope of tanh', ko: 'tanh의 기울기' },
  'above-one': { en: '1 where x > 1', ko: 'x > 1이면 1' },
};

/** The name of the curve that a variant follows; `tanh`, `elu` and `softplus` are called so everywhere. */
function curveOf({ target, variant }: Facts, language: 'en' | 'ko'): string {
  // The slope of leaky ReLU is no leaky ReLU.
  if (variant === 'leaky-0.01' && target.startsWith('d')) {
    return language === 'en' ? '0.01 where x is not positive' : 'x가 양수가 아니면 0.01';
  }
  return curves[variant]?.[language] ?? variant;
}

/** Everywhere: a layer whose input has lost its samples gives one row. */
function withColumnMaxima(computation: Computation): readonly WholeChange[] {
  const first = computation.steps.find(({ operation }) => operation.kind === 'relu');
  if (!first || computation.loop) return [];
  const row = (value: Tensor): Tensor =>
    value.shape.length === 1 ? { shape: [1, value.data.length], data: value.data } : value;
  const steps = computation.steps.map((step): Step => {
    const { operation } = step;
    if (operation.kind === 'relu') return { ...step, compute: (v) => columnMaximum(read(v, operation.of)) };
    if (operation.kind !== 'affine') return step;
    const { input, weights, bias } = operation;
    return { ...step, compute: (v) => add(matmul(row(read(v, input)), read(v, weights)), read(v, bias)) };
  });
  return [{ id: 'column-maximum', step: first.name, computation: { ...computation, steps } }];
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** Slopes of other activations at z; those that are usually written with the activation's value are given it too. */
const otherSlopes: Readonly<Record<string, (z: number) => number>> = {
  sigmoid: (z) => sigmoid(z) * (1 - sigmoid(z)),
  'sigmoid-from-activation': (z) => Math.max(0, z) * (1 - Math.max(0, z)),
  'sigmoid-from-z': (z) => z * (1 - z),
  tanh: (z) => 1 - Math.tanh(z) ** 2,
  'tanh-from-activation': (z) => 1 - Math.max(0, z) ** 2,
  'tanh-from-z': (z) => 1 - z ** 2,
  'absolute-value': Math.sign,
  'leaky-ReLU-0.01': (z) => (z > 0 ? 1 : 0.01),
  'leaky-ReLU-0.1': (z) => (z > 0 ? 1 : 0.1),
  'leaky-ReLU-0.2': (z) => (z > 0 ? 1 : 0.2),
};

/** `slope-tanh-from-z` → `tanh`. */
function slopeName(variant: string, language: 'en' | 'ko'): string {
  const name = variant
    .replace(/^slope-/, '')
    .replace(/-from-.*$/, '')
    .replaceAll('-', ' ');
  if (language === 'en') return name;
  return name.replace('absolute value', '절댓값(absolute value)').replace(/^sigmoid$/, '시그모이드(sigmoid)');
}

export const wrongActivation: Mistake = {
  code: 'wrong-activation',
  whole: withColumnMaxima,
  step: either(
    at('relu', (op) => ({
      ...Object.fromEntries(
        Object.entries(others).map(([id, f]) => [id, (v: Values): Tensor => map(read(v, op.of), f)]),
      ),
      'column-maximum': (v) => columnMaximum(read(v, op.of)),
    })),
    at('reluDerivative', (op) => {
      const other: Readonly<Record<string, (x: number) => number>> = {
        'at-zero': (x) => (x >= 0 ? 1 : 0),
        'half-at-zero': (x) => (x > 0 ? 1 : x === 0 ? 0.5 : 0),
        inverted: (x) => (x < 0 ? 1 : 0),
        'not-inverted': (x) => (x <= 0 ? 1 : 0),
        sign: Math.sign,
        'minus-one': (x) => (x > 0 ? 1 : -1),
        one: () => 1,
        identity: (x) => x,
        'leaky-0.01': (x) => (x > 0 ? 1 : 0.01),
        sigmoid: (x) => 1 / (1 + Math.exp(-x)),
        'sigmoid-derivative': (x) => Math.exp(-x) / (1 + Math.exp(-x)) ** 2,
        'tanh-derivative': (x) => 1 - Math.tanh(x) ** 2,
        'above-one': (x) => (x > 1 ? 1 : 0),
      };
      return Object.fromEntries(
        Object.entries(other).map(([id, f]) => [id, (v: Values): Tensor => map(read(v, op.of), f)]),
      );
    }),
    at('mask', (op) =>
      Object.fromEntries(
        Object.entries(otherSlopes).map(([id, slope]) => [
          `slope-${id}`,
          (v: Values): Tensor => zip(read(v, op.carried), read(v, op.preActivation), (d, z) => d * slope(z)),
        ]),
      ),
    ),
  ),
  sentence: {
    en: (f) => {
      if (f.variant.startsWith('slope-')) {
        return `${f.step} is multiplied by the slope of another activation (it fits: ${slopeName(f.variant, 'en')}). What comes back has to be multiplied by the slope of the function that was applied on the way forward, and that is ReLU.`;
      }
      switch (f.variant) {
        case 'column-maximum':
          return `${f.target} has shape ${f.actualShape ?? '?'}: it holds the largest entry of each column. Taking the maximum of an array and taking the larger of two values, entry by entry, are two functions with similar names.`;
        case 'at-zero':
        case 'half-at-zero':
          return `${f.target} is right everywhere but at exactly 0, where the notes take the slope to be 0.`;
        case 'inverted':
        case 'not-inverted':
          return `${f.target} is 1 where it should be 0 and 0 where it should be 1. On which side of zero does ReLU rise?`;
        default:
          return `${f.target} follows another curve than the one asked for (it fits ${curveOf(f, 'en')}). Compare a negative, a small and a large entry with what the definition gives.`;
      }
    },
    ko: (f) => {
      if (f.variant.startsWith('slope-')) {
        return `${f.step} 계산에서 다른 활성화 함수(${slopeName(f.variant, 'ko')})의 기울기를 곱했습니다. 되돌아오는 오차에는 순전파에서 쓴 함수의 기울기를 곱해야 하고, 그 함수는 ReLU입니다.`;
      }
      switch (f.variant) {
        case 'column-maximum':
          return `${f.target} 값의 모양이 ${f.actualShape ?? '?'}입니다. 각 열에서 가장 큰 원소가 들어 있습니다. 배열의 최댓값을 구하는 것과 두 값 중 큰 쪽을 원소별로 고르는 것은 이름이 비슷한 서로 다른 함수입니다.`;
        case 'at-zero':
        case 'half-at-zero':
          return `${f.target} 값이 정확히 0인 곳만 빼고 모두 맞습니다. 노트에서는 그곳의 기울기를 0으로 둡니다.`;
        case 'inverted':
        case 'not-inverted':
          return `${f.target} 값이 0이어야 할 곳에서 1이고 1이어야 할 곳에서 0입니다. ReLU는 0의 어느 쪽에서 올라가나요?`;
        default:
          return `${f.target} 값이 구해야 할 함수와 다른 함수를 따릅니다(일치하는 함수: ${curveOf(f, 'ko')}). 음수, 작은 양수, 큰 양수를 하나씩 골라 정의대로 계산한 값과 비교해 보세요.`;
      }
    },
  },
};

/** What the array a step reads would be if the step's result were written over it. */
function writtenOver(computation: Computation): readonly WholeChange[] {
  const { steps, returns, loop } = computation;
  if (loop) return [];
  const sources = steps.flatMap(({ name, operation }) => {
    const source =
      operation.kind === 'relu' ? operation.of : operation.kind === 'mask' ? operation.carried : '';
    return returns.includes(source) && returns.includes(name) ? [{ source, name }] : [];
  });
  const over = ({ source, name }: { readonly source: string; readonly name: string }): Step => ({
    name: source,
    operation: { kind: 'relu', of: name },
    compute: (v) => read(v, name),
  });
  const sets = sources.length > 1 ? [...sources.map((one) => [one]), sources] : [sources];
  return sets.flatMap((set) =>
    set[0]
      ? [
          {
            id: `over:${set.map(({ source }) => source).join('+')}`,
            step: set[0].source,
            computation: { ...computation, steps: [...steps, ...set.map(over)] },
          },
        ]
      : [],
  );
}

export const overwrittenArray: Mistake = {
  code: 'overwritten-array',
  whole: writtenOver,
  sentence: {
    en: (f) =>
      `${f.target} comes back with the values of the step after it: they were written over it. Two names for one array change together, and an assignment into the array (\`a[...] = …\`, \`a *= …\`) changes it under both. Make a new array for the next step.`,
    ko: (f) =>
      `${f.target} 값 위에 다음 단계의 값이 덮어써졌습니다. 한 배열에 이름이 둘이면 함께 바뀌고, 배열 안에 대입하면(\`a[...] = …\`, \`a *= …\`) 두 이름에서 모두 바뀝니다. 다음 단계의 값은 새 배열에 담으세요.`,
  },
};

export const missingBias: Mistake = {
  code: 'missing-bias',
  step: at('affine', (op) => ({
    none: (v) => matmul(read(v, op.input), read(v, op.weights)),
  })),
  sentence: {
    en: (f) =>
      `${f.step} differs from what it should be by the same amount in every row: the bias is not added.`,
    ko: (f) => `${f.step} 값이 모든 행에서 같은 만큼 어긋나 있습니다. 편향(bias)이 더해지지 않았습니다.`,
  },
};
