/** How `train` is judged: initialization, forward, cost, backward and update together, exactly as the notes print it. */
import { read, type Values } from '../../engine/operation';
import { notesConvention } from '../../network/conventions';
import { LegacyRandom } from '../../engine/random';
import type { Tensor } from '../../engine/tensor';
import { scale } from '../../engine/tensor';
import { notesNetwork } from '../../network/probes';
import type { Samples } from '../../engine/columnForm';
import { reluNetwork } from '../../network/spec';
import { parametersOf } from '../../network/steps';
import { trainingComputation, trainingReference, watchPython } from '../../network/training';
import { arrays, once } from './arguments';
import type { Drive, Judging } from './judging';
import type { Probe } from './probe';
import { judgedSizes } from './network';

const spec = reluNetwork(2);

const data = (m: number, features: number, outputs: number, seed: number): { X: Tensor; Y: Tensor } => {
  const random = new LegacyRandom(seed);
  return { X: random.randn(m, features), Y: scale(random.rand(m, outputs), 2) };
};
const probes = once(() => {
  const shown = notesNetwork(spec, judgedSizes(spec).shown);
  const probe = (purpose: Probe['purpose'], values: Values, rate: number, iterations: number): Probe => ({
    purpose,
    arguments: [
      ...arrays(values, ['X', 'Y']),
      { name: 'learning_rate', kind: 'number', type: 'float', value: rate },
      { name: 'iterations', kind: 'number', type: 'int', value: iterations },
    ],
  });
  const small = (
    purpose: Probe['purpose'],
    sizes: readonly number[],
    seed: number,
    rounds: number,
  ): Probe => {
    const [m = 0, n = 0, k = 0] = sizes;
    return probe(purpose, new Map(Object.entries(data(m, n, k, seed))), 0.07, rounds);
  };
  // After one round every parameter still shows its own gradient; later rounds mix them.
  return [
    probe('shown', shown, 0.01, 1000),
    probe('early', shown, 0.01, earlyRounds),
    probe('brief', shown, 0.01, 1),
    small('distinct', [11, 4, 3], 17, 1),
    small('again', [11, 4, 3], 29, 3),
    small('square', [5, 5, 5], 31, 1),
  ];
});
const every = 20;

/** Enough for whatever happens in every hundredth round to happen twice. */
const earlyRounds = 120;

/** The exercise's own training, looked at once more on the notes' data. */
function watch(): Drive {
  const start = notesNetwork(spec, judgedSizes(spec).shown);
  const parameters = new Map(parametersOf(spec).map((name) => [name, read(start, name)]));
  return {
    source: watchPython(every, parameters.size),
    arguments: [read(start, 'X'), read(start, 'Y')],
    parameters,
  };
}

export function trainJudging(samples: Samples = 'rows'): Judging {
  return {
    mayChangeInputs: true,
    probes,
    references: (probe) => {
      const [X, Y, , iterations] = probe.arguments;
      if (X?.kind !== 'array' || Y?.kind !== 'array' || iterations?.kind !== 'number') return [];
      const layers = [X.value.shape[1] ?? 0, 5, Y.value.shape[1] ?? 0];
      return [
        {
          convention: notesConvention,
          computation: trainingComputation(spec, notesConvention, layers, iterations.value, samples),
        },
      ];
    },
    differentiable: null,
    curve: {
      every,
      drive: null,
      // In columns the weights are drawn otherwise: they have no place beside those of the picture.
      ...(samples === 'rows' ? { watch: watch() } : {}),
      reference: () => trainingReference(spec, notesConvention, judgedSizes(spec).shown, samples),
    },
    columns: samples === 'rows' ? trainJudging('columns') : null,
  };
}
