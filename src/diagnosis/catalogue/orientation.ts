/** Code that is right for samples in columns, where the notes' samples are rows. */
import { activate, throughActivation } from '../../engine/activation';
import type { Computation, Step } from '../../engine/computation';
import type { Operation, Values } from '../../engine/operation';
import { apply, biasOf, read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import { add, matmul, scalar, scale, sumAxis, transpose } from '../../engine/tensor';
import { hasRole } from '../../network/arrayName';
import type { Mistake, WholeChange } from '../mistake';

function columnsOf(value: Tensor): number {
  return value.shape[1] ?? 1;
}

/** Sums over the samples, kept as (n, 1) or dropped to (n,). */
function biasGradient(delta: Tensor, isKept: boolean): Tensor {
  const total = scale(sumAxis(delta, 1), 1 / columnsOf(delta));
  return { shape: isKept ? [total.data.length, 1] : [total.data.length], data: total.data };
}

/** The weights of a training whose X is (inputs, m), drawn in the shapes that this asks for. */
function drawnInColumns(step: Step, computation: Computation): ((v: Values) => Tensor) | null {
  const hidden = computation.steps[0]?.operation;
  if (step.operation.kind !== 'draw' || hidden?.kind !== 'draw') return null;
  // Drawn as the other orientation draws, they are turned around as these are.
  const { seed, isTransposed = false } = step.operation;
  const units = hidden.shape[1] ?? 1;
  const isFirst = step.operation === hidden;
  return (v) => {
    const inputs = read(v, 'X').shape[0] ?? 1;
    const shape = isFirst ? [units, inputs] : [read(v, 'Y').shape[0] ?? 1, units];
    const skip = isFirst ? 0 : units * inputs;
    return apply({ kind: 'draw', shape, seed, skip, ...(isTransposed && { isTransposed }) }, new Map());
  };
}

/** What an operation gives in columns; null where it is the same in both orientations. */
function inColumns(operation: Operation, isKept: boolean): ((v: Values) => Tensor) | null {
  switch (operation.kind) {
    case 'affine':
      return (v) => add(matmul(read(v, operation.weights), read(v, operation.input)), biasOf(operation, v));
    case 'loss':
      return (v) => {
        const [a, y] = [read(v, operation.output), read(v, operation.target)];
        return scalar((operation.loss.cost(a, y) * (a.shape[0] ?? 1)) / columnsOf(a));
      };
    case 'activate':
      if (operation.activation.entry) return null;
      return (v) => transpose(activate(operation.activation, transpose(read(v, operation.of))));
    case 'throughActivation': {
      const { activation, carried, preActivation } = operation;
      if (activation.entry) return null;
      return (v) =>
        transpose(
          throughActivation(activation, transpose(read(v, carried)), transpose(read(v, preActivation))),
        );
    }
    case 'carry':
      return (v) => matmul(transpose(read(v, operation.weights)), read(v, operation.delta));
    case 'weightGradient':
      return (v) => {
        const delta = read(v, operation.delta);
        return scale(matmul(delta, transpose(read(v, operation.input))), 1 / columnsOf(delta));
      };
    case 'biasGradient':
      return (v) => biasGradient(read(v, operation.delta), isKept);
    case 'zeros': {
      const [, units = 1] = operation.shape;
      return () => ({ shape: [units, 1], data: new Float64Array(units) });
    }
    default:
      return null;
  }
}

function withColumns(computation: Computation, id: string, isKept: boolean): readonly WholeChange[] {
  const all = [...computation.steps, ...(computation.loop?.steps ?? [])];
  // A cost by itself divides by another count, and an update knows no samples.
  const first = all.find(({ operation: { kind } }) => ['affine', 'carry', 'weightGradient'].includes(kind));
  if (!first) return [];
  const replace = (step: Step): Step => {
    const compute = drawnInColumns(step, computation) ?? inColumns(step.operation, isKept);
    return compute ? { ...step, compute } : step;
  };
  return [
    {
      id,
      step: first.name,
      computation: {
        ...computation,
        steps: computation.steps.map(replace),
        loop: computation.loop && { ...computation.loop, steps: computation.loop.steps.map(replace) },
      },
    },
  ];
}

/** The same the other way round: never searched for, but said where the learner's samples are columns. */
export const samplesInRows: Mistake = {
  code: 'samples-in-rows',
  sentence: {
    en: () =>
      'Your code is written for samples in rows: the input stands before the weights, and sums over the samples run along axis 0. Here each column of X is one sample, so the products turn around: what is (m, n) there is (n, m) here.',
    ko: () =>
      '샘플이 행인 방식으로 쓴 코드입니다. 입력이 가중치 앞에서 곱해지고, 샘플에 대한 합이 축 0을 따라갑니다. 여기서는 X의 한 열이 샘플 하나이므로 행렬 곱의 순서가 바뀝니다. 그 방식에서 (m, n)인 배열이 여기서는 (n, m)입니다.',
  },
};

export const samplesInColumns: Mistake = {
  code: 'samples-in-columns',
  whole: (computation) => [
    ...withColumns(computation, 'columns', true),
    ...(computation.returns.some((name) => hasRole(name, 'db'))
      ? withColumns(computation, 'columns-flat', false)
      : []),
  ],
  sentence: {
    en: () =>
      'Your code is written for samples in columns: weights stand before the input, and sums over the samples run along axis 1. Here each row of X is one sample, so the products turn around: what is (n, m) there is (m, n) here.',
    ko: () =>
      '샘플이 열인 방식으로 쓴 코드입니다. 가중치가 입력 앞에서 곱해지고, 샘플에 대한 합이 축 1을 따라갑니다. 여기서는 X의 한 행이 샘플 하나이므로 행렬 곱의 순서가 바뀝니다. 그 방식에서 (n, m)인 배열이 여기서는 (m, n)입니다.',
  },
};
