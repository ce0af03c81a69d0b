/** What the learner's function is called with, and what for. */
import type { Values } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';

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
 * traced; only its shapes are read. `early`: the beginning of what `shown` trains, judged in its place where that and the other
 * probes show something wrong already.
 */
export type ProbePurpose = 'shown' | 'distinct' | 'again' | 'square' | 'brief' | 'early';

export interface Probe {
  readonly purpose: ProbePurpose;
  /** Where an exercise has several of one purpose: tells this one from the others. */
  readonly name?: string;
  readonly arguments: readonly ProbeArgument[];
  /** The sizes that it was drawn at, by symbol, where it has any. */
  readonly sizes?: Readonly<Record<string, number>>;
}

/** Whether a probe is of the learner's own data, and judged. */
export function isOwnData({ purpose }: Probe): boolean {
  return purpose === 'shown' || purpose === 'early';
}

/** What the call on a probe is asked for by, and answered by. */
export function callNameOf({ purpose, name }: Probe): string {
  return name ?? purpose;
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
