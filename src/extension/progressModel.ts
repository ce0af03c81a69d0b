/** What is kept of a learner's progress, how it grows, and how older forms become today's. Pure. */
import * as v from 'valibot';
import { exerciseIds } from '../course/exercise';
import type { ExerciseId } from '../course/exercise';
import type { ExerciseState } from '../protocol/messages';

/** The form of what is kept. A change to it needs a new number and a migration below. */
export const progressSchema = 1;

const seconds = v.pipe(v.number(), v.minValue(0));
const counter = v.pipe(v.number(), v.integer(), v.minValue(0));
const entrySchema = v.object({
  state: v.picklist(['not-started', 'started', 'passed']),
  hintsOpened: counter,
  attempts: counter,
  /** Seconds of work from the first change to passing, the best so far. */
  bestSeconds: v.nullable(seconds),
  /** Seconds of work since the first change or the last reset; null once passed, until the next reset. */
  workedSeconds: v.nullable(seconds),
});

/** The progress in one exercise. */
export type ExerciseProgress = Readonly<v.InferOutput<typeof entrySchema>>;

/** The progress in the course; an exercise that is not in it has not been started. */
export interface Progress {
  readonly schema: typeof progressSchema;
  readonly exercises: Readonly<Partial<Record<ExerciseId, ExerciseProgress>>>;
}

/** Turns progress of one schema into that of the next. */
export type Migration = (older: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** By the schema they start from. Empty while there is only the first. */
export const migrations: Readonly<Record<number, Migration>> = {};

/** Progress as it was before anything was done. */
export const noProgress: Progress = { schema: progressSchema, exercises: {} };

/** The progress in an exercise that has not been started. */
export const notStarted: ExerciseProgress = {
  state: 'not-started',
  hintsOpened: 0,
  attempts: 0,
  bestSeconds: null,
  workedSeconds: 0,
};

/**
 * Reads what was kept, by whatever version. `whole` says whether all of it was understood; if it is false, the
 * original must be kept aside, because writing the result back would lose something.
 */
export function readProgress(
  stored: unknown,
  steps: Readonly<Record<number, Migration>> = migrations,
  current: number = progressSchema,
): { readonly progress: Progress; readonly whole: boolean } {
  if (stored === undefined) return { progress: noProgress, whole: true };
  const today = migrate(stored, steps, current);
  const entries = v.safeParse(v.record(v.string(), v.unknown()), today?.['exercises']);
  if (!entries.success) return { progress: noProgress, whole: false };
  const exercises: Partial<Record<ExerciseId, ExerciseProgress>> = {};
  for (const id of exerciseIds) {
    const entry = v.safeParse(entrySchema, entries.output[id]);
    if (entry.success) exercises[id] = entry.output;
  }
  const whole = Object.keys(entries.output).length === Object.keys(exercises).length;
  return { progress: { schema: progressSchema, exercises }, whole };
}

/** Takes kept progress to the current schema; undefined where it is damaged or from a later version. */
function migrate(
  stored: unknown,
  steps: Readonly<Record<number, Migration>>,
  current: number,
): Record<string, unknown> | undefined {
  const parsed = v.safeParse(v.record(v.string(), v.unknown()), stored);
  if (!parsed.success) return undefined;
  let progress: Record<string, unknown> = parsed.output;
  while (progress['schema'] !== current) {
    const schema = progress['schema'];
    const step = typeof schema === 'number' && schema < current ? steps[schema] : undefined;
    if (!step) return undefined;
    const next = step(progress);
    if (next['schema'] === schema) return undefined;
    progress = next;
  }
  return progress;
}

/** Both of two records of the same learner: nothing that either holds is lost; `a` knows the running time. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const exercises: Partial<Record<ExerciseId, ExerciseProgress>> = {};
  for (const id of exerciseIds) {
    const [left, right] = [a.exercises[id], b.exercises[id]];
    const merged = left && right ? mergeEntries(left, right) : (left ?? right);
    if (merged) exercises[id] = merged;
  }
  return { schema: progressSchema, exercises };
}

function mergeEntries(a: ExerciseProgress, b: ExerciseProgress): ExerciseProgress {
  return {
    state: furthest(a.state, b.state),
    hintsOpened: Math.max(a.hintsOpened, b.hintsOpened),
    attempts: Math.max(a.attempts, b.attempts),
    bestSeconds: best(a.bestSeconds, b.bestSeconds),
    workedSeconds: a.workedSeconds,
  };
}

/** What moves an exercise on. */
export interface Step {
  readonly state?: ExerciseState;
  readonly hintsOpened?: number;
  /** Checks made, to be added. */
  readonly attempts?: number;
  /** Seconds of work, to be added. */
  readonly seconds?: number;
}

/** One exercise with its progress moved on; a state never moves back, so passed stays passed. */
export function advance(progress: Progress, id: ExerciseId, step: Step): Progress {
  const entry = progress.exercises[id] ?? notStarted;
  const worked = entry.workedSeconds === null ? null : entry.workedSeconds + (step.seconds ?? 0);
  const passes = step.state === 'passed';
  return withEntry(progress, id, {
    state: furthest(entry.state, step.state ?? 'not-started'),
    hintsOpened: Math.max(entry.hintsOpened, step.hintsOpened ?? 0),
    attempts: entry.attempts + (step.attempts ?? 0),
    // A solution that was pasted in takes no time at all, which is no time to be proud of.
    bestSeconds:
      passes && worked !== null && worked > 0 ? best(entry.bestSeconds, worked) : entry.bestSeconds,
    workedSeconds: passes ? null : worked,
  });
}

/** One exercise begun anew after a reset: its time runs from nothing; all else stays. */
export function restart(progress: Progress, id: ExerciseId): Progress {
  return withEntry(progress, id, { ...(progress.exercises[id] ?? notStarted), workedSeconds: 0 });
}

function withEntry(progress: Progress, id: ExerciseId, entry: ExerciseProgress): Progress {
  return { schema: progressSchema, exercises: { ...progress.exercises, [id]: entry } };
}

/** How many exercises are passed. */
export function countPassed(progress: Progress): number {
  return exerciseIds.filter((id) => progress.exercises[id]?.state === 'passed').length;
}

const order: readonly ExerciseState[] = ['not-started', 'started', 'passed'];

function furthest(a: ExerciseState, b: ExerciseState): ExerciseState {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

function best(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
