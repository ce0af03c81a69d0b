/** The line to look at: where the snippet first computed what the mistake gives and the reference does not. */
import type { Computation, Evaluation } from '../engine/computation';
import { allSteps } from '../engine/computation';
import { read } from '../engine/operation';
import type { Tensor } from '../engine/tensor';
import { scaleFactor, sameEntries } from './agreement';
import type { Evidence, Observation } from './evidence';
import { returnedOn, tryEvaluate } from './evidence';
import type { Mutant } from './mutants';
import { changesOf, sameShapes, unchangedSteps, type Changed, type Named } from './changes';
import { lineOfSlip } from './helpers';
import { isBeforeAsked, lineOfAsking } from './asking';
import { lineOfSlope } from './slopeMaker';
import { lineOfLost, lineOfMoved, lineOfRemaking } from './updates';
import { forms, holds, plainName } from './trace';

function isScaleOf(a: Tensor, b: Tensor | null): boolean {
  return b !== null && scaleFactor(a.data, b.data) !== null;
}

/** Whether a number is what a wrong mean is the mean of: then the sum is wrong and not what divides it. */
function isTotal(observed: Tensor, wrong: Tensor, samples: number | null): boolean {
  return (
    samples !== null &&
    observed.data.length === 1 &&
    wrong.data.length === 1 &&
    sameEntries(
      observed.data,
      wrong.data.map((value) => value * samples),
    )
  );
}

/**
 * How an observed value shows what the mistake gives at a step, and not what the reference gives there; null where it
 * does not.
 */
