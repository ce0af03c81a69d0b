/** When the report of an automatic check may be told: it never scolds whoever is still typing. */
import type { Report } from '../../grader/report';

/** Where the learner is in the snippet. */
export interface Attention {
  /** The cursor's line, from 1; null where the editor has not got the focus. */
  readonly line: number | null;
  /** Whether a list of completions is open. */
  readonly completing: boolean;
  /** How many blanks are left. */
  readonly blanks: number;
}

/** A pass is always told; a fault only of finished code that the cursor has left, and never under an open list. */
export function mayTell(report: Report, { line, completing, blanks }: Attention): boolean {
  if (report.verdict === 'pass') return true;
  if (completing || blanks > 0) return false;
  if (line === null) return true;
  const places = [report.error, ...report.diagnoses].flatMap((fault) => fault?.line ?? []);
  return places.length > 0 && !places.includes(line);
}
