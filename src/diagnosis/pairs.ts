/** The search for two mistakes that lie on one path. */
import { same } from './agreement';
import { bestPlacement, candidates, holdsElsewhere, type Candidate, type SomeEvidence } from './candidates';
import { agreeing, agrees, tryEvaluate } from './evidence';
import { support } from './locate';
import type { Mutant } from './mutants';
import { laidOut, layoutsOf, type Layout } from './placement';

/** How many pairs are tried before giving up. */
const mostPairs = 6000;

interface Pair {
  readonly layout: Layout;
  readonly mutants: readonly [Mutant, Mutant];
  readonly unique: boolean;
}

/**
 * Two mistakes that spoil the same arrays: neither mends anything alone, so they are tried together. An array that only
 * one of them spoils would have been mended by it, so both spoil just those that are wrong.
 */
export function searchPairs(layout: Layout, [main, ...others]: SomeEvidence): Pair | null {
  const computation = laidOut(main, layout);
  const base = computation && tryEvaluate(computation, main.inputs);
  if (!base) return null;
  const isWrong = (name: string): boolean => !agrees(base, main, name);
  const [telling] = computation.returns.filter(isWrong);
  if (telling === undefined) return null;
  const spoilsJustThose = ({ evaluation }: Candidate): boolean =>
    computation.returns.every((name) => {
      const [now, then] = [evaluation?.values.get(name), base.values.get(name)];
      return now !== undefined && then !== undefined && same(now, then) !== isWrong(name);
    });
  const usable = candidates(computation, main).filter(spoilsJustThose);
  let tried = 0;
  const found: { readonly mutants: readonly [Mutant, Mutant]; readonly support: number }[] = [];
  for (const [i, { mutant: first }] of usable.entries()) {
    for (const { mutant: second } of usable.slice(i + 1)) {
      // Two seeds, two factors: one mistake made in two ways at once is none.
      if (first.mistake === second.mistake && first.steps.join() === second.steps.join()) continue;
      if (++tried > mostPairs) break;
      const [earlier, later] = first.position <= second.position ? [first, second] : [second, first];
      const both = later.applyTo(earlier.computation);
      const evaluation = tryEvaluate(both, main.inputs);
      if (!evaluation || !agrees(evaluation, main, telling)) continue;
      if (agreeing(both, evaluation, main).size < computation.returns.length) continue;
      if (!holdsElsewhere(layout, [earlier, later], others)) continue;
      found.push({
        mutants: [earlier, later],
        support:
          support(computation, earlier.computation, earlier, main) +
          support(earlier.computation, both, later, main),
      });
    }
  }
  const [best, rival] = found.sort((a, b) => b.support - a.support);
  if (!best) return null;
  const codes = (pair: readonly Mutant[]): string => pair.map(({ mistake }) => mistake.code).join();
  const layouts = layoutsOf(main).filter(({ accepted }) => accepted === layout.accepted);
  return {
    layout: bestPlacement(layouts, best.mutants, main)?.layout ?? layout,
    mutants: best.mutants,
    unique: !rival || rival.support < best.support || codes(rival.mutants) === codes(best.mutants),
  };
}
