/** What the endings say, in both languages. */
import type { Language } from '../../course/exercise';

const english = {
  inChapter: (passed: number, count: number, chapter: string) =>
    `${String(passed)} of ${String(count)} in “${chapter}”`,
  ofCourse: (passed: number, count: number) => `${String(passed)} of ${String(count)} passed`,
  lastOfList: (open: number) =>
    open === 1
      ? 'That was the last exercise of the list. One is still open:'
      : `That was the last exercise of the list. ${String(open)} are still open; the first of them:`,
  chapterDone: (chapter: string, count: number) =>
    `That completes “${chapter}”: ${count === 1 ? 'its exercise is' : `all ${String(count)} exercises are`} passed.`,
  notesDone:
    'Forward, cost, backward, update, training, and the checks that keep them honest: all that the notes compute, you have now written by hand.',
  goesOn: (chapter: string) => `Next comes “${chapter}”.`,
  remaining: (open: number) =>
    open === 1 ? 'One exercise is still open.' : `${String(open)} exercises are still open.`,
  courseDone: (count: number) =>
    `That completes the course: ${count === 1 ? 'its exercise is' : `all ${String(count)} exercises are`} passed.`,
  afterCourse:
    'Three ways on: open a program of your own and choose “Check gradients” above its backward pass; plant a mistake in an exercise and hunt it; or write any of these once more, from an empty file.',
  seeMap: 'See the whole map',
};

type EndingWords = typeof english;

const korean: EndingWords = {
  inChapter: (passed, count, chapter) => `‘${chapter}’ ${String(count)}개 중 ${String(passed)}개`,
  ofCourse: (passed, count) => `${String(count)}개 중 ${String(passed)}개 통과`,
  lastOfList: (open) =>
    `목록의 마지막 문제였습니다. 아직 통과하지 않은 문제가 ${String(open)}개 있습니다. 그중 첫 문제:`,
  chapterDone: (chapter, count) => `‘${chapter}’의 문제 ${String(count)}개를 모두 통과했습니다.`,
  notesDone:
    '순전파, 비용, 역전파, 업데이트, 학습, 그리고 이를 확인하는 검사까지, 노트의 계산을 모두 직접 작성했습니다.',
  goesOn: (chapter) => `다음은 ‘${chapter}’입니다.`,
  remaining: (open) => `아직 통과하지 않은 문제가 ${String(open)}개 있습니다.`,
  courseDone: (count) => `과정의 문제 ${String(count)}개를 모두 통과했습니다.`,
  afterCourse:
    '이어서 할 수 있는 일은 세 가지입니다. 직접 작성한 프로그램을 열어 역전파 함수 위의 ‘기울기 확인’을 누르거나, 문제에 실수를 심어 놓고 찾아보거나, 빈 파일에서 다시 한번 작성해 보십시오.',
  seeMap: '전체 차례 보기',
};

/** The words of a language. */
export function endingWords(language: Language): EndingWords {
  return language === 'ko' ? korean : english;
}
