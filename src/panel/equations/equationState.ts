/** What a report says of each equation. */
import type { Equation } from '../../course/exercise';
import type { Diagnosis, Report } from '../../grader/report';

/** By the name of an array, lines of the snippet. */
type Lines = ReadonlyMap<string, readonly number[]>;

/** `first` is a step that a mistake is made in; what is `wrong` only follows from one. */
export type EquationState = 'right' | 'wrong' | 'first' | 'unknown';

/** The array that a diagnosis is about: the one made in its line, else the one it names. */
export function subjectOf(diagnosis: Diagnosis, equations: readonly Equation[], lines: Lines): string | null {
  const { line, target } = diagnosis;
  const here = line === null ? undefined : equations.find(({ name }) => lines.get(name)?.includes(line));
  return here?.name ?? target;
}

/**
 * The state of each equation by its name; nothing is claimed that the report does not say. `lines` are the lines of
 * the snippet that make each array, `updates` those that make it of itself: an update is not at fault for a mistake
 * in another line.
 */
export function equationStates(
  equations: readonly Equation[],
  report: Report | null,
  lines: Lines,
  updates: Lines = new Map(),
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
