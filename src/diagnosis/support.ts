/** Whether the trace speaks for a mistake. */
import type { Computation } from '../engine/computation';
import type { Tensor } from '../engine/tensor';
import { changesOf } from './changes';
import type { Evidence } from './evidence';
import { tryEvaluate } from './evidence';
import type { Mutant } from './mutants';
import { isHeld } from './trace';

/**
 * How far the trace speaks for a mistake: 1 where the step it changes shows its wrong value, -1 where it shows the right
 * one, 0 where neither or both. Two mistakes may give the same results and still differ on the way there.
 */
export function support(
  without: Computation,
  withIt: Computation,
  mutant: Mutant,
  { inputs, observations }: Evidence,
): number {
  const [right, wrong] = [tryEvaluate(without, inputs), tryEvaluate(withIt, inputs)];
  if (!right || !wrong) return 0;
  const { changed } = changesOf(withIt, wrong, right);
  const step = changed.find(({ name }) => mutant.steps.includes(name));
  if (!step) return 0;
  const isSeen = (value: Tensor | null): boolean => value !== null && isHeld(value, observations);
  return Number(isSeen(step.wrong)) - Number(isSeen(step.right));
}
