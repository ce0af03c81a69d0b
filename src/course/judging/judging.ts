/** What the grader needs to know of an exercise: the reference computation and the inputs it is tried on. */
import type { Computation } from '../../engine/computation';
import type { Values } from '../../engine/operation';
import type { Differentiable } from '../../engine/gradientCheck';
import type { OutputConvention } from '../../network/conventions';
import type { Tensor } from '../../engine/tensor';
import type { Recording } from './recorded';

/** One argument of the learner's function. */
export type ProbeArgument =
  | {
      readonly name: string;
      readonly kind: 'array';
      readonly value: Tensor;
      /** NumPy's type of the entries; float64 where it is left out. */
      readonly dtype?: 'float64' | 'int64' | 'bool';
    }
  /** A list of arrays, of whatever length. */
  | { readonly name: string; readonly kind: 'list'; readonly items: readonly ProbeArgument[] }
  | { readonly name: string; readonly kind: 'number'; readonly type: 'int' | 'float'; readonly value: number }
  /** A scalar function of one array, in Python and as its twin here. */
  | {
      readonly name: string;
      readonly kind: 'function';
      readonly python: string;
      readonly f: (x: Tensor) => number;
    };

/**
 * What a probe is for. `shown`: the learner's own data (the notes'), whose numbers the report prints. `distinct`: sizes
 * that are pairwise distinct, so that no mistake hides. `again`: the sizes of `distinct` with other numbers, which
 * unmasks hard-coded results. `square`: all sizes equal, so that code whose shapes clash elsewhere still runs and can
 * be explained; never used for the verdict. `brief`: the learner's own data again where `shown` trains too long to be
 * traced; only its shapes are read.
 */
export type ProbePurpose = 'shown' | 'distinct' | 'again' | 'square' | 'brief';

export interface Probe {
  readonly purpose: ProbePurpose;
  /** Where an exercise has several of one purpose: tells this one from the others. */
  readonly name?: string;
  readonly arguments: readonly ProbeArgument[];
  /** The sizes that it was drawn at, by symbol, where it has any. */
  readonly sizes?: Readonly<Record<string, number>>;
}

/** What the call on a probe is asked for by, and answered by. */
export function callNameOf({ purpose, name }: Probe): string {
  return name ?? purpose;
}

/** One accepted way to compute an exercise's results; where several are, the first is the notes'. */
export interface Reference {
  readonly convention: OutputConvention | null;
  readonly computation: Computation;
}

/** Training with the learner's function, and what the reference engine makes of the same training. */
export interface Curve {
  readonly every: number;
  /**
   * Python that trains: it defines `drive(learner, *arguments)` and returns the cost before every update. Null where
   * the exercise itself returns its costs from the `shown` probe.
   */
  readonly drive: { readonly source: string; readonly arguments: readonly Tensor[] } | null;
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

const inputsKnown = new WeakMap<Probe, Values>();

/** A probe's arrays and numbers by name, as the reference computation reads them; the same map each time. */
export function inputsOf(probe: Probe): Values {
  const before = inputsKnown.get(probe);
  if (before) return before;
  const made = namedInputs(probe.arguments);
  inputsKnown.set(probe, made);
  return made;
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

function namedInputs(given: readonly ProbeArgument[]): Values {
  const inputs = new Map<string, Tensor>();
  for (const argument of given) {
    if (argument.kind === 'array') inputs.set(argument.name, argument.value);
    if (argument.kind === 'number') {
      inputs.set(argument.name, { shape: [], data: Float64Array.of(argument.value) });
    }
    if (argument.kind === 'list') {
      const items = argument.items.map((item, i) => ({ ...item, name: `${argument.name}[${String(i)}]` }));
      for (const [name, value] of namedInputs(items)) inputs.set(name, value);
    }
  }
  return inputs;
}
