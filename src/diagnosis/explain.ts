/** The search for the mistakes that explain what came back. */
import type { Computation, Evaluation } from '../engine/computation';
import { same } from './agreement';
import type { Evidence } from './evidence';
import { agreeing, agrees, tryEvaluate } from './evidence';
import { support } from './locate';
import { mutantsOf, replay, type Mutant } from './mutants';

/** Mistakes that together give exactly what came back, on every probe. */
export interface Explanation {
  /** Which of the accepted computations they change. */
  readonly accepted: number;
  /** In order of execution. */
  readonly mutants: readonly Mutant[];
  /** False where mistakes of different codes give the same numbers. */
  readonly unique: boolean;
}

/** How many mistakes at once are looked for one after the other. */
const mostMistakes = 3;

/** How many first mistakes are followed up where several mend equally much. */
const mostBranches = 4;

/** How many pairs that spoil the same arrays are tried before giving up. */
const mostPairs = 6000;

type SomeEvidence = readonly [Evidence, ...Evidence[]];

interface Candidate {
  readonly mutant: Mutant;
  readonly agreeing: ReadonlySet<string>;
  readonly evaluation: Evaluation | null;
}

function isSuperset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > b.size && [...b].every((name) => a.has(name));
}

function candidates(computation: Computation, evidence: Evidence): readonly Candidate[] {
  return mutantsOf(computation, [...evidence.inputs.keys()]).map((mutant) => {
    const evaluation = tryEvaluate(mutant.computation, evidence.inputs);
    return { mutant, evaluation, agreeing: agreeing(mutant.computation, evaluation, evidence) };
  });
}

/** Whether the same mistakes give what came back on the other probes too. */
function holdsElsewhere(accepted: number, mutants: readonly Mutant[], others: readonly Evidence[]): boolean {
  return others.every((one) => {
    const base = one.accepted[accepted];
    const computation = base ? replay(base, [...one.inputs.keys()], mutants) : null;
    if (!computation) return false;
    const evaluation = tryEvaluate(computation, one.inputs);
    return agreeing(computation, evaluation, one).size === computation.returns.length;
  });
}

function search(
  accepted: number,
  computation: Computation,
  [main, ...others]: SomeEvidence,
  before: readonly Mutant[],
  right: ReadonlySet<string>,
): Explanation | null {
  const all = candidates(computation, main);
  const complete = all
    .filter((one) => one.agreeing.size === computation.returns.length)
    .map((one) => one.mutant)
    .filter((mutant) => holdsElsewhere(accepted, [...before, mutant], others))
    .map((mutant) => ({
      mutant,
      support: support(computation, mutant.computation, mutant, main),
    }))
    // What the trace shows comes first; then fewer changed steps are the simpler explanation; then the catalogue's order.
    .sort((a, b) => b.support - a.support || a.mutant.steps.length - b.mutant.steps.length);
  const [best, ...rivals] = complete;
  if (best) {
    const equals = rivals.filter(
      (other) => other.mutant.steps.length === best.mutant.steps.length && other.support === best.support,
    );
    const unique = equals.every((other) => other.mutant.mistake.code === best.mutant.mistake.code);
    return { accepted, mutants: [...before, best.mutant], unique };
  }
  if (before.length + 1 >= mostMistakes) return null;
  const improving = all.filter((one) => isSuperset(one.agreeing, right));
  const most = Math.max(0, ...improving.map((one) => one.agreeing.size));
  const followed = improving
    .filter((one) => one.agreeing.size === most)
    .map((one) => ({
      ...one,
      support: support(computation, one.mutant.computation, one.mutant, main),
    }))
    .sort((a, b) => b.support - a.support || a.mutant.steps.length - b.mutant.steps.length)
    .slice(0, mostBranches);
  for (const one of followed) {
    const { mutant } = one;
    const rest = search(accepted, mutant.computation, [main, ...others], [...before, mutant], one.agreeing);
    if (rest) return rest;
  }
  return null;
}

/**
 * Two mistakes that spoil the same arrays: neither mends anything alone, so they are tried together. An array that only
 * one of them spoils would have been mended by it, so both spoil just those that are wrong.
 */
function searchPairs(
  accepted: number,
  computation: Computation,
  [main, ...others]: SomeEvidence,
): Explanation | null {
  const base = tryEvaluate(computation, main.inputs);
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
      if (++tried > mostPairs) break;
      const [earlier, later] = first.position <= second.position ? [first, second] : [second, first];
      const both = later.applyTo(earlier.computation);
      const evaluation = tryEvaluate(both, main.inputs);
      if (!evaluation || !agrees(evaluation, main, telling)) continue;
      if (agreeing(both, evaluation, main).size < computation.returns.length) continue;
      if (!holdsElsewhere(accepted, [earlier, later], others)) continue;
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
  const unique = !rival || rival.support < best.support || codes(rival.mutants) === codes(best.mutants);
  return { accepted, mutants: best.mutants, unique };
}

function inOrder(explanation: Explanation): Explanation {
  return {
    ...explanation,
    mutants: [...explanation.mutants].sort((a, b) => a.position - b.position),
  };
}

/**
 * The fewest known mistakes that turn one of the accepted computations into what came back, on every probe. Null where
 * there are none. The first probe is searched, the others confirm.
 */
export function explain(evidence: SomeEvidence): Explanation | null {
  const [main] = evidence;
  const found = main.accepted.flatMap((computation, accepted) => {
    const right = agreeing(computation, tryEvaluate(computation, main.inputs), main);
    const explanation = search(accepted, computation, evidence, [], right);
    return explanation ? [inOrder(explanation)] : [];
  });
  const [fewest] = found.sort((a, b) => a.mutants.length - b.mutants.length);
  if (fewest) return fewest;
  for (const [accepted, computation] of main.accepted.entries()) {
    const pair = searchPairs(accepted, computation, evidence);
    if (pair) return inOrder(pair);
  }
  return null;
}
