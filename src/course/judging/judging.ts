/** What the grader needs to know of an exercise: the reference computation and the inputs it is tried on. */
import type { Computation } from '../../engine/computation';
import type { Values } from '../../engine/operation';
import type { Differentiable } from '../../engine/gradientCheck';
import type { OutputConvention } from '../../network/conventions';
import type { Tensor } from '../../engine/tensor';
import type { Probe } from './probe';
import type { Recording } from './recording';

/** One accepted way to compute an exercise's results; where several are, the first is the notes'. */
export interface Reference {
  readonly convention: OutputConvention | null;
  readonly computation: Computation;
}

/** Python that trains with the learner's function. */
export interface Drive {
  readonly source: string;
  readonly arguments: readonly Tensor[];
  /** What is trained, by its names, in the order in which it is told. */
  readonly parameters: ReadonlyMap<string, Tensor>;
}

/** Training with the learner's function, and what the reference engine makes of the same training. */
export interface Curve {
  readonly every: number;
  /**
   * Python that trains: it defines `drive(learner, *arguments)` and returns the cost before every update, and the
   * entries of the named parameters before every one that is told, one moment after the other. Null where the exercise
   * itself returns its costs from the `shown` probe.
   */
  readonly drive: Drive | null;
  /**
   * Where the exercise itself trains: Python whose `drive(learner, *arguments)` trains once more and returns what the
   * parameters held before every cost that is told, one moment after the other, or None where that cannot be seen.
   */
  readonly watch?: Drive;
  /** The reference's cost before every update. */
  readonly reference: (convention: OutputConvention | null) => Float64Array;
}

export interface Judging {
  /** Whether the learner's function may change its arguments (`W1 -= …` in `update-weights`). */
  readonly mayChangeInputs: boolean;
  readonly probes: () => readonly Probe[];
  /** The accepted computations for a probe; their inputs are the probe's arguments by name. */
  readonly references: (probe: Probe) => readonly Reference[];
  /** Null where nothing that is returned is a gradient. */
  readonly differentiable: ((inputs: Values, convention: OutputConvention | null) => Differentiable) | null;
  readonly curve: Curve | null;
  /**
   * The same for code with samples in columns; its arrays stay in rows. Null where samples make no difference.
   */
  readonly columns: Judging | null;
  /** What running the solution gave, where that is the reference. */
  readonly recorded?: Recording;
}

const referencesKnown = new WeakMap<Judging, WeakMap<Probe, readonly Reference[]>>();

/**
 * The accepted computations for a probe; the same objects each time, so that what is known of them (their values, what
 * each mistake would give) stays known from one snippet to the next.
 */
export function referencesOf(judging: Judging, probe: Probe): readonly Reference[] {
  const ofJudging = referencesKnown.get(judging) ?? new WeakMap<Probe, readonly Reference[]>();
  referencesKnown.set(judging, ofJudging);
  const before = ofJudging.get(probe);
  if (before) return before;
  const made = judging.references(probe);
  ofJudging.set(probe, made);
  return made;
}
