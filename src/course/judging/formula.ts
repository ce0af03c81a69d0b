/** Formulas of an exercise's own, beside the slips that are made in them. */
import type { FormulaSlip, OperationOf, Values } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import { scale } from '../../engine/tensor';

type Compute = FormulaSlip['compute'];

/** Slips by the code of their mistake, each under the id of its variant. */
type Slips = Readonly<Record<string, Readonly<Record<string, Compute>>>>;

const times =
  (factor: number): Compute =>
  (_values, right) =>
    scale(right(), factor);

/** A factor 2 too many or too few, and the opposite sign: slips of any formula. */
export const double: Slips = { 'factor-two': { double: times(2) } };
export const doubleOrHalf: Slips = { 'factor-two': { double: times(2), half: times(0.5) } };
export const negative: Slips = { 'wrong-sign': { negative: times(-1) } };

/** A step's operation by its formula. */
export function formula(
  reads: readonly string[],
  compute: (values: Values) => Tensor,
  slips: Slips,
): OperationOf<'formula'> {
  const list = Object.entries(slips).flatMap(([code, some]) =>
    Object.entries(some).map(([id, slip]): FormulaSlip => ({ code, id, compute: slip })),
  );
  return { kind: 'formula', reads, compute, slips: list };
}
