/** Training as a computation, as the reference's cost curve, and as Python that trains with the learner's function. */
import type { Computation, Step } from '../engine/computation';
import type { Operation, Values } from '../engine/operation';
import { evaluate } from '../engine/computation';
import { read } from '../engine/operation';
import type { OutputConvention } from './conventions';
import { usualConvention } from './conventions';
import { notesSettings } from '../engine/notes';
import type { Tensor } from '../engine/tensor';
import { scalar } from '../engine/tensor';
import { nameOf } from './arrayName';
import { stepsOf, type Cut } from './cut';
import { notesInputs, probedPenalty } from './probes';
import { helpersOf, lineOf } from './python';
import type { Samples } from '../engine/columnForm';
import { penaltyRate, type NetworkSpec } from './spec';
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
  return { ...descentOf(spec, convention, times), steps: parameters };
}

/** Gradient descent from given parameters, on X and Y, at `learning_rate`; it collects the cost before each update. */
function descentOf(spec: NetworkSpec, convention: OutputConvention, times: number): Computation {
  return {
    steps: [],
    loop: { times, steps: roundSteps(spec, convention), collect: { step: 'cost', into: 'costs' } },
    returns: [...parametersOf(spec), 'costs'],
  };
}

/** What training gave. */
export interface Training {
  /** W1, b1, W2, b2, … after the last update. */
  readonly parameters: ReadonlyMap<string, Tensor>;
  /** `costs[i]` is the cost before update i. */
  readonly costs: Float64Array;
}

/**
 * Trains a network with the whole batch in every iteration, from the parameters, X (m, n_in) and Y (m, n_out) in
 * `inputs`, which stay as they are.
 */
export function train(
  spec: NetworkSpec,
  convention: OutputConvention,
  inputs: Values,
  { learningRate, iterations }: { readonly learningRate: number; readonly iterations: number },
): Training {
  const start = new Map(inputs).set('learning_rate', scalar(learningRate));
  const { values } = evaluate(descentOf(spec, convention, iterations), start);
  return {
    parameters: new Map(parametersOf(spec).map((name) => [name, read(values, name)])),
    costs: read(values, 'costs').data,
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
  const start = notesInputs(spec, sizes, samples);
  const options = { learningRate: notesRate, iterations: notesIterations };
  const { costs: curve } = train(spec, convention, start, options);
  curves.set(key, curve);
  return curve;
}

/** Seconds of training, after which the curve ends early: a loop over samples is right, and slow. */
const mostSeconds = 2;

/**
 * Python for `SnippetDrive`: the notes' training with the learner's function in the place of the cut's own steps. It
 * gives every cost, and one long array of what the parameters hold before every `every`-th update: those of
 * `parametersOf`, one after the other, each row by row with weights (n_in, n_out) whichever way the samples lie.
 */
export function drivePython(
  { spec, given, returned }: Cut,
  every: number,
  samples: Samples = 'rows',
): string {
  const convention = usualConvention(spec);
  const round = roundSteps(spec, convention);
  // By what they do: a parameter's name alone is also that of its update.
  const own = new Set(stepsOf({ spec, given, returned }, convention).map((step) => lineOf(step)));
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
  const held = parametersOf(spec).map((name) => (samples === 'rows' ? name : `np.transpose(${name})`));
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
    ...(spec.penalty ? [`    ${penaltyRate} = ${String(probedPenalty)}`] : []),
    '    costs = []',
    '    held = []',
    `    end = perf_counter() + ${String(mostSeconds)}`,
    `    for done in range(${String(notesIterations)}):`,
    '        if perf_counter() > end:',
    '            break',
    `        if done % ${String(every)} == 0:`,
    `            held.append(np.concatenate([np.ravel(one) for one in (${held.join(', ')},)]))`,
    ...body.map((line) => `        ${line}`),
    '    return np.array(costs), np.concatenate(held)',
    '',
  ].join('\n');
}

/**
 * Python that has a training run once more as the notes do. It gives every cost, and what its `count` parameters hold before
 * every `every`-th update; nothing in place of either where that cannot be told. `watched` is the harness's.
 */
export function watchPython(every: number, count: number): string {
  const given = `(X, Y, ${String(notesRate)}, ${String(notesIterations)})`;
  return [
    'def drive(learner, X, Y):',
    `    returned, held = watched(learner, ${String(every)}, ${String(notesIterations)}, ${given}, ${String(count)})`,
    '    told = []',
    '    try:',
    `        told = [float(np.ravel(cost)[0]) for cost in returned[${String(count)}]]`,
    '    except Exception:',
    '        pass',
    '    moments = [np.ravel(one) for moment in held or [] for one in moment]',
    '    return np.array(told, dtype=float), np.concatenate(moments) if moments else np.zeros(0)',
    '',
  ].join('\n');
}
