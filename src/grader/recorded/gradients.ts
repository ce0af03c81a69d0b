/** The learner's gradients beside central differences that were taken of the exercise's loss. */
import type { Recording } from '../../course/judging/recording';
import type { Evidence } from '../../diagnosis/evidence';
import { relativeError } from '../../engine/relativeError';
import { sameShape } from '../../engine/tensor';
import { coarser, magnitudeFloor, toleranceFor } from '../../engine/tolerance';
import type { GradientCheckReport } from '../report';

/** Entries this much smaller than the largest keep only the rounding of the differences. */
const smallest = 1e-6;

/** One row for each returned gradient that has its parameter's shape. */
export function recordedGradients({ probes }: Recording, shown: Evidence): GradientCheckReport[] {
  const recorded = probes.find(({ probe }) => probe.purpose === shown.probe?.purpose && !probe.name);
  if (!recorded) return [];
  return [...recorded.differences].flatMap(([name, { value, judged }]): GradientCheckReport[] => {
    const claim = shown.returned.get(name);
    if (!claim || !sameShape(claim.shape, value.shape)) return [];
    const precision = coarser(claim.precision, recorded.right.get(name)?.precision);
    const largest = value.data.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
    const floor = Math.max(magnitudeFloor, smallest * largest);
    let [worst, checked] = [0, 0];
    value.data.forEach((entry, i) => {
      if (judged.data[i] !== 1) return;
      checked++;
      const error = relativeError(entry, claim.data[i] ?? NaN, floor);
      worst = Math.max(worst, Number.isFinite(error) ? error : 1);
    });
    return [
      {
        name,
        ok: worst <= toleranceFor(precision).slope,
        maxRelError: worst,
        checked,
        notJudged: value.data.length - checked,
      },
    ];
  });
}
