/** `--csv`: a row per learner, for a spreadsheet. */
import type { Gradebook } from './gradebook';

/**
 * One field. Text that a spreadsheet would take for a formula gets an apostrophe, as spreadsheets themselves write it:
 * the name of a folder must not be able to compute.
 */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The class as RFC 4180 has it, without a byte order mark: learner, points, passed, and two columns per exercise. */
export function csvOf(book: Gradebook): string {
  const exercises = book.exercises();
  const head = [
    'learner',
    'points',
    'passed',
    ...exercises.flatMap(({ id }) => [`${id} verdict`, `${id} code`]),
  ];
  const rows = book.rows().map(({ learner, points, passed, marks }) => [
    learner,
    points,
    passed,
    ...exercises.flatMap(({ id }) => {
      const mark = marks.get(id);
      return mark ? [mark.verdict, mark.code] : ['', ''];
    }),
  ]);
  return [head, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}
