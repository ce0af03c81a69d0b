/** What a call did beside returning: arguments changed in place, another answer the second time. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { CallResult } from '../python/runtime';
import { diagnosis } from '../diagnosis/finding';
import type { Diagnosis } from './report';

/** The line that changed an argument: the first that did, or the last, which is the one that was not undone. */
function changingLine(calls: readonly CallResult[], name: string, which: 'first' | 'last'): number | null {
  const known = calls
    .flatMap(({ changedInputs }) => changedInputs)
    .find((one) => one.name === name && one.line !== null);
  if (which === 'first') return known?.line ?? null;
  const traced = calls.find(({ trace }) => trace.length > 0)?.trace ?? [];
  const last = traced.findLast((event) => event.inPlace && event.name === name && event.depth === 0);
  return last?.line ?? known?.line ?? null;
}

/** The faults that results alone do not show. `wrong` is the first array that came out wrong, if any did. */
export function sideEffects(
  exercise: Exercise,
  calls: readonly CallResult[],
  wrong: string | null,
  language: Language,
): readonly Diagnosis[] {
  const { judging } = exercise;
  const found: Diagnosis[] = [];
  const changed = calls.flatMap(({ changedInputs }) => changedInputs)[0];
  if (changed && !judging.mayChangeInputs) {
    // Whoever is given a function calls it at an x that is moved for a moment.
    const restores = judging
      .probes()
      .some(({ arguments: given }) => given.some(({ kind }) => kind === 'function'));
    found.push(
      diagnosis(
        restores ? 'perturbation-not-restored' : 'input-mutated',
        language,
        { target: wrong ?? '', detail: changed.name },
        { line: changingLine(calls, changed.name, restores ? 'last' : 'first') },
      ),
    );
  }
  if (calls.some(({ deterministic }) => deterministic === false)) {
    const line = calls.map(({ divergesAt }) => divergesAt).find((one) => one !== null) ?? null;
    found.push(diagnosis('nondeterministic', language, { target: '' }, { line }));
  }
  return found;
}