function matchOf(
  observed: Tensor,
  { wrong, right }: Changed,
  samples: number | null = null,
): 'exact' | 'scaled' | null {
  if (right !== null && forms(right).some((data) => sameEntries(wrong.data, data))) {
    // The right numbers in another shape: there the shape is all that shows it.
    return sameShapes(observed, wrong) && sameEntries(observed.data, wrong.data) ? 'exact' : null;
  }
  const isRight = right !== null && forms(right).some((data) => sameEntries(observed.data, data));
  if (isRight && right.shape.length === observed.shape.length) return null;
  if (forms(wrong).some((data) => sameEntries(observed.data, data))) return 'exact';
  if (isTotal(observed, wrong, samples)) return 'exact';
  // A snippet may carry a factor (1/m, 2) elsewhere; a mistake that is itself a factor must match exactly.
  if (isScaleOf(wrong, right)) return null;
  const isScaled =
    observed.data.length === wrong.data.length &&
    observed.data.length > 1 &&
    scaleFactor(observed.data, wrong.data) !== null;
  return isScaled ? 'scaled' : null;
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

/** The key or attribute under which something is kept: `z1` of `cache['z1']`; null for a name of its own. */
function keyOf(name: string): string | null {
  return /(?:\[['"]?|\.)(\w+)['"]?\]?$/.exec(name)?.[1] ?? null;
}

/** Whether a line binds one more name to what another name holds, and nothing else: `dZ1 = dA1`. */
function isRebinding(one: Observation, first: Observation, observations: readonly Observation[]): boolean {
  return (
    one.depth === first.depth &&
    one.frame === first.frame &&
    one.name !== first.name &&
    observations.every(({ line, name }) => line !== one.line || name === one.name)
  );
}

/**
 * The observations that hold what a step rightly gives, where a mistake gives the same later on: `dA1 = …` is right, and
 * `dZ1 = dA1` after it is where the derivative is missing. Where the value is held only once, that is the place.
 */
function rightOnes(
  unchanged: readonly Named[],
  changed: readonly Changed[],
  observations: readonly Observation[],
): ReadonlySet<Observation> {
  const right = new Set<Observation>();
  for (const { name, value } of unchanged) {
    if (!changed.some((step) => matchOf(value, step) !== null)) continue;
    const holders = observations.filter((one) => holds(one.value, value));
    const named = holders.findIndex((one) => one.name !== 'return');
    const [first, ...others] = holders.slice(named).filter((one) => one.name !== 'return');
    if (!first) continue;
    const isBoundAgain = others.some((one) => isRebinding(one, first, observations));
    if (!isBoundAgain && plainName(first.name) !== plainName(name)) continue;
    holders.slice(0, named + 1).forEach((one) => right.add(one));
  }
  return right;
}

/** An observation that shows a changed step. */
interface Holder {
  readonly observation: Observation;
  /** Which of the changed steps, in order of execution. */
  readonly rank: number;
  /** Whether that is a step at which the mistake was made, and not one further on. */
  readonly isStep: boolean;
  readonly isExact: boolean;
}

function holdersOf(
  changed: readonly Changed[],
  mutant: Mutant,
  { inputs, observations }: Evidence,
  skipped: ReadonlySet<Observation>,
): readonly Holder[] {
  const given = [...inputs.values()];
  const samples = mutant.mistake.isCutShort
    ? null
    : ((inputs.get('X') ?? inputs.get('A2'))?.shape[0] ?? null);
  const isInput = (value: Tensor): boolean => given.some((input) => sameEntries(input.data, value.data));
  return observations.flatMap((observation, i) => {
    if (skipped.has(observation)) return [];
    if (isInput(observation.value) && !mutantReturnsInput(changed, given)) return [];
    return changed.flatMap((step, rank): Holder[] => {
      const match = matchOf(observation.value, step, samples);
      if (match === null || isOverwritten(observation, observations.slice(i + 1), step)) return [];
      return [{ observation, rank, isStep: mutant.steps.includes(step.name), isExact: match === 'exact' }];
    });
  });
}

/**
 * Whether a helper's line makes right values as well: then nothing is wrong with the line, and the mistake is in a call.
 */
function isShared({ observation }: Holder, all: readonly Observation[], right: readonly Named[]): boolean {
  const { depth, frame, line, name, index } = observation;
  const isAlike = (one: Observation): boolean =>
    one.line === line && one.frame === frame && one.name === name && one.index === index;
  return depth > 0 && all.some((one) => isAlike(one) && right.some(({ value }) => holds(one.value, value)));
}

/** The line that makes what a step reads, where it is that which is wrong: a slope that is made apart. */
function lineOfOperand(
  { name, wrong: value }: Changed,
  withIt: Computation,
  wrong: Evaluation,
  right: Evaluation,
  evidence: Evidence,
): number | null {
  const operation = allSteps(withIt).find((one) => one.name === name)?.operation;
  return operation?.kind === 'throughActivation'
    ? lineOfSlope(operation, value, withIt, wrong, right, evidence)
    : null;
}

/**
 * Where a name held what the mistake gives, but for a factor that a later line brings in (`d = Y - A`, then `d /= m`): the
 * slip is in the first of them. A mistake that is itself a factor is where the factor comes in.
 */
function beforeFactor(
  place: Holder,
  changed: readonly Changed[],
  observations: readonly Observation[],
): Holder {
  const step = changed[place.rank];
  const { frame, depth, name } = place.observation;
  if (!place.isStep || !place.isExact || !step) return place;
  const isUp = (a: Tensor, b: Tensor | null): boolean =>
    b !== null && a.data.length > 1 && (scaleFactor(a.data, b.data) ?? 0) > 0;
  if (isUp(step.wrong, step.right)) return place;
  const before = observations.slice(0, observations.indexOf(place.observation));
  const own = before.filter((one) => one.frame === frame && one.depth === depth && one.name === name);
  const first = own.slice(own.findLastIndex((one) => !isUp(one.value, step.wrong)) + 1).at(0);
  return first ? { ...place, observation: first } : place;
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
  const [step = ''] = mutant.steps;
  if (mutant.mistake.isRemade) return lineOfRemaking(step, withIt, wrong, evidence);
  const lost = mutant.mistake.isSilent ? lineOfLost(mutant.steps, without, right, evidence) : null;
  if (lost !== null) return lost;
  const { changed, isLate } = changesOf(withIt, wrong, right);
  const unchanged = unchangedSteps(withIt, wrong, changed);
  const { observations } = evidence;
  const skipped = rightOnes(unchanged, changed, observations);
  // What is left out is held nowhere; arrays that are as they were say nothing.
  const holders = mutant.mistake.isSilent ? [] : holdersOf(changed, mutant, evidence, skipped);
  // Where a right array comes back in the wrong place, only what keeps it under another's key shows that before.
  const all =
    mutant.mistake.amongContainers === undefined
      ? holders
      : holders.filter(({ observation: { name, value } }) => {
          const key = keyOf(name) ?? name;
          const isTarget = mutant.steps.some((step) => plainName(step) === plainName(name));
          return (
            (key !== name || isTarget) &&
            !unchanged.some((one) => plainName(one.name) === plainName(key) && holds(value, one.value))
          );
        });
  const telling = unchanged.filter(({ value }) => !changed.some((step) => matchOf(value, step) !== null));
  // In the first round the line of what goes wrong later is right as well.
  const unshared = all.filter((one) => isLate || !isShared(one, observations, telling));
  const shown = holders.map(({ observation }) => observation);
  const moved = lineOfMoved(step, without, withIt, wrong, shown, evidence);
  if (moved !== null) return moved;
  // An array further on that is spoiled by the mistake is the place only where the step itself is never held; a multiple
  // of what the mistake gives, only where the very numbers are not.
  const [found] = [...(unshared.length > 0 ? unshared : all)].sort(
    (a, b) =>
      Number(b.isStep) - Number(a.isStep) ||
      (a.isStep ? 0 : a.rank - b.rank) ||
      Number(b.isExact) - Number(a.isExact),
  );
  const place = found && beforeFactor(found, changed, observations);
  // What was there before the given function was asked for anything cannot be made of its values.
  if (place && isBeforeAsked(place.observation, evidence)) return lineOfAsking(evidence);
  // Of what helpers were given, only the first rounds are told.
  if (place && isLate) return place.observation.line;
  if (place) {
    const own = place.isStep ? changed[place.rank] : undefined;
    const made = own && lineOfOperand(own, withIt, wrong, right, evidence);
    return made ?? lineOfSlip(place.observation, own?.name ?? step, withIt, right, evidence);
  }
  const spoiled = withIt.returns.find((name) => {
    const [now, then] = [wrong.values.get(name), right.values.get(name)];
    return now && (!then || !sameEntries(now.data, then.data) || !sameShapes(now, then));
  });
  return spoiled === undefined ? null : returnedOn(spoiled, evidence);
}

/** Whether what the mistake gives is one of the inputs itself (`not-updated`, a missing activation). */
function mutantReturnsInput(changed: readonly Changed[], inputs: readonly Tensor[]): boolean {
  return changed.some(({ wrong }) => inputs.some((input) => sameEntries(input.data, wrong.data)));
}

/** The line on which the snippet's result under that name got its final value, or where it is returned. */
export function lineOfResult(name: string, evidence: Evidence): number | null {
  const value = read(evidence.returned, name);
  const holder = evidence.observations.find(
    (one) =>
      sameShapes(one.value, value) &&
      sameEntries(one.value.data, value.data) &&
      !isBeforeAsked(one, evidence),
  );
  return holder?.line ?? lineOfAsking(evidence) ?? returnedOn(name, evidence);
}
