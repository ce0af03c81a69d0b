/** What a check of a learner's own file tells: the JSON of the command line, the exported API and the panel's page. */
import type { RunErrorKind } from '../python/runtime';
import type { How } from './measured';

/**
 * Of one array of parameters, or of all that a function gives together. `scaled`: the gradient of a constant times the
 * loss, the same constant for all of them.
 */
export type GradientVerdict = 'agree' | 'differ' | 'scaled' | 'not-judged';

/** One entry of a gradient that was compared, by its place in C order. */
export interface ComparedEntry {
  readonly entry: number;
  /** The slope of the loss. */
  readonly expected: number;
  /** The learner's. */
  readonly actual: number;
}

export interface ParameterReport {
  readonly name: string;
  /** As a person would write it, `grads['dW1']`; null where nothing pairs with the parameter. */
  readonly gradient: string | null;
  readonly shape: readonly number[];
  readonly verdict: GradientVerdict;
  /** The largest difference, relative to the largest entry of the array; null where nothing could be compared. */
  readonly maxRelError: number | null;
  /** What the learner's gradient is of the slope, where it is the same everywhere; else null. */
  readonly ratio: number | null;
  /** Slopes that were compared. */
  readonly checked: number;
  /** Slopes near a kink. */
  readonly notJudged: number;
  /** A sentence where there is more to say than the numbers do. */
  readonly reason: string | null;
  /** The entry that differs most; null where all agree or none was compared by itself. */
  readonly worst: {
    readonly index: readonly number[];
    readonly expected: number;
    readonly actual: number;
  } | null;
  /** Of a small array all entries away from kinks, of a large one some; none where the shapes do not fit. */
  readonly entries: readonly ComparedEntry[];
}

/** A line of the file that holds an array of the recovered network first: `Z1`, `dW2`. */
export interface NetworkPlace {
  readonly name: string;
  readonly line: number;
  readonly cell?: number;
}

/** A network as it was recovered from the arrays. */
export interface RecoveredNetwork {
  readonly layers: readonly { readonly units: number; readonly activation: string }[];
  readonly loss: string;
  readonly samples: 'rows' | 'columns';
  /** In the order of the passes; arrays that no line holds are left out. */
  readonly places: readonly NetworkPlace[];
}

export interface OwnDiagnosis {
  readonly code: string;
  /** The parameter that the sentence speaks of. */
  readonly target: string;
  readonly line: number | null;
  /** The notebook's cell that `line` is in, where the file is a notebook; `line` is then counted within it. */
  readonly cell?: number;
  readonly confidence: 'certain' | 'likely';
  readonly message: string;
}

/** One function that gives a loss and gradients. */
export interface FunctionCheck {
  /** The backward function; null for a script's loop. */
  readonly function: string | null;
  readonly line: number;
  readonly cell?: number;
  readonly how: How;
  /** What was run, as Python: put into the file, it is a declared check that gives the same verdict. */
  readonly declaration: string;
  readonly loss: number;
  readonly verdict: GradientVerdict;
  /** What all gradients are multiplied by, where that is the same: 1 where they agree; null where there is no such number. */
  readonly scale: number | null;
  readonly network: RecoveredNetwork | null;
  readonly parameters: readonly ParameterReport[];
  /** The first is the one to show. */
  readonly diagnoses: readonly OwnDiagnosis[];
  /** Sentences about the check as a whole. */
  readonly remarks: readonly string[];
}

/** A function that looks like a backward pass and could not be measured. */
export interface RefusedFunction {
  readonly function: string | null;
  readonly line: number;
  readonly cell?: number;
  readonly message: string;
  /** Whether the time was over before it could be told: then nothing good is said of the file as a whole. */
  readonly isLate?: boolean;
}

export interface GradcheckError {
  readonly kind: RunErrorKind;
  readonly line: number | null;
  readonly cell?: number;
  readonly message: string;
  readonly traceback?: string;
}

export interface GradcheckReport {
  readonly schema: 1;
  readonly file: string;
  readonly verdict: GradientVerdict | 'nothing-found' | 'error';
  readonly checks: readonly FunctionCheck[];
  readonly refused: readonly RefusedFunction[];
  readonly error: GradcheckError | null;
  /** What the file printed while it ran. */
  readonly stdout: string;
  readonly timings: { readonly startMs: number; readonly runMs: number };
}
