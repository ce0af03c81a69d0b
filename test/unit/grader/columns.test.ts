/** Samples in columns: a report is the one on the same mistake in rows, turned around. */
import assert from 'node:assert/strict';
import { course, exerciseById } from '../../../src/course/course';
import { codeInColumns } from '../../../src/course/columns';
import type { Exercise } from '../../../src/course/judgedExercise';
import { mutantsOf } from '../../../src/diagnosis/mutants';
import { grade } from '../../support/grade';
import { runInRows } from '../../../src/grader/orientation';
import type { Report } from '../../../src/grader/report';
import { requestFor } from '../../../src/grader/request';
import type { SnippetRun } from '../../../src/python/runtime';
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

  it('have every mistake of a backward pass named as in rows, on the same line', () => {
    const rows = inRows('backward-2-layer');
    const columns = inColumns('backward-2-layer');
    const [probe] = rows.judging.probes();
    assert.ok(probe);
    const names = probe.arguments.map(({ name }) => name);
    const mutants = mutantsOf(referenceOf(rows, probe), names).filter((_, i) => i % 97 === 0);
    assert.ok(mutants.length >= 8);
    const others = mutantsOf(referenceOf(columns, probe), names);
    for (const mutant of mutants) {
      const same = others.find(({ key }) => key === mutant.key);
      assert.ok(same, mutant.key);
      const one = judge(rows, { change: (computation) => mutant.applyTo(computation) });
      const other = judgeTurned(columns, { change: (computation) => same.applyTo(computation) });
      const told = ({ diagnoses }: Report): unknown =>
        diagnoses.map(({ code, line, target }) => [code.replace(/-in-(rows|columns)$/u, ''), line, target]);
      assert.deepEqual(told(other), told(one), mutant.key);
      assert.equal(other.verdict, one.verdict);
      assert.deepEqual(
        other.values.map(({ worst }) => worst?.index ?? null),
        one.values.map(({ worst }) => flipped(worst?.index ?? null)),
      );
      assert.deepEqual(
        other.details?.map(({ expected }) => expected.toSorted()),
        one.details?.map(({ expected }) => expected.toSorted()),
      );
    }
  });

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
