/** What a pass is the end of: an exercise, a chapter, the course; counted of what has been passed, never of the order. */
import type { ChapterView } from '../course/chapters';

type Exercise = ChapterView['exercises'][number];

/** How far the chapter and the course are, and where to go on. */
export interface Ending {
  /** What is complete now. */
  readonly complete: 'course' | 'chapter' | null;
  readonly chapter: ChapterView;
  readonly passedInChapter: number;
  readonly passed: number;
  readonly count: number;
  /** Exercises of the course that are still open, in its order. */
  readonly open: readonly Exercise[];
  /** The exercise to go on with; null where none is open and none follows. */
  readonly next: Exercise | null;
  /** The chapter that `next` opens; null where it lies in the same one. */
  readonly nextChapter: ChapterView | null;
}

/** The ending of a pass of the exercise `id`, which counts as passed whatever has been told of it; null where no chapter has it. */
export function endingOf(chapters: readonly ChapterView[], id: string): Ending | null {
  const isPassed = (exercise: Exercise): boolean => exercise.id === id || exercise.state === 'passed';
  const chapter = chapters.find(({ exercises }) => exercises.some((exercise) => exercise.id === id));
  if (chapter === undefined) return null;
  const all = chapters.flatMap(({ exercises }) => exercises);
  const open = all.filter((exercise) => !isPassed(exercise));
  const passedInChapter = chapter.exercises.filter(isPassed).length;
  const at = all.findIndex((exercise) => exercise.id === id);
  const isWhole = passedInChapter === chapter.exercises.length;
  // After a whole chapter what has been passed already is no way on.
  const next =
    open.length === 0
      ? null
      : ((isWhole ? open.find(({ number }) => number > at + 1) : all[at + 1]) ?? open[0] ?? null);
  const nextChapter = chapters.find(({ exercises }) => exercises.some((one) => one.id === next?.id)) ?? null;
  return {
    complete: open.length === 0 ? 'course' : isWhole ? 'chapter' : null,
    chapter,
    passedInChapter,
    passed: all.length - open.length,
    count: all.length,
    open,
    next,
    nextChapter: nextChapter === chapter ? null : nextChapter,
  };
}
