/** Reports of checks whose grading was ended before its end. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { SnippetRun } from '../python/runtime';
import { emptyReport, type Report } from './report';

const searchRemark: Readonly<Record<Language, string>> = {
  en: 'The search for the mistake was stopped at the time limit, so it has no name here. The numbers above are judged as always. Allow more time, or train for fewer rounds, and check again.',
  ko: '실수를 찾는 일이 제한 시간에 걸려 멈추었으므로 실수의 이름이 없습니다. 위의 숫자는 평소대로 판정한 것입니다. 제한 시간을 늘리거나 반복 횟수를 줄여 다시 확인하세요.',
};

/** What was known when the search for the mistake was stopped. */
export function searchStopped(known: Report, language: Language): Report {
  const remark = { code: 'search-stopped', message: searchRemark[language], target: null };
  return { ...known, remarks: [remark, ...known.remarks] };
}

const nothingKnown: Readonly<Record<'time' | 'memory', Readonly<Record<Language, string>>>> = {
  time: {
    en: 'The snippet ran, but its results could not be judged within the time limit. Allow more time, or return smaller arrays, and check again.',
    ko: '코드는 실행되었지만 제한 시간 안에 결과를 판정하지 못했습니다. 제한 시간을 늘리거나 더 작은 배열을 반환하도록 고쳐 다시 확인하세요.',
  },
  memory: {
    en: 'The snippet ran, but judging its results took more memory than there is. Return smaller arrays, and check again.',
    ko: '코드는 실행되었지만 결과를 판정하는 데 메모리가 모자랐습니다. 더 작은 배열을 반환하도록 고쳐 다시 확인하세요.',
  },
};

/** The report where grading was stopped before anything was known: the check could not be brought to its end. */
export function ungraded(
  exercise: Exercise,
  run: SnippetRun,
  language: Language,
  why: 'time' | 'memory',
): Report {
  const kind = why === 'time' ? 'timeout' : 'memory';
  return {
    ...emptyReport(exercise, run, 'error'),
    remarks: [],
    error: { kind, line: null, message: nothingKnown[why][language] },
  };
}
