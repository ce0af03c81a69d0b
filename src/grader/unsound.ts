/** What an exercise's folder has wrong that only running it shows. */
import type { RunError, RunLimits } from '../python/runtime';

/** What each file of an exercise's folder may take, on all probes together. */
export const foldersLimits: RunLimits = {
  timeoutSeconds: 30,
  outputBytes: 64 * 1024,
  resultBytes: 64 * 1024 * 1024,
};

/** Raised where the Python of a folder does not do what it must; its author is to mend it. */
export class UnsoundExercise extends Error {
  override readonly name = 'UnsoundExercise';

  constructor(
    readonly exercise: string,
    /** Of the folder: `solution.py`. */
    readonly file: string,
    readonly line: number | null,
    readonly reason: string,
  ) {
    super(`${exercise}/${file}${line === null ? '' : `:${String(line)}`}: ${reason}`);
  }
}

/** Refuses what ended in an error, whatever file of the exercise it was. */
export function unsoundIf(error: RunError | null, exercise: string, file: string): void {
  if (error) throw new UnsoundExercise(exercise, file, error.line, error.message);
}
