/** The picture that a report asks for, with the learner's arrays in it, and where to look first. */
import { useMemo } from 'preact/hooks';
import type { ExerciseContent, Picture } from '../../course/exercise';
import { batchPass, ofSample, tellingSamples, type NetworkPass } from '../../course/networkPass';
import { passSteps } from '../../course/passSteps';
import { nameOf } from '../../network/arrayName';
import { subjectOf } from '../equations/equationState';
import type { FromStore } from './fromStore';
import { nothingOwn, ownArrays, type OwnArrays } from './own';
import { firstLeak } from './sentence';

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
  const first = report?.diagnoses[0];
  const subject = first === undefined ? null : subjectOf(first, exercise.equations, store.lines.value);
  const own = useMemo(
    () =>
      report === null
        ? nothingOwn
        : ownArrays(
            report,
            passSteps(picture).map(({ name }) => name),
            batch,
            subject,
          ),
    [report, picture, batch, subject],
  );
  return { picture, key, own, batch };
}

/** The sample that shows most of what is wrong, or of the network where nothing is. */
export function sampleToShow(picture: Picture, batch: NetworkPass, own: OwnArrays): number {
  const samples = tellingSamples(picture);
  const differs = (sample: number): boolean =>
    firstLeak({ own, pass: passOf(batch, sample), ownPass: passOf(own.arrays, sample) }) !== null;
  return (own.wrong.size === 0 ? undefined : samples.find(differs)) ?? samples[0] ?? 0;
}

/** A batch's arrays for one sample, or their means where `sample` is null. */
export function passOf(batch: NetworkPass, sample: number | null): NetworkPass {
  return new Map([...batch].map(([name, array]) => [name, ofSample(name, array, sample)]));
}

/** The unit of each layer that says most: one that differs, else one that is off, else the one with the largest error. */
export function unitsToLookAt(
  picture: Picture,
  pass: NetworkPass,
  own: OwnArrays,
  ownPass: NetworkPass,
): readonly number[] {
  const leak = firstLeak({ own, pass, ownPass });
  return picture.layers.map((_, layer) => {
    if (layer === leak?.layer) return leak.units[0] ?? 0;
    const carried = pass.get(nameOf('dA', layer))?.data ?? [];
    const passed = pass.get(nameOf('dZ', layer))?.data ?? [];
    const stopped = passed.findIndex((error, unit) => error === 0 && (carried[unit] ?? 0) !== 0);
    if (stopped >= 0) return stopped;
    const values = layer === 0 ? (pass.get('X')?.data ?? []) : passed;
    return Math.max(
      0,
      values.indexOf(values.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0)),
    );
  });
}
