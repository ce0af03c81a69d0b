/** What wrong arrays say by themselves where no known mistake explains them: each such way is one signature. */
import type { Evidence } from '../../diagnosis/evidence';
import type { Comparison, OnProbe } from '../values';

/** What a signature has to go by. */
export interface Wrong {
  /** The accepted computation that the report speaks of. */
  readonly comparison: Comparison;
  /** The wrong arrays that nothing explains yet, in the order in which they are computed. */
  readonly names: readonly string[];
  /** The probe whose trace tells lines. */
  readonly main: Evidence | null;
}

/** What was recognised. A code that the catalogue does not hold is not said. */
export interface Recognised {
  readonly code: string;
  readonly target: string;
  /** The step that went wrong; the target where it is left out. */
  readonly step?: string;
  readonly variant?: string;
  readonly detail?: string;
  readonly ratio?: number | null;
  /** The line to look at; that of the target where it is left out. */
  readonly line?: number | null;
  /** The names that it explains; the target where they are left out. */
  readonly explains?: readonly string[];
}

export type Signature = (wrong: Wrong) => Recognised | null;

/** Both arrays on every probe where they have to do with each other; null where one is missing. */
export function pairsOf(
  { perProbe }: Comparison,
  name: string,
): readonly { readonly on: OnProbe; readonly given: Float64Array; readonly right: Float64Array }[] | null {
  const pairs = perProbe.flatMap((on) => {
    const [given, right] = [on.evidence.returned.get(name), on.evaluation.values.get(name)];
    return given && right ? [{ on, given: given.data, right: right.data }] : [];
  });
  return pairs.length === perProbe.length && pairs.length > 0 ? pairs : null;
}
