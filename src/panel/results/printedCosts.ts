/** The costs that the notes print for the network of the course, to be marked on the reference curve. */
import type { CostReport } from '../../grader/report';

const every = 100;
const printed: readonly number[] = [
  0.29617825471294423, 0.15269541445708593, 0.1361997979546046, 0.12646802945091326, 0.11914873921362253,
  0.11360293902089343, 0.1093644928277771, 0.10602391756213714, 0.10337393702103816, 0.10130153664427889,
];

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
