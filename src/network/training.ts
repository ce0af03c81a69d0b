/** Training as a computation, as the reference's cost curve, and as Python that trains with the learner's function. */
import { activations } from '../engine/activations';
import type { Computation, Operation, Step } from '../engine/computation';
import { read } from '../engine/computation';
import { losses } from '../engine/losses';
import type { OutputConvention } from '../engine/network';
import { notesConvention } from '../engine/network';
import { notesData, notesSettings } from '../engine/notes';
import { train } from '../engine/training';
import { nameOf } from './arrayName';
import { stepsOf, type Cut } from './cut';
import { notesParameters } from './probes';
import { helpersOf, lineOf } from './python';
import type { Samples } from '../engine/columnForm';
import type { NetworkSpec } from './spec';
import { backwardSteps, costStep, forwardSteps, parametersOf, updateSteps } from './steps';

const { iterations: notesIterations, learningRate: notesRate, seed: notesSeed } = notesSettings;

/** One round of gradient descent: forward, cost, backward, update. */
export function roundSteps(spec: NetworkSpec, convention: OutputConvention): readonly Step[] {
  return [...forwardSteps(spec), costStep(spec), ...backwardSteps(spec, convention), ...updateSteps(spec)];
}

/** Weights (n_in, n_out) from the notes' seed; with samples in columns they are drawn as (n_out, n_in). */
export function drawn(shape: readonly [number, number], skip: number, samples: Samples): Operation {
  return {
    kind: 'draw',
    shape,
    seed: notesSeed,
    skip,
    ...(samples === 'columns' ? { isTransposed: true } : {}),
  };
}

/** Initialization by the notes' seed and order, then gradient descent that collects the cost before each update. */
export function trainingComputation(
  spec: NetworkSpec,
  convention: OutputConvention,
  sizes: readonly number[],
  times: number,
  samples: Samples = 'rows',
): Computation {
  let skip = 0;
  const parameters = spec.layers.flatMap(({ bias }, i): Step[] => {
    const [from, to] = [sizes[i] ?? 0, sizes[i + 1] ?? 0];
    const draw: Step = {
      name: nameOf('W', i + 1),
      operation: drawn([from, to], skip, samples),
    };
    skip += from * to;
    const zeros: Step = { name: nameOf('b', i + 1), operation: { kind: 'zeros', shape: [1, to] } };
    return bias === false ? [draw] : [draw, zeros];
  });
  return {
    steps: parameters,
    loop: {
      times,
      steps: roundSteps(spec, convention),
      collect: { step: 'cost', into: 'costs' },
    },
    returns: [...parametersOf(spec), 'costs'],
  };
}

const curves = new Map<string, Float64Array>();

/** The reference's cost before each of the notes' 1000 updates; computed once for each convention and network. */
export function trainingReference(
  spec: NetworkSpec,
  convention: OutputConvention,
  sizes: readonly number[],
  samples: Samples = 'rows',
): Float64Array {
  const key = JSON.stringify([spec, convention, sizes, samples]);
  const known = curves.get(key);
  if (known) return known;
  const parameters = notesParameters(sizes, samples);
  const start = spec.layers.map(({ activation }, i) => ({
    weights: read(parameters, nameOf('W', i + 1)),
    bias: read(parameters, nameOf('b', i + 1)),
    activation: activations[activation],
  }));
  const { X, Y } = notesData();
  const { costs: curve } = train(start, X, Y, {
    learningRate: notesRate,
    iterations: notesIterations,
    loss: losses[spec.loss],
    convention,
  });
  curves.set(key, curve);
  return curve;
}

/** Seconds of training, after which the curve ends early: a loop over samples is right, and slow. */
const mostSeconds = 2;

/**
 * Python for `SnippetDrive`: the notes' training with the learner's function in the place of the cut's own steps,
 * giving every cost.
 */
export function drivePython({ spec, given, returned }: Cut, samples: Samples = 'rows'): string {
  const round = roundSteps(spec, notesConvention);
  // By what they do: a parameter's name alone is also that of its update.
  const own = new Set(stepsOf({ spec, given, returned }, notesConvention).map((step) => lineOf(step)));
  const isOwn = (step: Step): boolean => own.has(lineOf(step));
  const tutors = round.filter((step) => !isOwn(step));
  const call = `${returned.join(', ')} = learner(${given.join(', ')})`;
  const first = round.find(isOwn);
  const body = round.flatMap((step) => {
    const lines = isOwn(step)
      ? []
      : [lineOf(step, samples), ...(step.name === 'cost' ? ['costs.append(cost)'] : [])];
    return step === first ? [call, ...lines] : lines;
  });
  return [
    'from time import perf_counter',
    'import numpy as np',
    '',
    '',
    helpersOf(tutors, samples),
    '',
    '',
    `def drive(learner, X, Y, ${parametersOf(spec).join(', ')}):`,
    `    m = X.shape[${samples === 'rows' ? '0' : '1'}]`,
    `    learning_rate = ${String(notesRate)}`,
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
