/** The learner's arrays of the last check, and the picture that they belong to. */
import { useMemo } from 'preact/hooks';
import type { ExerciseContent, Picture } from '../../course/exercise';
import { batchPass, type NetworkPass } from '../../course/networkPass';
import { passSteps } from '../../course/passSteps';
import type { Report } from '../../grader/report';
import type { Store } from '../store';
import { nothingOwn, ownArrays, type OwnArrays } from './ownArrays';
import { subjectOf } from './subject';

type FromStore = Pick<Store, 'lines' | 'report' | 'stale'>;

/** The picture under the gradient that the learner's code was compared with, and the learner's arrays. */
export function useOwn(
  store: FromStore,
  exercise: ExerciseContent,
  drawn: Picture,
): { readonly picture: Picture; readonly key: string; readonly own: OwnArrays; readonly batch: NetworkPass } {
  const report = store.stale.value ? null : store.report.value;
  const convention = report?.held?.convention ?? drawn.convention;
  // The same exercise may arrive again as a new object, which must not stop what is being played.
  const key = JSON.stringify([drawn, convention]);
  const picture = useMemo((): Picture => ({ ...drawn, convention }), [key]);
  const batch = useMemo(() => batchPass(picture), [picture]);
  const subject = subjectOfReport(store, exercise, report);
  const own = useMemo(() => ownOf(report, picture, batch, subject), [report, picture, batch, subject]);
  return { picture, key, own, batch };
}

/** The learner's arrays alone, of an exercise with or without a picture. */
export function useOwnArrays(store: FromStore, exercise: ExerciseContent | null): OwnArrays {
  const report = store.stale.value ? null : store.report.value;
  const subject = exercise === null ? null : subjectOfReport(store, exercise, report);
  return useMemo(() => {
    const drawn = exercise?.picture ?? null;
    const held = report?.held;
    if (drawn === null || !held) return nothingOwn;
    const picture = { ...drawn, convention: held.convention ?? drawn.convention };
    return ownOf(report, picture, batchPass(picture), subject);
  }, [report, exercise, subject]);
}

function subjectOfReport(store: FromStore, exercise: ExerciseContent, report: Report | null): string | null {
  const first = report?.diagnoses[0];
  return first === undefined ? null : subjectOf(first, exercise.equations, store.lines.value);
}

function ownOf(
  report: Report | null,
  picture: Picture,
  batch: NetworkPass,
  subject: string | null,
): OwnArrays {
  if (report === null) return nothingOwn;
  const steps = passSteps(picture).map(({ name }) => name);
  return ownArrays(report, steps, batch, subject);
}
