/** Samples in columns: a report is the one on the same mistake in rows, turned around. */
import assert from 'node:assert/strict';
import { course, exerciseById, turned as turnedExercise } from '../../../src/course/course';
import { codeInColumns } from '../../../src/course/columns';
import type { Exercise } from '../../../src/course/judgedExercise';
import { mutantsOf } from '../../../src/diagnosis/mutants';
import { grade } from '../../support/grade';
import { runInRows } from '../../../src/grader/orientation';
import type { Report } from '../../../src/grader/report';
import { requestFor } from '../../../src/grader/request';
import type { PyValue, SnippetRun } from '../../../src/python/runtime';
import { networkFolders } from '../networkFolders';
import { referenceOf } from '../diagnosis/pretended';
import { judge, runOf, type Pretence } from './pretendedRun';

function inColumns(id: string): Exercise {
  const exercise = exerciseById(id, 'columns');
  assert.ok(exercise);
  return exercise;
}

function inRows(id: string): Exercise {
  const exercise = exerciseById(id);
  assert.ok(exercise);
  return exercise;
}

/** The same run as code with samples in columns would give it: turning is its own inverse. */
const turned: (run: SnippetRun) => SnippetRun = runInRows;

function judgeTurned(exercise: Exercise, pretence: Pretence = {}): Report {
  return grade(exercise, turned(runOf(exercise, pretence)), 'en');
}

const flipped = (shape: readonly number[] | null): readonly number[] | null =>
  shape?.length === 2 ? shape.toReversed() : shape;

/** The same values in a dictionary under their names. */
function inDictionary({ returns }: Exercise, returned: PyValue): PyValue {
  return returned.kind === 'tuple' ? { kind: 'dict', keys: returns, items: returned.items } : returned;
}

function told({ diagnoses }: Report): unknown {
  return diagnoses.map(({ code, line, target }) => [code.replace(/-in-(rows|columns)$/u, ''), line, target]);
}

/** In ascending order; a zero is one whatever its sign. */
function sortedEntries(entries: readonly number[]): readonly number[] {
  return entries.map((entry) => entry + 0).toSorted((a, b) => a - b);
}

/** Mistakes that are tried in each exercise, and where each takes a search of seconds; all of them would take minutes. */
const tried = ({ functionName }: Exercise): number => (functionName === 'train' ? 2 : 3);

const withSamples = course.filter(({ judging }) => judging.columns !== null);

