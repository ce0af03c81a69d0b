/** The training that is shown: the check's own curves, or the reference's at another learning rate. */
import { useMemo } from 'preact/hooks';
import type { Picture } from '../../course/exercise';
import {
  costOfMean,
  heldMoments,
  notesRate,
  trainingRun,
  type TrainingMoment,
  type TrainingRun,
} from '../../course/trainingRun';
import type { CostReport } from '../../grader/report';
import type { FromStore } from './fromStore';
import { trainingWords } from './words';

export interface ShownTraining {
  readonly picture: Picture;
  /** As a power of ten. */
  readonly rate: number;
  /** The reference's. */
  readonly run: TrainingRun;
  /** The learner's own, at their rate: none where they are not known, or another rate is shown. */
  readonly own: readonly TrainingMoment[];
  /** The largest weight on the way. */
  readonly largest: number;
  readonly mean: number | null;
  readonly cost: CostReport;
  /** What is to be said where the curves are not those of the check; null where they are. */
  readonly sentence: string | null;
}

/** A cost so many times the first is past all bounds: the curve ends there, so that the rest of it can be seen. */
const explosion = 4;

/** A learning rate as it is written. */
export function writtenRate(rate: number): string {
  return String(Number(rate.toPrecision(2)));
}

/** Trains when the rate changes; the slider's value is remembered by the exercise. */
export function useTraining(
  store: FromStore,
  cost: CostReport,
  drawn: Picture,
  convention: Picture['convention'],
): ShownTraining {
  const key = JSON.stringify([drawn, convention]);
  const rate = store.view.rate.value ?? notesRate;
  const { every } = cost;
  const run = useMemo(() => trainingRun({ ...drawn, convention }, rate, every), [key, rate, every]);
  const mean = useMemo(() => costOfMean(drawn), [key]);
  const { parameters } = cost;
  const own = useMemo(
    () => (rate === notesRate && parameters ? heldMoments(drawn, parameters) : []),
    [key, rate, parameters],
  );
  const language = store.language.value;
  return useMemo((): ShownTraining => {
    const weights = [...run.moments, ...own].flatMap((moment) => [...moment.weights.values()].flat());
    const largest = weights.reduce(
      (most, one) => (Number.isFinite(one) ? Math.max(most, Math.abs(one)) : most),
      0,
    );
    const same = { picture: drawn, rate, run, own, largest, mean };
    if (rate === notesRate) return { ...same, cost, sentence: null };
    const [first = 0] = run.costs;
    const beyond = run.costs.findIndex((one) => one > explosion * first);
    const end = beyond >= 0 ? beyond : run.costs.length;
    const isWhole = end === run.costs.length && run.moments.length * every >= run.costs.length && beyond < 0;
    const words = trainingWords(language);
    const shown = run.costs.slice(0, Math.max(end, every + 1)).filter((_, i) => i % every === 0);
    return {
      ...same,
      cost: { every, reference: shown, learner: [], firstDivergence: null },
      sentence: isWhole ? words.otherRate(writtenRate(rate)) : words.explodes(end),
    };
  }, [run, own, mean, cost, language, rate, every, key]);
}
