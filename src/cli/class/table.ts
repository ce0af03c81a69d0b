/** The class as a table for a terminal. */
import type { Language } from '../../course/exercise';
import { printable } from '../printable';
import { columns, type Paint } from '../style';
import type { Gradebook, Mark } from './gradebook';
import { classWords } from './words';

function cell(mark: Mark | undefined, paint: Paint): string {
  if (!mark) return '–';
  if (mark.verdict === 'pass') return paint('green', '✓');
  if (mark.verdict === 'unjudged') return paint('yellow', `? ${mark.code}`);
  return paint('red', `✗ ${mark.code}`.trimEnd());
}

/** Learner × exercise, with the first finding of each. */
export function tableOf(book: Gradebook, language: Language, paint: Paint): string {
  const exercises = book.exercises();
  const rows = book
    .rows()
    .map(({ learner, marks }) => [
      printable(learner),
      ...exercises.map(({ id }) => cell(marks.get(id), paint)),
    ]);
  return columns([[classWords(language).learner, ...exercises.map(({ id }) => id)], ...rows]).join('\n');
}
