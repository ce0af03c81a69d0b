/** Which steps of a computation a mistake changes. */
import type { Computation, Evaluation, Step } from '../engine/computation';
import { allSteps } from '../engine/computation';
import type { Tensor } from '../engine/tensor';
import { sameEntries } from './agreement';

/** A step whose value the mistake changes. */
export interface Changed {
  readonly name: string;
  readonly wrong: Tensor;
  readonly right: Tensor | null;
}

/** The steps that a mistake changes, and whether it does so only after the first round. */
export function changesOf(
  computation: Computation,
  wrong: Evaluation,
  right: Evaluation,
): { readonly changed: readonly Changed[]; readonly isLate: boolean } {
  const compare = (of: (evaluation: Evaluation, step: Step) => Tensor | undefined): Changed[] =>
    allSteps(computation).flatMap((step): Changed[] => {
      const [now, then] = [of(wrong, step), of(right, step)];
      return !now || (then && isSame(now, then))
        ? []
        : [{ name: step.name, wrong: now, right: then ?? null }];
    });
  const first = compare(({ first: values }, { operation }) => values.get(operation));
  if (first.length > 0) return { changed: first, isLate: false };
  // What goes wrong only in later rounds shows in the last one.
  return { changed: compare(({ values }, { name }) => values.get(name)), isLate: true };
}

/** A step's value. */
export interface Named {
  readonly name: string;
  readonly value: Tensor;
}

/** The steps that it leaves as they are. */
export function unchangedSteps(
  computation: Computation,
  wrong: Evaluation,
  changed: readonly Changed[],
): readonly Named[] {
  return allSteps(computation).flatMap(({ name, operation }): Named[] => {
    const value = wrong.first.get(operation);
    return !value || changed.some((step) => step.name === name && step.wrong === value)
      ? []
      : [{ name, value }];
  });
}

/** Whether two arrays have the same shape. */
export function sameShapes(a: Tensor, b: Tensor): boolean {
  return a.shape.length === b.shape.length && a.shape.every((extent, i) => extent === b.shape[i]);
}

/** Whether two arrays have the same shape and the same numbers, up to rounding. */
export function isSame(a: Tensor, b: Tensor): boolean {
  return sameShapes(a, b) && sameEntries(a.data, b.data);
}
