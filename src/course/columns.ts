/**
 * An exercise for samples in columns: the same network, with X (n_in, m), W (n_out, n_in), b (n_out, 1). Judging stays
 * in rows: what goes to the learner's function and what comes back is turned around outside (see `grader/orientation`).
 */
import type { Hint, Text } from './exercise';
import type { Exercise } from './judgedExercise';

/** What the course's own texts say of rows, and the same of columns. */
const words: readonly (readonly [string, string])[] = [
  ['one sample per row', 'one sample per column'],
  ['행 하나가 샘플 하나', '열 하나가 샘플 하나'],
  ['and still a row', 'and still a column'],
  ['모양은 한 행 그대로', '모양은 한 열 그대로'],
];

const extent = String.raw`(m|1|n_\w+|\w+_size|___)`;

/** A factor of a product that is written with `@`: a name with what it is asked for, or parentheses. */
const factor = String.raw`(?:\([^()\n]*\)|\w[\w.]*(?:\[[^\]\n]*\])?)(?:\.T\b)?`;
const product = new RegExp(String.raw`(?<![\w.)\]])${factor}(?: @ ${factor})+(?![\w.([])`, 'g');

/**
 * An exercise's own Python with samples in columns: every array is the transpose of what it was, so the factors of a
 * product change places, and so do the two axes. For starters, hints and solutions as this course writes them; of other
 * courses, `course check` says whether what comes out is still a solution.
 */
export function codeInColumns(code: string): string {
  const turned = code
    .replace(/np\.(dot|matmul)\(([^(),]+), ([^(),]+)\)/g, 'np.$1($3, $2)')
    .replace(product, (factors) => factors.split(' @ ').toReversed().join(' @ '))
    .replace(/np\.random\.randn\(([^(),]+), ([^(),]+)\)/g, 'np.random.randn($2, $1)')
    .replace(new RegExp(String.raw`(?<!\w)\(${extent}, ${extent}\)`, 'g'), '($2, $1)')
    .replace(
      /(axis=|\.shape\[)([01])/g,
      (_, before: string, axis: string) => `${before}${axis === '0' ? '1' : '0'}`,
    );
  return words.reduce((text, [row, column]) => text.replaceAll(row, column), turned);
}

function textInColumns({ en, ko }: Text): Text {
  return { en: codeInColumns(en), ko: codeInColumns(ko) };
}

function hintInColumns(hint: Hint): Hint {
  return hint.code === undefined ? hint : { ...hint, code: codeInColumns(hint.code) };
}

/** The exercise with its samples in columns; itself where it has no samples. */
export function inColumns(exercise: Exercise): Exercise {
  const { columns } = exercise.judging;
  if (!columns) return exercise;
  return {
    ...exercise,
    samples: 'columns',
    judging: columns,
    starter: textInColumns(exercise.starter),
    hints: exercise.hints.map(hintInColumns),
    solution: codeInColumns(exercise.solution),
  };
}
