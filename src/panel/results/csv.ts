/** The cost curves as comma-separated values. */
import type { CostReport } from '../../grader/report';

/** One line for each point, full precision, an empty field where a cost is missing; a header line first. */
export function costCsv(cost: CostReport): string {
  const lines = cost.reference.map((reference, index) =>
    [index * cost.every, cost.learner[index] ?? '', reference].map(String).join(','),
  );
  return ['iteration,learner,reference', ...lines, ''].join('\n');
}
