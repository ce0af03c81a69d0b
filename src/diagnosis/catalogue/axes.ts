/** Mistakes about what is summed, over which axis, and what shape is left. */
import type { Values } from '../../engine/operation';
import { read } from '../../engine/operation';
import { newNumbers } from '../../engine/room';
import type { Tensor } from '../../engine/tensor';
import { matmul, matrixShape, scalar, scale, sum, sumAxis, transpose, zip } from '../../engine/tensor';
import { isGradient } from '../../network/arrayName';
import type { Compute, Mistake } from '../mistake';
import { at, either, wordsFor } from '../mistake';
import { atOutputError } from './outputError';

function flat(value: Tensor): Tensor {
  return { shape: [value.data.length], data: value.data };
}

/** Without any axis of length 1, as `np.squeeze` leaves it: a single output is then a number. */
function squeezed(value: Tensor): Tensor {
  return { shape: value.shape.filter((extent) => extent !== 1), data: value.data };
}

function rows(v: Values, name: string): number {
  return read(v, name).shape[0] ?? 1;
}

type Some = (value: Tensor) => Tensor;

/** Some rows of a matrix, counted as in Python. */
function slice(value: Tensor, from: number, to?: number): Tensor {
  const [, columns] = matrixShape(value);
  const data = value.data.slice(from * columns, to === undefined ? undefined : to * columns);
  return { shape: [data.length / columns, columns], data };
}

const firstRow: Some = (value) => slice(value, 0, 1);
const lastRow: Some = (value) => slice(value, -1);

/** What a loop gives that keeps one sample or forgets one, or that returns too early. */
function someSamples(compute: (v: Values, some: Some) => Tensor): Record<string, (v: Values) => Tensor> {
  return {
    'first-sample': (v) => compute(v, firstRow),
    'last-sample': (v) => compute(v, lastRow),
    'without-first': (v) => compute(v, (value) => slice(value, 1)),
    'without-last': (v) => compute(v, (value) => slice(value, 0, -1)),
  };
}

export const wrongAxis: Mistake = {
  code: 'wrong-axis',
  step: either(
    at('biasGradient', (op) => {
      const across = (v: Values): Tensor => sumAxis(read(v, op.delta), 1);
      const [m, n] = [
        (v: Values): number => rows(v, op.delta),
        (v: Values): number => read(v, op.delta).shape[1] ?? 1,
      ];
      return {
        'sum-m': (v) => scale(across(v), 1 / m(v)),
        'sum-m-flat': (v) => flat(scale(across(v), 1 / m(v))),
        'sum-m-row': (v) => ({ shape: [1, m(v)], data: scale(across(v), 1 / m(v)).data }),
        'mean-row': (v) => ({ shape: [1, m(v)], data: scale(across(v), 1 / n(v)).data }),
        'sum-row': (v) => ({ shape: [1, m(v)], data: across(v).data }),
        mean: (v) => scale(across(v), 1 / n(v)),
        'mean-flat': (v) => flat(scale(across(v), 1 / n(v))),
        sum: (v) => across(v),
        'sum-flat': (v) => flat(across(v)),
      };
    }),
    at('loss', (op): Record<string, Compute> => {
      const { term } = op.loss;
      if (!term || op.penalty) return {};
      const terms = (v: Values): Tensor => zip(read(v, op.output), read(v, op.target), term);
      const m = (v: Values): number => rows(v, op.output);
      return {
        'per-output': (v) => flat(scale(sumAxis(terms(v), 0), 1 / m(v))),
        'per-output-row': (v) => scale(sumAxis(terms(v), 0), 1 / m(v)),
        'per-sample': (v) => flat(scale(sumAxis(terms(v), 1), 1 / m(v))),
        'per-sample-column': (v) => scale(sumAxis(terms(v), 1), 1 / m(v)),
        'per-sample-mean': (v) => flat(scale(sumAxis(terms(v), 1), 1 / (read(v, op.output).shape[1] ?? 1))),
      };
    }),
  ),
  sentence: {
    en: (f) =>
      f.expectedShape === '()'
        ? `${f.step} comes out as ${f.actualShape ?? 'an array'} where one number is asked: it is added up along one axis only. The cost adds over all samples and all outputs.`
        : `${f.step} adds along the wrong axis${f.actualShape === null ? '' : `: it comes out as ${f.actualShape} where ${f.expectedShape} is asked`}. Samples are ${wordsFor(f).en.sample}s, so adding over the samples goes ${f.samplesIn === 'columns' ? 'across the columns' : 'down the rows'}. Which axis number is that?`,
    ko: (f) =>
      f.expectedShape === '()'
        ? `${f.step} 값은 숫자 하나여야 하는데 ${f.actualShape === null ? '배열입니다' : `모양이 ${f.actualShape}입니다`}. 한 축을 따라서만 더했습니다. 비용은 모든 샘플과 모든 출력에 대해 더한 값입니다.`
        : `${f.step} 계산에서 다른 축을 따라 더했습니다.${f.actualShape === null ? '' : ` 모양이 ${f.actualShape}인데, 맞는 모양은 ${f.expectedShape}입니다.`} 샘플이 ${wordsFor(f).ko.sample}이므로 샘플에 대해 더하려면 ${f.samplesIn === 'columns' ? '열을 가로질러' : '행을 따라 내려'}가야 합니다. 그 축의 번호는 무엇입니까?`,
  },
};

