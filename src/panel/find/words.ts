/** What the find bar says, in both languages. */
import type { Language } from '../../course/exercise';

const english = {
  find: 'Find',
  matchCase: 'Match case',
  wholeWord: 'Match whole word',
  pattern: 'Use regular expression',
  previous: 'Previous match',
  next: 'Next match',
  close: 'Close',
  replaceWith: 'Replace',
  toggleReplace: 'Toggle replace',
  replaceOne: 'Replace',
  replaceAll: 'Replace all',
  none: 'No results',
  invalid: 'No valid pattern',
  count: (index: number | null, count: number) =>
    `${index === null ? '?' : String(index + 1)} of ${String(count)}`,
};

export type FindWords = typeof english;

const korean: FindWords = {
  find: '찾기',
  matchCase: '대/소문자 구분',
  wholeWord: '단어 단위로',
  pattern: '정규식 사용',
  previous: '이전 결과',
  next: '다음 결과',
  close: '닫기',
  replaceWith: '바꾸기',
  toggleReplace: '바꾸기 줄 열기/닫기',
  replaceOne: '하나 바꾸기',
  replaceAll: '모두 바꾸기',
  none: '결과 없음',
  invalid: '올바른 정규식이 아님',
  count: (index, count) => `${String(count)}개 중 ${index === null ? '?' : String(index + 1)}번째`,
};

/** The words of a language. */
export function findWords(language: Language): FindWords {
  return language === 'ko' ? korean : english;
}
