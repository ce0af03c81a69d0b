/** A bug hunt, between panel and extension: a program with a planted mistake, which a learner finds by the numbers. */
import * as v from 'valibot';
import type { RequestType, NotificationType } from 'vscode-messenger-common';
import { exerciseIdPattern } from '../course/exercise';
import type { ExerciseId } from '../course/exercise';
import type { Report } from '../grader/report';
import { count, position } from './figures';
import { reportSchema } from './reportSchema';

/** What was planted, once it is found or asked for. */
export interface PlantedMistake {
  readonly line: number;
  /** What stands in that line of the program as it was planted. */
  readonly text: string;
  readonly message: string;
}

export interface Hunt {
  /** The program as the learner has it now. */
  readonly text: string;
  /** Checks since it was planted. */
  readonly checks: number;
  /** Numbers without names, of the text that was judged last; null where Python could not say. */
  readonly report: Report | null;
  readonly end: 'found' | 'told' | null;
  /** Null until the hunt has ended. */
  readonly mistake: PlantedMistake | null;
}

export interface HuntModel {
  readonly exercise: ExerciseId;
  /** Null until a mistake has been planted in this exercise. */
  readonly hunt: Hunt | null;
  /** The fewest checks so far; null where none was found. */
  readonly best: number | null;
}

export type HuntAnswer =
  { readonly ok: true; readonly model: HuntModel } | { readonly ok: false; readonly message: string };

/** What there is of an exercise's hunt. */
export const openHunt: RequestType<{ readonly exercise: ExerciseId }, HuntAnswer> = { method: 'openHunt' };
/** Plants another mistake. */
export const startHunt: RequestType<{ readonly exercise: ExerciseId }, HuntAnswer> = { method: 'startHunt' };
export const checkHunt: RequestType<{ readonly exercise: ExerciseId; readonly text: string }, HuntAnswer> = {
  method: 'checkHunt',
};
/** Ends the hunt by telling what was planted. */
export const tellHunt: RequestType<{ readonly exercise: ExerciseId }, HuntAnswer> = { method: 'tellHunt' };
/** Keeps what was typed, for a page that is thrown away. */
export const keepHunt: NotificationType<{ readonly exercise: ExerciseId; readonly text: string }> = {
  method: 'keepHunt',
};

type Schema<T> = v.GenericSchema<unknown, T>;

const exercise: Schema<ExerciseId> = v.pipe(v.string(), v.regex(exerciseIdPattern));
const mistake: Schema<PlantedMistake> = v.object({ line: position, text: v.string(), message: v.string() });
const model: Schema<HuntModel> = v.object({
  exercise,
  hunt: v.nullable(
    v.object({
      text: v.string(),
      checks: count,
      report: v.nullable(reportSchema),
      end: v.nullable(v.picklist(['found', 'told'])),
      mistake: v.nullable(mistake),
    }),
  ),
  best: v.nullable(count),
});
const answer: Schema<HuntAnswer> = v.variant('ok', [
  v.object({ ok: v.literal(true), model }),
  v.object({ ok: v.literal(false), message: v.string() }),
]);

/** Parameters of what the panel asks or tells, by method. */
export const huntSchemas = {
  openHunt: v.object({ exercise }),
  startHunt: v.object({ exercise }),
  checkHunt: v.object({ exercise, text: v.string() }),
  tellHunt: v.object({ exercise }),
  keepHunt: v.object({ exercise, text: v.string() }),
};

/** The extension's answers, by method. */
export const huntAnswerSchemas = {
  openHunt: answer,
  startHunt: answer,
  checkHunt: answer,
  tellHunt: answer,
};
