/** A network that was recovered from what a learner's own code left, and which of its parameters are whose. */
import type { Values } from '../../engine/operation';
import type { Samples } from '../../engine/columnForm';
import type { NetworkSpec } from '../../network/spec';

/** A measured parameter as the W or b of a layer. */
export interface UsedParameter {
  /** Which of the measured parameters it is. */
  readonly index: number;
  /** Whether its transpose is the (n_in, n_out) matrix of rows. */
  readonly isTurned: boolean;
}

export interface Recovered {
  readonly spec: NetworkSpec;
  /** How the code keeps its samples. */
  readonly samples: Samples;
  /** The widths, from the inputs to the outputs. */
  readonly sizes: readonly number[];
  /** By the names of the network: `W1`, `b1`. */
  readonly parameters: ReadonlyMap<string, UsedParameter>;
  /** X, Y, every W, b, Z and A in rows, b as (1, n). */
  readonly values: Values;
  /** What the loss is of the spec's loss, which is a mean over the samples: m for a sum, 1/2 for half of it. */
  readonly lossFactor: number;
  /** What the sum of all squared weights is multiplied by in the loss; null without a penalty. */
  readonly penalty: number | null;
}

/** The multiplications of one forward pass of so many samples. */
export function multiplicationsOf(samples: number, sizes: readonly number[]): number {
  return sizes.slice(1).reduce((total, size, i) => total + samples * size * (sizes[i] ?? 0), 0);
}
