/** The numbers of a step, read from a pass. */
import type { NetworkPass, PassArray } from '../../course/networkPass';

/** The array that a step computes; of the cost, what the gradients are those of. */
export function stepArray(name: string, pass: NetworkPass): PassArray | null {
  return pass.get(name === 'cost' ? 'L' : name) ?? null;
}
