/** A class as it may be, for the page of `grade --html`. */
import { Gradebook, type Mark } from '../../src/cli/class/gradebook';
import { reason } from '../../src/cli/class/reason';
import { course } from '../../src/course/course';
import type { Language } from '../../src/course/exercise';

const learners = [
  '김서연',
  'ana',
  'Ben',
  'chloé',
  'dmitri',
  'Émile',
  '이준호',
  'learner-10',
  'learner-9',
  'wanda.kowalska',
];
const codes = [
  '',
  '',
  '',
  'missing-mean',
  'missing-activation-derivative',
  'wrong-axis',
  '',
  'unknown',
  'timeout',
  '',
];

const sentence: Readonly<Record<Language, string>> = {
  en: 'dW1 is 100 times what the reference gives: it is summed over the samples, and the mean is asked for. Look at where m belongs.',
  ko: 'dW1이 기준값의 100배입니다. 샘플에 대해 더하기만 했고, 요구된 것은 평균입니다. m이 들어갈 곳을 살펴보세요.',
};

/** Ten learners with points that sort differently as text and as numbers, and files that were left out. */
export function classOf(language: Language): Gradebook {
  const left = reason('unreadable', 'EACCES: permission denied');
  const file = 'class/section-2/wanda.kowalska/homework-week-3/backward-3-layer.py';
  const book = new Gradebook(
    { submissions: [], unjudged: [{ file, reason: left, answer: null }] },
    () => 1.5,
  );
  learners.forEach((learner, row) => {
    course.slice(0, 9).forEach((exercise, column) => {
      if ((row * 7 + column) % 11 === 3) return;
      const code = codes[(row * 3 + column * (row + 1)) % codes.length] ?? '';
      const mark: Mark = {
        file: `class/${learner}/${exercise.id}.py`,
        exercise,
        verdict: code === '' ? 'pass' : code === 'timeout' ? 'error' : 'fail',
        code,
        findings: code === '' ? [] : [{ code, line: 7, message: sentence[language] }],
        reason: null,
        seconds: 0.2,
      };
      book.add(learner, mark);
    });
  });
  return book;
}
