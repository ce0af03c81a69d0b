/** Results that follow the right ones up to a bound, or only in their sign: computed, and cut. */
import { sameShape } from '../../engine/tensor';
import { toleranceFor } from '../../engine/tolerance';
import { shortNumber } from '../../engine/shortNumber';
import type { Comparison, OnProbe } from '../values';
import { pairsOf, type Signature } from './signature';

function isNear(a: number, b: number, size: number): boolean {
  return Math.abs(a - b) <= toleranceFor().pass * size + Number.MIN_VALUE;
}

function largestOf(data: Float64Array): number {
  return data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

interface Pair {
  readonly given: Float64Array;
  readonly right: Float64Array;
}

/** The bound at which entries are cut, the same on every probe, where all others are right; else null. */
function boundOf(pairs: readonly Pair[]): number | null {
  const bound = Math.max(...pairs.map(({ given }) => largestOf(given)));
  if (!(bound > 0)) return null;
  const follows = pairs.every(({ given, right }) =>
    given.every((value, i) => {
      const whole = right[i] ?? NaN;
      return isNear(value, Math.max(-bound, Math.min(bound, whole)), bound);
    }),
  );
  // Where nothing lies beyond the bound, nothing was cut: then something else is wrong, a shape perhaps.
  const isCut = pairs.some(
    ({ right }) => largestOf(right) > bound && !isNear(largestOf(right), bound, bound),
  );
  return follows && isCut ? bound : null;
}

/** The one magnitude that every entry has, with the right entry's sign; else null. */
function magnitudeOf(pairs: readonly Pair[]): number | null {
  const [first] = pairs;
  const size = first ? largestOf(first.given) : 0;
  if (!(size > 0)) return null;
  const isSign = pairs.every(({ given, right }) =>
    given.every((value, i) => isNear(value, size * Math.sign(right[i] ?? NaN), size)),
  );
  return isSign ? size : null;
}

function hasRightShape({ evidence, evaluation }: OnProbe, name: string): boolean {
  const [given, right] = [evidence.returned.get(name), evaluation.values.get(name)];
  return given !== undefined && right !== undefined && sameShape(given.shape, right.shape);
}

/** Whether the right entries have both signs, so that following them is no accident. */
function hasBothSigns(pairs: readonly Pair[]): boolean {
  const has = (sign: number): boolean => pairs.some(({ right }) => right.some((value) => value * sign > 0));
  return has(1) && has(-1);
}

/** Whether an array follows the signs of the right one on every probe: then it is computed, however coarsely. */
export function followsSigns(comparison: Comparison, name: string): boolean {
  const pairs = pairsOf(comparison, name);
  return (
    pairs !== null &&
    hasBothSigns(pairs) &&
    pairs.every(
      ({ given, right }) =>
        given.length === right.length &&
        given.every((value, i) => Math.sign(value) === Math.sign(right[i] ?? NaN)),
    )
  );
}

/** Entries cut at a bound, and signs alone. */
export const saturated: Signature = ({ comparison, names }) => {
  const found = names.flatMap((name) => {
    const pairs = pairsOf(comparison, name);
    if (!pairs?.every(({ on }) => hasRightShape(on, name))) return [];
    const bound = boundOf(pairs);
    const isSignOnly = hasBothSigns(pairs) && magnitudeOf(pairs) !== null;
    return bound === null && !isSignOnly ? [] : [{ name, bound, isSignOnly }];
  });
  const [first] = found;
  // One bound for all that is wrong: an array by itself may lie below a bound by chance.
  if (!first || found.length < names.length) return null;
  const isSignOnly = found.every((one) => one.isSignOnly);
  const bounds = found.map(({ bound }) => bound);
  const isOneBound = bounds.every(
    (bound) => bound !== null && isNear(bound, bounds[0] ?? NaN, Math.abs(bound)),
  );
  if (!isSignOnly && !isOneBound) return null;
  return {
    code: 'clipped',
    target: first.name,
    variant: isSignOnly ? 'sign' : 'bound',
    detail: isSignOnly ? '' : shortNumber(first.bound ?? NaN, 4),
    explains: names,
  };
};
