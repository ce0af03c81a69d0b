/** Steps that draw the first weights: what mistakes of seed, order and distribution have in common. */
import type { Computation, Step } from '../../engine/computation';
import { allSteps } from '../../engine/computation';
import type { OperationOf, Values } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';

export type Draw = OperationOf<'draw'>;

/** The computation with every draw made otherwise. */
export function withDraws(
  computation: Computation,
  change: (draw: Draw) => (v: Values) => Tensor,
): Computation {
  const replace = (step: Step): Step =>
    step.operation.kind === 'draw' ? { ...step, compute: change(step.operation) } : step;
  return { ...computation, steps: computation.steps.map(replace) };
}

export function firstDraw(computation: Computation): string | null {
  return allSteps(computation).find((step) => step.operation.kind === 'draw')?.name ?? null;
}

/** The steps that draw, by the names of the weights. */
export function weightsOf(
  computation: Computation,
): readonly { readonly name: string; readonly operation: Draw }[] {
  return computation.steps.flatMap(({ name, operation }) =>
    operation.kind === 'draw' ? [{ name, operation }] : [],
  );
}
