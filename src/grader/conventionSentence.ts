/** Which function right gradients are the slopes of, in words. */
import { exerciseById } from '../course/course';
import type { Language } from '../course/exercise';
import { losses } from '../engine/losses';
import { fusedLoss } from '../network/conventions';
import type { NetworkSpec } from '../network/spec';
import type { Convention, Remark, Report } from './report';

const sentences: Readonly<Record<Language, (convention: Convention) => string>> = {
  en: ({ scale, outputDerivative, mean }) => {
    const averaged =
      mean === 'entries'
        ? ' The mean is taken over the samples and the outputs alike, as `np.mean` does: with several outputs that is smaller than the notes’ by their number.'
        : '';
    if (scale === 2 && outputDerivative === 'relu') {
      return `Your gradients are the exact ones of the cost ${mean === 'entries' ? '`np.mean((A − Y)**2)`' : 'as written'}: factor 2, with the output ReLU’s derivative.${averaged}`;
    }
    const output = outputDerivative === 'relu' ? 'with the output ReLU’s derivative' : 'with a linear output';
    const cost = scale === 1 ? 'half the cost' : 'the cost as written (factor 2)';
    const isNotes = scale === 1 && outputDerivative === 'identity' && mean === 'samples';
    return `Your gradients are those of ${cost}, ${output}${isNotes ? ': A − Y, the rule of the notes' : ''}.${averaged}`;
  },
  ko: ({ scale, outputDerivative, mean }) => {
    const averaged =
      mean === 'entries'
        ? ' 평균은 `np.mean`처럼 샘플과 출력 모두에 대해 냈습니다. 출력이 여럿이면 노트의 값을 출력 수로 나눈 값입니다.'
        : '';
    if (scale === 2 && outputDerivative === 'relu') {
      return `${mean === 'entries' ? '비용 `np.mean((A − Y)**2)`' : '적힌 그대로의 비용'}에 대한 정확한 기울기입니다: 2배와 출력 ReLU의 미분을 포함합니다.${averaged}`;
    }
    const output = outputDerivative === 'relu' ? '출력 ReLU의 미분을 포함합니다' : '출력은 선형으로 봅니다';
    const cost = scale === 1 ? '비용의 절반에 대한 기울기' : '적힌 그대로의 비용에 대한 기울기(2배)';
    const isNotes = scale === 1 && outputDerivative === 'identity' && mean === 'samples';
    return `${cost}이고 ${output}${isNotes ? ': A − Y, 노트의 규칙입니다' : ''}.${averaged}`;
  },
};

const averagedOver: Readonly<Record<Language, string>> = {
  en: ' The mean is taken over the samples and the outputs alike: with several outputs that is smaller than the mean over the samples by their number.',
  ko: ' 평균은 샘플과 출력 모두에 대해 냈습니다. 출력이 여럿이면 샘플에 대한 평균을 출력 수로 나눈 값입니다.',
};

/** Of a loss whose gradient is taken as it is; nothing is chosen but what the mean is over. */
function exactSentence(spec: NetworkSpec, { mean }: Convention, language: Language): string {
  const { words } = losses[spec.loss].notation;
  const averaged = mean === 'entries' ? averagedOver[language] : '';
  if (language === 'ko') {
    const error = fusedLoss(spec) ? ': 출력에서 A − Y이며, 한 번에 구하든 두 단계로 구하든 같습니다' : '';
    return `${words.ko}의 정확한 기울기입니다${error}.${averaged}`;
  }
  const error = fusedLoss(spec) ? ': at the output A − Y, whether written at once or in two steps' : '';
  return `Your gradients are the exact ones of ${words.en}${error}.${averaged}`;
}

/** The convention of a report as a remark; none where the report names none. */
export function conventionRemarks(
  { convention, exercise }: Pick<Report, 'convention' | 'exercise'>,
  language: Language,
  spec: NetworkSpec | undefined = exerciseById(exercise)?.picture?.spec,
): readonly Remark[] {
  if (!convention) return [];
  const message =
    spec && spec.loss !== 'squared-error'
      ? exactSentence(spec, convention, language)
      : sentences[language](convention);
  return [{ code: 'convention', message, target: null }];
}
