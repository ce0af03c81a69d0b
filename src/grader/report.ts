/** The report of one check: what the panel shows, and what `check --json` prints. Names are stable (schema 1). */
import type { Exercise } from '../course/judgedExercise';
import type { HeldParameters } from '../course/trainingRun';
import type { Finding } from '../diagnosis/finding';
import type { Samples } from '../engine/columnForm';
import type { Measure } from '../engine/compare';
import type { OutputConvention } from '../network/conventions';
import type { RunErrorKind, SnippetRun } from '../python/runtime';

export type Verdict = 'pass' | 'fail' | 'error';

export interface Convention {
  /** 1: the gradient of half the cost; 2: of the cost as written. */
  readonly scale: 1 | 2;
  /** Whether the output delta carries the output ReLU's derivative. */
  readonly outputDerivative: 'identity' | 'relu';
  /** Whether the cost is the mean over the samples, or over samples and outputs alike (`np.mean`). */
  readonly mean: 'samples' | 'entries';
  /** Whether each sample is a row of X or a column. */
  readonly samples: Samples;
  /** The form in which biases, or their gradients, came back; null where none did. */
  readonly biasShape: BiasShape | null;
}

/** One bias for each of n units, as an array: beside samples in rows, beside samples in columns, or without a second axis. */
export type BiasShape = '(1, n)' | '(n, 1)' | '(n,)';

export interface WorstEntry {
  readonly index: readonly number[];
  readonly expected: number;
  readonly actual: number | null;
}

export interface ValueReport {
  readonly name: string;
  readonly ok: boolean;
  readonly expectedShape: readonly number[];
  readonly actualShape: readonly number[] | null;
  /** max |a−b| / max(1e-8, |a|+|b|); null where the shapes do not allow a comparison or an entry is not finite. */
  readonly maxRelError: number | null;
  /** Signed learner/reference where it is the same for all entries, else null. */
  readonly ratio: number | null;
  readonly worst: WorstEntry | null;
  /** Which data the row speaks of, where the learner's own come out right and others do not; absent for their own. */
  readonly data?: DataReport;
  /** After how many iterations the arrays are compared, where that is not at the end of the learner's training. */
  readonly iterations?: number;
}

/** Data other than the learner's own, by their sizes; null where they are not data of a network. */
export interface DataReport {
  readonly samples: number | null;
  readonly outputs: number | null;
}

export interface GradientCheckReport {
  readonly name: string;
  readonly ok: boolean;
  readonly maxRelError: number;
  readonly checked: number;
  readonly notJudged: number;
}

export interface CostReport {
  /** Iterations between two entries of the curves. */
  readonly every: number;
  readonly reference: readonly number[];
  /** Shorter than the reference, or null entries, where the learner's training ended early or left the finite numbers. */
  readonly learner: readonly (number | null)[];
  /** The first iteration whose costs differ, or null where none does. */
  readonly firstDivergence: number | null;
  /** Beyond the contract, for the panel: every iteration around the first that differs; absent where none does. */
  readonly near?: {
    /** The iteration of the first entry. */
    readonly from: number;
    readonly reference: readonly number[];
    readonly learner: readonly (number | null)[];
  };
  /** Beyond the contract, for the panel: the learner's parameters before the update of each entry of `learner`, to six digits. */
  readonly parameters?: HeldParameters;
}

export type Diagnosis = Omit<Finding, 'facts'>;

/** A sentence beside the findings, made with the report: whoever shows the report prints it as it is. */
export interface Remark {
  /** `convention`, `cost-falls`, `central-differences`, `skipped` … */
  readonly code: string;
  readonly message: string;
  /** The array that it speaks of, where it speaks of one. */
  readonly target?: string | null;
}

export interface ReportError {
  readonly kind: RunErrorKind;
  readonly line: number | null;
  readonly message: string;
  /** The learner's frames of the traceback, as Python prints them. */
  readonly traceback?: string;
}

export interface ShapeReport {
  readonly line: number;
  readonly name: string;
  readonly shape: readonly number[];
}

/** The entries of one returned array and of its reference on the first probe, for heat maps. Absent in `--json`. */
export interface ValueDetail {
  readonly name: string;
  readonly shape: readonly number[];
  readonly expected: readonly number[];
  /** Null where the shapes differ. */
  readonly actual: readonly (number | null)[] | null;
  /** How the table compares the entries: by fewer digits where the learner's arithmetic keeps fewer. */
  readonly measure?: Measure;
}

/** The arrays of a pass that a snippet made on the learner's own data, samples in rows whichever way its own lie. */
export interface HeldReport {
  /** Which gradient it is compared with; null where the exercise leaves no choice. */
  readonly convention: OutputConvention | null;
  readonly arrays: readonly {
    readonly name: string;
    readonly shape: readonly [number, number];
    readonly data: readonly number[];
  }[];
}

export interface Report {
  readonly schema: 1;
  readonly exercise: string;
  readonly verdict: Verdict;
  readonly convention: Convention | null;
  readonly values: readonly ValueReport[];
  readonly gradientCheck: readonly GradientCheckReport[];
  readonly cost: CostReport | null;
  readonly diagnoses: readonly Diagnosis[];
  readonly remarks: readonly Remark[];
  readonly error: ReportError | null;
  readonly shapes: readonly ShapeReport[];
  readonly stdout: string;
  readonly timings: { readonly startMs: number; readonly runMs: number; readonly gradeMs: number };
  /** Where the learner is to find out by the numbers: how many diagnoses are withheld. Absent in `--json`. */
  readonly withheld?: number;
  /** Beyond the contract: what the panel draws. */
  readonly details?: readonly ValueDetail[];
  /** Beyond the contract, too: the learner's numbers in the picture of the network. Absent where it has no part in it. */
  readonly held?: HeldReport;
}

/** A report before its remarks. */
export type BareReport = Omit<Report, 'remarks'>;

/** The report of a run of which nothing is known yet but what it printed and how long it took. */
export function emptyReport(exercise: Exercise, run: SnippetRun, verdict: Verdict): BareReport {
  return {
    schema: 1,
    exercise: exercise.id,
    verdict,
    convention: null,
    values: [],
    gradientCheck: [],
    cost: null,
    diagnoses: [],
    error: null,
    shapes: [],
    stdout: run.stdout,
    timings: { ...run.timings, gradeMs: 0 },
  };
}
