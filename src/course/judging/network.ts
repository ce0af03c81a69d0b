/** How the exercises about networks are judged: forward, cost, backward, update, training. */
import { halvedSquaredError, meanSquaredError } from '../../engine/losses';
import type { Computation, Step, Values } from '../../engine/computation';
import { evaluate, read } from '../../engine/computation';
import {
  conventionFactor,
  exactConvention,
  notesConvention,
  type OutputConvention,
} from '../../engine/network';
import { LegacyRandom } from '../../engine/random';
import type { Tensor } from '../../engine/tensor';
import { add, matmul, matrixShape, scale, subtract, tensor } from '../../engine/tensor';
import { arrays, once } from './arguments';
import { drivePython, trainingComputation, trainingReference, type TrainingDrive } from './training';
import type { Curve, Differentiable, Judging, Probe, Reference } from './judging';
import {
  backwardSteps,
  conventions,
  forwardSteps,
  gradientSteps,
  hiddenSteps,
  meanOver,
  names,
  updateSteps,
} from './networkSteps';
import { notesNetwork, probeNetwork, withForward } from './probeNetworks';

/** Sizes per number of layers: the notes' (or their natural extension), pairwise distinct ones, and a square. */
const sizes: Readonly<Record<2 | 3, { shown: readonly number[]; distinct: readonly number[]; m: number }>> = {
  2: { shown: [3, 5, 1], distinct: [4, 7, 3], m: 11 },
  3: { shown: [3, 5, 4, 1], distinct: [3, 5, 7, 4], m: 11 },
};

const networks = {
  2: once(() => probeValues(2)),
  3: once(() => probeValues(3)),
};

function probeValues(layers: 2 | 3): readonly { purpose: Probe['purpose']; values: Values }[] {
  const { shown, distinct, m } = sizes[layers];
  const square = distinct.map(() => 5);
  return [
    { purpose: 'shown', values: notesNetwork(shown) },
    { purpose: 'distinct', values: probeNetwork(distinct, m, 100) },
    { purpose: 'again', values: probeNetwork(distinct, m, 9000) },
    { purpose: 'square', values: probeNetwork(square, 5, 200) },
  ];
}

function probesFor(
  layers: 2 | 3,
  parameters: readonly string[],
  extend: (values: Values) => Values = (values) => values,
): () => readonly Probe[] {
  return once(() =>
    networks[layers]().map(({ purpose, values }) => ({
      purpose,
      arguments: arrays(extend(values), parameters),
    })),
  );
}

function fixed(steps: readonly Step[], returns: readonly string[]): () => readonly Reference[] {
  const computation: Computation = { steps, loop: null, returns };
  return () => [{ convention: null, computation }];
}

/**
 * The computations under several conventions. A mean over the outputs depends on their number, so there is one set for
 * each; the operations are the same in all of them.
 */
function underConventions(
  accepted: readonly OutputConvention[],
  stepsOf: (convention: OutputConvention) => readonly Step[],
  returns: readonly string[],
): (probe: Probe) => readonly Reference[] {
  const steps = once(() => accepted.map((convention) => ({ convention, steps: stepsOf(convention) })));
  const known = new Map<number, readonly Reference[]>();
  return (probe) => {
    const outputs = outputsOf(probe);
    const before = known.get(outputs);
    if (before) return before;
    const made = steps().map((one): Reference => ({
      convention: one.convention,
      computation: { steps: meanOver(one.steps, one.convention, outputs), loop: null, returns },
    }));
    known.set(outputs, made);
    return made;
  };
}

function outputsOf({ arguments: given }: Probe): number {
  const target = given.find(({ name }) => name === 'Y');
  if (target?.kind !== 'array') throw new Error('no targets to count the outputs of');
  return matrixShape(target.value, 'Y')[1];
}

function curveOf(layers: 2 | 3, drive: TrainingDrive): Curve {
  const start = once(() => notesNetwork(sizes[layers].shown));
  const parameters = ['X', 'Y', ...names('', layers).flatMap((l) => [`W${l}`, `b${l}`])];
  return {
    every: 20,
    get drive() {
      return {
        source: drivePython(layers, drive),
        arguments: parameters.map((name) => read(start(), name)),
      };
    },
    reference: (convention) => trainingReference(layers, convention ?? notesConvention, sizes[layers].shown),
  };
}

/** `forward_propagation`: Z and A of every layer. */
export function forwardJudging(layers: 2 | 3): Judging {
  const returns = names('', layers).flatMap((l) => [`Z${l}`, `A${l}`]);
  const parameters = ['X', ...names('', layers).flatMap((l) => [`W${l}`, `b${l}`])];
  return {
    mayChangeInputs: false,
    probes: probesFor(layers, parameters),
    references: fixed(forwardSteps(layers), returns),
    differentiable: null,
    curve: curveOf(layers, 'forward'),
  };
}

