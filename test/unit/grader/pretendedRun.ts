/**
 * Runs of snippets that were never written: what Python would have reported of a snippet that computes just this, one
 * step of the computation on each line. So the grader is tested without Python, on any computation.
 */
import type { Exercise } from '../../../src/course/judgedExercise';
import { callNameOf, inputsOf, type Probe, type ProbePurpose } from '../../../src/course/judging/probe';
import { grade } from '../../support/grade';
import type { Report } from '../../../src/grader/report';
import {
  allSteps,
  evaluate,
  withStep,
  type Computation,
  type Evaluation,
} from '../../../src/engine/computation';
import { read, type Values } from '../../../src/engine/operation';
import type { Tensor } from '../../../src/engine/tensor';
import type {
  CallResult,
  PyArray,
  PyValue,
  RunError,
  SnippetRun,
  TraceEvent,
} from '../../../src/python/runtime';
import { firstLine, referenceOf } from '../diagnosis/pretended';

/** What a pretended snippet does otherwise than the exercise's first accepted computation. */
export interface Pretence {
  /** Which accepted computation it follows; 0 is the notes'. */
  readonly accepted?: number;
  /** What it computes instead. */
  readonly change?: (computation: Computation, probe: Probe) => Computation;
  /** What it returns instead, given what it computed. */
  readonly returns?: (returned: PyValue, probe: Probe) => PyValue;
  /** Anything else about a call. */
  readonly call?: (call: CallResult, probe: Probe) => CallResult;
  /** The costs that the training with it gave; those of the accepted computation by default. */
  readonly costs?: Float64Array | null;
  /** Anything else about the run. */
  readonly run?: Partial<SnippetRun>;
}

export function pyArray({ shape, data }: Tensor, dtype = 'float64'): PyArray {
  return { kind: 'array', dtype, shape, data };
}

export function pyValue(value: Tensor): PyValue {
  return value.shape.length === 0
    ? { kind: 'number', type: 'float', value: value.data[0] ?? NaN }
    : pyArray(value);
}

export const pyNone: PyValue = { kind: 'none' };

export function pyTuple(...items: readonly PyValue[]): PyValue {
  return { kind: 'tuple', items };
}

/** An exception as Python words it. */
export function raisedError(message: string, line: number | null, part: Partial<RunError> = {}): RunError {
  return {
    kind: 'exception',
    type: message.split(':')[0] ?? null,
    message,
    line,
    column: null,
    endLine: null,
    endColumn: null,
    traceback: '',
    hint: null,
    sort: null,
    ...part,
  };
}

/** The line on which a pretended snippet returns. */
export function returnLineOf(computation: Computation): number {
  return firstLine + allSteps(computation).length;
}

/** As far as the computation gets on these inputs, and the line where it stops. */
function attempt(
  computation: Computation,
  inputs: Values,
): { readonly evaluation: Evaluation; readonly stopped: number | null } {
  try {
    return { evaluation: evaluate(computation, inputs), stopped: null };
  } catch {
    const possible = computation.steps.findIndex((_, i) => {
      try {
        evaluate({ ...computation, steps: computation.steps.slice(0, i + 1), loop: null }, inputs);
        return false;
      } catch {
        return true;
      }
    });
    const steps = computation.steps.slice(0, Math.max(0, possible));
    return {
      evaluation: evaluate({ ...computation, steps, loop: null }, inputs),
      stopped: firstLine + steps.length,
    };
  }
}

function traceOf(computation: Computation, { first }: Evaluation): readonly TraceEvent[] {
  return allSteps(computation).flatMap(({ name, operation }, i): TraceEvent[] => {
    const value = first.get(operation);
    if (!value) return [];
    return [{ line: firstLine + i, frame: 'learner', depth: 0, name, value: pyValue(value), inPlace: false }];
  });
}

/** Trainings that are longer are not traced, as in a real request. */
const mostTracedRounds = 10;

