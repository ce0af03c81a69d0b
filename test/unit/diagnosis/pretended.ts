/** Evidence of snippets that were never written: what a computation gives, told as a trace would tell it. */
import type { Exercise } from '../../../src/course/judgedExercise';
import type { Probe } from '../../../src/course/judging/probe';
import { inputsOf } from '../../../src/course/judging/probe';
import type { Evidence, Observation } from '../../../src/diagnosis/evidence';
import { allSteps, evaluate, type Computation } from '../../../src/engine/computation';
import type { Tensor } from '../../../src/engine/tensor';

/** The line on which a pretended snippet computes its first step; the others follow one by one. */
export const firstLine = 10;

/** An array that a name held after a line, in the exercise's own function unless said otherwise. */
export function observed(
  line: number,
  name: string,
  value: Tensor,
  frame = 'learner',
  depth = 0,
): Observation {
  return { line, frame, depth, name, index: null, value };
}

/** The line of a step in `snippetOf`. */
export function lineOf(computation: Computation, step: string): number {
  return firstLine + allSteps(computation).findIndex(({ name }) => name === step);
}

/** What a snippet does that computes just this, one step on each line under the step's own name. */
export function snippetOf(exercise: Exercise, probe: Probe, computation: Computation): Evidence {
  const inputs = inputsOf(probe);
  const { values, first } = evaluate(computation, inputs);
  const steps = allSteps(computation);
  return {
    inputs,
    accepted: exercise.judging.references(probe).map((reference) => reference.computation),
    returned: new Map([...values].filter(([name]) => computation.returns.includes(name))),
    observations: steps.flatMap(({ name, operation }, i) => {
      const value = first.get(operation);
      return value ? [observed(firstLine + i, name, value)] : [];
    }),
    returnLines: new Map(computation.returns.map((name) => [name, firstLine + steps.length])),
  };
}

/** The probe of an exercise for a purpose. */
export function probeFor(exercise: Exercise, purpose: Probe['purpose']): Probe {
  const probe = exercise.judging.probes().find((one) => one.purpose === purpose);
  if (!probe) throw new Error(`${exercise.id} has no probe that is ${purpose}`);
  return probe;
}

/** The exercise's first accepted computation. */
export function referenceOf(exercise: Exercise, probe: Probe, accepted = 0): Computation {
  const reference = exercise.judging.references(probe)[accepted];
  if (!reference) throw new Error(`${exercise.id} has no accepted computation ${String(accepted)}`);
  return reference.computation;
}