describe('samples in columns', () => {
  it('are a choice in every exercise with a batch or with weights, and in no other', () => {
    assert.deepEqual(
      course.filter((exercise) => !withSamples.includes(exercise)).map(({ id }) => id),
      ['chain-rule', 'relu', 'relu-derivative', 'numerical-gradient'],
    );
    assert.equal(exerciseById('relu', 'columns'), exerciseById('relu'));
  });

  for (const { id, judging } of withSamples) {
    it(`${id}: what is right passes, in shapes of columns`, () => {
      const exercise = inColumns(id);
      const report = judgeTurned(exercise);
      assert.equal(report.verdict, 'pass');
      assert.equal(report.convention === null || report.convention.samples === 'columns', true);
      if (report.convention) assert.equal(report.convention.biasShape, '(n, 1)');
      const rows = judge(inRows(id));
      assert.deepEqual(
        report.values.map(({ expectedShape }) => expectedShape),
        rows.values.map(({ expectedShape }) => flipped(expectedShape)),
      );
      assert.equal(exercise.judging.probes().length, judging.probes().length);
    });
  }

  it('are asked for in columns: arguments of the calls and of the training', () => {
    const [rows, columns] = [inRows('backward-2-layer'), inColumns('backward-2-layer')].map((exercise) =>
      requestFor(exercise, '', 10),
    );
    assert.ok(rows && columns);
    const shapesOf = ({ calls, drives }: typeof rows): readonly (readonly number[])[] =>
      [
        ...calls.flatMap((call) => call.arguments.map(({ value }) => value)),
        ...(drives[0]?.arguments ?? []),
      ].map((value) => (value.kind === 'array' ? value.shape : []));
    assert.deepEqual(
      shapesOf(columns),
      shapesOf(rows).map((shape) => flipped(shape)),
    );
    const [X] = columns.calls[1]?.arguments ?? [];
    const [before] = rows.calls[1]?.arguments ?? [];
    assert.ok(X?.value.kind === 'array' && before?.value.kind === 'array');
    assert.equal(X.value.data[1], before.value.data[before.value.shape[1] ?? 0]);
  });

  // The notes' own program is judged as the training is.
  const others = withSamples.filter(({ id }) => id !== 'debug-the-notes');
  for (const rows of [...others, ...networkFolders]) {
    it(`${rows.id}: mistakes are named as in rows, on the same line, in dictionaries too`, () => {
      const columns = turnedExercise(rows, 'columns');
      const [probe] = rows.judging.probes().filter(({ purpose }) => purpose === 'distinct');
      assert.ok(probe);
      const names = probe.arguments.map(({ name }) => name);
      const all = mutantsOf(referenceOf(rows, probe), names);
      const stride = Math.ceil(all.length / tried(rows));
      for (const { key } of all.filter((_, i) => i % stride === Math.floor(stride / 2))) {
        const change: Pretence['change'] = (computation) => {
          const same = mutantsOf(computation, names).find((one) => one.key === key);
          assert.ok(same, key);
          return same.applyTo(computation);
        };
        const one = judge(rows, { change });
        const together: Pretence = { change, returns: (returned) => inDictionary(rows, returned) };
        const other = judgeTurned(columns, together);
        for (const [form, report] of [
          ['columns', judgeTurned(columns, { change })],
          ['dictionaries', judge(rows, together)],
          ['both', other],
        ] as const) {
          assert.deepEqual(told(report), told(one), `${key} in ${form}`);
          assert.equal(report.verdict, one.verdict);
        }
        // Weights that are drawn in another order are other numbers.
        if (referenceOf(rows, probe).steps.some(({ operation }) => operation.kind === 'draw')) continue;
        assert.deepEqual(
          other.values.map(({ worst }) => worst?.index ?? null),
          one.values.map(({ worst }) => flipped(worst?.index ?? null)),
        );
        assert.deepEqual(
          other.details?.map(({ expected }) => sortedEntries(expected)),
          one.details?.map(({ expected }) => sortedEntries(expected)),
        );
      }
    });
  }

  it('are spoken of: shapes, rows and columns change places in sentences', () => {
    const change: Pretence['change'] = (computation, probe) => {
      const names = probe.arguments.map(({ name }) => name);
      const mutant = mutantsOf(computation, names).find(
        ({ mistake, steps }) => mistake.code === 'transposed' && steps.includes('dW1'),
      );
      assert.ok(mutant);
      return mutant.applyTo(computation);
    };
    const message = (report: Report): string => report.diagnoses[0]?.message ?? '';
    assert.match(
      message(judge(inRows('backward-2-layer'), { change })),
      /\(5, 3\) where \(3, 5\).*each row of X/u,
    );
    assert.match(
      message(judgeTurned(inColumns('backward-2-layer'), { change })),
      /\(3, 5\) where \(5, 3\).*each column of X/u,
    );
  });

  it('turn products however they are written', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['A1.T @ dZ2 / m', 'dZ2 @ A1.T / m'],
      ['(A2 - Y) @ W2.T * slope', 'W2.T @ (A2 - Y) * slope'],
      ['np.matmul(X, W1)', 'np.matmul(W1, X)'],
      ['X @ W1 @ W2 + b', 'W2 @ W1 @ X + b'],
      // What is called is no name of an array: it stays, and `course check` says so.
      ['relu(Z1) @ W2', 'relu(Z1) @ W2'],
      ['@property', '@property'],
    ];
    for (const [rows, columns] of pairs) {
      assert.equal(codeInColumns(rows), columns);
      assert.equal(codeInColumns(columns), rows);
    }
  });

  it('turn the course’s own Python around, and back again', () => {
    for (const { id, solution } of withSamples) {
      assert.equal(codeInColumns(codeInColumns(solution)), solution, id);
      // An update knows no samples.
      assert.equal(codeInColumns(solution) === solution, id === 'update-weights', id);
    }
    const { starter } = inColumns('forward-2-layer');
    assert.match(
      starter.en,
      /X: \(n_in, m\), one sample per column\n {4}W1: \(n_hidden, n_in\), b1: \(n_hidden, 1\)/u,
    );
    assert.match(starter.ko, /X: \(n_in, m\), 열 하나가 샘플 하나/u);
    for (const { id } of withSamples) {
      const { starter: own, hints } = inColumns(id);
      for (const text of [own.en, own.ko, ...hints.map(({ code }) => code ?? '')]) {
        assert.doesNotMatch(text, /per row|a row\b|행 하나|한 행|\(m, |\(1, n/u, id);
      }
    }
  });
});
