/** Training that gives back another number of costs than it was asked for iterations. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { Evidence } from '../diagnosis/evidence';
import { diagnosis } from '../diagnosis/finding';
import type { Diagnosis } from './report';

/** A diagnosis where some probe got another number of costs than iterations. */
export function wrongCostCount(
  exercise: Exercise,
  evidence: readonly Evidence[],
  language: Language,
): Diagnosis | null {
  if (!exercise.returns.includes('costs')) return null;
  for (const { accepted, returned, returnLines } of evidence) {
    const costs = returned.get('costs');
    const iterations = accepted[0]?.loop?.times;
    if (!costs || iterations === undefined || costs.data.length === iterations) continue;
    // A matrix in this place is another result.
    if (costs.shape.length > 1) continue;
    return diagnosis(
      'wrong-cost-count',
      language,
      { target: 'costs', detail: `${String(costs.data.length)}/${String(iterations)}` },
      { line: returnLines.get('costs') ?? null },
    );
  }
  return null;
}
