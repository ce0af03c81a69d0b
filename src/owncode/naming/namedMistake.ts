/** A mistake of the learner’s own code, named. */
export interface NamedMistake {
  readonly code: string;
  /** The learner's name of the parameter whose gradient shows it first. */
  readonly target: string;
  readonly line: number | null;
  readonly confidence: 'certain' | 'likely';
  readonly message: string;
}