export const missingSum: Mistake = {
  code: 'missing-sum',
  isCutShort: true,
  step: either(
    at('biasGradient', (op) => ({
      divided: (v) => scale(read(v, op.delta), 1 / rows(v, op.delta)),
      plain: (v) => read(v, op.delta),
      ...someSamples((v, some) => scale(sumAxis(some(read(v, op.delta)), 0), 1 / rows(v, op.delta))),
      'first-sample-whole': (v) => firstRow(read(v, op.delta)),
      'last-sample-whole': (v) => lastRow(read(v, op.delta)),
    })),
    at('weightGradient', (op) => {
      const product = (v: Values, some: Some): Tensor =>
        matmul(transpose(some(read(v, op.input))), some(read(v, op.delta)));
      return {
        ...someSamples((v, some) => scale(product(v, some), 1 / rows(v, op.delta))),
        'first-sample-whole': (v) => product(v, firstRow),
        'last-sample-whole': (v) => product(v, lastRow),
      };
    }),
    at('loss', (op): Record<string, Compute> => {
      const { term } = op.loss;
      if (!term || op.penalty) return {};
      const terms = (v: Values, some: Some): number =>
        sum(some(zip(read(v, op.output), read(v, op.target), term)));
      return someSamples((v, some) => scalar(terms(v, some) / rows(v, op.output)));
    }),
  ),
  sentence: {
    en: (f) =>
      f.variant.startsWith('last-sample')
        ? `${f.step} holds the share of the last sample only: each round replaces what the rounds before had gathered. All samples should add up.`
        : f.variant.startsWith('first-sample')
          ? `${f.step} holds the share of the first sample only. Look at what is indexed, and at whether the loop comes to its end. All samples should add up.`
          : f.variant.startsWith('without')
            ? `${f.step} lacks the share of the ${f.variant === 'without-last' ? 'last' : 'first'} sample. Look at where the loop, or the slice, begins and ends: samples are counted from 0 to m − 1.`
            : `${f.step} still has one ${wordsFor(f).en.sample} for every sample${f.actualShape === null ? '' : `: its shape is ${f.actualShape}`}. One bias serves all samples, so their contributions add up to ${f.expectedShape === '' ? `one ${wordsFor(f).en.sample}` : f.expectedShape}. Broadcasting would hide this in the update, not mend it.`,
    ko: (f) =>
      f.variant.startsWith('last-sample')
        ? `${f.step} 값에 마지막 샘플의 몫만 남아 있습니다. 반복할 때마다 앞에서 모은 것을 덮어쓰고 있습니다. 모든 샘플의 몫이 더해져야 합니다.`
        : f.variant.startsWith('first-sample')
          ? `${f.step} 값에 첫 샘플의 몫만 들어 있습니다. 어느 ${wordsFor(f).ko.sample}을 꺼냈는지, 반복문이 끝까지 도는지 살펴보세요. 모든 샘플의 몫이 더해져야 합니다.`
          : f.variant.startsWith('without')
            ? `${f.step} 값에 ${f.variant === 'without-last' ? '마지막' : '첫'} 샘플의 몫이 빠졌습니다. 반복문이나 슬라이스가 어디서 시작하고 어디서 끝나는지 살펴보세요. 샘플 번호는 0부터 m − 1까지입니다.`
            : `${f.step} 값에 아직 샘플마다 한 ${wordsFor(f).ko.sample}씩 남아 ${f.actualShape === null ? '있습니다' : `있어 모양이 ${f.actualShape}입니다`}. 편향 하나를 모든 샘플이 함께 쓰므로 각 샘플의 몫을 더해 ${f.expectedShape === '' ? `한 ${wordsFor(f).ko.sample}이` : `${f.expectedShape} 모양이`} 되어야 합니다. 업데이트할 때 브로드캐스팅(broadcasting)이 이것을 가려 줄 뿐 고쳐 주지는 않습니다.`,
  },
};

export const meanBeforeProduct: Mistake = {
  code: 'mean-before-product',
  step: at('weightGradient', (op) => {
    const outer = (v: Values, factor: (m: number) => number): Tensor => {
      const [x, d] = [sumAxis(read(v, op.input), 0), sumAxis(read(v, op.delta), 0)];
      return scale(matmul(transpose(x), d), factor(rows(v, op.delta)));
    };
    return {
      means: (v) => outer(v, (m) => 1 / (m * m)),
      'sums-mean': (v) => outer(v, (m) => 1 / m),
      sums: (v) => outer(v, () => 1),
    };
  }),
  sentence: {
    en: (f) =>
      `${f.step} multiplies the mean (or the sum) of the inputs by that of the errors. The mean of products is another thing than the product of means: each sample's input has to meet its own error first, and then the samples are added up.`,
    ko: (f) =>
      `${f.step} 값이 입력의 평균(또는 합)과 오차의 평균을 곱한 것입니다. 곱의 평균과 평균의 곱은 다릅니다. 샘플마다 자기 입력과 자기 오차를 먼저 곱한 다음, 샘플에 대해 더해야 합니다.`,
  },
};

