/** How much may be computed in search of a network: a count and no clock, so that a busy machine changes nothing. */

/** Multiplications: a few seconds of them at most. */
const most = 1.6e8;

export class Work {
  private left = most;

  /** Takes so many multiplications; false where more is asked than is left, from then on. */
  spend(multiplications: number): boolean {
    this.left -= multiplications;
    return this.left >= 0;
  }

  get isSpent(): boolean {
    return this.left < 0;
  }
}
