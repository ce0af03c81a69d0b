/** The costs that the notes print for the network of the course, to be marked on the reference curve. */
import { printedCosts as notesCosts } from '../../engine/notesFigures';
import type { CostReport } from '../../grader/report';

const { every, costs: printed } = notesCosts;

/** The printed cost at each point of the curve, null elsewhere; null altogether where the curve is of another network. */
export function printedCosts(cost: CostReport): readonly (number | null)[] | null {
  const points = cost.reference.map((_, index) => {
    const iteration = index * cost.every;
    return iteration % every === 0 ? (printed[iteration / every] ?? null) : null;
  });
  const isTheNotes = points.every(
    (point, index) => point === null || Math.abs(point - (cost.reference[index] ?? Number.NaN)) < 1e-9,
  );
  return isTheNotes && points.some((point) => point !== null) ? points : null;
}
