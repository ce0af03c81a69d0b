/** Errors of a run as the report tells them: Python's own wording stays, the tutor's sentences are translated. */
import type { Language } from '../course/exercise';
import type { RunError } from '../python/runtime';
import { hintSentence } from './hints/hints';
import { koreanOfError } from './hints/koreanErrors';
import type { ReportError } from './report';

/** Korean for the tutor's own sentences. What Python says stays as Python says it, with a sentence beside it. */
const korean: Readonly<Partial<Record<RunError['kind'], string>>> = {
  timeout:
    '코드가 제한 시간 안에 끝나지 않아 멈추었습니다. 끝나지 않는 반복문이 있는지 살펴보거나 반복 횟수를 줄이세요.',
  memory:
    '코드가 쓸 수 있는 메모리보다 더 많이 쓰려고 했습니다. 만들고 있는 배열의 모양을 확인하세요. (m, m)이 되어 버린 곳이 없는지도 살펴보세요.',
  output:
    '출력하거나 반환한 것이 너무 많아 멈추었습니다. 반복문 안의 print와 반환하는 배열의 모양을 확인하세요.',
};

/** What Python said, without the sentence that the harness has put after it in English. */
function pythonsWords({ message, hint }: RunError): string {
  const said = hint?.details['said'] ?? '';
  return said !== '' && message.endsWith(said) ? message.slice(0, -said.length).trimEnd() : message;
}

/** The error of the report. `about` is added where the error shows only on other sizes than the learner's data. */
export function reportError(error: RunError, language: Language, about = ''): ReportError {
  const isPythons = error.kind === 'syntax' || error.kind === 'exception';
  const sentence =
    hintSentence(error.hint, language) ?? (language === 'ko' && isPythons ? koreanOfError(error) : null);
  const translated = language === 'ko' && sentence === null ? korean[error.kind] : undefined;
  const where = error.line === null || error.kind !== 'timeout' ? '' : ` (${String(error.line)}번째 줄)`;
  const own = translated === undefined ? pythonsWords(error) : translated + where;
  const message = [own, sentence ?? ''].filter((part) => part !== '').join('\n');
  return {
    kind: error.kind,
    line: error.line,
    message: message + about,
    ...(error.traceback === '' ? {} : { traceback: error.traceback }),
  };
}
