/**
 * Every exercise over a network in each form that it may be written in: samples in rows or in columns, arrays by
 * themselves or in dictionaries. What is right passes, a mistake has one name in all of them, and code for the other
 * orientation is told so. (The exercises judged by their solution are tried in dictionaries in `chapters.test.ts`.)
 */
import assert from 'node:assert/strict';
import { codeInColumns } from '../../src/course/columns';
import { course, turned } from '../../src/course/course';
import type { Exercise } from '../../src/course/judgedExercise';
import type { Samples } from '../../src/engine/columnForm';
import { checkSnippet } from '../../src/grader/check';
import type { Report } from '../../src/grader/report';
import type { PythonRuntime } from '../../src/python/runtime';
import { hasDictionaries, inDictionaries } from '../support/inDictionaries';
import { ownRuntime } from '../support/runtimes';
import { networkFolders } from '../unit/networkFolders';

/** A mistake in a solution: what is written in place of what, and its code. */
type Slip = readonly [from: string, to: string, code: string];

const delta: Slip = ['A2 - Y', 'Y - A2', 'wrong-sign'];
const mean: Slip = ['dW1 = (1 / m) * ', 'dW1 = ', 'missing-mean'];
const ofTraining: Slip = ['W1 -= learning_rate * dW1', 'W1 += learning_rate * dW1', 'gradient-ascent'];

const slips: Readonly<Record<string, Slip>> = {
  'chain-rule': ['dy_du * du_dx', 'dy_du', 'inner-derivative-missing'],
  'initialize-weights': ['(input_size, hidden_size)', '(hidden_size, input_size)', 'wrong-shape'],
  'forward-2-layer': ['np.dot(X, W1) + b1', 'np.dot(X, W1)', 'missing-bias'],
  cost: ['(A2 - Y) ** 2', '(A2 - Y)', 'missing-square'],
  'output-gradients': delta,
  'hidden-gradients': mean,
  'backward-2-layer': mean,
  'update-weights': ofTraining,
  'train-2-layer': ofTraining,
  'forward-3-layer': ['np.dot(A1, W2) + b2', 'np.dot(A1, W2)', 'missing-bias'],
  'backward-3-layer': mean,
  'exact-gradient': ['dA2 = 2 * ', 'dA2 = ', 'factor-two'],
  'debug-the-notes': ofTraining,
  'backward-classifier': mean,
  'backward-softmax': delta,
  'margin-classifier': ['X.T @ dZ1 / m', 'X.T @ dZ1', 'missing-mean'],
  'tanh-output-gradients': ['(A2 - Y) *', '(Y - A2) *', 'wrong-sign'],
};

/** Exercises of part one that have one form only. */
const oneForm: readonly (readonly [id: string, because: string])[] = [
  ['relu', 'one array in, one out, entry by entry'],
  ['relu-derivative', 'one array in, one out, entry by entry'],
  ['numerical-gradient', 'one array out; what goes in is a function'],
];

/** What the other orientation is told where it is not named: its code, and what its sentence holds. */
const otherwise: Readonly<Record<string, readonly [code: string, sentence: RegExp]>> = {
  // Nothing but shapes is drawn: the sentence says which of the two the exercise asks for.
  'initialize-weights': ['wrong-shape', /(Rows|Columns) are samples/u],
  // Nothing but the count of the samples differs, and it may be any other wrong count.
  cost: ['wrong-mean', /which axis of which array/u],
};

/** Trainings, which take seconds to explain: a mistake is tried in one of them, by itself and turned around entirely. */
const isTraining = ({ functionName }: Exercise): boolean => functionName === 'train';

const exercises = [...course, ...networkFolders];

describe('the forms of a snippet', function () {
  this.timeout(300_000);
  let python: PythonRuntime;
  before(function () {
    python = ownRuntime(this);
  });
  after(() => python.dispose());

  const check = (exercise: Exercise, source: string): Promise<Report> =>
    checkSnippet(exercise, source, python, { timeoutSeconds: 20, language: 'en', curve: false });

  const hasColumns = ({ judging }: Exercise): boolean => judging.columns !== null;

  it('are more than one wherever there are samples or several arrays', () => {
    const single = course.filter((one) => !hasColumns(one) && !hasDictionaries(one)).map(({ id }) => id);
    assert.deepEqual(
      single,
      oneForm.map(([id]) => id),
    );
    const others = exercises.map(({ id }) => id).filter((id) => !single.includes(id));
    assert.deepEqual(Object.keys(slips).toSorted(), others.toSorted());
  });

  for (const rows of exercises) {
    const slip = slips[rows.id];
    if (!slip) continue;
    const [from, to, code] = slip;
    const asked: readonly Samples[] = hasColumns(rows) ? ['rows', 'columns'] : ['rows'];

    for (const samples of asked) {
      const exercise = turned(rows, samples);
      const turn = (source: string): string => (samples === 'rows' ? source : codeInColumns(source));

      it(`${rows.id}, ${samples}: pass as arrays and as dictionaries, with a mistake of one name`, async () => {
        const wrong = rows.solution.replace(from, to);
        assert.notEqual(wrong, rows.solution);
        const forms: readonly ((source: string) => string)[] = [
          turn,
          ...(hasDictionaries(rows) ? [(source: string) => inDictionaries(exercise, turn(source))] : []),
        ];
        for (const [i, form] of forms.entries()) {
          const right = await check(exercise, form(rows.solution));
          assert.deepEqual([right.verdict, right.diagnoses], ['pass', []], form(rows.solution));
          const isTried = rows.id === 'train-2-layer' && i === (samples === 'rows' ? 0 : 1);
          if (isTraining(rows) && !isTried) continue;
          const { verdict, diagnoses } = await check(exercise, form(wrong));
          assert.deepEqual([verdict, diagnoses[0]?.code], ['fail', code], form(wrong));
          // What is pointed at is what was written otherwise.
          const [line = 0] = diagnoses.map((one) => (one.line ?? 0) - 1);
          assert.notEqual(form(wrong).split('\n')[line], form(rows.solution).split('\n')[line], form(wrong));
        }
      });
    }

    if (!hasColumns(rows) || codeInColumns(rows.solution) === rows.solution) continue;
    it(`${rows.id}: code for the other orientation is told so`, async () => {
      const columns = turned(rows, 'columns');
      for (const [exercise, source, named] of [
        [columns, rows.solution, 'samples-in-rows'],
        [rows, codeInColumns(rows.solution), 'samples-in-columns'],
      ] as const) {
        const { verdict, diagnoses } = await check(exercise, source);
        const [first] = diagnoses;
        const [other, sentence] = otherwise[rows.id] ?? [named, /samples in (rows|columns)/u];
        assert.notEqual(verdict, 'pass');
        assert.equal(first?.code, other);
        assert.match(first.message, sentence);
      }
    });
  }
});
