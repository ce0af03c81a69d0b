/** What each known mistake would have given, beside what came back. */
import type { Computation } from '../engine/computation';
import { allSteps } from '../engine/computation';
import { same } from './agreement';
import { stepsIn, type Budget } from './budget';
import type { Evidence } from './evidence';
import { agreeing, agrees, isReturned, tryEvaluate } from './evidence';
import { Given, type Evaluated } from './given';
import { mutantsOf, replay, type Mutant } from './mutants';
import { laidOut, shownOf, type Layout, type Shown } from './placement';

/** The probe that is searched, then those that confirm. */
export type SomeEvidence = readonly [Evidence, ...Evidence[]];

/** What is known of a computation on the searched probe before any mistake is tried. */
export interface Base extends Evaluated {
  /** The names under which it gives what came back. */
  readonly right: ReadonlySet<string>;
}

/** A computation beside what came back; null where it cannot be computed on that probe. */
export function baseOf(computation: Computation, evidence: Evidence): Base | null {
  const evaluation = tryEvaluate(computation, evidence.inputs);
  return evaluation && { computation, evaluation, right: agreeing(computation, evaluation, evidence) };
}

/** A mistake, and the names under which what came back is what it gives. */
export interface Candidate {
  readonly mutant: Mutant;
  readonly agreeing: ReadonlySet<string>;
}

/**
 * Mistakes that can change some array that is wrong. Most are put aside by the first array in which they differ from what came
 * back: no more is computed of them. What cannot be computed as a whole is none of them.
 */
export class Candidates {
  private readonly given: Given;
  private readonly mutants: readonly Mutant[];
  private known: readonly Candidate[] | null = null;

  /** Of `mutants` as many as a budget allows, where there is one. */
  constructor(
    mutants: readonly Mutant[],
    private readonly base: Base,
    private readonly evidence: Evidence,
    budget: Budget | null,
  ) {
    const { computation, right } = base;
    const isLasting = evidence.accepted.includes(computation) && mutants.every(({ isFitted }) => !isFitted);
    const given = new Given(base, evidence.inputs, isLasting);
    const steps = stepsIn(computation);
    this.given = given;
    this.mutants = mutants.filter(
      (mutant) =>
        [...given.reach(mutant)].some((name) => !right.has(name)) && (!budget || budget.spend(steps)),
    );
  }

  /** Those that leave nothing wrong. */
  complete(): readonly Mutant[] {
    const { wrong, right } = this.returned();
    return this.mutants.filter((mutant) => {
      const reach = this.given.reach(mutant);
      if (!wrong.every((name) => reach.has(name))) return false;
      const isGiven = this.isGivenBy(mutant);
      return (
        wrong.every(isGiven) &&
        right.every((name) => !reach.has(name) || isGiven(name)) &&
        this.given.all(mutant) !== null
      );
    });
  }

  /** Those that mend something and spoil nothing. */
  improving(): readonly Candidate[] {
    this.known ??= this.findImproving();
    return this.known;
  }

  private findImproving(): readonly Candidate[] {
    const { wrong, right } = this.returned();
    return this.mutants.flatMap((mutant): Candidate[] => {
      const reach = this.given.reach(mutant);
      const isGiven = this.isGivenBy(mutant);
      if (!right.every((name) => !reach.has(name) || isGiven(name))) return [];
      const mended = wrong.filter((name) => reach.has(name) && isGiven(name));
      if (mended.length === 0 || !this.given.all(mutant)) return [];
      return [{ mutant, agreeing: new Set([...right, ...mended]) }];
    });
  }

  /** Those that change every array that is wrong, and no other. */
  changingTheWrong(): readonly Mutant[] {
    const { right, evaluation } = this.base;
    const { wrong, right: others } = this.returned();
    return this.mutants.filter((mutant) => {
      const reach = this.given.reach(mutant);
      const arrays = this.given.arrays(mutant);
      return (
        [...wrong, ...others].every((name) => {
          const then = evaluation.values.get(name);
          const now = reach.has(name) ? arrays(name) : then;
          return now && then && same(now, then) === right.has(name);
        }) && this.given.all(mutant) !== null
      );
    });
  }

  private isGivenBy(mutant: Mutant): (name: string) => boolean {
    const arrays = this.given.arrays(mutant);
    return (name) => {
      const value = arrays(name);
      return value !== null && isReturned(value, this.evidence, name);
    };
  }

  /** Returned names that are wrong and right, in the order in which they are made: what is made first takes least. */
  private returned(): { readonly wrong: readonly string[]; readonly right: readonly string[] } {
    const { computation, right } = this.base;
    const order = allSteps(computation).map(({ name }) => name);
    const made = [...computation.returns].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    return { wrong: made.filter((name) => !right.has(name)), right: made.filter((name) => right.has(name)) };
  }
}

/** Every known mistake in a computation that can change some array that is wrong. */
export function candidates(base: Base, evidence: Evidence, budget: Budget | null): Candidates {
  return new Candidates(mutantsOf(base.computation, [...evidence.inputs.keys()]), base, evidence, budget);
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
