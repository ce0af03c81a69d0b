/** What a snippet did on one probe, as far as recognising a mistake needs it. */
import type { Computation, Evaluation } from '../engine/computation';
import type { Values } from '../engine/operation';
import { evaluate, reevaluate } from '../engine/computation';
import type { Tensor } from '../engine/tensor';
import { agreesWith } from '../engine/compare';
import { same } from './agreement';

/** The value that a name of the snippet had after a line. */
export interface Observation {
  readonly line: number;
  readonly frame: string;
  /** 0 in the exercise's function itself, 1 in what it calls … */
  readonly depth: number;
  readonly name: string;
  /** Which item it is of the tuple or list that the name holds; null where the name holds the array itself. */
  readonly index: number | null;
  readonly value: Tensor;
  /** True where the array holds True and False, which count as 1 and 0. */
  readonly isBoolean?: true;
}

/** A helper as it was called. */
export interface HelperCall {
  /** Of the call, in the caller. */
  readonly line: number;
  readonly frame: string;
  readonly depth: number;
  /** The arrays and numbers it was given by themselves. */
  readonly given: readonly Tensor[];
  /** Those in what keeps them: in a list, a dictionary, an object of the snippet's. */
  readonly kept?: readonly Tensor[];
  /** How many observations had been made by then. */
  readonly at: number;
}

/** Where a function that the snippet was given is asked for a value. */
export interface AskedLine {
  readonly line: number;
  /** How many observations had been made by then. */
  readonly at: number;
}

export interface Evidence {
  /** Which of the exercise's probes it is of, where there are some. */
  readonly probe?: {
    readonly purpose: string;
    readonly name?: string;
    readonly sizes?: Readonly<Record<string, number>>;
  };
  /** The probe's arrays by name. */
  readonly inputs: Values;
  /** The accepted computations on this probe, in the same order on every probe, with the names to compare. */
  readonly accepted: readonly Computation[];
  /** What came back, by the names of the exercise. */
  readonly returned: Values;
  /** In order of execution. */
  readonly observations: readonly Observation[];
  /** In order of execution, the first calls of each helper; missing where nothing is known of them. */
  readonly calls?: readonly HelperCall[];
  /** In order of execution, the first times that each function is asked; missing where nothing is known of that. */
  readonly asked?: readonly AskedLine[];
  /** Lines of the expressions that were returned, by the names of the exercise; missing where unknown. */
  readonly returnLines: ReadonlyMap<string, number>;
  /** Whether the trace ends before the call did. */
  readonly isBrokenOff?: boolean;
}

/**
 * The line of the return for a result that no line was seen to make; null where the trace broke off, for then it may have
 * been made on a line that nobody saw.
 */
export function returnedOn(name: string, { returnLines, isBrokenOff }: Evidence): number | null {
  return isBrokenOff === true ? null : (returnLines.get(name) ?? null);
}

const lasting = new WeakMap<Computation, WeakMap<Values, Evaluation>>();

/** As `evaluate`, for a computation and a probe that stay: it is evaluated once, whatever snippets come. */
export function evaluateOnce(computation: Computation, inputs: Values): Evaluation {
  const known = lasting.get(computation) ?? new WeakMap<Values, Evaluation>();
  lasting.set(computation, known);
  const evaluation = known.get(inputs) ?? evaluate(computation, inputs);
  known.set(inputs, evaluation);
  return evaluation;
}

/** An evaluation, or null where the shapes clash or an array is missing: such a mistake cannot have been made here. */
export function tryEvaluate(computation: Computation, inputs: Values): Evaluation | null {
  const known = lasting.get(computation)?.get(inputs);
  if (known) return known;
  try {
    return evaluate(computation, inputs);
  } catch {
    return null;
  }
}

/** As `tryEvaluate`, for a computation that differs in some steps from one that has been evaluated. */
export function tryReevaluate(
  computation: Computation,
  inputs: Values,
  before: { readonly computation: Computation; readonly evaluation: Evaluation },
): Evaluation | null {
  try {
    return reevaluate(computation, inputs, before);
  } catch {
    return null;
  }
}

/**
 * Whether a returned array is what a computation gives under that name: up to the rounding that recognises a mistake,
 * or up to what the verdict forgives, so that nothing is searched for in an array that the report calls right.
 */
export function agrees(evaluation: Evaluation, evidence: Evidence, name: string): boolean {
  const computed = evaluation.values.get(name);
  return computed !== undefined && isReturned(computed, evidence, name);
}

/** Whether an array is what came back under a name; `agrees` for one array. */
export function isReturned(computed: Tensor, { returned }: Evidence, name: string): boolean {
  const given = returned.get(name);
  return given !== undefined && (same(given, computed) || agreesWith(computed, given));
}

/** The names under which what came back is what a computation gives. */
export function agreeing(
  computation: Computation,
  evaluation: Evaluation | null,
  evidence: Evidence,
): ReadonlySet<string> {
  return new Set(evaluation ? computation.returns.filter((name) => agrees(evaluation, evidence, name)) : []);
}
