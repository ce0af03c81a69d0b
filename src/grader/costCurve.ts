/** The cost curve that the learner's code trains, beside the reference's. */
import type { Exercise } from '../course/exercise';
import type { OutputConvention } from '../network/conventions';
import type { Tensor } from '../engine/tensor';
import { toleranceFor, type Precision } from '../engine/tolerance';
import type { DriveResult } from '../python/runtime';
import { toTensor } from './observe';
import type { CostReport } from './report';

function firstDivergence(
  reference: Float64Array,
  learner: Float64Array,
  mayEndEarly: boolean,
  precision: Precision,
): number | null {
  const { curve } = toleranceFor(precision);
  const at = learner.findIndex((cost, i) => {
    const expected = reference[i] ?? NaN;
    return !(Math.abs(cost - expected) <= curve * Math.max(Math.abs(cost), Math.abs(expected)));
  });
  if (at >= 0) return at;
  return learner.length < reference.length && !mayEndEarly ? learner.length : null;
}

function everyNth(costs: Float64Array, every: number): (number | null)[] {
  return Array.from(costs)
    .filter((_, i) => i % every === 0)
    .map((cost) => (Number.isFinite(cost) ? cost : null));
}

/** The report of the curves; null where nothing was trained. `costs` are those that the exercise returned. */
export function costReport(
  exercise: Exercise,
  drive: DriveResult | null,
  costs: Tensor | null,
  convention: OutputConvention | null,
  precision: Precision = 'double',
): CostReport | null {
  const { curve } = exercise.judging;
  if (!curve || (curve.drive && !drive)) return null;
  const trained = curve.drive ? drive?.returned && toTensor(drive.returned) : costs;
  const reference = curve.reference(convention);
  const learner = trained?.data ?? new Float64Array();
  return {
    every: curve.every,
    reference: Array.from(reference).filter((_, i) => i % curve.every === 0),
    learner: everyNth(learner, curve.every),
    // Training with the learner's function stops early where it is slow; that is no difference.
    firstDivergence: firstDivergence(
      reference,
      learner,
      curve.drive !== null && learner.length > 0,
      precision,
    ),
  };
}
