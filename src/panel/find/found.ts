/** What the editor knows while something is looked for. */
import type { Match, Query } from './matches';

export interface Finding {
  readonly query: Query;
  /** Null where the pattern is none. */
  readonly matches: readonly Match[] | null;
  /** What takes a match's place; null while nothing is to be replaced. */
  readonly by: string | null;
}

/** What the bar shows of it. */
export interface Found extends Finding {
  /** Which of the matches is selected. */
  readonly index: number | null;
}
