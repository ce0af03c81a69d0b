/** What is told of the results beside one accepted computation, and of nothing else. */
import type { Exercise } from '../course/judgedExercise';
import type { Evidence } from '../diagnosis/evidence';
import type { Samples } from '../engine/columnForm';
import type { Tensor } from '../engine/tensor';
import type { Precision } from '../engine/tolerance';
import { hasRole } from '../network/arrayName';
import type { DriveResult } from '../python/runtime';
import { gradientCheck } from './centralDifferences';
import { costReport, withParameters } from './costCurve';
import { heldReport } from './held';
import type { BiasShape, Report } from './report';
import { dataOf, tellingProbe, valueDetail, valueReport, type Comparison } from './values';

export type Findings = Partial<
  Pick<Report, 'convention' | 'values' | 'gradientCheck' | 'cost' | 'error' | 'details' | 'held'>
>;

/** How the first bias, or gradient of one, lies; what is judged here lies in rows. */
function biasShapeOf(
  rows: readonly { readonly name: string; readonly actual: Tensor | null }[],
  samples: Samples,
): BiasShape | null {
  const bias = rows.find(({ name }) => hasRole(name, 'db', 'b'))?.actual;
  if (!bias) return null;
  if (bias.shape.length === 1) return '(n,)';
  return samples === 'rows' ? '(1, n)' : '(n, 1)';
}

/** `shown` is what came back on the learner's own data; `drive` what a training with the learner's function gave. */
export function findingsOf(
  exercise: Exercise,
  comparison: Comparison,
  shown: Evidence,
  drive: DriveResult | null,
  precision: Precision,
): Findings {
  const { convention, wrong } = comparison;
  // Of a training that was judged early only the beginning came back.
  const isEarly = shown.probe?.purpose === 'early';
  const early = isEarly ? { iterations: shown.accepted[0]?.loop?.times ?? 0 } : {};
  const rows = exercise.returns.flatMap((name) => {
    const telling = comparison.computation.returns.includes(name) && tellingProbe(name, comparison, shown);
    const expected = telling && telling.on.evaluation.values.get(name);
    // A list that is shorter on these data than on others has nothing here.
    if (!telling || !expected || expected.shape.join() === '0') return [];
    const { evidence } = telling.on;
    const data = telling.isShown ? null : dataOf(evidence);
    const after = data === null ? early : {};
    return [{ name, expected, actual: evidence.returned.get(name) ?? null, data, after }];
  });
  const own = comparison.perProbe.find(({ evidence }) => evidence === shown);
  const held = own && heldReport(comparison.computation, convention, shown, own.evaluation.values);
  // Central differences were taken of the solution's loss: of another convention's they say nothing.
  const isSolution = !exercise.judging.recorded || comparison.accepted === 0;
  const costs = isEarly ? 'trained' : (shown.returned.get('costs') ?? null);
  const samples: Samples = exercise.samples ?? 'rows';
  const followed = convention && { ...convention, samples, biasShape: biasShapeOf(rows, samples) };
  return {
    convention: wrong.length === 0 ? followed : null,
    values: rows.map(({ name, expected, actual, data, after }) => ({
      ...valueReport(name, expected, actual, data),
      ...after,
    })),
    details: rows.map(({ name, expected, actual }) => valueDetail(name, expected, actual)),
    gradientCheck: gradientCheck(exercise, shown, convention),
    ...(isSolution ? {} : { gradientCheck: [] }),
    ...(held ? { held } : {}),
    cost: withParameters(exercise, costReport(exercise, drive, costs, convention, precision), drive),
  };
}
