/** Mistakes of the forward pass. */
import type { Activation } from '../../engine/activation';
import { activate } from '../../engine/activation';
import { relu } from '../../engine/activations';
import type { Computation, Step } from '../../engine/computation';
import type { Values } from '../../engine/operation';
import { biasOf, read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import { add, matmul, zip } from '../../engine/tensor';
import { beside, hasRole } from '../../network/arrayName';
import type { Compute, Mistake, WholeChange } from '../mistake';
import { isStraight } from './curves';
import { forNames } from './names';
import { at, either, wordsFor } from '../mistake';
import { isGate, nameOfFunction } from './words';

export const missingActivation: Mistake = {
  code: 'missing-activation',
  step: either(
    at('activate', (op): Record<string, Compute> =>
      isStraight(op.activation) ? {} : { through: (v) => read(v, op.of) },
    ),
    at('affine', (op) => {
      const before = op.input === 'X' ? null : beside(op.input, 'Z');
      return before === null
        ? {}
        : {
            'reads-z': (v: Values): Tensor =>
              zip(matmul(read(v, before), read(v, op.weights)), biasOf(op, v), (z, b) => z + b),
          };
    }),
  ),
  sentence: {
    en: (f) =>
      `${
        f.variant === 'reads-z'
          ? `${f.step} is computed from ${isGate(f) ? 'the negative entries of the layer before as well' : 'the Z of the layer before'}`
          : isGate(f)
            ? `${f.step} still holds negative entries`
            : `${f.step} holds Z itself, which ${nameOfFunction(f, 'en')} has not changed`
      }: the activation is not applied on the way. Without it, layers on top of each other are one linear map.`,
    ko: (f) =>
      `${
        f.variant === 'reads-z'
          ? `${f.step} 계산에 앞 층의 ${isGate(f) ? '음수가' : 'Z가'} 그대로 들어갔습니다`
          : isGate(f)
            ? `${f.step} 값에 음수가 그대로 남아 있습니다`
            : `${f.step} 값이 Z 그대로입니다`
      }. 활성화 함수(activation function)를 거치지 않았습니다. 활성화 함수가 없으면 층을 쌓아도 하나의 선형 변환과 같습니다.`,
  },
};

/** What the array a step reads would be if the step's result were written over it. */
function writtenOver(computation: Computation): readonly WholeChange[] {
  const { steps, returns, loop } = computation;
  if (loop) return [];
  const sources = steps.flatMap(({ name, operation }) => {
    const source =
      operation.kind === 'activate'
        ? operation.of
        : operation.kind === 'throughActivation'
          ? operation.carried
          : '';
    return returns.includes(source) && returns.includes(name) ? [{ source, name }] : [];
  });
  const over = ({ source, name }: { readonly source: string; readonly name: string }): Step => ({
    name: source,
    operation: { kind: 'activate', activation: relu, of: name },
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

/** Z without its bias, and the bias added to what the activation made of it. */
function biasAfterActivation(computation: Computation): readonly WholeChange[] {
  const layers = computation.steps.flatMap((z): Step[][] => {
    const { operation } = z;
    const a = computation.steps.find(
      (step) => step.operation.kind === 'activate' && step.operation.of === z.name,
    );
    if (operation.kind !== 'affine' || operation.bias === null || !a) return [];
    const bare: Step = { ...z, compute: (v) => matmul(read(v, operation.input), read(v, operation.weights)) };
    const late = (activation: Activation): Step => ({
      ...a,
      compute: (v) => add(activate(activation, read(v, z.name)), biasOf(operation, v)),
    });
    return a.operation.kind === 'activate' ? [[bare, late(a.operation.activation)]] : [];
  });
  const sets = layers.length > 1 ? [layers.flat(), ...layers] : layers;
  return sets.map((set): WholeChange => {
    const replace = (step: Step): Step => set.find(({ name }) => name === step.name) ?? step;
    return {
      id: `after:${set.map(({ name }) => name).join('+')}`,
      step: set[0]?.name ?? '',
      computation: { ...computation, steps: computation.steps.map(replace) },
    };
  });
}

export const missingBias: Mistake = {
  code: 'missing-bias',
  whole: biasAfterActivation,
  step: at('affine', (op, _step, names) =>
    op.bias === null
      ? {}
      : {
          none: (v) => matmul(read(v, op.input), read(v, op.weights)),
          'in-weights': (v) => matmul(read(v, op.input), add(read(v, op.weights), biasOf(op, v))),
          twice: (v, right) => add(right(), biasOf(op, v)),
          ...forNames(
            // In a training all biases begin at zero, and where their shapes do not clash nothing shows.
            names.filter((name) => hasRole(name, 'b') && !names.includes('learning_rate')),
            [op.bias],
            (v, other) => add(matmul(read(v, op.input), read(v, op.weights)), other),
            'other',
          ),
        },
  ),
  sentence: {
    en: (f) => {
      switch (f.variant) {
        case 'after':
          return `${f.step} has no bias in it: the bias is added after the activation. A unit adds its bias first, and then its activation is applied.`;
        case 'in-weights':
          return `In ${f.step} the bias is added to the weights before the product, so it is multiplied by the input. It belongs to the result of the product.`;
        case 'twice':
          return `${f.step} holds the bias twice. It belongs into the sum once.`;
        case 'other':
          return `${f.step} is made with ${f.detail}, the bias of another layer.`;
        default:
          return `${f.step} differs from what it should be by the same amount in every ${wordsFor(f).en.sample}: the bias is not added.`;
      }
    },
    ko: (f) => {
      switch (f.variant) {
        case 'after':
          return `${f.step} 값에 편향(bias)이 없습니다. 편향을 활성화 함수 뒤에 더했습니다. 노드는 편향을 먼저 더하고 나서 활성화 함수를 거칩니다.`;
        case 'in-weights':
          return `${f.step} 계산에서 행렬 곱을 하기 전에 편향(bias)을 가중치에 더해서, 편향에도 입력이 곱해졌습니다. 편향은 곱한 결과에 더합니다.`;
        case 'twice':
          return `${f.step} 값에 편향(bias)이 두 번 더해졌습니다. 편향은 한 번만 더합니다.`;
        case 'other':
          return `${f.step} 계산에 다른 층의 편향(bias)인 ${f.detail} 값이 쓰였습니다.`;
        default:
          return `${f.step} 값이 모든 ${wordsFor(f).ko.sample}에서 같은 만큼 어긋나 있습니다. 편향(bias)이 더해지지 않았습니다.`;
      }
    },
  },
};
