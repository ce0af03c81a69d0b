/** The search for two mistakes that lie on one path. */
import type { Computation, Evaluation } from '../engine/computation';
import { canBeAsked, evaluateOne } from '../engine/asked';
import { stepsIn, type Budget } from './budget';
import { bestPlacement, gives, holdsElsewhere } from './candidates';
import { agrees, isReturned, tryEvaluate, tryReevaluate, type Evidence } from './evidence';
import { inOrder, type Found, type Hypothesis } from './hypothesis';
import { support } from './support';
import type { Mutant } from './mutants';
import { laidOut } from './placement';

/** A computation with one mistake, and what it gives; null where it cannot be computed. */
interface Changed {
  readonly computation: Computation;
  readonly evaluation: Evaluation | null;
}

/** How many steps, from the first on, two computations have in common. */
function sameSteps(a: Computation, b: Computation): number {
  const at = a.steps.findIndex((step, i) => step !== b.steps[i]);
  return at < 0 ? a.steps.length : at;
}

/**
 * Whether a computation gives one array as it came back, with no more computed than that takes: what stands before the
 * second mistake is known of the first.
 */
function givesOne(
  computation: Computation,
  first: Changed,
  evidence: Evidence,
  name: string,
  budget: Budget,
): boolean {
  const isDear = computation.steps.some(({ operation }) => operation.kind === 'draw');
  if (isDear || !canBeAsked(computation, evidence.inputs)) {
    return budget.spend(stepsIn(computation)) && gives(computation, evidence, [name]);
  }
  const { evaluation } = first;
  const before = evaluation && { evaluation, sameSteps: sameSteps(first.computation, computation) };
  try {
    const { value, steps } = evaluateOne(computation, evidence.inputs, name, before);
    budget.spend(steps);
    return isReturned(value, evidence, name);
  } catch {
    return false;
  }
}

/**
 * Two mistakes that spoil the same arrays: neither mends anything alone, so they are tried together. An array that only
 * one of them spoils would have been mended by it, so both spoil just those that are wrong. The first of the two was not
 * made where the trace shows what its step rightly gives. All pairs are tried, however many mistakes are known: what ends
 * the search is what it has computed.
 */
export function searchPairs(hypothesis: Hypothesis, budget: Budget): Found | null {
  const [main, ...others] = hypothesis.evidence;
  const layout = { accepted: hypothesis.accepted, placement: 0 };
  const computation = laidOut(main, layout);
  const base = computation && tryEvaluate(computation, main.inputs);
  if (!base) return null;
  const isWrong = (name: string): boolean => !agrees(base, main, name);
  const [telling] = computation.returns.filter(isWrong);
  if (telling === undefined) return null;
  const spoiling = hypothesis.all()?.changingTheWrong() ?? [];
  const supports = new Map(
    spoiling.map((mutant) => [mutant, support(computation, mutant.computation, mutant, main)]),
  );
  const supportOf = (mutant: Mutant): number => supports.get(mutant) ?? 0;
  // What the trace shows is tried first, and slips at one step before the same at several.
  const usable = [...supports.keys()].sort(
    (a, b) => supportOf(b) - supportOf(a) || a.steps.length - b.steps.length,
  );
  const changed = new Map<Mutant, Changed>();
  const changedBy = (mutant: Mutant): Changed => {
    const known = changed.get(mutant);
    if (known) return known;
    const made = mutant.computation;
    const evaluation = tryReevaluate(made, main.inputs, { computation, evaluation: base });
    changed.set(mutant, { computation: made, evaluation });
    return { computation: made, evaluation };
  };
  const found: { readonly mutants: readonly [Mutant, Mutant]; readonly support: number }[] = [];
  for (const [i, second] of usable.entries()) {
    for (const first of usable.slice(0, i)) {
      // Two seeds, two factors: one mistake made in two ways at once is none.
      if (first.mistake === second.mistake && first.steps.join() === second.steps.join()) continue;
      const [earlier, later] = first.position <= second.position ? [first, second] : [second, first];
      if (supportOf(earlier) < 0) continue;
      if (budget.isSpent) break;
      const one = changedBy(earlier);
      const both = later.applyTo(one.computation);
      if (!givesOne(both, one, main, telling, budget)) continue;
      if (!gives(both, main) || !holdsElsewhere(layout, [earlier, later], others)) continue;
      found.push({
        mutants: [earlier, later],
        support:
          support(computation, one.computation, earlier, main) + support(one.computation, both, later, main),
      });
    }
  }
  const [best, rival] = found.sort((a, b) => b.support - a.support);
  if (!best) return null;
  const codes = (pair: readonly Mutant[]): string => pair.map(({ mistake }) => mistake.code).join();
  return {
    placed: bestPlacement(hypothesis.layouts, best.mutants, main) ?? {
      layout,
      unseen: stepsIn(computation),
      accounted: 0,
    },
    mutants: inOrder(best.mutants),
    unique: !rival || rival.support < best.support || codes(rival.mutants) === codes(best.mutants),
    unexplained: [],
  };
}
