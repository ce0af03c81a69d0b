/** A report's lines as a person counts them in a notebook: within the cell. */
import type { GradcheckReport } from './report';

/** Where a cell's own first line is in the program, 1-based; in order. */
export interface CellPlace {
  readonly number: number;
  readonly firstLine: number;
}

interface Placed {
  readonly line: number | null;
  readonly cell?: number;
}

/** The report of a notebook's program with each line counted within its cell; of one cell alone where it is named. */
export function inCells(
  report: GradcheckReport,
  cells: readonly CellPlace[],
  only: number | null = null,
): GradcheckReport {
  const placed = <T extends Placed>(one: T): T => {
    const cell = cells.findLast(({ firstLine }) => one.line !== null && firstLine <= one.line);
    if (!cell || one.line === null) return one;
    return { ...one, cell: cell.number, line: one.line - cell.firstLine + 1 };
  };
  const isWanted = ({ cell }: Placed): boolean => only === null || cell === only;
  const checks = report.checks
    .map((check) =>
      placed({
        ...check,
        diagnoses: check.diagnoses.map(placed),
        network: check.network && { ...check.network, places: check.network.places.map(placed) },
      }),
    )
    .filter(isWanted);
  const refused = report.refused.map(placed).filter(isWanted);
  return { ...report, checks, refused, error: report.error && placed(report.error) };
}
