/** What is kept of a learner's progress, how it grows, and how older forms become today's. Pure. */
import * as v from 'valibot';
import { exerciseIds } from '../../course/exercise';
import type { ExerciseId, PartOneId } from '../../course/exercise';
import type { ExerciseState } from '../../protocol/messages';

/** The form of what is kept. A change to it needs a new number and a migration below. */
export const progressSchema = 1;

const seconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e9));
const counter = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6));
const state = v.picklist(['not-started', 'started', 'passed']);
const entrySchema = v.object({
  state,
  hintsOpened: counter,
  attempts: counter,
  /** Seconds of work from the first change to passing, the best so far. */
  bestSeconds: v.nullable(seconds),
  /** Seconds of work since the first change or the last reset; null once passed, until the next reset. */
  workedSeconds: v.nullable(seconds),
  /** The fewest checks in which a planted mistake was found, once one was. */
  bestHunt: v.exactOptional(counter),
});
/** What matters most of an entry is how far the learner has come; beside that, all else can be made up for. */
const damagedSchema = v.object({
  state,
  hintsOpened: v.fallback(counter, 0),
  attempts: v.fallback(counter, 0),
  bestSeconds: v.fallback(v.nullable(seconds), null),
  workedSeconds: v.fallback(v.nullable(seconds), null),
  bestHunt: v.fallback(v.optional(counter), undefined),
});

/** Whether the learner asked for a check, which counts as an attempt, or a pause in typing did. */
export type Asked = 'explicit' | 'automatic';

/** The progress in one exercise. */
export type ExerciseProgress = Readonly<v.InferOutput<typeof entrySchema>>;

/** The progress in the course; an exercise that is not in it has not been started. */
export interface Progress {
  readonly schema: typeof progressSchema;
  readonly exercises: Readonly<Partial<Record<PartOneId, ExerciseProgress>>>;
  /**
   * That in exercises which are folders, and in those that only another version of the extension has, or a course that is
   * not here now: carried along, so that it finds them again.
   */
  readonly others?: Readonly<Record<string, ExerciseProgress>>;
}

/** More exercises than any other version could have. */
const mostOthers = 500;

const known: ReadonlySet<string> = new Set(exerciseIds);

function isPartOne(id: ExerciseId): id is PartOneId {
  return known.has(id);
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

/** What was understood of kept progress. */
export interface ReadProgress {
  readonly progress: Progress;
  /** Whether all of it was understood; if not, the original is kept aside, for writing this back would lose something. */
  readonly whole: boolean;
}

/**
 * Reads what was kept, by whatever version. It looks at what it knows by name, and at no more, however much there is.
 */
export function readProgress(
  stored: unknown,
  steps: Readonly<Record<number, Migration>> = migrations,
  current: number = progressSchema,
): ReadProgress {
  if (stored === undefined) return { progress: noProgress, whole: true };
  const entries = migrate(stored, steps, current)?.['exercises'];
  if (!isRecord(entries)) return { progress: noProgress, whole: false };
  const exercises: Partial<Record<PartOneId, ExerciseProgress>> = {};
  let whole = true;
  for (const id of exerciseIds) {
    if (!Object.hasOwn(entries, id)) continue;
    const entry = readEntry(entries[id]);
    if (entry) exercises[id] = entry.progress;
    whole &&= entry?.whole === true;
  }
  const others = readOthers(entries);
  return { progress: build(exercises, others.entries), whole: whole && others.whole };
}

function readOthers(entries: Readonly<Record<string, unknown>>): {
  readonly entries: Record<string, ExerciseProgress>;
  readonly whole: boolean;
} {
  const found: [string, ExerciseProgress][] = [];
  for (const id in entries) {
    if (isPartOne(id)) continue;
    const entry = readEntry(entries[id]);
    if (!entry?.whole || found.length === mostOthers || !/^[a-z0-9][a-z0-9-]{0,99}$/.test(id))
      return { entries: Object.fromEntries(found), whole: false };
    found.push([id, entry.progress]);
  }
  return { entries: Object.fromEntries(found), whole: true };
}

function build(
  exercises: Progress['exercises'],
  others: Readonly<Record<string, ExerciseProgress>>,
): Progress {
  const progress = { schema: progressSchema, exercises } as const;
  return Object.keys(others).length === 0 ? progress : { ...progress, others };
}

/** The form in which progress is kept and exported: `readProgress` reads it. */
export function storedForm({ schema, exercises, others }: Progress): object {
  return { schema, exercises: { ...others, ...exercises } };
}

function readEntry(
  stored: unknown,
): { readonly progress: ExerciseProgress; readonly whole: boolean } | undefined {
  const entry = v.safeParse(entrySchema, stored);
  if (entry.success) return { progress: entry.output, whole: true };
  const damaged = v.safeParse(damagedSchema, stored);
  if (!damaged.success) return undefined;
  const { bestHunt, ...others } = damaged.output;
  return { progress: { ...others, ...hunted(bestHunt) }, whole: false };
}

/** An exercise's entry wherever it stands in a text: its id, then an object without objects in it. */
const entryPattern = new RegExp(`"(${exerciseIds.join('|')})"\\s{0,9}:\\s{0,9}(\\{[^{}]{0,500}\\})`, 'g');

/** A piece of a text shares so many characters with the next one, so that no entry is cut in two. */
export const salvageOverlap = 600;

/** What can still be read of progress in a text that as a whole is no JSON any more, or too large to be looked at. */
export function salvageProgress(text: string): Progress {
  let found = noProgress;
  for (const [, id, entry = ''] of text.matchAll(entryPattern)) {
    try {
      const stored: unknown = JSON.parse(entry);
      const exercises = { [id ?? '']: stored };
      found = mergeProgress(found, readProgress({ schema: progressSchema, exercises }).progress);
    } catch {
      // Not this one.
    }
  }
  return found;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes kept progress to the current schema; undefined where it is damaged or from a later version. */
function migrate(
  stored: unknown,
  steps: Readonly<Record<number, Migration>>,
  current: number,
): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(stored)) return undefined;
  let progress = stored;
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
  const exercises = mergeRecords<PartOneId>(exerciseIds, a.exercises, b.exercises);
  const [left, right] = [a.others ?? {}, b.others ?? {}];
  return build(exercises, mergeRecords(Object.keys({ ...left, ...right }), left, right));
}

