/** What is said of a class, in both languages. */
import type { Language } from '../../course/exercise';

const en = {
  learner: 'learner',
  exercise: 'exercise',
  exercises: 'exercises',
  mistake: 'mistake',
  mistakes: 'Mistakes',
  frequent: 'Most frequent mistakes',
  points: 'points',
  passedColumn: 'passed',
  line: (line: number) => `line ${String(line)}`,
  pass: 'pass',
  fail: 'not yet',
  error: 'could not be run',
  unjudged: 'not judged',
  classTitle: (folder: string) => `Class: ${folder}`,
  times: 'times',
  example: 'for example',
  sortHint: 'Click a heading to sort by it.',
  file: 'file',
  reason: 'reason',
  passed: (passed: number, all: number) => `${String(passed)} of ${String(all)} passed`,
  timePerFile: (ms: number) => `${String(Math.round(ms))} ms per file`,
  takenFor: 'Taken for an exercise by a name near its own',
  notJudged: 'Not judged',
  stopped: (done: number, all: number) =>
    `Stopped: ${String(done)} of ${String(all)} files were judged. Grade again for the rest.`,
  noPython: 'Python could not be started any more; the rest was not judged.',
  noFiles: (folder: string) =>
    `no submissions in ${folder}: expected one folder per learner, with files named after their exercise, such as ana/backward-2-layer.py`,
  feedbackTitle: (learner: string) => `Feedback for ${learner}`,
  wellDone: 'This one is right.',
};

export type ClassWords = typeof en;

const ko: ClassWords = {
  learner: '학습자',
  exercise: '연습문제',
  exercises: '연습문제',
  mistake: '실수',
  mistakes: '실수',
  frequent: '가장 잦은 실수',
  points: '점수',
  passedColumn: '통과',
  line: (line) => `${String(line)}번째 줄`,
  pass: '통과',
  fail: '아직 아님',
  error: '실행할 수 없음',
  unjudged: '채점하지 않음',
  classTitle: (folder) => `학급: ${folder}`,
  times: '횟수',
  example: '예',
  sortHint: '제목을 누르면 그 열로 정렬합니다.',
  file: '파일',
  reason: '이유',
  passed: (passed, all) => `${String(all)}개 중 ${String(passed)}개 통과`,
  timePerFile: (ms) => `파일당 ${String(Math.round(ms))} ms`,
  takenFor: '비슷한 이름으로 알아본 파일',
  notJudged: '채점하지 않은 파일',
  stopped: (done, all) =>
    `중단했습니다. 파일 ${String(all)}개 중 ${String(done)}개를 채점했습니다. 나머지는 다시 채점하세요.`,
  noPython: 'Python을 더 시작할 수 없어 나머지는 채점하지 않았습니다.',
  noFiles: (folder) =>
    `${folder}에 제출물이 없습니다. 학습자마다 폴더 하나에 ana/backward-2-layer.py처럼 연습문제 이름의 파일을 두세요`,
  feedbackTitle: (learner) => `${learner} 님의 피드백`,
  wellDone: '맞았습니다.',
};

/** The words of a language. */
export function classWords(language: Language): ClassWords {
  return language === 'ko' ? ko : en;
}
