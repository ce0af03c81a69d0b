/** What each known mistake would have given, beside what came back. */
import type { Computation, Evaluation } from '../engine/computation';
import type { Values } from '../engine/operation';
import { keptNumbers } from '../engine/room';
import { stepsIn, type Budget } from './budget';
import type { Evidence } from './evidence';
import { agreeing, agrees, tryEvaluate, tryReevaluate } from './evidence';
import { mutantsOf, replay, type Mutant } from './mutants';
import { laidOut, shownOf, type Layout, type Shown } from './placement';
import { reachOf } from './reach';

/** The probe that is searched, then those that confirm. */
export type SomeEvidence = readonly [Evidence, ...Evidence[]];

export interface Candidate {
  readonly mutant: Mutant;
  readonly evaluation: Evaluation;
  /** The names under which what came back is what the mistake gives. */
  readonly agreeing: ReadonlySet<string>;
}

/** What is known of a computation on the searched probe before any mistake is tried. */
export interface Base {
  readonly computation: Computation;
  readonly evaluation: Evaluation;
  /** The names under which it gives what came back. */
  readonly right: ReadonlySet<string>;
}

/** A computation beside what came back; null where it cannot be computed on that probe. */
export function baseOf(computation: Computation, evidence: Evidence): Base | null {
  const evaluation = tryEvaluate(computation, evidence.inputs);
  return evaluation && { computation, evaluation, right: agreeing(computation, evaluation, evidence) };
}

/** What a mistake can change of what is returned. */
function reachIn(computation: Computation, mutant: Mutant): ReadonlySet<string> {
  return mutant.mistake.whole ? new Set(computation.returns) : reachOf(computation, mutant.steps);
}

/** Probes stay, and so does what a mistake in an accepted computation gives on them. */
const evaluated = new WeakMap<Values, WeakMap<Mutant, Evaluation | 'clash'>>();

function evaluationOf(mutant: Mutant, inputs: Values, { computation, evaluation }: Base): Evaluation | null {
  const known = evaluated.get(inputs) ?? new WeakMap<Mutant, Evaluation | 'clash'>();
  evaluated.set(inputs, known);
  const before = known.get(mutant);
  if (before) return before === 'clash' ? null : before;
  const made = tryReevaluate(mutant.computation, inputs, { computation, evaluation });
  // Of a mistake only what is returned is asked for again.
  const kept = made && {
    values: new Map(
      computation.returns.flatMap((name) => {
        const value = made.values.get(name);
        return value ? [[name, { ...value, data: keptNumbers(value.data) }] as const] : [];
      }),
    ),
    first: new Map(),
  };
  known.set(mutant, kept ?? 'clash');
  return kept;
}

/** Every mistake among `mutants` that can change some array that is wrong; as far as a budget goes, where there is one. */
export function candidatesAmong(
  mutants: readonly Mutant[],
  base: Base,
  evidence: Evidence,
  budget: Budget | null,
): readonly Candidate[] {
  const { computation, right } = base;
  const steps = stepsIn(computation);
  const reaches = new Map<string, ReadonlySet<string>>();
  const reach = (mutant: Mutant): ReadonlySet<string> => {
    const key = mutant.mistake.whole ? '' : mutant.steps.join('/');
    const known = reaches.get(key) ?? reachIn(computation, mutant);
    reaches.set(key, known);
    return known;
  };
  return mutants.flatMap((mutant): Candidate[] => {
    const reached = reach(mutant);
    if (![...reached].some((name) => !right.has(name))) return [];
    if (budget && !budget.spend(steps)) return [];
    const evaluation = evaluationOf(mutant, evidence.inputs, base);
    if (!evaluation) return [];
    const now = computation.returns.filter((name) =>
      reached.has(name) ? agrees(evaluation, evidence, name) : right.has(name),
    );
    return [{ mutant, evaluation, agreeing: new Set(now) }];
  });
}

/** Every known mistake in a computation that can change some array that is wrong. */
export function candidates(base: Base, evidence: Evidence, budget: Budget | null): readonly Candidate[] {
  const mutants = mutantsOf(base.computation, [...evidence.inputs.keys()]);
  return candidatesAmong(mutants, base, evidence, budget);
}

/** Whether a computation gives what came back, under those names at the least. */
export function gives(
  computation: Computation,
  evidence: Evidence,
  names: readonly string[] = computation.returns,
): boolean {
  const evaluation = tryEvaluate(computation, evidence.inputs);
  return evaluation !== null && names.every((name) => agrees(evaluation, evidence, name));
}

/** Whether the same mistakes give what came back on the other probes too. */
export function holdsElsewhere(
  layout: Layout,
  mutants: readonly Mutant[],
  others: readonly Evidence[],
  names?: readonly string[],
): boolean {
  return others.every((one) => {
    const base = laidOut(one, layout);
    const computation = base && replay(base, [...one.inputs.keys()], mutants);
    return computation !== null && gives(computation, one, names);
  });
}

/** A placement of constants, and what the trace holds of the steps. */
export interface Placed extends Shown {
  readonly layout: Layout;
}

/** The placement of constants with which mistakes show most of their steps in the trace; null where none can be. */
export function bestPlacement(
  layouts: readonly Layout[],
  mutants: readonly Mutant[],
  evidence: Evidence,
  names?: readonly string[],
): Placed | null {
  let best: Placed | null = null;
  for (const layout of layouts) {
    const base = laidOut(evidence, layout);
    const computation = base && mutants.reduce((changed, mutant) => mutant.applyTo(changed), base);
    if (!computation || !gives(computation, evidence, names)) continue;
    const shown = shownOf(computation, evidence);
    if (!best || shown.unseen < best.unseen) best = { layout, ...shown };
  }
  return best;
}
