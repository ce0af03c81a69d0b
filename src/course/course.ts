/**
 * The course: part one, whose exercises are TypeScript, and the chapters that are folders, which whoever starts the tutor
 * reads and adds.
 *
 * The Korean texts are polite throughout (`-ㅂ니다`, and `-세요` where the learner is invited to do something), as all
 * that the tutor says is; technical terms carry the English in brackets at their first use (`glosses.ts`).
 * Titles, and the short comments inside snippets, are noun phrases.
 */
import type { Samples } from '../engine/columnForm';
import { inColumns } from './columns';
import type { ExerciseContent } from './exercise';
import type { Chapter, Exercise } from './judgedExercise';
import { backward2Layer } from './exercises/backward2Layer';
import { backward3Layer } from './exercises/backward3Layer';
import { chainRule } from './exercises/chainRule';
import { cost } from './exercises/cost';
import { debugTheNotes } from './exercises/debugTheNotes';
import { exactGradient } from './exercises/exactGradient';
import { forward2Layer } from './exercises/forward2Layer';
import { forward3Layer } from './exercises/forward3Layer';
import { Glosses } from './glosses';
import { hiddenGradients } from './exercises/hiddenGradients';
import { initializeWeights } from './exercises/initializeWeights';
import { numericalGradient } from './exercises/numericalGradient';
import { outputGradients } from './exercises/outputGradients';
import { relu } from './exercises/relu';
import { reluDerivative } from './exercises/reluDerivative';
import { train2Layer } from './exercises/train2Layer';
import { updateWeights } from './exercises/updateWeights';
import { shownShapes, type ShownShapes } from './shownShapes';

/** The exercises of part one as they are written, each to stand alone. */
export const written: readonly Exercise[] = [
  chainRule,
  relu,
  reluDerivative,
  initializeWeights,
  forward2Layer,
  cost,
  outputGradients,
  hiddenGradients,
  backward2Layer,
  updateWeights,
  train2Layer,
  forward3Layer,
  backward3Layer,
  numericalGradient,
  exactGradient,
  debugTheNotes,
];

const glosses = new Glosses();

/** The exercises of part one, in the order in which they are best taken. */
export const course: readonly Exercise[] = written.map(glosses.once);

/** What part one has given the English of; for the chapters that come with the tutor behind it. */
export function glossesOfPartOne(): Glosses {
  return new Glosses(glosses);
}

const partOne: Chapter = {
  id: 'from-the-notes',
  title: { en: 'From the notes', ko: '노트에서' },
  about: {
    en: 'A network of two and three layers, from the chain rule to a training that works.',
    ko: '연쇄 법칙에서 제대로 되는 학습까지, 2층과 3층 신경망을 다룹니다.',
  },
  exercises: course,
};

let fromFolders: () => readonly Chapter[] = () => [];

/**
 * Has the course go on with these chapters, in place of those that it went on with before. They are asked for when
 * something outside part one is first looked for, and then once.
 */
export function continueWith(chapters: () => readonly Chapter[]): void {
  let read: readonly Chapter[] | null = null;
  fromFolders = () => (read ??= chapters());
}

/** All chapters in order, part one first. */
export function allChapters(): readonly Chapter[] {
  return [partOne, ...fromFolders()];
}

/** All exercises of all chapters, in order. */
export function allExercises(): readonly Exercise[] {
  return allChapters().flatMap(({ exercises }) => exercises);
}

const inColumnsOf = new WeakMap<Exercise, Exercise>();

/** An exercise whose samples are rows, with its samples in rows or columns: always the same one. */
export function turned(exercise: Exercise, samples: Samples): Exercise {
  if (samples === 'rows') return exercise;
  const known = inColumnsOf.get(exercise) ?? inColumns(exercise);
  inColumnsOf.set(exercise, known);
  return known;
}

/** The exercise with that id and its samples in rows or columns; undefined where there is none. */
export function exerciseById(id: string, samples: Samples = 'rows'): Exercise | undefined {
  const exercise = course.find((one) => one.id === id) ?? allExercises().find((one) => one.id === id);
  return exercise && turned(exercise, samples);
}

const shapesKnown = new WeakMap<Exercise, ShownShapes>();

function shapesOf(exercise: Exercise): ShownShapes {
  const shapes = exercise.shapes ?? shapesKnown.get(exercise) ?? shownShapes(exercise);
  shapesKnown.set(exercise, shapes);
  return shapes;
}

/** All of an exercise that is data, to be sent to where it is shown. */
export function contentOf(id: string, samples: Samples = 'rows'): ExerciseContent {
  const exercise = exerciseById(id, samples);
  if (!exercise) throw new RangeError(`There is no exercise "${id}".`);
  const { judging, folder, ...content } = exercise;
  return { ...content, shapes: shapesOf(exercise) };
}
