/** The curve of a training, put into a report that was made before the training ran. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { OutputConvention } from '../network/conventions';
import type { Precision } from '../engine/tolerance';
import type { DriveResult } from '../python/runtime';
import { costReport, withParameters } from './costCurve';
import { lateRemarks } from './early';
import { costFalls } from './costFalls';
import { withRemarks } from './remarks';
import type { Report } from './report';

/** A report, and what its curve is to be compared with; null where nothing was judged that a curve could add to. */
export interface Graded {
  readonly report: Report;
  /** Whether the first mistake's line was seen to hold just what the known mistake holds there. */
  readonly isShown?: boolean | undefined;
  readonly curve: { readonly convention: OutputConvention | null; readonly precision: Precision } | null;
}

/** The report with the curve that came of the training; as it is where none came. */
export function withCurve(
  exercise: Exercise,
  { report, curve }: Graded,
  drive: DriveResult | null,
  language: Language,
): Report {
  if (exercise.judging.curve?.watch) {
    const trained =
      report.cost ?? (curve && costReport(exercise, drive, 'trained', curve.convention, curve.precision));
    const late = report.cost === null && curve ? lateRemarks(drive, trained, language) : [];
    return {
      ...report,
      cost: withParameters(exercise, trained, drive),
      remarks: [...report.remarks, ...late],
    };
  }
  const cost = curve && costReport(exercise, drive, null, curve.convention, curve.precision);
  if (!cost) return report;
  // What a falling curve is remarked on with stands before what is said of the report whatever its curve.
  const { remarks, ...bare } = report;
  const before = remarks.length - withRemarks(bare, language, [], exercise.picture?.spec).remarks.length;
  return {
    ...report,
    cost,
    remarks: remarks.toSpliced(before, 0, ...costFalls({ ...bare, cost }, language)),
  };
}
