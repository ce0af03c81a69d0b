/** The search for the mistakes that explain what came back. */
import type { Computation, Evaluation } from '../engine/computation';
import { allSteps } from '../engine/computation';
import type { Evidence } from './evidence';
import { agreeing, agrees, tryEvaluate } from './evidence';
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

/** Where in the computation a mutant begins, so that mistakes can be told in order. */
function position(mutant: Mutant, computation: Computation): number {
  return allSteps(computation).findIndex((step) => step.name === mutant.steps[0]);
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
    .sort((a, b) => a.steps.length - b.steps.length);
  const [best, ...rivals] = complete;
  if (best) {
    // Fewer changed steps are the simpler explanation; among equals the catalogue's order stands.
    const equals = rivals.filter((other) => other.steps.length === best.steps.length);
    const unique = equals.every((other) => other.mistake.code === best.mistake.code);
    return { accepted, mutants: [...before, best], unique };
  }
  if (before.length + 1 >= mostMistakes) return null;
  const improving = all.filter((one) => isSuperset(one.agreeing, right));
  const most = Math.max(0, ...improving.map((one) => one.agreeing.size));
  const followed = improving
    .filter((one) => one.agreeing.size === most)
    .sort((a, b) => a.mutant.steps.length - b.mutant.steps.length)
    .slice(0, mostBranches);
  for (const one of followed) {
    const { mutant } = one;
    const rest = search(accepted, mutant.computation, [main, ...others], [...before, mutant], one.agreeing);
    if (rest) return rest;
  }
  return null;
}

/** Two mistakes on one path spoil the same arrays, so neither mends anything alone: they are tried together. */
function searchPairs(
  accepted: number,
  computation: Computation,
  [main, ...others]: SomeEvidence,
): Explanation | null {
  const base = tryEvaluate(computation, main.inputs);
  const wrong = computation.returns.filter((name) => !base || !agrees(base, main, name));
  const [telling] = wrong;
  if (telling === undefined) return null;
  const spoilsOnlyWrong = ({ evaluation }: Candidate): boolean =>
    evaluation !== null &&
    computation.returns.every((name) => wrong.includes(name) || agrees(evaluation, main, name));
  let tried = 0;
  for (const { mutant: first } of candidates(computation, main).filter(spoilsOnlyWrong)) {
    for (const second of mutantsOf(first.computation, [...main.inputs.keys()])) {
      if (position(second, computation) < position(first, computation)) continue;
      if (++tried > mostPairs) return null;
      const evaluation = tryEvaluate(second.computation, main.inputs);
      if (!evaluation || !agrees(evaluation, main, telling)) continue;
      if (agreeing(second.computation, evaluation, main).size < computation.returns.length) continue;
      if (holdsElsewhere(accepted, [first, second], others)) {
        return { accepted, mutants: [first, second], unique: true };
      }
    }
  }
  return null;
}

function inOrder(explanation: Explanation, base: Computation): Explanation {
  const mutants = [...explanation.mutants].sort((a, b) => position(a, base) - position(b, base));
  return { ...explanation, mutants };
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
    return explanation ? [inOrder(explanation, computation)] : [];
  });
  const [fewest] = found.sort((a, b) => a.mutants.length - b.mutants.length);
  if (fewest) return fewest;
  for (const [accepted, computation] of main.accepted.entries()) {
    const pair = searchPairs(accepted, computation, evidence);
    if (pair) return inOrder(pair, computation);
  }
  return null;
}
