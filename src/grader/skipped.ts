/** One line that says what of a pasted program was left out, and why. */
import type { Language } from '../course/exercise';
import type { SkippedStatement, SnippetRun } from '../python/runtime';
import type { Remark } from './report';

/** Statements that are named one by one; beyond that they are counted. */
const mostNamed = 3;

const reasons: Readonly<Record<Language, (one: SkippedStatement) => string>> = {
  en: ({ reason, name, error }) => {
    switch (reason) {
      case 'error':
        return error?.kind === 'unsupported' ? 'the built-in Python lacks it' : name;
      case 'long':
        return 'takes too long';
      case 'printing':
        return 'prints too much';
      case 'missing':
        return name === '' ? 'cannot be imported' : `there is no ${name} here`;
      case 'closed':
        return `${name} is closed to snippets`;
      case 'needs':
        return `needs ${name}`;
      case 'undefined':
        return `${name} is not defined`;
      case 'decorator':
        return 'the function stands without it';
      case 'drawing':
        return 'nothing is drawn or logged';
      case 'notebook':
        return 'for notebooks only';
    }
  },
  ko: ({ reason, name, error }) => {
    switch (reason) {
      case 'error':
        return error?.kind === 'unsupported' ? '내장 파이썬에 없음' : name;
      case 'long':
        return '너무 오래 걸림';
      case 'printing':
        return '출력이 너무 많음';
      case 'missing':
        return name === '' ? '가져올 수 없음' : `${name} 모듈이 없음`;
      case 'closed':
        return `${name} 모듈은 닫혀 있음`;
      case 'needs':
        return `${name} 필요`;
      case 'undefined':
        return `${name} 정의되지 않음`;
      case 'decorator':
        return '장식자 없이 함수만 사용';
      case 'drawing':
        return '그리거나 기록하지 않음';
      case 'notebook':
        return '노트북 전용';
    }
  },
};

const sentence: Readonly<Record<Language, (list: string, more: number) => string>> = {
  en: (list, more) =>
    `Judged without parts of the program that cannot run here: ${list}${more === 0 ? '' : `, and ${String(more)} more`}.`,
  ko: (list, more) =>
    `여기서 실행할 수 없는 부분은 빼고 판정했습니다: ${list}${more === 0 ? '' : ` 외 ${String(more)}곳`}.`,
};

function place({ line, endLine }: SkippedStatement, language: Language): string {
  if (language === 'ko') {
    return line === endLine ? `${String(line)}번째 줄` : `${String(line)}–${String(endLine)}번째 줄`;
  }
  return line === endLine ? `line ${String(line)}` : `lines ${String(line)}–${String(endLine)}`;
}

/** The remark on what was left out; none where everything ran, or where the check did not come to the function. */
export function skippedRemarks(
  { error, skipped }: Pick<SnippetRun, 'error' | 'skipped'>,
  language: Language,
): readonly Remark[] {
  if (skipped.length === 0 || error !== null) return [];
  const named = [...skipped]
    .sort((a, b) => a.line - b.line)
    .slice(0, mostNamed)
    .map((one) => `${place(one, language)} \`${one.code}\` (${reasons[language](one)})`);
  return [{ code: 'skipped', message: sentence[language](named.join(', '), skipped.length - named.length) }];
}
