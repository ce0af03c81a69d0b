/** Whether an exercise's folder is sound: every promise that it makes is tried. */
import { turned } from '../course/course';
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { Definition } from '../course/folder/definition';
import { ExerciseFolder } from '../course/folder/exerciseFolder';
import { folderExercise } from '../course/folder/folderExercise';
import { Problems, type Files, type Problem } from '../course/folder/problem';
import type { Samples } from '../engine/columnForm';
import { checkSnippet, type Grader } from '../grader/check';
import { preparedThroughout } from '../grader/prepare';
import { foldersLimits, UnsoundExercise } from '../grader/unsound';
import type { Report } from '../grader/report';
import type { PythonRuntime } from '../python/runtime';
import { checkGradients, checkMistakes } from './soundRecording';
import { checkCorrect, checkFaulty, checkSolution, checkStarters, type FaultyTold } from './soundSnippets';
import { checkHints, checkTerms } from './soundTexts';
import type { Tried } from './tried';

export interface Soundness {
  readonly id: string;
  readonly problems: readonly Problem[];
  /** How many snippets of `correct/` pass, of how many. */
  readonly correct: readonly [number, number];
  readonly faulty: FaultyTold;
  readonly mistakes: number;
}

export interface SoundnessTools {
  readonly runtime: PythonRuntime;
  readonly grader: Grader;
  readonly timeoutSeconds: number;
  /** What the solution and the mistakes may take; the usual limit when left out. */
  readonly folderSeconds?: number;
  readonly languages: readonly Language[];
}

/** Tries one exercise; `path` is where its files stand among all, with a `/` at its end. */
export async function soundnessOf(
  files: Files,
  path: string,
  definition: Definition,
  tools: SoundnessTools,
): Promise<Soundness> {
  const { id } = definition;
  const problems = new Problems();
  const folder = new ExerciseFolder(files, path, problems);
  const untried = (): Soundness => ({
    id,
    problems: problems.found,
    correct: [0, 0],
    faulty: { all: 0, codes: 0, lined: 0, lines: 0 },
    mistakes: 0,
  });
  const exercise = await preparedIn(folder, definition, tools);
  if (exercise === null) return untried();
  const { runtime, grader, timeoutSeconds } = tools;
  const options = { timeoutSeconds, language: 'en', grader, curve: false } as const;
  const judge = (source: string, samples: Samples = 'rows'): Promise<Report> =>
    checkSnippet(turned(exercise, samples), source, runtime, options);
  const tried: Tried = { folder, definition, exercise, judge };
  const recording = exercise.judging.recorded;
  checkTerms(tried);
  checkHints(tried);
  // What is compared with a wrong solution would only repeat it.
  if (recording && !checkGradients(tried, recording)) return untried();
  if (recording) checkMistakes(tried, recording);
  await checkSolution(tried);
  await checkStarters(tried);
  const correct = await checkCorrect(tried);
  const faulty = await checkFaulty(tried);
  return { id, problems: problems.found, correct, faulty, mistakes: recording?.mistakes.length ?? 0 };
}

/** The exercise with what its solution and its mistakes give; null where they could not be run, which the folder is told. */
async function preparedIn(
  folder: ExerciseFolder,
  definition: Definition,
  { runtime, folderSeconds = foldersLimits.timeoutSeconds }: SoundnessTools,
): Promise<Exercise | null> {
  try {
    const limits = { ...foldersLimits, timeoutSeconds: folderSeconds };
    return await preparedThroughout(folderExercise({ definition, recording: null }), runtime, limits);
  } catch (error) {
    if (!(error instanceof UnsoundExercise)) throw error;
    folder.add(error.file, error.line, error.reason);
    return null;
  }
}
