/** What a report says of each equation. */
import type { Equation } from '../../course/exercise';
import type { Report } from '../../grader/report';
import { nothingOwn, type OwnArrays } from '../own/ownArrays';
import { subjectOf, type Lines } from '../own/subject';

/** `first` is a step that a mistake is made in; what is `wrong` only follows from one. */
export type EquationState = 'right' | 'wrong' | 'first' | 'unknown';

/**
 * The state of each equation by its name; nothing is claimed that the report does not say. `lines` are the lines of
 * the snippet that make each array, `updates` those that make it of itself: an update is not at fault for a mistake
 * in another line. Of arrays that did not come back the `own` ones tell: one that holds what it should is right.
 */
export function equationStates(
  equations: readonly Equation[],
  report: Report | null,
  lines: Lines,
  updates: Lines = new Map(),
  own: Pick<OwnArrays, 'right' | 'wrong'> = nothingOwn,
): ReadonlyMap<string, EquationState> {
  const states = new Map<string, EquationState>();
  const isElsewhere = (subject: string, line: number | null): boolean =>
    line !== null &&
    equations.some(({ name, phase }) => name === subject && phase === 'update') &&
    updates.get(subject)?.includes(line) === false;
  if (report === null) return states;
  if (report.verdict === 'pass') {
    for (const { name } of equations) states.set(name, 'right');
    return states;
  }
  for (const name of own.right) states.set(name, 'right');
  for (const name of own.wrong) states.set(name, 'wrong');
  for (const value of report.values) states.set(value.name, value.ok ? 'right' : 'wrong');
  for (const [index, diagnosis] of report.diagnoses.entries()) {
    if (index > 0 && diagnosis.line === null) {
      if (diagnosis.target !== null) states.set(diagnosis.target, 'wrong');
      continue;
    }
    const subject = subjectOf(diagnosis, equations, lines);
    if (subject !== null) states.set(subject, isElsewhere(subject, diagnosis.line) ? 'wrong' : 'first');
  }
  return states;
}
