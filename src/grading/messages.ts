/** What passes between whoever checks and the worker that grades. Structured data only. */
import * as v from 'valibot';
import { exerciseIdPattern, type ExerciseId, type Language } from '../course/exercise';
import type { FolderSource } from '../course/folder/folderSource';
import type { Graded } from '../grader/curve';
import type { Convention, Report } from '../grader/report';
import { conventionSchema, reportSchema } from '../protocol/reportSchema';
import type { DriveResult, SnippetRun } from '../python/runtime';

/** A run to grade, or a curve to add to what has been graded. `samples` tells which way the exercise's samples lie. */
export type GradeMessage = {
  readonly exercise: ExerciseId;
  /**
   * What the exercise was made of, where it is a folder's: the worker reads no folders. It holds all that is known of the
   * solution and its mistakes, so a worker is sent it once.
   */
  readonly folder: FolderSource | 'sent before' | null;
  readonly samples: Convention['samples'];
  readonly language: Language;
} & ({ readonly run: SnippetRun } | { readonly graded: Graded; readonly drive: DriveResult | null });

/**
 * `known` may come before `graded`: what is known before the mistake is searched for. `full` comes before it where the
 * worker holds so much by now that another is to take its place.
 */
export type FromGrading =
  | { readonly type: 'ready' }
  | { readonly type: 'full' }
  | { readonly type: 'known'; readonly report: Report }
  | ({ readonly type: 'graded' } & Graded)
  | { readonly type: 'failed'; readonly detail: string };

const curve: v.GenericSchema<unknown, Graded['curve']> = v.nullable(
  v.object({
    convention: v.nullable(conventionSchema),
    precision: v.picklist(['double', 'single', 'half']),
  }),
);

const fromGrading: v.GenericSchema<unknown, FromGrading> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('full') }),
  v.object({ type: v.literal('known'), report: reportSchema }),
  v.object({ type: v.literal('graded'), report: reportSchema, curve, isShown: v.optional(v.boolean()) }),
  v.object({ type: v.literal('failed'), detail: v.string() }),
]);

/** A message from the worker, checked; null where it is none. */
export function readFromGrading(message: unknown): FromGrading | null {
  const result = v.safeParse(fromGrading, message, { abortEarly: true });
  return result.success ? result.output : null;
}

/** The arrays of a run were checked when Python answered, on this side of the wall: they are not gone through again. */
const checked = <T extends object>(): v.GenericSchema<unknown, T> =>
  v.custom<T>((given) => typeof given === 'object' && given !== null, 'no object');

const about = {
  exercise: v.pipe(v.string(), v.regex(exerciseIdPattern)),
  folder: v.nullable(v.union([v.literal('sent before'), checked<FolderSource>()])),
  samples: v.picklist(['rows', 'columns']),
  language: v.picklist(['en', 'ko']),
};

const toGrading: v.GenericSchema<unknown, GradeMessage> = v.union([
  v.object({ ...about, run: checked<SnippetRun>() }),
  v.object({
    ...about,
    graded: v.object({ report: reportSchema, curve }),
    drive: v.nullable(checked<DriveResult>()),
  }),
]);

/** A message to the worker, checked; throws where it is none. */
export function readToGrading(message: unknown): GradeMessage {
  return v.parse(toGrading, message);
}
