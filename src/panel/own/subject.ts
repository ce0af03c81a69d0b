/** What a finding is about. */
import type { Equation } from '../../course/exercise';
import type { Diagnosis } from '../../grader/report';

/** By the name of an array, lines of the snippet. */
export type Lines = ReadonlyMap<string, readonly number[]>;

/** The array that a diagnosis is about: the one made in its line, else the one it names. */
export function subjectOf(diagnosis: Diagnosis, equations: readonly Equation[], lines: Lines): string | null {
  const { line, target } = diagnosis;
  const here = line === null ? undefined : equations.find(({ name }) => lines.get(name)?.includes(line));
  return here?.name ?? target;
}