/** `compute_cost(A2, Y)`. */
export function costJudging(): Judging {
  const step: Step = {
    name: 'cost',
    operation: { kind: 'loss', loss: meanSquaredError, output: 'A2', target: 'Y' },
  };
  return {
    mayChangeInputs: false,
    probes: probesFor(2, ['A2', 'Y']),
    references: fixed([step], ['cost']),
    differentiable: null,
    curve: null,
  };
}

function pattern(values: Values, layers: number): Uint8Array {
  return Uint8Array.from(
    names('Z', layers).flatMap((name) => Array.from(read(values, name).data, (z) => (z > 0 ? 1 : 0))),
  );
}

/**
 * The cost that a convention differentiates. With the output's ReLU it is scale/2 · (1/m) Σ (A − Y)². Without, it is
 * the function whose derivative by Z is relu(Z) − Y: ½ relu(Z)² − Y·Z, which is half the squared error wherever the
 * output is linear (Z > 0) and keeps pulling where it is not.
 */
function conventionCost(values: Values, layers: number, convention: OutputConvention): number {
  const [Z, A, Y] = [`Z${String(layers)}`, `A${String(layers)}`, 'Y'].map((name) => read(values, name));
  if (!Z || !A || !Y) return NaN;
  let total = 0;
  A.data.forEach((a, i) => {
    const [z, y] = [Z.data[i] ?? NaN, Y.data[i] ?? NaN];
    total += convention.outputDerivative === 'relu' ? (a - y) ** 2 / 2 : (a * a) / 2 - y * z;
  });
  const [samples, outputs] = matrixShape(Y, 'Y');
  return (conventionFactor(convention, outputs) * total) / samples;
}

/**
 * The cost as a function of all parameters. The backward pass is not given the biases: they are what Z1 holds beyond
 * X·W1, and so on, so a change of a bias is a change of Z.
 */
function backwardDifferentiable(layers: 2 | 3) {
  return (inputs: Values, convention: OutputConvention | null): Differentiable => {
    const biases = names('', layers).map((l, i): [string, Tensor] => {
      const input = read(inputs, i === 0 ? 'X' : `A${String(i)}`);
      const rest = subtract(read(inputs, `Z${l}`), matmul(input, read(inputs, `W${l}`)));
      return [`b${l}`, tensor([1, rest.shape[1] ?? 0], rest.data.slice(0, rest.shape[1] ?? 0))];
    });
    const base = new Map([...inputs, ...biases]);
    const parameters = new Map(
      names('', layers).flatMap((l) => [`W${l}`, `b${l}`].map((p) => [`d${p}`, read(base, p)] as const)),
    );
    return {
      parameters,
      cost: (changed) => {
        const moved = new Map(base);
        for (const [gradient, value] of changed) moved.set(gradient.slice(1), value);
        const values = withForward(moved, layers);
        return {
          cost: conventionCost(values, layers, convention ?? exactConvention),
          pattern: pattern(values, layers),
        };
      },
    };
  };
}

/** `backward_propagation` under every convention that the contract accepts. */
export function backwardJudging(layers: 2 | 3): Judging {
  const returns = names('', layers).flatMap((l) => [`dW${l}`, `db${l}`]);
  const parameters = [
    'X',
    'Y',
    ...names('', layers).flatMap((l) => [`Z${l}`, `A${l}`]),
    ...names('W', layers),
  ];
  return {
    mayChangeInputs: false,
    probes: probesFor(layers, parameters),
    references: underConventions(conventions, (convention) => backwardSteps(layers, convention), returns),
    differentiable: backwardDifferentiable(layers),
    curve: curveOf(layers, 'backward'),
  };
}

/** `backward_propagation` as the exact gradient of the notes' own cost, or of its mean over the outputs too. */
export function exactGradientJudging(): Judging {
  const judging = backwardJudging(2);
  return {
    ...judging,
    references: (probe) =>
      judging
        .references(probe)
        .filter(({ convention }) => convention?.scale === 2 && convention.outputDerivative === 'relu'),
  };
}

