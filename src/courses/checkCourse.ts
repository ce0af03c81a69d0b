/** A whole folder, tried exercise by exercise: what is wrong with one is told, and the next is tried all the same. */
import { readCourse, type ReadCourse } from '../course/folder/readCourse';
import type { Files, FolderFiles, Problem } from '../course/folder/problem';
import type { Definition } from '../course/folder/definition';
import { soundnessOf, type Soundness, type SoundnessTools } from './soundness';

/** One exercise that was tried. */
export interface CheckedExercise extends Soundness {
  readonly definition: Definition;
}

export interface CheckedCourse {
  /** What reading the files has shown. */
  readonly problems: readonly Problem[];
  readonly chapters: ReadCourse['chapters'];
  /** What trying them shows, one after the other. */
  readonly exercises: AsyncGenerator<CheckedExercise>;
}

/** Checks the files of a folder. What Python there is must be there; its absence rejects. */
export function checkCourse(
  { files, unread }: FolderFiles,
  tools: Omit<SoundnessTools, 'languages'>,
): CheckedCourse {
  const { chapters, problems } = readCourse(files, unread);
  return { problems, chapters, exercises: exercisesOf(files, chapters, tools) };
}

async function* exercisesOf(
  files: Files,
  chapters: ReadCourse['chapters'],
  tools: Omit<SoundnessTools, 'languages'>,
): AsyncGenerator<CheckedExercise> {
  for (const { exercises, languages } of chapters) {
    for (const { folder, definition } of exercises) {
      yield { ...(await soundnessOf(files, folder, definition, { ...tools, languages })), definition };
    }
  }
}
