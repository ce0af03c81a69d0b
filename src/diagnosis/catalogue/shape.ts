/** Arrays that come back in another shape than the one asked for: weights, biases, and whatever a line rearranges. */
import type { Computation, Step } from '../../engine/computation';
import { apply } from '../../engine/operation';
import { tensor } from '../../engine/tensor';
import type { Mistake, WholeChange } from '../mistake';
import { wordsFor } from '../mistake';

/** Sizes of hidden layers that people write. */
const hiddenSizes: readonly number[] = [1, 2, 3, 4, 6, 7, 8, 10, 12, 15, 16, 20, 32, 50, 64, 100, 128];

/** The training of a network with another number of hidden units. */
function withHidden(computation: Computation, size: number): Computation {
  const [first, , second] = computation.steps.map(({ operation }) => operation);
  const [inputs = 1] = first?.kind === 'draw' ? first.shape : [];
  const [, outputs = 1] = second?.kind === 'draw' ? second.shape : [];
  const operations: Readonly<Record<string, Step['operation']>> = {
    W1: { kind: 'draw', shape: [inputs, size], seed: 42, skip: 0 },
    b1: { kind: 'zeros', shape: [1, size] },
    W2: { kind: 'draw', shape: [size, outputs], seed: 42, skip: inputs * size },
  };
  return {
    ...computation,
    steps: computation.steps.map((step) => {
      const operation = operations[step.name];
      return operation ? { ...step, compute: () => apply(operation, new Map()) } : step;
    }),
  };
}

export const wrongShape: Mistake = {
  code: 'wrong-shape',
  step: (step) => {
    const { operation } = step;
    if (operation.kind === 'draw') {
      const shape = [...operation.shape].reverse();
      return [
        { id: 'reversed', compute: () => apply({ ...operation, shape }, new Map()) },
        {
          id: 'transposed',
          compute: () => {
            const drawn = apply(operation, new Map());
            const [rows = 1, columns = 1] = operation.shape;
            return tensor(
              shape,
              Array.from(
                { length: rows * columns },
                (_, i) => drawn.data[(i % rows) * columns + Math.floor(i / rows)] ?? NaN,
              ),
            );
          },
        },
      ];
    }
    if (operation.kind === 'zeros') {
      const [, units = 1] = operation.shape;
      return [
        { id: 'column', compute: () => tensor([units, 1], new Float64Array(units)) },
        { id: 'number', compute: () => tensor([], [0]) },
        { id: 'one', compute: () => tensor([1, 1], [0]) },
      ];
    }
    return [];
  },
  whole: (computation) => {
    const hidden = computation.steps[0]?.operation;
    if (!computation.loop || hidden?.kind !== 'draw') return [];
    const [, units = 0] = hidden.shape;
    return hiddenSizes
      .filter((size) => size !== units)
      .map((size): WholeChange => ({
        id: `hidden:${String(size)}`,
        step: 'W1',
        computation: withHidden(computation, size),
      }));
  },
  sentence: {
    en: (f) => {
      const shapes = `${f.actualShape ?? '?'} where ${f.expectedShape} is asked`;
      if (f.variant === 'hidden') {
        return `The network has ${f.detail} hidden unit${f.detail === '1' ? '' : 's'}: ${f.target} has shape ${shapes}. The exercise asks for the notes' number of hidden units.`;
      }
      return f.variant === 'rearranged'
        ? `${f.target} holds the right numbers in another shape: ${shapes}. Find the line after which the shape is no longer the one asked for.`
        : `${f.target} has shape ${shapes}. ${f.samplesIn === 'columns' ? 'Columns' : 'Rows'} are samples, so ${f.target.startsWith('b') ? `a bias is one ${wordsFor(f).en.sample}, with a ${wordsFor(f).en.unit} for every unit` : `W takes a ${wordsFor(f).en.sample} from its inputs to its units: ${f.samplesIn === 'columns' ? '(units, inputs)' : '(inputs, units)'}`}.`;
    },
    ko: (f) => {
      const shapes = `모양이 ${f.actualShape ?? '?'}입니다. 맞는 모양은 ${f.expectedShape}입니다`;
      if (f.variant === 'hidden') {
        return `은닉층 노드가 ${f.detail}개여서 ${f.target} 값의 ${shapes}. 이 문제에서는 은닉층 노드의 수를 노트와 같게 합니다.`;
      }
      return f.variant === 'rearranged'
        ? `${f.target} 값은 숫자는 모두 맞지만 ${shapes}. 모양이 달라지는 줄을 찾아보세요.`
        : `${f.target} 값의 ${shapes}. ${wordsFor(f).ko.sample}이 샘플이므로 ${f.target.startsWith('b') ? `편향은 한 ${wordsFor(f).ko.sample}이고, 노드마다 한 ${wordsFor(f).ko.unit}입니다` : `W의 모양은 ${f.samplesIn === 'columns' ? '(노드 수, 입력 수)' : '(입력 수, 노드 수)'}입니다`}.`;
    },
  },
};
