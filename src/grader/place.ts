/** The line of a mistake, where running the program with one place written otherwise tells it better than its trace. */
import type { Exercise } from '../course/judgedExercise';
import { referencesOf } from '../course/judging/judging';
import { recordedOn } from '../course/judging/recorded';
import { inputsOf, type Probe } from '../course/judging/probe';
import { evaluate } from '../engine/computation';
import type { Tensor } from '../engine/tensor';
import type { PlacesAnswer, PlacesQuestion, PyArgument, PyArray, SnippetRequest } from '../python/runtime';

import { argumentsOf, toArray } from './request';
import type { Report } from './report';

/** More accepted ways to compute something than this are not tried. */
const mostWays = 8;

/** What no single place makes right, or what does not speak of one: its own line stands. */
const ofTheWhole: readonly string[] = [
  'unimplemented',
  'not-returned',
  'wrong-return-count',
  'missing-key',
  'wrong-return-order',
  'wrong-cost-count',
  'not-numeric',
  'input-mutated',
  'nondeterministic',
  'hard-coded',
  'returned-too-early',
];

/**
 * What is asked of Python for the line of a mistake; null where no place would tell more, or it cannot be asked. `isShown`:
 * whether the first mistake's line was seen to hold just what the known mistake holds there.
 */
export function placesRequest(
  exercise: Exercise,
  asked: SnippetRequest,
  report: Report,
  isShown: boolean,
): SnippetRequest | null {
  const [first] = report.diagnoses;
  if (!exercise.folder || exercise.samples === 'columns' || report.verdict !== 'fail' || !first) return null;
  if (ofTheWhole.includes(first.code)) return null;
  const probes = exercise.judging
    .probes()
    .filter(({ purpose }) => purpose !== 'square' && purpose !== 'brief');
  const places: PlacesQuestion = {
    probes: probes.map((probe) => ({
      arguments: argumentsOf(probe).map(({ value }) => value),
      expected: expectedOn(exercise, probe),
      held: heldOn(exercise, probe),
    })),
    close: 1e-6,
    line: first.line,
    shown: isShown,
  };
  return { ...asked, calls: [], drives: [], places };
}

/** What each accepted computation gives on a probe, in order; arrays without entries only fill up shorter lists. */
function expectedOn(exercise: Exercise, probe: Probe): readonly PyArgument[] {
  const inputs = inputsOf(probe);
  return referencesOf(exercise.judging, probe)
    .slice(0, mostWays)
    .map(({ computation }) => {
      const { values } = evaluate(computation, inputs);
      const arrays = computation.returns.flatMap((name): Tensor[] => {
        const value = values.get(name);
        return value && value.data.length > 0 ? [value] : [];
      });
      return { kind: 'list', items: arrays.map(toArray) };
    });
}

/** What the solution, or the network, holds on the way on a probe, in order; what comes back is among it. */
function heldOn({ judging }: Exercise, probe: Probe): readonly PyArray[] {
  const held = judging.recorded
    ? recordedOn(judging.recorded, probe).held
    : referencesOf(judging, probe)
        .slice(0, 1)
        .flatMap(({ computation }) => [...evaluate(computation, inputsOf(probe)).values.values()]);
  return held.filter(({ data }) => data.length > 0).map(toArray);
}

/** The report with the line that the places tell. */
export function placed(report: Report, isShown: boolean, places: PlacesAnswer): Report {
  const [first, ...others] = report.diagnoses;
  if (!first) return report;
  const line = lineOf(first.line, isShown, places);
  return { ...report, diagnoses: [{ ...first, line }, ...others] };
}

/**
 * The search tells the line where a change that makes everything right is most like a slip. A line that does not bear on
 * all that is wrong, or on what is right too, is not the place where others do better, unless it was seen to hold what the
 * known mistake holds.
 */
function lineOf(traced: number | null, isShown: boolean, { fits, reached }: PlacesAnswer): number | null {
  const [fit] = fits;
  if (fit) return fit.line;
  return isShown || reached.length === 0 || (traced !== null && reached.includes(traced)) ? traced : null;
}
