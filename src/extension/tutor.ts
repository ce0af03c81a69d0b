/**
 * The door of the second bundle, `dist/tutor.js`: everything that would make activation slow. The extension reaches
 * it through `lazyTutor` alone, when it first needs an exercise or a Python.
 */
import type { Samples } from '../engine/columnForm';
import { join } from 'node:path';
import { allChapters, allExercises, contentOf, exerciseById } from '../course/course';
import { useCourses } from '../courses/useCourses';
import type { ExerciseId, Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import { checkSnippet, type Grader } from '../grader/check';
import { prepared } from '../grader/prepare';
import type { Report } from '../grader/report';
import { GradingThread } from '../grading/thread';
import { gradcheck } from '../owncode/gradcheck';
import { mistakeSources } from '../course/folder/folderExercise';
import { knownSlips } from '../hunt/known';
import { plant, type Judge, type Planted, type PlantOptions } from '../hunt/plant';
import { linesOfNetwork } from '../owncode/networkLines';
import { createBuiltinRuntime } from '../python/builtin';
import { findPython } from '../python/findPython';
import { readBeside } from '../python/readBeside';
import { RuntimeUnavailableError } from '../python/runtime';
import type { PythonRuntime } from '../python/runtime';
import { createSystemRuntime } from '../python/system';
import { unavailableSentence } from '../python/unavailable';

const shipped = join(__dirname, 'chapters.json');
useCourses(shipped, []);

export {
  allChapters,
  allExercises,
  contentOf,
  exerciseById,
  findPython,
  gradcheck,
  linesOfNetwork,
  readBeside,
  unavailableSentence,
};

/** Has the course go on with part two and with these folders. */
export function ownCourses(folders: readonly string[]): ReturnType<typeof useCourses> {
  return useCourses(shipped, folders);
}

/** Plants a mistake in an exercise's solution: one that its folder knows, or a slip of the pen. */
export function plantIn(
  exercise: Exercise,
  judge: Judge,
  options: Omit<PlantOptions, 'known'>,
): Promise<Planted | null> {
  const { solution, functionName } = exercise;
  const known = knownSlips(solution, functionName, mistakeSources(exercise));
  return plant(solution, judge, { ...options, known });
}

/** Which Python: nothing to install, or an interpreter as the setting names it (`system` or a path). */
export type PythonChoice =
  { readonly kind: 'builtin' } | { readonly kind: 'system'; readonly interpreter: string };

/** Where the runtimes find their files. */
export interface RuntimePlaces {
  /** The folder of the built extension. */
  readonly dist: string;
  /** A folder for what is quicker found than made again. */
  readonly cache: string;
}

export interface JudgeOptions {
  readonly samples: Samples;
  readonly timeoutSeconds: number;
  readonly language: Language;
  readonly signal?: AbortSignal;
  readonly grader: Grader;
  readonly curve?: boolean;
  /** Is given the report before the training for its curve, where there is one. */
  readonly onVerdict?: (report: Report) => void;
}

/** The exercise that the course begins with. */
export function firstExercise(): Exercise {
  const [first] = allExercises();
  if (!first) throw new Error('The course is empty.');
  return first;
}

/** A Python that has not been started yet. Throws where the interpreter does not exist. */
export function createRuntime(choice: PythonChoice, { dist, cache }: RuntimePlaces): PythonRuntime {
  const pythonPath = join(dist, 'python');
  if (choice.kind === 'system') {
    const executable = findPython(choice.interpreter);
    return createSystemRuntime({ executable, pythonPath });
  }
  return createBuiltinRuntime({
    builtinPath: join(dist, 'builtin'),
    pythonPath,
    cachePath: cache,
  });
}

/** The thread that grades; `dist` is the folder of the built extension. */
export function createGrader(dist: string): GradingThread {
  return new GradingThread(join(dist, 'gradingWorker.js'));
}

/** Runs what an exercise is judged by, once, so that its first check need not. */
export async function prepare(id: ExerciseId, runtime: PythonRuntime): Promise<void> {
  const exercise = exerciseById(id);
  if (exercise) await prepared(exercise, runtime);
}

/** Judges a snippet. Rejects where there is no Python to run it with, and when the signal aborts. */
export function judge(
  id: ExerciseId,
  source: string,
  runtime: PythonRuntime,
  options: JudgeOptions,
): Promise<Report> {
  const exercise = exerciseById(id, options.samples);
  if (!exercise) throw new RangeError(`There is no exercise "${id}".`);
  return checkSnippet(exercise, source, runtime, options);
}

/** Whether an error says that there is no Python to run with. */
export function isUnavailable(error: unknown): error is RuntimeUnavailableError {
  return error instanceof RuntimeUnavailableError;
}
