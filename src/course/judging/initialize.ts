/** How `initialize_weights` is judged: the very numbers of the notes' seed, in the notes' order. */
import type { Computation } from '../../engine/computation';
import type { Samples } from '../../engine/columnForm';
import { drawn } from '../../network/training';
import type { Judging } from './judging';
import type { Probe } from './probe';

function computationFor(input: number, hidden: number, output: number, samples: Samples): Computation {
  return {
    steps: [
      { name: 'W1', operation: drawn([input, hidden], 0, samples) },
      { name: 'b1', operation: { kind: 'zeros', shape: [1, hidden] } },
      { name: 'W2', operation: drawn([hidden, output], input * hidden, samples) },
      { name: 'b2', operation: { kind: 'zeros', shape: [1, output] } },
    ],
    loop: null,
    returns: ['W1', 'b1', 'W2', 'b2'],
  };
}

/** `initialize_weights(input_size, hidden_size, output_size)`. */
export function initializeJudging(samples: Samples = 'rows'): Judging {
  const probe = (purpose: Probe['purpose'], ...sizes: readonly number[]): Probe => ({
    purpose,
    arguments: ['input_size', 'hidden_size', 'output_size'].map((name, i) => ({
      name,
      kind: 'number',
      type: 'int',
      value: sizes[i] ?? 0,
    })),
  });
  const probes = [probe('shown', 3, 5, 1), probe('distinct', 4, 7, 2), probe('square', 4, 4, 4)];
  return {
    mayChangeInputs: false,
    probes: () => probes,
    references: ({ arguments: given }) => {
      const [input = 0, hidden = 0, output = 0] = given.map((a) => (a.kind === 'number' ? a.value : 0));
      return [{ convention: null, computation: computationFor(input, hidden, output, samples) }];
    },
    differentiable: null,
    curve: null,
    columns: samples === 'rows' ? initializeJudging('columns') : null,
  };
}
