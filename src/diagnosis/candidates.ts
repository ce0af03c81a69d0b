/** What each known mistake would have given, beside what came back. */
import type { Computation, Evaluation } from '../engine/computation';
import type { Evidence } from './evidence';
import { agreeing, tryEvaluate, tryReevaluate } from './evidence';
import { mutantsOf, replay, type Mutant } from './mutants';
import { laidOut, unseen, type Layout } from './placement';

/** The probe that is searched, then those that confirm. */
export type SomeEvidence = readonly [Evidence, ...Evidence[]];

export interface Candidate {
  readonly mutant: Mutant;
  readonly evaluation: Evaluation | null;
  /** The names under which what came back is what the mistake gives. */
  readonly agreeing: ReadonlySet<string>;
}

/** Every known mistake in a computation. */
export function candidates(computation: Computation, evidence: Evidence): readonly Candidate[] {
  const { inputs } = evidence;
  const base = tryEvaluate(computation, inputs);
  return mutantsOf(computation, [...inputs.keys()]).map((mutant) => {
    const evaluation = base
      ? tryReevaluate(mutant.computation, inputs, { computation, evaluation: base })
      : tryEvaluate(mutant.computation, inputs);
    return { mutant, evaluation, agreeing: agreeing(mutant.computation, evaluation, evidence) };
  });
}

/** Whether a computation gives what came back. */
export function gives(computation: Computation, evidence: Evidence): boolean {
  const evaluation = tryEvaluate(computation, evidence.inputs);
  return agreeing(computation, evaluation, evidence).size === computation.returns.length;
}

/** Whether the same mistakes give what came back on the other probes too. */
export function holdsElsewhere(
  layout: Layout,
  mutants: readonly Mutant[],
  others: readonly Evidence[],
): boolean {
  return others.every((one) => {
    const base = laidOut(one, layout);
    const computation = base && replay(base, [...one.inputs.keys()], mutants);
    return computation !== null && gives(computation, one);
  });
}

/** A placement of constants, and how many of the steps the trace does not hold. */
export interface Placed {
  readonly layout: Layout;
  readonly unseen: number;
}

/** The placement of constants with which mistakes show most of their steps in the trace; null where none can be. */
export function bestPlacement(
  layouts: readonly Layout[],
  mutants: readonly Mutant[],
  evidence: Evidence,
): Placed | null {
  let best: Placed | null = null;
  for (const layout of layouts) {
    const base = laidOut(evidence, layout);
    const computation = base && mutants.reduce((changed, mutant) => mutant.applyTo(changed), base);
    if (!computation || !gives(computation, evidence)) continue;
    const hidden = unseen(computation, evidence);
    if (!best || hidden < best.unseen) best = { layout, unseen: hidden };
  }
  return best;
}
