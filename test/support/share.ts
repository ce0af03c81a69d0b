/**
 * How much of the long tables the tests try. `TABLES=all` tries everything; otherwise a fixed share
 * of each, so that a run ends in minutes and fails only where something was changed.
 */

/** Whether everything is to be tried. */
export const isWhole = process.env['TABLES'] === 'all';

/** One in `of`, spread over the table; for another `turn` others of it. Everything where everything is to be tried. */
export function shareOf<T>(all: readonly T[], of: number, turn = 0): readonly T[] {
  return isWhole ? all : all.filter((_, i) => i % of === turn % of);
}
