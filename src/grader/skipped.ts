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
      case 'base':
        return 'the class stands without it';
      case 'drawing':
        return 'nothing is drawn or logged';
      case 'notebook':
        return 'for notebooks only';
      case 'rest':
        return `as a whole, the program ${{ time: 'takes too long', memory: 'takes too much memory' }[name] ?? 'brings Python down'}`;
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
      case 'base':
        return '기반 클래스 없이 클래스만 사용';
      case 'drawing':
        return '그리거나 기록하지 않음';
      case 'notebook':
        return '노트북 전용';
      case 'rest':
        return (
          { time: '프로그램 전체는 너무 오래 걸림', memory: '프로그램 전체는 메모리가 모자람' }[name] ??
          '프로그램 전체는 Python을 멈추게 함'
        );
    }
  },
};

const sentence: Readonly<Record<Language, (list: string, more: number) => string>> = {
  en: (list, more) =>
    `Judged without parts of the program that cannot run here: ${list}${more === 0 ? '' : `, and ${String(more)} more`}.`,
  ko: (list, more) =>
    `여기서 실행할 수 없는 부분은 빼고 판정했습니다: ${list}${more === 0 ? '' : ` 외 ${String(more)}곳`}.`,
};

/** Where all was left out that is no definition. */
const definitionsOnly: Readonly<Record<Language, (line: number) => string>> = {
  en: (line) => `all but imports, functions and constants from line ${String(line)} on`,
  ko: (line) => `${String(line)}번째 줄부터 가져오기·함수·상수가 아닌 부분 전체`,
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
  const inOrder = [...skipped].sort((a, b) => a.line - b.line);
  const [rest] = inOrder.filter(({ reason }) => reason === 'rest');
  const single = inOrder.filter(({ reason }) => reason !== 'rest');
  const named = single
    .slice(0, mostNamed)
    .map((one) => `${place(one, language)} \`${one.code}\` (${reasons[language](one)})`);
  if (rest) named.push(`${definitionsOnly[language](rest.line)} (${reasons[language](rest)})`);
  const more = Math.max(0, single.length - mostNamed);
  return [{ code: 'skipped', message: sentence[language](named.join(', '), more) }];
}
