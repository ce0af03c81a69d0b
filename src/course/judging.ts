/** What the grader needs to know of an exercise: the reference computation and the inputs it is tried on. */

/** Filled in with the grader; see `src/course/judging`. */
export interface Judging {
  /** Whether the learner's function may change its arguments (`W1 -= …` in `update-weights`). */
  readonly mayChangeInputs: boolean;
}