export const summedEverything: Mistake = {
  code: 'summed-everything',
  step: either(
    at('biasGradient', (op) => {
      const all = (v: Values): Tensor => scalar(sum(read(v, op.delta)));
      const kept = (value: Tensor): Tensor => ({ shape: [1, 1], data: value.data });
      return {
        'sum-m': (v) => scale(all(v), 1 / rows(v, op.delta)),
        'sum-m-kept': (v) => kept(scale(all(v), 1 / rows(v, op.delta))),
        mean: (v) => scale(all(v), 1 / read(v, op.delta).data.length),
        'mean-kept': (v) => kept(scale(all(v), 1 / read(v, op.delta).data.length)),
        sum: (v) => all(v),
        'sum-kept': (v) => kept(all(v)),
      };
    }),
    at('weightGradient', () => ({
      'sum-all': (_v, right) => scalar(sum(right())),
      'mean-all': (_v, right) => scalar(sum(right()) / right().data.length),
    })),
  ),
  sentence: {
    en: (f) =>
      `${f.step} has been added up to a single number. Each unit has a bias of its own and so a gradient of its own: add over the samples only, and ${f.expectedShape === '' ? `one ${wordsFor(f).en.sample}` : f.expectedShape} is left.`,
    ko: (f) =>
      `${f.step} 값이 숫자 하나로 모두 더해졌습니다. 노드마다 자기 편향이 있으니 기울기도 따로 있어야 합니다. 샘플에 대해서만 더하면 ${f.expectedShape === '' ? `한 ${wordsFor(f).ko.sample}이` : `${f.expectedShape} 모양이`} 남습니다.`,
  },
};

export const missingKeepdims: Mistake = {
  code: 'missing-keepdims',
  step: either(
    at('biasGradient', () => ({
      flat: (_v, right) => flat(right()),
      squeezed: (_v, right) => squeezed(right()),
    })),
    at('zeros', () => ({ flat: (_v, right) => flat(right()) })),
  ),
  sentence: {
    en: (f) =>
      `${f.target} has the right numbers in the shape ${f.actualShape ?? '?'}; the bias is ${f.expectedShape}. ${isGradient(f.target) ? "The summed axis was dropped: keep it, with length 1, and the gradient has its parameter's own shape." : `Give it both axes: one ${wordsFor(f).en.sample}, and a ${wordsFor(f).en.unit} for every unit.`}`,
    ko: (f) =>
      `${f.target} 값의 숫자는 맞지만 모양이 ${f.actualShape ?? '?'}입니다. 편향의 모양은 ${f.expectedShape}입니다. ${isGradient(f.target) ? '더하면서 사라진 축을 길이 1로 남겨 두면 기울기가 매개변수와 같은 모양이 됩니다.' : `${wordsFor(f).ko.sample} 하나와 노드마다 ${wordsFor(f).ko.unit} 하나, 이렇게 축을 둘 다 두세요.`}`,
  },
};

/** Every value of a against every value of b, for one output: (m, m). */
function against(a: Tensor, b: Tensor, f: (x: number, y: number) => number): Tensor {
  // With more outputs, `squeeze` leaves both as they are.
  if (a.shape[1] !== 1) return zip(a, b, f);
  const [left, right] = [a.data, b.data];
  const data = newNumbers(left.length * right.length);
  let at = 0;
  for (const x of left) {
    for (const y of right) data[at++] = f(x, y);
  }
  return { shape: [left.length, right.length], data };
}

export const broadcastBlowup: Mistake = {
  code: 'broadcast-blowup',
  step: either(
    atOutputError((op) => ({
      'column-row': (v) =>
        scale(
          against(read(v, op.output), read(v, op.target), (a, y) => a - y),
          op.scale,
        ),
      'row-column': (v) =>
        scale(
          against(read(v, op.target), read(v, op.output), (y, a) => a - y),
          op.scale,
        ),
    })),
    at('loss', (op): Record<string, Compute> => {
      const { term } = op.loss;
      if (!term || op.penalty) return {};
      const total = (v: Values): number => sum(against(read(v, op.output), read(v, op.target), term));
      return {
        sum: (v) => scalar(total(v) / rows(v, op.output)),
        mean: (v) => scalar(total(v) / rows(v, op.output) / read(v, op.output).data.length),
      };
    }),
  ),
  sentence: {
    en: (f) =>
      `An array of shape (m,) met one of shape (m, 1) on the way to ${f.step}, and broadcasting paired every sample with every other: (m, m). Keep both as columns, or flatten both.`,
    ko: (f) =>
      `${f.step} 계산에서 모양이 (m,)인 배열과 (m, 1)인 배열이 만나, 브로드캐스팅(broadcasting)이 모든 샘플을 서로 짝지어 (m, m)이 되었습니다. 둘 다 열로 두거나 둘 다 펼쳐서 모양을 맞추세요.`,
  },
};
