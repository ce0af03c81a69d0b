/** The line to look at: where the snippet first computed what the mistake gives and the reference does not. */
import type { Computation, Evaluation } from '../engine/computation';
import { allSteps, read } from '../engine/computation';
import type { Tensor } from '../engine/tensor';
import { constantRatio, sameEntries } from './agreement';
import type { Evidence, Observation } from './evidence';
import { tryEvaluate } from './evidence';
import type { Mutant } from './mutants';
import { forms, isHeld } from './trace';

/** A step whose value the mistake changes. */
interface Changed {
  readonly name: string;
  readonly wrong: Tensor;
  readonly right: Tensor | null;
}

function changedSteps(computation: Computation, wrong: Evaluation, right: Evaluation): Changed[] {
  return allSteps(computation).flatMap(({ name, operation }): Changed[] => {
    const [now, then] = [wrong.first.get(operation), right.first.get(operation)];
    if (!now || (then && sameEntries(now.data, then.data) && sameShapes(now, then))) return [];
    return [{ name, wrong: now, right: then ?? null }];
  });
}

function sameShapes(a: Tensor, b: Tensor): boolean {
  return a.shape.length === b.shape.length && a.shape.every((extent, i) => extent === b.shape[i]);
}

function isScaleOf(a: Tensor, b: Tensor | null): boolean {
  return b !== null && constantRatio(a.data, b.data) !== null;
}

/** Whether an observed value is what the mistake gives at a step, and not what the reference gives there. */
function shows(observed: Tensor, { wrong, right }: Changed): boolean {
  const isRight =
    right !== null &&
    forms(right).some((data) => sameEntries(observed.data, data)) &&
    observed.data.length === right.data.length;
  if (isRight && right.shape.length === observed.shape.length) return false;
  if (forms(wrong).some((data) => sameEntries(observed.data, data))) return true;
  // A snippet may carry a factor (1/m, 2) elsewhere; a mistake that is itself a factor must match exactly.
  if (isScaleOf(wrong, right)) return false;
  return (
    observed.data.length === wrong.data.length &&
    observed.data.length > 1 &&
    constantRatio(observed.data, wrong.data) !== null
  );
}

/** An intermediate that is later replaced under the same name (`dW = X.T @ d` then `dW /= m`) is not the result. */
function isOverwritten(observation: Observation, later: readonly Observation[], step: Changed): boolean {
  return later.some(
    (next) =>
      next.frame === observation.frame &&
      next.name === observation.name &&
      step.right !== null &&
      forms(step.right).some((data) => sameEntries(next.value.data, data)),
  );
}

/**
 * How far the trace speaks for a mistake: 1 where the step it changes shows its wrong value, -1 where it shows the right
 * one, 0 where neither or both. Two mistakes may give the same results and still differ on the way there.
 */
export function support(
  without: Computation,
  withIt: Computation,
  mutant: Mutant,
  { inputs, observations }: Evidence,
): number {
  const [right, wrong] = [tryEvaluate(without, inputs), tryEvaluate(withIt, inputs)];
  if (!right || !wrong) return 0;
  const step = changedSteps(withIt, wrong, right).find(({ name }) => mutant.steps.includes(name));
  if (!step) return 0;
  const isSeen = (value: Tensor | null): boolean => value !== null && isHeld(value, observations);
  return Number(isSeen(step.wrong)) - Number(isSeen(step.right));
}

/** `dZ_1`, `dz1` and `dZ1` are one name. */
function plainName(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}

/**
 * The observations that hold what a step rightly gives, where a mistake gives the same later on: `dA1 = …` is right, and
 * `dZ1 = dA1` after it is where the derivative is missing. Where the value is held only once, that is the place.
 */
function rightOnes(
  computation: Computation,
  wrong: Evaluation,
  changed: readonly Changed[],
  observations: readonly Observation[],
): ReadonlySet<Observation> {
  const right = new Set<Observation>();
  for (const { name, operation } of allSteps(computation)) {
    const value = wrong.first.get(operation);
    if (!value || changed.some((step) => step.name === name && step.wrong === value)) continue;
    if (!changed.some((step) => shows(value, step))) continue;
    const holders = observations.filter((one) =>
      forms(value).some((data) => sameEntries(one.value.data, data)),
    );
    const named = holders.findIndex((one) => one.name !== 'return');
    const [first, ...others] = holders.slice(named).filter((one) => one.name !== 'return');
    if (!first) continue;
    if (others.length === 0 && plainName(first.name) !== plainName(name)) continue;
    holders.slice(0, named + 1).forEach((one) => right.add(one));
  }
  return right;
}

/**
 * The line that shows a mistake, or null where the trace does not tell. `without` is the computation with all mistakes
 * before this one; `withIt` has this one too.
 */
export function locate(
  without: Computation,
  withIt: Computation,
  mutant: Mutant,
  evidence: Evidence,
): number | null {
  const right = tryEvaluate(without, evidence.inputs);
  const wrong = tryEvaluate(withIt, evidence.inputs);
  if (!right || !wrong) return null;
  const changed = changedSteps(withIt, wrong, right);
  const inputs = [...evidence.inputs.values()];
  const isInput = (value: Tensor): boolean => inputs.some((input) => sameEntries(input.data, value.data));
  const { observations } = evidence;
  const skipped = rightOnes(withIt, wrong, changed, observations);
  const holders = observations.flatMap((observation, i) => {
    if (skipped.has(observation)) return [];
    if (isInput(observation.value) && !mutantReturnsInput(changed, inputs)) return [];
    const rank = changed.findIndex(
      (step) =>
        shows(observation.value, step) && !isOverwritten(observation, observations.slice(i + 1), step),
    );
    const name = changed[rank]?.name;
    return name === undefined ? [] : [{ line: observation.line, rank, isStep: mutant.steps.includes(name) }];
  });
  // An array further on that is spoiled by the mistake is the place only where the step itself is never held.
  const place =
    holders.find(({ isStep }) => isStep) ??
    holders.reduce<(typeof holders)[number] | null>(
      (best, one) => (best && best.rank <= one.rank ? best : one),
      null,
    );
  if (place) return place.line;
  const spoiled = withIt.returns.find((name) => {
    const [now, then] = [wrong.values.get(name), right.values.get(name)];
    return now && (!then || !sameEntries(now.data, then.data) || !sameShapes(now, then));
  });
  return spoiled === undefined ? null : (evidence.returnLines.get(spoiled) ?? null);
}

/** Whether what the mistake gives is one of the inputs itself (`not-updated`, a missing activation). */
function mutantReturnsInput(changed: readonly Changed[], inputs: readonly Tensor[]): boolean {
  return changed.some(({ wrong }) => inputs.some((input) => sameEntries(input.data, wrong.data)));
}

/** The line on which the snippet's result under that name got its final value, or where it is returned. */
export function lineOfResult(name: string, evidence: Evidence): number | null {
  const value = read(evidence.returned, name);
  const holders = evidence.observations.filter(
    (one) => one.value.data.length === value.data.length && sameEntries(one.value.data, value.data),
  );
  return holders[0]?.line ?? evidence.returnLines.get(name) ?? null;
}
