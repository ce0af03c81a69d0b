/** What passes between whoever checks and the worker that grades. Structured data only. */
import type { ExerciseId, Language } from '../course/exercise';
import type { Report } from '../grader/report';
import type { SnippetRun } from '../python/runtime';

export interface GradeMessage {
  readonly exercise: ExerciseId;
  /** Which way its samples lie. */
  readonly samples: 'rows' | 'columns';
  readonly run: SnippetRun;
  readonly language: Language;
}

/** `known` may come before `graded`: what is known before the mistake is searched for. */
export type FromGrading =
  | { readonly type: 'ready' }
  | { readonly type: 'known' | 'graded'; readonly report: Report }
  | { readonly type: 'failed'; readonly detail: string };

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === 1;
}

/** A message from the worker, checked; null where it is none. */
export function readFromGrading(message: unknown): FromGrading | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, report, detail } = message as Readonly<Record<string, unknown>>;
  if (type === 'ready') return { type };
  if ((type === 'known' || type === 'graded') && isReport(report)) return { type, report };
  if (type === 'failed' && typeof detail === 'string') return { type, detail };
  return null;
}
