/** What passes between whoever checks and the worker that grades. Structured data only. */
import type { ExerciseId, Language } from '../course/exercise';
import type { Graded } from '../grader/curve';
import type { Convention, Report } from '../grader/report';
import type { DriveResult, SnippetRun } from '../python/runtime';

/** A run to grade, or a curve to add to what has been graded. `samples` tells which way the exercise's samples lie. */
export type GradeMessage = {
  readonly exercise: ExerciseId;
  readonly samples: Convention['samples'];
  readonly language: Language;
} & ({ readonly run: SnippetRun } | { readonly graded: Graded; readonly drive: DriveResult | null });

/** `known` may come before `graded`: what is known before the mistake is searched for. */
export type FromGrading =
  | { readonly type: 'ready' }
  | { readonly type: 'known'; readonly report: Report }
  | ({ readonly type: 'graded' } & Graded)
  | { readonly type: 'failed'; readonly detail: string };

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === 1;
}

function isCurve(value: unknown): value is Graded['curve'] {
  return value === null || (typeof value === 'object' && 'convention' in value && 'precision' in value);
}

/** A message from the worker, checked; null where it is none. */
export function readFromGrading(message: unknown): FromGrading | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, report, curve, detail } = message as Readonly<Record<string, unknown>>;
  if (type === 'ready') return { type };
  if (type === 'known' && isReport(report)) return { type, report };
  if (type === 'graded' && isReport(report) && isCurve(curve)) return { type, report, curve };
  if (type === 'failed' && typeof detail === 'string') return { type, detail };
  return null;
}