/** `output_gradients(A1, A2, Y)`: the delta of a linear output and its layer's gradients. */
export function outputGradientsJudging(): Judging {
  const delta: Step = {
    name: 'dZ2',
    operation: { kind: 'lossGradient', loss: halvedSquaredError, output: 'A2', target: 'Y', scale: 1 },
  };
  const steps = [delta, ...gradientSteps(2)];
  return {
    mayChangeInputs: false,
    probes: probesFor(2, ['A1', 'A2', 'Y']),
    references: underConventions([notesConvention, { ...notesConvention, mean: 'entries' }], () => steps, [
      'dZ2',
      'dW2',
      'db2',
    ]),
    differentiable: (inputs, convention) => {
      const [A1, A2, Y] = [read(inputs, 'A1'), read(inputs, 'A2'), read(inputs, 'Y')];
      const [hidden, outputs] = [A1.shape[1] ?? 0, Y.shape[1] ?? 0];
      const parameters = new Map([
        ['dW2', tensor([hidden, outputs], new Float64Array(hidden * outputs))],
        ['db2', tensor([1, outputs], new Float64Array(outputs))],
      ]);
      return {
        parameters,
        cost: (changed) => {
          const moved = add(matmul(A1, read(changed, 'dW2')), read(changed, 'db2'));
          const error = subtract(add(A2, moved), Y);
          const total = error.data.reduce((squares, e) => squares + e * e, 0);
          const factor = conventionFactor(convention ?? notesConvention, outputs);
          return { cost: (factor * total) / (2 * (Y.shape[0] ?? 1)), pattern: new Uint8Array() };
        },
      };
    },
    curve: curveOf(2, 'output'),
  };
}

/** `hidden_gradients(X, Z1, dZ2, W2)`: the delta carried back through one layer, and its gradients. */
export function hiddenGradientsJudging(): Judging {
  const withDelta = (values: Values): Values =>
    new Map([...values, ['dZ2', subtract(read(values, 'A2'), read(values, 'Y'))]]);
  return {
    mayChangeInputs: false,
    probes: probesFor(2, ['X', 'Z1', 'dZ2', 'W2'], withDelta),
    references: fixed(hiddenSteps(1), ['dA1', 'dZ1', 'dW1', 'db1']),
    differentiable: (inputs) => {
      const [X, Z1, dZ2, W2] = ['X', 'Z1', 'dZ2', 'W2'].map((name) => read(inputs, name)) as [
        Tensor,
        Tensor,
        Tensor,
        Tensor,
      ];
      const [features, hidden] = [X.shape[1] ?? 0, Z1.shape[1] ?? 0];
      const parameters = new Map([
        ['dW1', tensor([features, hidden], new Float64Array(features * hidden))],
        ['db1', tensor([1, hidden], new Float64Array(hidden))],
      ]);
      return {
        parameters,
        cost: (changed) => {
          const Z = add(Z1, add(matmul(X, read(changed, 'dW1')), read(changed, 'db1')));
          const A: Tensor = { shape: Z.shape, data: Z.data.map((z) => Math.max(0, z)) };
          const reached = matmul(A, W2).data;
          const cost = reached.reduce((total, z, i) => total + z * (dZ2.data[i] ?? NaN), 0);
          return { cost: cost / (X.shape[0] ?? 1), pattern: Uint8Array.from(Z.data, (z) => (z > 0 ? 1 : 0)) };
        },
      };
    },
    curve: curveOf(2, 'hidden'),
  };
}

/** `update_weights`: one step of gradient descent; the notes' in-place form is right too. */
export function updateJudging(): Judging {
  const parameters = names('', 2).flatMap((l) => [`W${l}`, `b${l}`]);
  const probes = once(() =>
    networks[2]().map(({ purpose, values }): Probe => {
      const { values: all } = evaluate(
        { steps: backwardSteps(2, notesConvention), loop: null, returns: [] },
        values,
      );
      return {
        purpose,
        arguments: [
          ...arrays(all, [...parameters, ...parameters.map((p) => `d${p}`)]),
          {
            name: 'learning_rate',
            kind: 'number',
            type: 'float',
            value: purpose === 'shown' ? 0.01 : 0.3,
          },
        ],
      };
    }),
  );
  return {
    mayChangeInputs: true,
    probes,
    references: fixed(updateSteps(2), parameters),
    differentiable: null,
    curve: curveOf(2, 'update'),
  };
}

/** `train`: initialization, forward, cost, backward and update together, exactly as the notes print it. */
export function trainJudging(): Judging {
  const data = (m: number, features: number, outputs: number, seed: number): { X: Tensor; Y: Tensor } => {
    const random = new LegacyRandom(seed);
    return { X: random.randn(m, features), Y: scale(random.rand(m, outputs), 2) };
  };
  const probes = once(() => {
    const shown = notesNetwork(sizes[2].shown);
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
      probe('brief', shown, 0.01, 1),
      small('distinct', [11, 4, 3], 17, 1),
      small('again', [11, 4, 3], 29, 3),
      small('square', [5, 5, 5], 31, 1),
    ];
  });
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
          computation: trainingComputation(2, notesConvention, layers, iterations.value),
        },
      ];
    },
    differentiable: null,
    curve: {
      every: 20,
      drive: null,
      reference: () => trainingReference(2, notesConvention, sizes[2].shown),
    },
  };
}
