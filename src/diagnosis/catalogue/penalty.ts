/** A penalty on the weights that nobody asked for, or asked for otherwise. */
import { read } from '../../engine/computation';
import { addScaled } from '../../engine/tensor';
import type { Compute, Mistake } from '../mistake';
import { at } from '../mistake';

/** How strongly people pull weights towards 0. */
const strengths: readonly number[] = [0.01, 0.1, 0.001, 0.02, 0.05, 0.5, 2, 0.0001, 0.0005];

export const penaltyAdded: Mistake = {
  code: 'penalty-added',
  step: at('weightGradient', (op, step, names) => {
    const weights = step.name.slice(1);
    if (!names.includes(weights)) return {};
    return Object.fromEntries(
      strengths.flatMap((strength): [string, Compute][] => [
        [
          `times-${String(strength)}:${weights}`,
          (v, right) => addScaled(right(), strength, read(v, weights)),
        ],
        [
          `over-m-${String(strength)}:${weights}`,
          (v, right) => addScaled(right(), strength / (read(v, op.delta).shape[0] ?? 1), read(v, weights)),
        ],
      ]),
    );
  }),
  sentence: {
    en: (f) =>
      `${f.step} also holds a multiple of ${f.detail}: a penalty that pulls the weights towards 0 (weight decay). It belongs to a cost that punishes large weights; the cost here does not.`,
    ko: (f) =>
      `${f.step} 값에 ${f.detail}의 몇 배가 더해져 있습니다. 가중치를 0 쪽으로 당기는 벌점(weight decay)입니다. 큰 가중치에 벌점을 주는 비용에 어울리는 것이고, 여기서 쓰는 비용에는 벌점이 없습니다.`,
  },
};
