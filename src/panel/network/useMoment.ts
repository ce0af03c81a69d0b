/** What the picture shows of an exercise now: the sample, its pass beside the learner's, and where to look first. */
import { useMemo } from 'preact/hooks';
import type { ExerciseContent, Picture } from '../../course/exercise';
import { closedSamples, networkPass, type NetworkPass } from '../../course/networkPass';
import { passSteps, type PassStep } from '../../course/passSteps';
import type { FromStore } from './fromStore';
import type { OwnArrays } from '../own/ownArrays';
import { useOwn } from '../own/useOwn';
import { passOf, sampleToShow, unitsToLookAt } from './whereToLook';

/** All that a picture is drawn from, but for how far it has been played. */
export interface Moment {
  readonly picture: Picture;
  /** Changes with what the picture is of, not with the object that tells it. */
  readonly key: string;
  readonly steps: readonly PassStep[];
  /** Null for the means over the batch. */
  readonly sample: number | null;
  readonly closed: ReadonlySet<number>;
  readonly isClosed: boolean;
  readonly pass: NetworkPass;
  readonly own: OwnArrays;
  readonly ownPass: NetworkPass;
  readonly batch: NetworkPass;
  /** By layer, the unit that says most. */
  readonly start: readonly number[];
}

/** The picture of an exercise beside what the last check found. */
export function useMoment(store: FromStore, exercise: ExerciseContent, drawn: Picture): Moment {
  const { picture, key, own, batch } = useOwn(store, exercise, drawn);
  const chosen = store.view.shownSample.value;
  const telling = useMemo(() => sampleToShow(picture, batch, own), [picture, batch, own]);
  const sample = chosen === 'mean' ? null : (chosen ?? telling);
  const steps = useMemo(() => passSteps(picture), [picture]);
  const pass = useMemo(() => networkPass(picture, sample), [picture, sample]);
  const ownPass = useMemo(() => passOf(own.arrays, sample), [own, sample]);
  const closed = useMemo(() => closedSamples(picture), [picture]);
  const start = useMemo(() => unitsToLookAt(picture, pass, own, ownPass), [picture, pass, own, ownPass]);
  const isClosed = sample !== null && closed.has(sample);
  return { picture, key, steps, sample, closed, isClosed, pass, own, ownPass, batch, start };
}