function callOn(exercise: Exercise, probe: Probe, pretence: Pretence): CallResult {
  const reference = referenceOf(exercise, probe, pretence.accepted);
  const computation = pretence.change?.(reference, probe) ?? reference;
  const { evaluation, stopped } = attempt(computation, inputsOf(probe));
  const isTraced = (computation.loop?.times ?? 0) <= mostTracedRounds;
  const given = (): PyValue => {
    const items = computation.returns.map((name) => pyValue(read(evaluation.values, name)));
    const [only = pyNone] = items;
    const whole = items.length === 1 ? only : pyTuple(...items);
    return pretence.returns?.(whole, probe) ?? whole;
  };
  const call: CallResult = {
    name: callNameOf(probe),
    returned: stopped === null ? given() : null,
    error: stopped === null ? null : raisedError('ValueError: shapes do not fit', stopped),
    deterministic: probe.purpose === 'distinct' ? true : null,
    divergesAt: null,
    changedInputs: [],
    trace: isTraced ? traceOf(computation, evaluation) : [],
    traceTruncated: false,
    returnLines: stopped === null ? [returnLineOf(computation)] : [],
  };
  return pretence.call?.(call, probe) ?? call;
}

function trainedCosts(exercise: Exercise, { accepted = 0, costs }: Pretence): Float64Array | null {
  if (costs !== undefined) return costs;
  const { judging } = exercise;
  const [probe] = judging.probes();
  const convention = (probe && judging.references(probe)[accepted]?.convention) ?? null;
  return judging.curve?.drive ? judging.curve.reference(convention) : null;
}

/** What Python reports of a snippet that does this. */
export function runOf(exercise: Exercise, pretence: Pretence = {}): SnippetRun {
  const costs = trainedCosts(exercise, pretence);
  const held = new Float64Array();
  const returned =
    costs &&
    ({ kind: 'tuple', items: [costs, held].map((data) => pyArray({ shape: [data.length], data })) } as const);
  return {
    error: null,
    calls: exercise.judging.probes().map((probe) => callOn(exercise, probe, pretence)),
    drives: exercise.judging.curve?.drive ? [{ name: 'training', returned, error: null }] : [],
    stdout: '',
    stdoutTruncated: false,
    blanks: [],
    skipped: [],
    timings: { startMs: 0, runMs: 1 },
    ...pretence.run,
  };
}

/** The report on a snippet that does this, in English. */
export function judge(exercise: Exercise, pretence: Pretence = {}): Report {
  return grade(exercise, runOf(exercise, pretence), 'en');
}

/** A change that replaces what one step gives; of two of the same name, the later: the update, not the draw. */
export function at(
  name: string,
  compute: (right: Tensor, values: Values) => Tensor,
): (computation: Computation) => Computation {
  return (computation) => {
    const step = allSteps(computation).findLast((one) => one.name === name);
    if (!step) throw new Error(`no step ${name}`);
    return withStep(computation, step, (values, right) => compute(right(), values));
  };
}

/** Several changes after one another. */
export function both(
  ...changes: readonly ((computation: Computation) => Computation)[]
): (computation: Computation) => Computation {
  return (computation) => changes.reduce((changed, change) => change(changed), computation);
}

/** A change that is made on the probes of these purposes only. */
export function only(
  purposes: readonly ProbePurpose[],
  change: (computation: Computation) => Computation,
): (computation: Computation, probe: Probe) => Computation {
  return (computation, { purpose }) => (purposes.includes(purpose) ? change(computation) : computation);
}

/** Replaces what is returned under one name of the exercise. */
export function returning(
  exercise: Exercise,
  name: string,
  replace: (value: PyValue) => PyValue,
): (returned: PyValue) => PyValue {
  const at = exercise.returns.indexOf(name);
  return (returned) => {
    if (returned.kind !== 'tuple') return replace(returned);
    return pyTuple(...returned.items.map((item, i) => (i === at ? replace(item) : item)));
  };
}
