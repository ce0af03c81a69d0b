/** The search for the mistakes that explain what came back. */
import type { Computation, Evaluation } from '../engine/computation';
import { allSteps } from '../engine/computation';
import type { Evidence } from './evidence';
import { agreeing, agrees, tryEvaluate } from './evidence';
import { mutantsOf, type Mutant } from './mutants';

/** Mistakes that together give exactly what came back, on every probe. */
export interface Explanation {
  /** In order of execution. */
  readonly mutants: readonly Mutant[];
  /** The computation with all of them. */
  readonly computation: Computation;
  /** False where mistakes of different codes give the same numbers. */
  readonly unique: boolean;
}

/** How many mistakes at once are looked for one after the other. */
const mostMistakes = 3;

/** How many pairs that spoil the same arrays are tried before giving up. */
const mostPairs = 6000;

function explainsAll(computation: Computation, evidence: readonly Evidence[]): boolean {
  return evidence.every((one) => {
    const evaluation = tryEvaluate(computation, one.inputs);
    return evaluation !== null && computation.returns.every((name) => agrees(evaluation, one, name));
  });
}

function isSuperset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > b.size && [...b].every((name) => a.has(name));
}

interface Candidate {
  readonly mutant: Mutant;
  readonly agreeing: ReadonlySet<string>;
  readonly evaluation: Evaluation | null;
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

/** Fewer changed steps are the simpler explanation; among equals the catalogue's order stands. */
function simplestFirst(explanations: readonly Mutant[]): Mutant[] {
  return [...explanations].sort((a, b) => a.steps.length - b.steps.length);
}

function search(
  computation: Computation,
  evidence: readonly [Evidence, ...Evidence[]],
  before: readonly Mutant[],
  right: ReadonlySet<string>,
): Explanation | null {
  const all = candidates(computation, evidence[0]);
  const complete = all
    .filter((one) => one.agreeing.size === computation.returns.length)
    .map((one) => one.mutant)
    .filter((mutant) => explainsAll(mutant.computation, evidence));
  const [best, ...others] = simplestFirst(complete);
  if (best) {
    const rivals = others.filter((other) => other.steps.length === best.steps.length);
    return {
      mutants: [...before, best],
      computation: best.computation,
      unique: rivals.every((other) => other.mistake.code === best.mistake.code),
    };
  }
  if (before.length + 1 >= mostMistakes + 1) return null;
  const improving = all
    .filter((one) => isSuperset(one.agreeing, right))
    .sort((a, b) => b.agreeing.size - a.agreeing.size || a.mutant.steps.length - b.mutant.steps.length);
  const most = improving[0]?.agreeing.size ?? 0;
  for (const one of improving.filter(({ agreeing: names }) => names.size === most).slice(0, 4)) {
    if (before.length + 1 >= mostMistakes) break;
    const rest = search(one.mutant.computation, evidence, [...before, one.mutant], one.agreeing);
    if (rest) return rest;
  }
  return null;
}

/** Two mistakes on one path spoil the same arrays, so neither mends anything alone: they are tried together. */
function searchPairs(
  computation: Computation,
  evidence: readonly [Evidence, ...Evidence[]],
): Explanation | null {
  const [main] = evidence;
  const base = tryEvaluate(computation, main.inputs);
  const wrong = computation.returns.filter((name) => !base || !agrees(base, main, name));
  const spoilsOnlyWrong = ({ evaluation }: Candidate): boolean =>
    evaluation !== null &&
    computation.returns.every((name) => wrong.includes(name) || agrees(evaluation, main, name));
  const usable = candidates(computation, main).filter(spoilsOnlyWrong);
  let tried = 0;
  for (const first of usable) {
    const seconds = mutantsOf(first.mutant.computation, [...main.inputs.keys()]);
    for (const second of seconds) {
      if (position(second, computation) <= position(first.mutant, computation)) continue;
      if (++tried > mostPairs) return null;
      const evaluation = tryEvaluate(second.computation, main.inputs);
      const [probe] = wrong;
      if (!evaluation || probe === undefined || !agrees(evaluation, main, probe)) continue;
      if (!explainsAll(second.computation, evidence)) continue;
      return { mutants: [first.mutant, second], computation: second.computation, unique: true };
    }
  }
  return null;
}

/**
 * The fewest known mistakes that turn one of the accepted computations into what came back, on every probe. Null where
 * there are none. The first accepted computation that can be turned is the one spoken of.
 */
export function explain(
  accepted: readonly Computation[],
  evidence: readonly [Evidence, ...Evidence[]],
): Explanation | null {
  const byMistakes = (a: Explanation, b: Explanation): number => a.mutants.length - b.mutants.length;
  const found = accepted
    .flatMap((computation) => {
      const evaluation = tryEvaluate(computation, evidence[0].inputs);
      const right = agreeing(computation, evaluation, evidence[0]);
      const explanation = search(computation, evidence, [], right);
      return explanation ? [explanation] : [];
    })
    .sort(byMistakes);
  const best =
    found[0] ??
    accepted.reduce<Explanation | null>(
      (known, computation) => known ?? searchPairs(computation, evidence),
      null,
    );
  if (!best) return null;
  const [order] = accepted;
  return order
    ? { ...best, mutants: [...best.mutants].sort((a, b) => position(a, order) - position(b, order)) }
    : best;
}
