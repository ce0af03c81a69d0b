/** Mistakes about which product, in which order, of what transposed. */
import type { Values } from '../../engine/operation';
import { biasOf, read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import {
  add,
  map,
  matmul,
  multiply,
  scalar,
  scale,
  subtract,
  sum,
  sumAxis,
  transpose,
} from '../../engine/tensor';
import { beside, isGradient } from '../../network/arrayName';
import type { Compute, Mistake } from '../mistake';
import { at, either, wordsFor } from '../mistake';
import { isStraight } from './curves';
import { atOutputError, hasOwnSlope, isSquared, preActivationOf } from './outputError';

/** All products of two matrices, each as it is or transposed, in both orders, but for the right one. */
function otherProducts(
  left: (v: Values) => Tensor,
  right: (v: Values) => Tensor,
  finish: (product: Tensor, v: Values) => Tensor,
  keep: readonly string[],
): Record<string, (v: Values) => Tensor> {
  const products: Record<string, (v: Values) => Tensor> = {};
  const forms = [
    ['', (a: Tensor) => a],
    ['T', transpose],
  ] as const;
  for (const [leftName, leftForm] of forms) {
    for (const [rightName, rightForm] of forms) {
      products[`l${leftName}-r${rightName}`] = (v) =>
        finish(matmul(leftForm(left(v)), rightForm(right(v))), v);
      products[`r${rightName}-l${leftName}`] = (v) =>
        finish(matmul(rightForm(right(v)), leftForm(left(v))), v);
    }
  }
  return Object.fromEntries(Object.entries(products).filter(([id]) => !keep.includes(id)));
}

const divided = (delta: string) => (product: Tensor, v: Values) =>
  scale(product, 1 / (read(v, delta).shape[0] ?? 1));

export const transposed: Mistake = {
  code: 'transposed',
  step: either(
    at('weightGradient', () => ({ result: (_v, right) => transpose(right()) })),
    at('carry', () => ({ result: (_v, right) => transpose(right()) })),
    at('affine', () => ({ result: (_v, right) => transpose(right()) })),
    at('biasGradient', () => ({ result: (_v, right) => transpose(right()) })),
    at('throughActivation', () => ({ result: (_v, right) => transpose(right()) })),
  ),
  sentence: {
    en: (f) =>
      `${f.target} is right but lies on its side${f.actualShape === null ? '' : `: its shape is ${f.actualShape} where ${f.expectedShape} belongs`}. ${isGradient(f.target) ? "The gradient of an array has that array's own shape, and each" : 'Each'} ${wordsFor(f).en.sample} of X is one sample.`,
    ko: (f) =>
      `${f.target} 값은 맞지만 전치(transpose)되어 있습니다.${f.actualShape === null ? '' : ` 모양이 ${f.actualShape}인데, 맞는 모양은 ${f.expectedShape}입니다.`} ${isGradient(f.target) ? '기울기의 모양은 원래 배열의 모양과 같고, ' : ''}X의 한 ${wordsFor(f).ko.sample}이 샘플 하나입니다.`,
  },
};

export const operandOrder: Mistake = {
  code: 'operand-order',
  step: either(
    at('weightGradient', (op) =>
      otherProducts(
        (v) => read(v, op.input),
        (v) => read(v, op.delta),
        divided(op.delta),
        ['lT-r', 'rT-l'],
      ),
    ),
    at('weightGradient', (op, _step, names) => {
      const [carried, z] = [beside(op.delta, 'dA') ?? '', beside(op.delta, 'Z') ?? ''];
      const { entry } = op.made.own;
      if (!names.includes(carried) || !entry || isStraight(op.made.own)) return {};
      return {
        'slope-late': (v) =>
          divided(op.delta)(
            multiply(matmul(transpose(read(v, op.input)), read(v, carried)), map(read(v, z), entry.slope)),
            v,
          ),
      };
    }),
    at('carry', (op) =>
      otherProducts(
        (v) => read(v, op.delta),
        (v) => read(v, op.weights),
        (product) => product,
        ['l-rT', 'r-lT'],
      ),
    ),
    at('affine', (op) =>
      otherProducts(
        (v) => read(v, op.input),
        (v) => read(v, op.weights),
        (product, v) => add(product, biasOf(op, v)),
        ['l-r', 'rT-lT'],
      ),
    ),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'slope-late'
        ? `In ${f.step} the slope is multiplied onto the finished product, not onto the error before it: \`@\` and \`*\` are worked out from left to right. Each sample's error meets its own slope first.`
        : `The matrix product for ${f.step} does not pair the axes it should: the factors are the wrong way round, or one of them needs a transpose (or has one too many). Write the shapes under the factors; the axis that is summed over must be the inner one.`,
    ko: (f) =>
      f.variant === 'slope-late'
        ? `${f.step} 계산에서 기울기를 오차가 아니라 이미 끝난 행렬 곱에 곱했습니다. \`@\`와 \`*\`는 왼쪽부터 차례로 계산됩니다. 각 샘플의 오차에 먼저 자기 기울기를 곱하세요.`
        : `${f.step} 계산의 행렬 곱에서 짝이 맞아야 할 축이 서로 만나지 않습니다. 두 인수의 순서가 바뀌었거나, 전치(transpose)가 빠졌거나 더 들어갔습니다. 인수 아래에 모양을 적어 보세요. 합이 이루어지는 축이 안쪽에서 만나야 합니다.`,
  },
};

export const elementwiseProduct: Mistake = {
  code: 'elementwise-product',
  step: either(
    at('weightGradient', (op) => ({
      entries: (v) => divided(op.delta)(multiply(read(v, op.input), read(v, op.delta)), v),
      'entries-transposed': (v) =>
        divided(op.delta)(multiply(transpose(read(v, op.input)), read(v, op.delta)), v),
      'entries-summed': (v) =>
        divided(op.delta)(sumAxis(multiply(read(v, op.input), read(v, op.delta)), 0), v),
      'entries-summed-column': (v) =>
        divided(op.delta)(transpose(sumAxis(multiply(read(v, op.input), read(v, op.delta)), 0)), v),
    })),
    at('carry', (op) => ({
      entries: (v) => multiply(read(v, op.delta), transpose(read(v, op.weights))),
      'entries-plain': (v) => multiply(read(v, op.delta), read(v, op.weights)),
    })),
    at('affine', (op) => ({
      entries: (v) => add(multiply(read(v, op.input), read(v, op.weights)), biasOf(op, v)),
    })),
  ),
  sentence: {
    en: (f) =>
      `${f.step} multiplies entry by entry where a matrix product belongs. With one output the two can look alike; with more they do not. Ask what should be summed over: that sum is what the matrix product does.`,
    ko: (f) =>
      `${f.step} 계산에서 행렬 곱이 있어야 할 곳에 원소별 곱을 썼습니다. 출력이 하나일 때는 둘이 같아 보일 수 있지만 더 많아지면 다릅니다. 무엇에 대해 더해야 하는지 생각해 보세요. 그 합을 해 주는 것이 행렬 곱입니다.`,
  },
};

export const pairwiseSamples: Mistake = {
  code: 'pairwise-samples',
  step: at('loss', (op) => {
    if (!isSquared(op.loss)) return {};
    const total = (product: (e: Tensor) => Tensor, count: (e: Tensor) => number) => (v: Values) => {
      const e = subtract(read(v, op.output), read(v, op.target));
      return scalar(sum(product(e)) / count(e));
    };
    const samples = (e: Tensor): Tensor => matmul(e, transpose(e));
    const outputs = (e: Tensor): Tensor => matmul(transpose(e), e);
    const rows = (e: Tensor): number => e.shape[0] ?? 1;
    const columns = (e: Tensor): number => e.shape[1] ?? 1;
    return {
      samples: total(samples, rows),
      'samples-sum': total(samples, () => 1),
      'samples-mean': total(samples, (e) => rows(e) ** 2),
      'samples-half': total(samples, (e) => 2 * rows(e)),
      'samples-entries': total(samples, (e) => e.data.length),
      outputs: total(outputs, rows),
      'outputs-sum': total(outputs, () => 1),
      'outputs-mean': total(outputs, (e) => columns(e) ** 2),
      'outputs-entries': total(outputs, (e) => e.data.length),
    };
  }),
  sentence: {
    en: (f) =>
      f.variant.startsWith('outputs')
        ? `${f.step} multiplies the errors of every output by those of every other output: the matrix product pairs them all, and the sum adds the pairs. With one output it is right; with more, each error should be multiplied by itself only.`
        : `${f.step} multiplies the error of every sample by that of every other sample: the matrix product makes an array (m, m), and the sum adds all its pairs. Each error should be multiplied by itself only.`,
    ko: (f) =>
      f.variant.startsWith('outputs')
        ? `${f.step} 계산에서 한 출력의 오차를 다른 출력의 오차와도 곱했습니다. 행렬 곱이 모든 출력을 서로 짝짓고, 그 곱을 모두 더했습니다. 출력이 하나면 맞지만, 더 많으면 각 오차를 자기 자신과만 곱해야 합니다.`
        : `${f.step} 계산에서 한 샘플의 오차를 다른 샘플의 오차와도 곱했습니다. 행렬 곱이 (m, m) 배열을 만들고, 그 곱을 모두 더했습니다. 각 오차는 자기 자신과만 곱해야 합니다.`,
  },
};

export const matrixProduct: Mistake = {
  code: 'matrix-product',
  step: either(
    at('loss', (op): Record<string, Compute> => {
      if (!isSquared(op.loss)) return {};
      const error = (v: Values): Tensor => subtract(read(v, op.output), read(v, op.target));
      const mean = (v: Values, product: Tensor): Tensor => scale(product, 1 / (error(v).shape[0] ?? 1));
      return {
        outputs: (v) => mean(v, matmul(transpose(error(v)), error(v))),
        samples: (v) => mean(v, matmul(error(v), transpose(error(v)))),
      };
    }),
    at('throughActivation', (op): Record<string, Compute> => {
      const { entry } = op.activation;
      if (!entry || isStraight(op.activation)) return {};
      const carried = (v: Values): Tensor => read(v, op.carried);
      const mask = (v: Values): Tensor => map(read(v, op.preActivation), entry.slope);
      const z = (v: Values): Tensor => read(v, op.preActivation);
      const activation = (v: Values): Tensor => map(z(v), entry.value);
      const bySelf = (v: Values, left: Tensor, right: Tensor): Tensor =>
        multiply(carried(v), matmul(left, right));
      return {
        plain: (v) => matmul(carried(v), mask(v)),
        'carried-transposed': (v) => matmul(transpose(carried(v)), mask(v)),
        'mask-transposed': (v) => matmul(carried(v), transpose(mask(v))),
        swapped: (v) => matmul(mask(v), carried(v)),
        'swapped-mask-transposed': (v) => matmul(transpose(mask(v)), carried(v)),
        'swapped-carried-transposed': (v) => matmul(mask(v), transpose(carried(v))),
        'with-activation': (v) => matmul(carried(v), activation(v)),
        'with-activation-transposed': (v) => matmul(carried(v), transpose(activation(v))),
        'with-z': (v) => matmul(carried(v), z(v)),
        'mask-by-itself': (v) => matmul(carried(v), matmul(transpose(mask(v)), mask(v))),
        'mask-by-itself-samples': (v) => matmul(matmul(mask(v), transpose(mask(v))), carried(v)),
        'mask-by-z': (v) => bySelf(v, mask(v), z(v)),
        'z-by-mask': (v) => bySelf(v, z(v), mask(v)),
        'mask-by-activation': (v) => bySelf(v, mask(v), activation(v)),
        'mask-by-mask': (v) => bySelf(v, mask(v), mask(v)),
        'product-of-mask-and-z': (v) => matmul(carried(v), matmul(transpose(mask(v)), z(v))),
        'product-of-mask-and-activation': (v) =>
          matmul(carried(v), matmul(transpose(mask(v)), activation(v))),
      };
    }),
    atOutputError((op, step, names): Record<string, Compute> => {
      const z = preActivationOf(op);
      const { entry } = op.activation;
      if (hasOwnSlope(step) || op.isFused || !names.includes(z) || !entry || isStraight(op.activation))
        return {};
      const mask = (v: Values): Tensor => map(read(v, z), entry.slope);
      const delta = (v: Values): Tensor => subtract(read(v, op.output), read(v, op.target));
      return {
        plain: (v) => scale(matmul(delta(v), mask(v)), op.scale),
        'mask-transposed': (v) => scale(matmul(delta(v), transpose(mask(v))), op.scale),
        'carried-transposed': (v) => scale(matmul(transpose(delta(v)), mask(v)), op.scale),
        swapped: (v) => scale(matmul(mask(v), delta(v)), op.scale),
      };
    }),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'outputs' || f.variant === 'samples'
        ? `${f.step} comes out as ${f.actualShape ?? 'an array'} where one number is asked: the errors are multiplied as matrices. With one output that holds the right number in a (1, 1) array; with more, it pairs every output with every other. Square each error, then add up.`
        : `${f.step} uses a matrix product where each entry should meet only its own derivative. An activation works entry by entry, so its derivative does too.`,
    ko: (f) =>
      f.variant === 'outputs' || f.variant === 'samples'
        ? `${f.step} 값은 숫자 하나여야 하는데 ${f.actualShape === null ? '배열입니다' : `모양이 ${f.actualShape}입니다`}. 오차를 행렬 곱으로 곱했습니다. 출력이 하나면 맞는 숫자가 (1, 1) 배열에 담기지만, 더 많으면 서로 다른 출력까지 짝지어집니다. 오차를 하나씩 제곱한 다음 모두 더하세요.`
        : `${f.step} 계산에서 원소마다 자기 도함수만 만나야 할 곳에 행렬 곱을 썼습니다. 활성화 함수는 원소별로 작용하므로 그 도함수도 원소별로 곱해집니다.`,
  },
};
