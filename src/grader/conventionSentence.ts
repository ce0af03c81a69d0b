/** Which function right gradients are the slopes of, in words. */
import type { Language } from '../course/exercise';
import type { Convention, Remark } from './report';

const sentences: Readonly<Record<Language, (convention: Convention) => string>> = {
  en: ({ scale, outputDerivative }) => {
    if (scale === 2 && outputDerivative === 'relu') {
      return 'Your gradients are the exact ones of the cost as written: factor 2, with the output ReLU’s derivative.';
    }
    const output = outputDerivative === 'relu' ? 'with the output ReLU’s derivative' : 'with a linear output';
    const cost = scale === 1 ? 'half the cost' : 'the cost as written (factor 2)';
    const notes = scale === 1 && outputDerivative === 'identity' ? ': A − Y, the rule of the notes' : '';
    return `Your gradients are those of ${cost}, ${output}${notes}.`;
  },
  ko: ({ scale, outputDerivative }) => {
    if (scale === 2 && outputDerivative === 'relu') {
      return '적힌 그대로의 비용에 대한 정확한 기울기입니다: 2배와 출력 ReLU의 미분을 포함합니다.';
    }
    const output = outputDerivative === 'relu' ? '출력 ReLU의 미분을 포함합니다' : '출력은 선형으로 봅니다';
    const cost = scale === 1 ? '비용의 절반에 대한 기울기' : '적힌 그대로의 비용에 대한 기울기(2배)';
    const notes = scale === 1 && outputDerivative === 'identity' ? ': A − Y, 노트의 규칙입니다' : '';
    return `${cost}이고 ${output}${notes}.`;
  },
};

/** The convention as a remark. */
export function conventionSentence(convention: Convention, language: Language): Remark {
  return { code: 'convention', message: sentences[language](convention), target: null };
}
