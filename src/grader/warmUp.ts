/** Has the grader's own code compiled before anybody waits for a verdict. */
import { exerciseById } from '../course/course';
import type { Exercise } from '../course/judgedExercise';
import { referencesOf } from '../course/judging/judging';
import { callNameOf, inputsOf, type Probe } from '../course/judging/probe';
import { evaluate, withStep, type Computation } from '../engine/computation';
import { read } from '../engine/operation';
import { scale } from '../engine/tensor';
import { judge } from './grade';
import type { Report } from './report';
import { toArray } from './request';
import type { CallResult, SnippetRun } from '../python/runtime';

/** What a snippet computes in place of the reference. */
type Change = (reference: Computation) => Computation;

/** The call of a snippet that computes each step on a line of its own. */
function callOn(exercise: Exercise, probe: Probe, change: Change): CallResult[] {
  const [reference] = referencesOf(exercise.judging, probe);
  if (!reference) return [];
  const computation = change(reference.computation);
  const { steps, returns } = computation;
  const { values } = evaluate(computation, inputsOf(probe));
  const last = steps.length + 1;
  const items = returns.map((name) => toArray(read(values, name)));
  return [
    {
      name: callNameOf(probe),
      returned: items.length === 1 && items[0] ? items[0] : { kind: 'tuple', items },
      error: null,
      deterministic: true,
      divergesAt: null,
      changedInputs: [],
      trace: steps.map(({ name }, i) => ({
        line: i + 1,
        frame: exercise.functionName,
        depth: 0,
        name,
        value: toArray(read(values, name)),
        inPlace: false,
      })),
      traceTruncated: false,
      returnLines: items.map(() => last),
    },
  ];
}

/** What a Python would tell of a snippet. */
function runOf(exercise: Exercise, change: Change): SnippetRun {
  const asked = exercise.judging.probes().filter(({ purpose }) => purpose !== 'square');
  return {
    error: null,
    calls: asked.flatMap((probe) => callOn(exercise, probe, change)),
    drives: [],
    stdout: '',
    stdoutTruncated: false,
    blanks: [],
    skipped: [],
    timings: { startMs: 0, runMs: 0 },
  };
}

const right: Change = (reference) => reference;

/** Forgets the mean over the samples, in both gradients of the output layer. */
const wrong: Change = (reference) =>
  reference.steps
    .filter(({ name }) => name === 'dW2' || name === 'db2')
    .reduce(
      (changed, step) =>
        withStep(changed, step, (values, mean) => scale(mean(), read(values, 'X').shape[0] ?? 1)),
      reference,
    );

/** Judges a backward pass of no consequence, where it is wrong with a search for the mistake; the report is for tests. */
export function warmUp(answer: 'right' | 'wrong'): Report {
  const exercise = exerciseById('backward-2-layer');
  if (!exercise) throw new Error('the course has no backward-2-layer');
  return judge(exercise, runOf(exercise, answer === 'right' ? right : wrong), 'en').report;
}
