/** How much may be computed in search of an explanation: a count and no clock, so that a busy machine changes nothing. */
import type { Computation } from '../engine/computation';

/** Steps that one search for several mistakes may evaluate: some hundred milliseconds on the networks of the probes. */
export const defaultSteps = 60_000;

export class Budget {
  constructor(private left: number = defaultSteps) {}

  /** Whether nothing is left. */
  get isSpent(): boolean {
    return this.left <= 0;
  }

  /** Takes so many steps, or whatever is counted; false where that is more than is left, and then nothing is. */
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }
}

/** A draw seeds a generator, which takes as long as so many other steps. */
const stepsOfDraw = 100;

/** The steps that evaluating a computation takes. */
export function stepsIn({ steps, loop }: Computation): number {
  const draws = steps.filter(({ operation }) => operation.kind === 'draw').length;
  // Before a training the draws are mostly those of the reference, which are made once.
  return steps.length + (loop ? loop.steps.length * loop.times : draws * stepsOfDraw);
}
