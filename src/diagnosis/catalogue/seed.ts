/** The wrong seed: the notes' numbers come of one. */
import { apply } from '../../engine/operation';
import type { Mistake, WholeChange } from '../mistake';
import { firstDraw, withDraws } from './drawSteps';

/** Seeds that people write: small ones, years, and the well-worn. */
const seeds: readonly number[] = [
  ...Array.from({ length: 201 }, (_, i) => i),
  ...[256, 314, 321, 333, 404, 420, 500, 512, 666, 777, 999, 1000, 1024, 1111, 1234, 1337, 2022, 2023],
  ...[2024, 2025, 2026, 3407, 4242, 12345, 31415, 123456],
].filter((seed) => seed !== 42);

/** Fewer for whole trainings, where each has to be trained. */
const commonSeeds: readonly number[] = [
  0, 1, 2, 3, 5, 7, 10, 11, 12, 13, 41, 43, 99, 100, 123, 777, 1234, 2024, 2025,
];

export const wrongSeed: Mistake = {
  code: 'wrong-seed',
  whole: (computation) => {
    const step = firstDraw(computation);
    if (step === null) return [];
    return (computation.loop ? commonSeeds : seeds).map((seed): WholeChange => ({
      id: `seed:${String(seed)}`,
      step,
      computation: withDraws(computation, (draw) => () => apply({ ...draw, seed }, new Map())),
    }));
  },
  sentence: {
    en: (f) =>
      f.variant === 'generator'
        ? `${f.target} holds the numbers of \`np.random.default_rng(42)\`. That is another generator than \`np.random.seed(42)\` sets, and gives other numbers from the same seed. With the notes' generator everyone gets the same weights and can compare results.`
        : `${f.target} holds the numbers that seed ${f.detail} gives. The notes' seed is another one, and with it everyone gets the same weights and can compare results.`,
    ko: (f) =>
      f.variant === 'generator'
        ? `${f.target} 값이 \`np.random.default_rng(42)\`에서 나오는 숫자입니다. \`np.random.seed(42)\`가 정하는 생성기와 다른 생성기라서 시드(seed)가 같아도 숫자가 다릅니다. 노트의 생성기를 써야 누구나 같은 가중치를 얻어 결과를 비교할 수 있습니다.`
        : `${f.target} 값이 시드(seed) ${f.detail}에서 나오는 숫자입니다. 노트의 시드는 다른 수이고, 그 시드를 써야 누구나 같은 가중치를 얻어 결과를 비교할 수 있습니다.`,
  },
};
