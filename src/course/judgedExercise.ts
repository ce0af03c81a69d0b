/** What an exercise is: what is shown of it, and how it is judged. Those of part one stand in one file each under `exercises/`. */
import type { ExerciseContent, Text } from './exercise';
import type { FolderSource } from './folder/folderSource';
import type { Judging } from './judging/judging';

export interface Exercise extends ExerciseContent {
  /** How a snippet is judged. */
  readonly judging: Judging;
  /** What it was made of, where it is a folder's. */
  readonly folder?: FolderSource;
}

/** Some exercises that belong together, in order. */
export interface Chapter {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
  readonly exercises: readonly Exercise[];
}
