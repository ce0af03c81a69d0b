/** Training as a computation, as the reference's cost curve, and as Python that trains with the learner's function. */
import { meanSquaredError } from '../../engine/losses';
import { relu } from '../../engine/activations';
import type { Computation, Step } from '../../engine/computation';
import { read } from '../../engine/computation';
import type { OutputConvention } from '../../engine/network';
import { notesData, notesSettings } from '../../engine/notes';
import { train } from '../../engine/training';
import { backwardSteps, forwardSteps, names, updateSteps } from './networkSteps';
import { notesParameters } from './probeNetworks';

const { iterations: notesIterations, learningRate: notesRate, seed: notesSeed } = notesSettings;

/** Initialization by the notes' seed and order, then gradient descent that collects the cost before each update. */
export function trainingComputation(
  layers: number,
  convention: OutputConvention,
  sizes: readonly number[],
  times: number,
): Computation {
  let skip = 0;
  const parameters = names('', layers).flatMap((l, i): Step[] => {
    const [from, to] = [sizes[i] ?? 0, sizes[i + 1] ?? 0];
    const draw: Step = {
      name: `W${l}`,
      operation: { kind: 'draw', shape: [from, to], seed: notesSeed, skip },
    };
    skip += from * to;
    return [draw, { name: `b${l}`, operation: { kind: 'zeros', shape: [1, to] } }];
  });
  return {
    steps: parameters,
    loop: {
      times,
      steps: [
        ...forwardSteps(layers),
        {
          name: 'cost',
          operation: { kind: 'loss', loss: meanSquaredError, output: `A${String(layers)}`, target: 'Y' },
        },
        ...backwardSteps(layers, convention),
        ...updateSteps(layers),
      ],
      collect: { step: 'cost', into: 'costs' },
    },
    returns: [...names('', layers).flatMap((l) => [`W${l}`, `b${l}`]), 'costs'],
  };
}

const curves = new Map<string, Float64Array>();

/** The reference's cost before each of the notes' 1000 updates; computed once for each convention and network. */
export function trainingReference(
  layers: number,
  convention: OutputConvention,
  sizes: readonly number[],
): Float64Array {
  const key = JSON.stringify([layers, convention, sizes]);
  const known = curves.get(key);
  if (known) return known;
  const parameters = notesParameters(sizes);
  const start = names('', layers).map((l) => ({
    weights: read(parameters, `W${l}`),
    bias: read(parameters, `b${l}`),
    activation: relu,
  }));
  const { X, Y } = notesData();
  const { costs: curve } = train(start, X, Y, {
    learningRate: notesRate,
    iterations: notesIterations,
    convention,
  });
  curves.set(key, curve);
  return curve;
}

/** Which part of the training the learner's function does; the rest is the tutor's. */
export type TrainingDrive = 'forward' | 'output' | 'hidden' | 'backward' | 'update';

function ownForward(layers: number): string[] {
  return names('', layers).flatMap((l, i) => [
    `Z${l} = ${i === 0 ? 'X' : `A${String(i)}`} @ W${l} + b${l}`,
    `A${l} = np.maximum(0, Z${l})`,
  ]);
}

function ownGradients(layer: number): string[] {
  const l = String(layer);
  const input = layer === 1 ? 'X' : `A${String(layer - 1)}`;
  return [`dW${l} = ${input}.T @ dZ${l} / m`, `db${l} = dZ${l}.sum(axis=0, keepdims=True) / m`];
}

function ownHidden(layer: number): string[] {
  const [l, after] = [String(layer), String(layer + 1)];
  return [`dZ${l} = (dZ${after} @ W${after}.T) * (Z${l} > 0)`, ...ownGradients(layer)];
}

function backward(layers: number, drive: TrainingDrive): string[] {
  const each = (prefix: string): string => names(prefix, layers).join(', ');
  const pairs = names('', layers).map((l) => `dW${l}, db${l}`);
  if (drive === 'backward') {
    const states = names('', layers).map((l) => `Z${l}, A${l}`);
    return [`${pairs.join(', ')} = learner(X, Y, ${states.join(', ')}, ${each('W')})`];
  }
  const last = String(layers);
  const output =
    drive === 'output'
      ? [`dZ2, dW2, db2 = learner(A1, A2, Y)`]
      : [`dZ${last} = A${last} - Y`, ...ownGradients(layers)];
  const hidden =
    drive === 'hidden'
      ? ['_, _, dW1, db1 = learner(X, Z1, dZ2, W2)']
      : Array.from({ length: layers - 1 }, (_, i) => ownHidden(layers - 1 - i)).flat();
  return [...output, ...hidden];
}

function update(layers: number, drive: TrainingDrive): string[] {
  const parameters = names('', layers).flatMap((l) => [`W${l}`, `b${l}`]);
  if (drive === 'update') {
    const all = [...parameters, ...parameters.map((p) => `d${p}`), String(notesRate)];
    return [`${parameters.join(', ')} = learner(${all.join(', ')})`];
  }
  return parameters.map((p) => `${p} = ${p} - ${String(notesRate)} * d${p}`);
}

/** Seconds of training, after which the curve ends early: a loop over samples is right, and slow. */
const mostSeconds = 2;

/** Python for `SnippetDrive`: the notes' training with the learner's function in its place, giving every cost. */
export function drivePython(layers: number, drive: TrainingDrive): string {
  const parameters = names('', layers).flatMap((l) => [`W${l}`, `b${l}`]);
  const forward =
    drive === 'forward'
      ? [
          `${names('', layers)
            .map((l) => `Z${l}, A${l}`)
            .join(', ')} = learner(X, ${parameters.join(', ')})`,
        ]
      : ownForward(layers);
  const body = [
    ...forward,
    `E = A${String(layers)} - Y`,
    'costs.append(np.vdot(E, E) / m)',
    ...backward(layers, drive),
    ...update(layers, drive),
  ];
  return [
    'from time import perf_counter',
    'import numpy as np',
    '',
    `def drive(learner, X, Y, ${parameters.join(', ')}):`,
    '    m = X.shape[0]',
    '    costs = []',
    `    end = perf_counter() + ${String(mostSeconds)}`,
    `    for _ in range(${String(notesIterations)}):`,
    '        if perf_counter() > end:',
    '            break',
    ...body.map((line) => `        ${line}`),
    '    return np.array(costs)',
    '',
  ].join('\n');
}
