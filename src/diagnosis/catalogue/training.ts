/** Mistakes of a whole training: what is carried over from one round to the next, and what is made anew. */
import type { Computation, Step } from '../../engine/computation';
import type { Values } from '../../engine/operation';
import { apply, biasOf, read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import { add, matmul, scale, sumAxis, zeros } from '../../engine/tensor';
import { gradientBy } from '../../network/arrayName';
import type { Mistake, WholeChange } from '../mistake';
import { wordsFor } from '../mistake';

function isGradient({ operation }: Step): boolean {
  return operation.kind === 'weightGradient' || operation.kind === 'biasGradient';
}

function withLoopSteps(computation: Computation, replace: (step: Step) => Step): Computation {
  return {
    ...computation,
    steps: computation.steps.map(replace),
    loop: computation.loop && { ...computation.loop, steps: computation.loop.steps.map(replace) },
  };
}

/** All gradients of a training, those of the weights, of the biases, and each by itself. */
function gradientSets(steps: readonly Step[]): { readonly id: string; readonly set: readonly Step[] }[] {
  const all = steps.filter(isGradient);
  const kind = (name: string): Step[] => all.filter(({ operation }) => operation.kind === name);
  return [
    { id: 'all', set: all },
    { id: 'weights', set: kind('weightGradient') },
    { id: 'biases', set: kind('biasGradient') },
    ...all.map((step) => ({ id: step.name, set: [step] })),
  ];
}

function accumulating(computation: Computation): readonly WholeChange[] {
  const { loop } = computation;
  if (!loop) return [];
  return gradientSets(loop.steps).map(({ id, set }): WholeChange => ({
    id: `kept:${id}`,
    step: set[0]?.name ?? '',
    computation: withLoopSteps(computation, (step) =>
      set.includes(step)
        ? {
            ...step,
            compute: (v) => {
              const [now, before] = [apply(step.operation, v), v.get(step.name)];
              return before ? add(before, now) : now;
            },
          }
        : step,
    ),
  }));
}

export const gradientsAccumulate: Mistake = {
  code: 'gradients-accumulate',
  whole: accumulating,
  sentence: {
    en: () =>
      'The first update is right, and from then on the steps grow: each round adds its gradients to those of the rounds before. A gradient belongs to the weights it was computed at; begin every round with gradients of 0.',
    ko: () =>
      '첫 업데이트는 맞지만 그다음부터 걸음이 점점 커집니다. 반복할 때마다 앞 반복의 기울기에 새 기울기를 더하고 있습니다. 기울기는 그것을 구한 가중치에만 맞으므로, 반복을 시작할 때마다 0에서 다시 시작해야 합니다.',
  },
};

interface PerSample {
  readonly id: string;
  readonly columns: (units: number) => number;
  readonly gradient: (delta: Tensor) => Tensor;
}

const perSample: readonly PerSample[] = [
  { id: 'plain', columns: (units) => units, gradient: (delta) => delta },
  { id: 'divided', columns: (units) => units, gradient: (delta) => scale(delta, 1 / (delta.shape[0] ?? 1)) },
  {
    id: 'mean',
    columns: (units) => units,
    gradient: (delta) => scale(sumAxis(delta, 0), 1 / (delta.shape[0] ?? 1)),
  },
  {
    id: 'one-column',
    columns: () => 1,
    gradient: (delta) => scale(sumAxis(delta, 1), 1 / (delta.shape[0] ?? 1)),
  },
];

function withBiasPerSample(computation: Computation): readonly WholeChange[] {
  const { loop, steps } = computation;
  if (!loop) return [];
  const biases = steps.filter(({ operation }) => operation.kind === 'zeros').map(({ name }) => name);
  const sets = [biases, ...biases.map((name) => [name])];
  return perSample.flatMap(({ id, columns, gradient }) =>
    sets.map((set): WholeChange => ({
      id: `${id}:${set.join('+')}`,
      step: set[0] ?? '',
      computation: withLoopSteps(computation, (step) => {
        const { operation, name } = step;
        if (operation.kind === 'zeros' && set.includes(name)) {
          const units = columns(operation.shape[1] ?? 1);
          return { ...step, compute: (v: Values) => zeros([read(v, 'X').shape[0] ?? 1, units]) };
        }
        if (operation.kind === 'affine' && operation.bias !== null && set.includes(operation.bias)) {
          const { input, weights } = operation;
          return {
            ...step,
            compute: (v: Values) => add(matmul(read(v, input), read(v, weights)), biasOf(operation, v)),
          };
        }
        if (operation.kind === 'biasGradient' && set.includes(gradientBy(name))) {
          return { ...step, compute: (v: Values) => gradient(read(v, operation.delta)) };
        }
        return step;
      }),
    })),
  );
}

export const biasPerSample: Mistake = {
  code: 'bias-per-sample',
  whole: withBiasPerSample,
  sentence: {
    en: (f) =>
      `${f.target} has ${f.actualShape === null ? '' : `shape ${f.actualShape}: `}one ${wordsFor(f).en.sample} for every sample. A bias belongs to a unit, not to a sample${f.expectedShape === '' ? '' : `, so its shape is ${f.expectedShape}`}. With a ${wordsFor(f).en.sample} for each sample the network can learn nothing that a new sample could use.`,
    ko: (f) =>
      `${f.target} 값에 샘플마다 한 ${wordsFor(f).ko.sample}씩 ${f.actualShape === null ? '있습니다' : `있어 모양이 ${f.actualShape}입니다`}. 편향(bias)은 샘플이 아니라 노드에 딸린 값${f.expectedShape === '' ? '입니다' : `이므로 모양이 ${f.expectedShape}입니다`}. 샘플마다 편향이 따로 있으면 새 샘플에 쓸 수 있는 것을 배우지 못합니다.`,
  },
};

/** What is made once before the loop, and what the loop makes anew in every round. */
function drawnInEveryRound(computation: Computation): readonly WholeChange[] {
  const { loop, steps } = computation;
  const [first] = steps;
  if (!loop || !first) return [];
  return [
    {
      id: 'every-round',
      step: first.name,
      computation: { ...computation, loop: { ...loop, steps: [...steps, ...loop.steps] } },
    },
  ];
}

export const reinitialized: Mistake = {
  code: 'reinitialized',
  whole: drawnInEveryRound,
  isRemade: true,
  sentence: {
    en: () =>
      'Every cost is the same: the weights are set back to their first values in every round, so each update is lost. Draw them once, before the loop.',
    ko: () =>
      '비용이 모두 같습니다. 반복할 때마다 가중치를 처음 값으로 되돌려서 업데이트한 것이 사라집니다. 가중치는 반복문 앞에서 한 번만 뽑으세요.',
  },
};

function computedOnce(computation: Computation): readonly WholeChange[] {
  const { loop, steps } = computation;
  if (!loop) return [];
  const isForward = ({ operation }: Step): boolean =>
    operation.kind === 'affine' || operation.kind === 'activate';
  const isUpdate = ({ operation }: Step): boolean => operation.kind === 'descend';
  const isBackward = (step: Step): boolean =>
    !isForward(step) && !isUpdate(step) && step.operation.kind !== 'loss';
  const move = (id: string, isMoved: (step: Step) => boolean): WholeChange => ({
    id,
    step: loop.steps.find(isMoved)?.name ?? '',
    computation: {
      ...computation,
      steps: [...steps, ...loop.steps.filter(isMoved)],
      loop: { ...loop, steps: loop.steps.filter((step) => !isMoved(step)) },
    },
  });
  const forwardOnce = move('forward', isForward);
  // Gradients need the forward pass once as well, beside the one of every round.
  const before = loop.steps.filter((step) => isForward(step) || isBackward(step));
  const gradientsOnce: WholeChange = {
    id: 'gradients',
    step: loop.steps.find(isBackward)?.name ?? '',
    computation: {
      ...computation,
      steps: [...steps, ...before],
      loop: { ...loop, steps: loop.steps.filter((step) => !isBackward(step)) },
    },
  };
  return [forwardOnce, gradientsOnce];
}

export const staleValues: Mistake = {
  code: 'stale-values',
  whole: computedOnce,
  sentence: {
    en: (f) =>
      f.variant === 'forward'
        ? 'The forward pass is made once, with the first weights; the loop goes on with its old results, and the cost never moves. Every round begins with a forward pass of its own.'
        : 'The gradients are computed once, at the first weights; every round takes the same step again. After an update the weights stand elsewhere, and so does the gradient.',
    ko: (f) =>
      f.variant === 'forward'
        ? '순전파를 처음 가중치로 한 번만 했습니다. 반복문이 그때의 결과를 계속 써서 비용이 움직이지 않습니다. 반복할 때마다 순전파를 새로 해야 합니다.'
        : '기울기를 처음 가중치에서 한 번만 구했습니다. 반복할 때마다 같은 걸음을 되풀이합니다. 업데이트하고 나면 가중치가 바뀌므로 기울기도 다시 구해야 합니다.',
  },
};

export const changedInput: Mistake = {
  code: 'changed-input',
  sentence: {
    en: (f) =>
      `All that is computed is right for another ${f.detail || 'X'} than the one that is given: it is made into something else first. To scale or shuffle the data can be a good idea, but what is asked for are the results for ${f.detail || 'X'} as it comes.`,
    ko: (f) =>
      `계산은 모두 맞지만 받은 ${f.detail || 'X'} 값이 아니라 바꾼 ${f.detail || 'X'} 값으로 했습니다. 데이터를 정규화하거나 섞는 것이 좋을 때도 있지만, 여기서 구하는 것은 받은 ${f.detail || 'X'} 값 그대로의 결과입니다.`,
  },
};
