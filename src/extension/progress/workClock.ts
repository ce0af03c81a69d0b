/** Measures time at work: pauses longer than a limit count only up to it. Pure but for the clock it is given. */

const longestPauseMs = 60_000;

export class WorkClock {
  private workedMs = 0;
  private lastSeen: number | null = null;

  constructor(private readonly now: () => number) {}

  /** Something was done just now. The first time starts the clock. */
  touch(): void {
    const now = this.now();
    if (this.lastSeen !== null) this.workedMs += Math.min(Math.max(0, now - this.lastSeen), longestPauseMs);
    this.lastSeen = now;
  }

  /** Seconds at work since this was last asked. */
  take(): number {
    const seconds = this.workedMs / 1000;
    this.workedMs = 0;
    return seconds;
  }

  /** Begins anew with the next touch. */
  restart(): void {
    this.workedMs = 0;
    this.lastSeen = null;
  }
}
