/** Mistakes that apply another function where ReLU belongs in the forward pass. */
import type { Computation, Step } from '../../engine/computation';
import type { Values } from '../../engine/operation';
import { biasOf, read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import { add, map, matmul } from '../../engine/tensor';
import { activations, logistic } from '../../engine/activations';
import { softmax } from '../../engine/softmax';
import { isSameCurve } from './curves';
import type { Compute, Facts, Mistake, WholeChange } from '../mistake';
import { at, wordsFor } from '../mistake';

interface Curve {
  readonly of: (z: number) => number;
  readonly en: string;
  readonly ko: string;
}

function leaky(low: number): Curve {
  return {
    of: (z) => (z > 0 ? z : low * z),
    en: `leaky ReLU with slope ${String(low)}`,
    ko: `기울기 ${String(low)}인 leaky ReLU`,
  };
}

/** A curve that has no other name. */
function called(name: string, of: (z: number) => number): Curve {
  return { of, en: name, ko: name };
}

const curves: Readonly<Record<string, Curve>> = {
  ...Object.fromEntries(
    Object.values(activations).flatMap(({ name, entry, notation: { words } }): [string, Curve][] =>
      entry && name !== 'identity' ? [[name, { of: entry.value, ...words }]] : [],
    ),
  ),
  'leaky-0.1': leaky(0.1),
  'leaky-0.2': leaky(0.2),
  'leaky-0.05': leaky(0.05),
  'leaky-0.001': leaky(0.001),
  swish: called('swish', (z) => z * logistic(z)),
  absolute: called('|x|', Math.abs),
  minimum: called('min(0, x)', (z) => Math.min(0, z)),
  negated: called('−max(0, x)', (z) => -Math.max(0, z)),
  'of-minus': called('max(0, −x)', (z) => Math.max(0, -z)),
  step: { of: (z) => (z > 0 ? 1 : 0), en: '1 where x > 0, else 0', ko: 'x > 0이면 1, 아니면 0' },
  'at-least-one': called('max(1, x)', (z) => Math.max(1, z)),
  'clipped-1': { of: (z) => Math.min(1, Math.max(0, z)), en: 'ReLU cut off at 1', ko: '1에서 잘린 ReLU' },
  'clipped-6': { of: (z) => Math.min(6, Math.max(0, z)), en: 'ReLU cut off at 6', ko: '6에서 잘린 ReLU' },
  squared: called('max(0, x)²', (z) => Math.max(0, z) ** 2),
  doubled: called('2·max(0, x)', (z) => 2 * Math.max(0, z)),
  shifted: called('max(0, x) + 1', (z) => Math.max(0, z) + 1),
  exponential: called('exp(x)', Math.exp),
};

/** The largest of some entries, and what each of them is after exp and division by the sum. */
function softmaxOf(entries: readonly number[]): number[] {
  const most = Math.max(...entries);
  const powers = entries.map((x) => Math.exp(x - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / total);
}

function softmaxColumns(z: Tensor): Tensor {
  const columns = z.shape.at(-1) ?? 1;
  const data = new Float64Array(z.data.length);
  for (let j = 0; j < columns; j++) {
    const column = Array.from(z.data).filter((_, i) => i % columns === j);
    softmaxOf(column).forEach((p, i) => (data[i * columns + j] = p));
  }
  return { shape: z.shape, data };
}

function softmaxAll(z: Tensor): Tensor {
  return { shape: z.shape, data: Float64Array.from(softmaxOf(Array.from(z.data))) };
}

/** Softmax that sums over the samples, or over everything. */
export function softmaxOverOtherAxes(of: string): Record<'softmax-columns' | 'softmax-all', Compute> {
  return {
    'softmax-columns': (v) => softmaxColumns(read(v, of)),
    'softmax-all': (v) => softmaxAll(read(v, of)),
  };
}

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

/** Everywhere: a layer whose input has lost its samples gives one row. */
function withColumnMaxima(computation: Computation): readonly WholeChange[] {
  const first = computation.steps.find(({ operation }) => operation.kind === 'activate');
  if (!first || computation.loop) return [];
  const row = (value: Tensor): Tensor =>
    value.shape.length === 1 ? { shape: [1, value.data.length], data: value.data } : value;
  const steps = computation.steps.map((step): Step => {
    const { operation } = step;
    if (operation.kind === 'activate')
      return { ...step, compute: (v) => columnMaximum(read(v, operation.of)) };
    if (operation.kind !== 'affine') return step;
    const { input, weights } = operation;
    return {
      ...step,
      compute: (v) => add(matmul(row(read(v, input)), read(v, weights)), biasOf(operation, v)),
    };
  });
  return [{ id: 'column-maximum', step: first.name, computation: { ...computation, steps } }];
}

function curveOf({ variant }: Facts, language: 'en' | 'ko'): string {
  return variant.startsWith('softmax') ? 'softmax' : (curves[variant]?.[language] ?? variant);
}

export const wrongActivation: Mistake = {
  code: 'wrong-activation',
  whole: withColumnMaxima,
  step: at('activate', (op) => ({
    ...Object.fromEntries(
      Object.entries(curves)
        .filter(([, { of: f }]) => !op.activation.entry || !isSameCurve(f, op.activation.entry.value))
        .map(([id, { of: f }]) => [id, (v: Values): Tensor => map(read(v, op.of), f)]),
    ),
    ...(op.activation.entry && {
      'softmax-rows': (v) => softmax(read(v, op.of)),
      ...softmaxOverOtherAxes(op.of),
    }),
    'column-maximum': (v) => columnMaximum(read(v, op.of)),
  })),
  sentence: {
    en: (f) =>
      f.variant === 'column-maximum'
        ? `${f.target} ${f.actualShape === null ? 'holds' : `has shape ${f.actualShape}: it holds`} the largest entry of each ${wordsFor(f).en.unit}. Taking the maximum of an array and taking the larger of two values, entry by entry, are two functions with similar names.`
        : `${f.step} follows another curve than the one asked for${f.variant === '' ? (f.detail === '' ? '' : ` (${f.detail})`) : ` (it fits ${curveOf(f, 'en')})`}. Compare a negative, a small and a large entry with what the definition gives.`,
    ko: (f) =>
      f.variant === 'column-maximum'
        ? `${f.actualShape === null ? '' : `${f.target} 값의 모양이 ${f.actualShape}입니다. `}${f.target}에 각 ${wordsFor(f).ko.unit}에서 가장 큰 원소가 들어 있습니다. 배열의 최댓값을 구하는 것과 두 값 중 큰 쪽을 원소별로 고르는 것은 이름이 비슷한 서로 다른 함수입니다.`
        : `${f.step} 값이 구해야 할 함수와 다른 함수를 따릅니다${f.variant === '' ? (f.detail === '' ? '' : `(${f.detail})`) : `(일치하는 함수: ${curveOf(f, 'ko')})`}. 음수, 작은 양수, 큰 양수를 하나씩 골라 정의대로 계산한 값과 비교해 보세요.`,
  },
};
