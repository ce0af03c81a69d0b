/** Arithmetic with fewer digits than NumPy's usual: what is right to them is right, and worth knowing. */
import type { Language } from '../course/exercise';
import { toleranceFor, type Precision } from '../engine/tolerance';
import { withParticle } from '../network/particles';
import type { Remark, ValueReport } from './report';

const sentences: Readonly<Record<Language, (dtype: string, digits: number) => string>> = {
  en: (dtype, digits) =>
    `Your code computes in ${dtype}, which keeps about ${String(digits)} digits: its results are compared to that many. NumPy’s usual float64 keeps 15.`,
  ko: (dtype, digits) =>
    `코드가 ${withParticle(dtype, '으로', '로')} 계산합니다. 유효 숫자가 약 ${String(digits)}자리이므로 그만큼만 비교했습니다. NumPy의 기본인 float64는 15자리입니다.`,
};

/** The remark where results show it; arrays that happen to be exact need none. */
export function precisionRemarks(
  precision: Precision,
  values: readonly ValueReport[],
  language: Language,
): readonly Remark[] {
  const shows = values.some(({ maxRelError }) => (maxRelError ?? 0) > toleranceFor().rounding);
  if (precision === 'double' || !shows) return [];
  const say = sentences[language];
  const message = precision === 'single' ? say('float32', 7) : say('float16', 3);
  return [{ code: 'single-precision', message, target: null }];
}
