/** A cost that falls although a gradient is wrong, which misleads: the one rule for when to say so. */
import type { Language } from '../course/exercise';
import { toleranceFor } from '../engine/tolerance';
import type { BareReport, Remark, ValueReport } from './report';

/** By how much a cost has to fall from first to last for a learner to take it as a sign that all is well. */
const convincingFall = 0.9;

const sentence: Readonly<Record<Language, string>> = {
  en: 'Your cost falls, yet the gradient is wrong. Many wrong gradients still point roughly downhill, so a falling curve alone does not show that backpropagation is right.',
  ko: '비용은 줄어들지만 기울기가 틀렸습니다. 틀린 기울기도 대체로 내리막을 향하는 경우가 많으므로, 비용이 줄어든다고 역전파가 맞는 것은 아닙니다.',
};

/** Whether its numbers are wrong on the data that the curve is trained on; a shape that is wrong is another matter. */
function hasWrongNumbers({ ok, maxRelError, data }: ValueReport): boolean {
  return !ok && !data && maxRelError !== null && maxRelError > toleranceFor().pass;
}

/** The remark, where it is due; else nothing. Only arrays that claim to be slopes of the cost count as gradients. */
export function costFalls(
  { verdict, cost, values, gradientCheck }: BareReport,
  language: Language,
): readonly Remark[] {
  if (verdict !== 'fail' || !cost) return [];
  const wrong = values.find(
    (value) => hasWrongNumbers(value) && gradientCheck.some(({ name }) => name === value.name),
  );
  const [first, last] = [cost.learner[0], cost.learner.at(-1)];
  if (!wrong || typeof first !== 'number' || typeof last !== 'number' || last >= convincingFall * first) {
    return [];
  }
  return [{ code: 'cost-falls', message: sentence[language], target: wrong.name }];
}
