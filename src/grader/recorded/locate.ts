/** Where a snippet first held what a known mistake holds and the solution does not. */
import { ratioOf, same, sameEntries } from '../../diagnosis/agreement';
import type { Evidence, Observation } from '../../diagnosis/evidence';
import { lineOfResult } from '../../diagnosis/locate';
import { agreesWith } from '../../engine/compare';
import type { Tensor } from '../../engine/tensor';
import type { OnRecorded } from './explain';

/** A line, and whether the exercise's function itself held there just what the line of the known mistake held. */
export interface Place {
  readonly line: number | null;
  readonly isShown: boolean;
}

function isHeld(value: Tensor, among: readonly Tensor[]): boolean {
  return among.some((one) => same(one, value));
}

/** Numbers that many steps hold by chance tell nothing. */
function tellsSomething({ data }: Tensor): boolean {
  if (data.length > 1) return data.some((entry) => entry !== data[0]);
  const [only = 0] = data;
  return !Number.isInteger(only);
}

/** Whether an array of several different numbers is another one up to one factor for all its entries. */
function isMultiple(one: Tensor, other: Tensor): boolean {
  return tellsSomething(one) && one.data.length > 1 && ratioOf(one, other) !== null;
}

/**
 * The first line that held one of these values. Where a value is no multiple of anything right, a multiple of it is the
 * mistake as well, whatever its shape: a division by m or a reshape may stand in a line before or behind.
 */
function firstHolding(
  observations: readonly Observation[],
  values: readonly Tensor[],
  right: readonly Tensor[],
): Place | null {
  for (const value of values) {
    const isOwn = !right.some((one) => isMultiple(value, one));
    const found = observations.find(
      (one) => same(one.value, value) || (isOwn && isMultiple(one.value, value)),
    );
    // A helper's line makes what is right as well, as a rule.
    if (found) return { line: found.line, isShown: found.depth === 0 && same(found.value, value) };
  }
  return null;
}

/** The names of the exercise's function itself that held a value, each where it first did, in order of execution. */
function holders(value: Tensor, { observations }: Evidence): readonly Observation[] {
  const seen = new Set<string>();
  return observations.filter((one) => {
    const key = `${one.name}/${String(one.index)}`;
    if (one.depth !== 0 || seen.has(key) || !same(one.value, value)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Where a snippet let something be that is right as far as it goes: what was left out should have followed. That is not
 * the helper that made it, but the last name that it was given in the function itself.
 */
function lineOfLeft(target: string, evidence: Evidence): number | null {
  const value = evidence.returned.get(target);
  if (!value) return null;
  return holders(value, evidence).at(-1)?.line ?? lineOfResult(target, evidence);
}

/** The line of the return that hands out what it should not, or too early; where a name was given to it first, that line. */
function lineOfHandingOut(target: string, evidence: Evidence): number | null {
  const value = evidence.returned.get(target);
  const names = value ? holders(value, evidence) : [];
  if (names.length > 1) return names.at(-1)?.line ?? null;
  return evidence.returnLines.get(target) ?? lineOfLeft(target, evidence);
}

/** The line of the mistake in the snippet; that of the wrong result where the trace does not tell it. */
export function placeOfMistake(mistake: number, target: string, pairs: readonly OnRecorded[]): Place {
  const guessed = (line: number | null): Place => ({ line, isShown: false });
  const traced = pairs.flatMap(({ evidence, recorded }) => {
    const made = recorded.mistakes[mistake];
    return made && evidence.observations.length > 0 ? [{ evidence, recorded, made }] : [];
  });
  // A mistake need not show on every probe, and where it does not, its lines hold what is right.
  const showing = traced.filter(({ recorded, made }) => {
    const [right, wrong] = [recorded.right.get(target), made.returned.get(target)];
    return !right || !wrong || !agreesWith(right, wrong);
  });
  const among = (showing.length > 0 ? showing : traced).map(({ evidence, recorded, made }) => {
    const right = [...recorded.held, ...recorded.right.values(), ...evidence.inputs.values()];
    const telling = (values: readonly Tensor[]): readonly Tensor[] =>
      values.filter((value) => tellsSomething(value) && !isHeld(value, right));
    return { evidence, made, right, telling };
  });
  for (const { evidence, made, right, telling } of among) {
    if (made.isOfReturn) return guessed(lineOfHandingOut(target, evidence));
    const marked = firstHolding(evidence.observations, telling(made.marks), right);
    if (marked !== null) return marked;
  }
  for (const { evidence, made, telling } of among) {
    const returned = telling([...made.returned.values()]);
    const ofMistake = telling(made.held);
    const first = evidence.observations.find(
      ({ value }) => isHeld(value, ofMistake) || returned.some((one) => sameEntries(one.data, value.data)),
    );
    if (first) return guessed(first.line);
  }
  const any = pairs.find(({ evidence }) => evidence.observations.length > 0);
  return guessed(any ? lineOfLeft(target, any.evidence) : null);
}