function mergeRecords<K extends string>(
  ids: readonly K[],
  a: Readonly<Partial<Record<K, ExerciseProgress>>>,
  b: Readonly<Partial<Record<K, ExerciseProgress>>>,
): Record<K, ExerciseProgress> {
  const merged = ids.flatMap((id) => {
    const [left, right] = [a[id], b[id]];
    const entry = left && right ? mergeEntries(left, right) : (left ?? right);
    return entry ? [[id, entry] as const] : [];
  });
  return Object.fromEntries(merged) as Record<K, ExerciseProgress>;
}

function mergeEntries(a: ExerciseProgress, b: ExerciseProgress): ExerciseProgress {
  return {
    state: furthest(a.state, b.state),
    hintsOpened: Math.max(a.hintsOpened, b.hintsOpened),
    attempts: Math.max(a.attempts, b.attempts),
    bestSeconds: best(a.bestSeconds, b.bestSeconds),
    workedSeconds: a.workedSeconds,
    ...hunted(a.bestHunt, b.bestHunt),
  };
}

/** The fewest checks of several hunts, as an entry holds it: not at all where there was none. */
function hunted(...checks: readonly (number | undefined)[]): Pick<ExerciseProgress, 'bestHunt'> {
  const known = checks.filter((count) => count !== undefined);
  return known.length === 0 ? {} : { bestHunt: Math.min(...known) };
}

/** What moves an exercise on. */
export interface Step {
  readonly state?: ExerciseState;
  readonly hintsOpened?: number;
  /** Checks made, to be added. */
  readonly attempts?: number;
  /** Seconds of work, to be added. */
  readonly seconds?: number;
  /** A planted mistake was found in so many checks. */
  readonly hunt?: number;
}

/** How many rungs of a hint ladder are open once the one of this kind is; undefined where the ladder has none such. */
export function rungsUpTo<K>(ladder: readonly { readonly kind: K }[], kind: K): number | undefined {
  const rung = ladder.findIndex((hint) => hint.kind === kind);
  return rung < 0 ? undefined : rung + 1;
}

/** One exercise with its progress moved on; a state never moves back, so passed stays passed. */
export function advance(progress: Progress, id: ExerciseId, step: Step): Progress {
  const entry = entryOf(progress, id);
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
    ...hunted(entry.bestHunt, step.hunt),
  });
}

/** One exercise begun anew after a reset: its time runs from nothing; all else stays. */
export function restart(progress: Progress, id: ExerciseId): Progress {
  return withEntry(progress, id, { ...entryOf(progress, id), workedSeconds: 0 });
}

function withEntry(progress: Progress, id: ExerciseId, entry: ExerciseProgress): Progress {
  if (isPartOne(id)) return { ...progress, exercises: { ...progress.exercises, [id]: entry } };
  return { ...progress, others: { ...progress.others, [id]: entry } };
}

/** How many exercises are passed. */
export function countPassed({ exercises, others }: Progress): number {
  return Object.values({ ...others, ...exercises }).filter(({ state }) => state === 'passed').length;
}

/** The progress in one exercise, of whichever part. */
export function entryOf(progress: Progress, id: ExerciseId): ExerciseProgress {
  return (isPartOne(id) ? progress.exercises[id] : progress.others?.[id]) ?? notStarted;
}

const order: readonly ExerciseState[] = ['not-started', 'started', 'passed'];

function furthest(a: ExerciseState, b: ExerciseState): ExerciseState {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

function best(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
