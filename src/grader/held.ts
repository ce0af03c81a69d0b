/** What a snippet's names held on the learner's own data: what the panel draws beside the reference. */
import type { OutputConvention } from '../network/conventions';
import type { Evidence } from '../diagnosis/evidence';
import type { Computation } from '../engine/computation';
import { allSteps } from '../engine/computation';
import { matrixShape, sameShape, type Tensor } from '../engine/tensor';
import { hasRole } from '../network/arrayName';
import type { HeldReport } from './report';

/** Of a network's arrays those that a pass makes; weights are given to it, or are others after an update. */
const drawn = ['Z', 'A', 'dZ', 'dA', 'dW', 'db'] as const;

/** JSON, through which the panel gets them, knows no −0. */
const unsigned = (value: number): number => value + 0;

/**
 * The arrays of a pass that came back or that a name of the snippet held at last, in rows; only those of the right shape
 * whose entries are all finite. Null where the exercise is no pass through a network, or runs it over and over: then a
 * name holds an array of another network than the one that is drawn.
 */
export function heldReport(
  computation: Computation,
  convention: OutputConvention | null,
  { inputs, returned, observations }: Evidence,
  expected: ReadonlyMap<string, Tensor>,
): HeldReport | null {
  if (computation.loop) return null;
  // What one of the function's own names holds, not what a helper calls by the same name.
  const last = new Map(
    observations.flatMap(({ name, depth, index, value }) =>
      depth === 0 && index === null ? [[name, value]] : [],
    ),
  );
  const arrays = allSteps(computation).flatMap(({ name }) => {
    const right = expected.get(name);
    const value = returned.get(name) ?? last.get(name);
    if (!right || !value || inputs.has(name) || !hasRole(name, ...drawn)) return [];
    if (right.shape.length !== 2 || !sameShape(right.shape, value.shape)) return [];
    if (!value.data.every(Number.isFinite)) return [];
    return [{ name, shape: matrixShape(value), data: Array.from(value.data, unsigned) }];
  });
  return arrays.length === 0 ? null : { convention, arrays };
}
