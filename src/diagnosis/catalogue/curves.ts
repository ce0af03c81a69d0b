/**
 * What people take for the slope of a function: curves over z, made of the entries of all functions and of a few that
 * are no function's. What computes the same as another comes under the narrower name, once.
 */
import type { Activation } from '../../engine/activation';
import { activations, logistic } from '../../engine/activations';

export type Curve = (z: number) => number;

interface Words {
  readonly en: string;
  readonly ko: string;
}

/** Where curves are compared: on both sides of every kink and bound that people know. */
const places: readonly number[] = [-7, -2.3, -0.9, -0.35, -0.05, 0.05, 0.3, 0.7, 1.4, 3.2, 7];

export function isSameCurve(f: Curve, g: Curve): boolean {
  return places.every((z) => Math.abs(f(z) - g(z)) <= 1e-9 * (Math.abs(f(z)) + 1));
}

const one: Curve = () => 1;

/** Whether a function lets everything through as it is, so that its slope can be left out. */
export function isStraight({ entry }: Activation): boolean {
  return entry !== null && isSameCurve(entry.slope, one);
}

const entries = Object.values(activations).flatMap(({ name, entry, notation }) =>
  entry ? [{ name, entry, words: notation.words }] : [],
);

/** Leaks of leaky ReLU that are not its own here. */
const leaks: readonly number[] = [0.1, 0.2, 0.05, 0.001];

/** Slopes of functions that no network here has. */
const foreign: Readonly<Record<string, Words & { readonly slope: Curve }>> = {
  ...Object.fromEntries(
    leaks.map((low) => [
      `leaky-${String(low)}`,
      { slope: (z: number): number => (z > 0 ? 1 : low), en: 'leaky ReLU', ko: 'leaky ReLU' },
    ]),
  ),
  absolute: {
    slope: (z) => (z > 0 ? 1 : -1),
    en: 'the absolute value',
    ko: '절댓값(absolute value)',
  },
};

/** The name of the function that a curve is the slope of; empty where it is none's. */
export function nameOfSlope(id: string, language: 'en' | 'ko'): string {
  const own = entries.find(({ name }) => id === name || id.startsWith(`${name}-`));
  return own?.words[language] ?? foreign[id]?.[language] ?? '';
}

/**
 * What stands for a slope. `activation`: the function's values. `misplaced`: the function's own slope at A for Z, or its
 * formula with A where Z is put in. `other`: another function's slope. `none`: the slope of nothing.
 */
export interface Instead {
  readonly activation: Readonly<Record<string, Curve>>;
  readonly inverted: Readonly<Record<string, Curve>>;
  readonly misplaced: Readonly<Record<string, Curve>>;
  readonly other: Readonly<Record<string, Curve>>;
  readonly none: Readonly<Record<string, Curve>>;
}

const nothing: Instead = { activation: {}, inverted: {}, misplaced: {}, other: {}, none: {} };

/** A slope taken of Z and of A, and its formula for A given A and Z. */
function takenOf(id: string, slope: Curve, ofValue: Curve | undefined, value: Curve): Record<string, Curve> {
  return {
    [id]: slope,
    [`${id}-of-activation`]: (z) => slope(value(z)),
    ...(ofValue && {
      [`${id}-from-activation`]: (z: number) => ofValue(value(z)),
      [`${id}-from-z`]: ofValue,
      [`${id}-twice`]: (z: number) => ofValue(slope(z)),
    }),
  };
}

function make({ entry, kinks, isPiecewiseLinear }: Activation): Instead {
  if (!entry) return nothing;
  const { value, slope, slopeOfValue } = entry;
  const taken: Curve[] = [slope, one];
  const fresh = (curves: Readonly<Record<string, Curve>>): Record<string, Curve> =>
    Object.fromEntries(
      Object.entries(curves).filter(([, curve]) => {
        if (taken.some((other) => isSameCurve(curve, other))) return false;
        taken.push(curve);
        return true;
      }),
    );
  const activation = fresh({ activation: value, 'pre-activation': (z) => z });
  const inverted = fresh(kinks.length > 0 ? { inverted: (z) => slope(-z) } : {});
  const misplaced = fresh({
    'own-of-activation': (z) => slope(value(z)),
    ...(slopeOfValue && {
      'own-from-z': slopeOfValue,
      'own-twice': (z: number) => slopeOfValue(slope(z)),
    }),
  });
  const isValue = (curve: Curve): boolean => entries.some((other) => isSameCurve(curve, other.entry.value));
  const others = entries
    .filter((other) => other.entry !== entry && !isValue(other.entry.slope))
    .map((other) => takenOf(other.name, other.entry.slope, other.entry.slopeOfValue, value));
  const strange = Object.entries(foreign).map(([id, other]) => ({
    [id]: other.slope,
    ...(id === 'absolute' ? { 'absolute-of-activation': (z: number) => Math.sign(value(z)) } : {}),
  }));
  const thresholds: Record<string, Curve> = isPiecewiseLinear
    ? { 'above-one': (z) => (z > 1 ? 1 : 0), 'above-half': (z) => (z > 0.5 ? 1 : 0) }
    : {};
  const other = fresh({ ...Object.assign({}, ...others, ...strange), ...thresholds } as Record<
    string,
    Curve
  >);
  const none = fresh({
    'sigmoid-value': logistic,
    'tanh-value': Math.tanh,
    'one-minus-activation': (z) => 1 - value(z),
    'one-minus-z': (z) => 1 - z,
    'z-squared': (z) => z * z,
    'activation-squared': (z) => value(z) ** 2,
    'relu-of-minus-z': (z) => value(-z),
    'minus-side': (z) => {
      const a = value(-z);
      return a * (1 - a);
    },
    exponential: Math.exp,
    'negatives-kept': (z) => (z > 0 ? 1 : z),
    ...(isPiecewiseLinear
      ? {}
      : {
          'one-plus-square': (z: number) => 1 + value(z) ** 2,
          'one-plus-activation': (z: number) => value(z) * (1 + value(z)),
        }),
  });
  return { activation, inverted, misplaced, other, none };
}

const known = new Map<Activation, Instead>();

/** What people multiply by where the slope of a function belongs; nothing where it is not one of entries. */
export function insteadOf(activation: Activation): Instead {
  const before = known.get(activation) ?? make(activation);
  known.set(activation, before);
  return before;
}
