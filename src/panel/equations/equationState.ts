/** What a report says of each equation. */
import type { Equation } from '../../course/exercise';
import type { Report } from '../../grader/report';

/** `first` is the first wrong step: what to look at before anything else. */
export type EquationState = 'right' | 'wrong' | 'first' | 'unknown';

/** The state of each equation by its name; nothing is claimed that the report does not say. */
export function equationStates(
  equations: readonly Equation[],
  report: Report | null,
): ReadonlyMap<string, EquationState> {
  const states = new Map<string, EquationState>();
  if (report === null) return states;
  if (report.verdict === 'pass') {
    for (const { name } of equations) states.set(name, 'right');
    return states;
  }
  for (const value of report.values) states.set(value.name, value.ok ? 'right' : 'wrong');
  for (const diagnosis of report.diagnoses.slice(1)) {
    if (diagnosis.target !== null) states.set(diagnosis.target, 'wrong');
  }
  const first = report.diagnoses[0]?.target ?? null;
  if (first !== null) states.set(first, 'first');
  return states;
}
