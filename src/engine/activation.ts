/** What the function of a layer is: all that forward, backward, equations, Python and sentences must know of it. */
import type { Tensor } from './tensor';
import { map, requireSameShape, zip } from './tensor';

/** A function of one number and its slope; at a kink the slope that is taken by convention. */
export interface EntryFunction {
  readonly value: (z: number) => number;
  readonly slope: (z: number) => number;
  /** The slope as it is written with the value a = f(z), where it can be. */
  readonly slopeOfValue?: (a: number) => number;
}

/** How a function is written. */
export interface Notation {
  /** f(z) in TeX. */
  readonly tex: (z: string) => string;
  /** ∂L/∂Z in TeX, from the TeX of ∂L/∂A, Z and A. */
  readonly texThrough: (dA: string, z: string, a: string) => string;
  /** Its name in a sentence. */
  readonly words: { readonly en: string; readonly ko: string };
  /** What its slope can be, in a sentence after "the slope is"; missing where there is nothing short to say. */
  readonly slopeIs?: { readonly en: string; readonly ko: string };
  /** Its name where an equation is read aloud. */
  readonly spoken: { readonly en: string; readonly ko: string };
  /** Python that defines `f(Z)` and `f_backward(dA, Z)`; `axis` is that of the outputs: 1 where rows are samples. */
  readonly python: (axis: 0 | 1) => string;
  /** The name of the Python function; null where nothing is applied. */
  readonly pythonName: string | null;
}

/** What an entry of the table of all functions says: all but its name, which is its key. */
export interface ActivationEntry {
  /** f(Z) for Z (m, n), or of any shape where the function is one of entries. */
  readonly apply: (Z: Tensor, out?: Tensor) => Tensor;
  /** ∂L/∂Z from ∂L/∂A and Z, all of one shape. */
  readonly pullBack: (dA: Tensor, Z: Tensor, out?: Tensor) => Tensor;
  /** Null where an entry of A depends on more than its own entry of Z. */
  readonly entry: EntryFunction | null;
  /** Where the slope jumps: no gradient exists there, and differences across it mean nothing. */
  readonly kinks: readonly number[];
  /** Whether it is a straight line between its kinks. */
  readonly isPiecewiseLinear: boolean;
  readonly notation: Notation;
}

/** The function that makes A of Z, with its way back. */
export interface Activation<Name extends string = string> extends ActivationEntry {
  readonly name: Name;
}

/** The functions of a table, each with its key as its name. */
export function named<K extends string>(
  entries: Readonly<Record<K, ActivationEntry>>,
): { readonly [Name in K]: Activation<Name> } {
  const pairs = Object.entries<ActivationEntry>(entries).map(([name, entry]) => [name, { ...entry, name }]);
  return Object.fromEntries(pairs) as { readonly [Name in K]: Activation<Name> };
}

/** f(Z). With `out`, written over that array. */
export function activate({ apply }: Activation, Z: Tensor, out?: Tensor): Tensor {
  return apply(Z, out);
}

/** ∂L/∂Z from ∂L/∂A: for a function of entries dA ⊙ f′(Z). */
export function throughActivation({ pullBack }: Activation, dA: Tensor, Z: Tensor, out?: Tensor): Tensor {
  requireSameShape('dA', dA, 'Z', Z);
  return pullBack(dA, Z, out);
}

/** f′(Z), entry by entry; an error where the function is not one of entries. */
export function slopeOf({ entry, name }: Activation, Z: Tensor, out?: Tensor): Tensor {
  if (!entry) throw new RangeError(`${name} has no slope entry by entry`);
  return map(Z, entry.slope, out);
}

/** A function of entries with the loops that serve all of them; `loops` replaces them where a faster one is known. */
export function ofEntries(
  entry: EntryFunction,
  rest: Omit<ActivationEntry, 'apply' | 'pullBack' | 'entry'>,
  loops: Partial<Pick<Activation, 'apply' | 'pullBack'>> = {},
): ActivationEntry {
  const { value, slope } = entry;
  return {
    apply: (Z, out) => map(Z, value, out),
    pullBack: (dA, Z, out) => zip(dA, Z, (gradient, z) => gradient * slope(z), out),
    entry,
    ...rest,
    ...loops,
  };
}
