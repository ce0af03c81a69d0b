/** One exercise whose promises are tried, and how a snippet of it is judged. */
import type { Definition } from '../course/folder/definition';
import type { ExerciseFolder } from '../course/folder/exerciseFolder';
import type { Exercise } from '../course/judgedExercise';
import type { Samples } from '../engine/columnForm';
import type { Report } from '../grader/report';

export interface Tried {
  /** Its files; what is wrong with one of them is added here. */
  readonly folder: ExerciseFolder;
  readonly definition: Definition;
  readonly exercise: Exercise;
  readonly judge: (source: string, samples?: Samples) => Promise<Report>;
}
