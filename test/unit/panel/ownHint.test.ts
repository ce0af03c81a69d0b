/** Hints of the learner's own last numbers: what differs first, one entry of it, and a question, in both languages. */
import assert from 'node:assert/strict';
import { turned } from '../../../src/course/course';
import type { Exercise } from '../../../src/course/judgedExercise';
import { batchPass } from '../../../src/course/networkPass';
import { passSteps } from '../../../src/course/passSteps';
import { read } from '../../../src/engine/operation';
import { scale, transpose } from '../../../src/engine/tensor';
import type { Report } from '../../../src/grader/report';
import { runInRows } from '../../../src/grader/orientation';
import { firstWrong } from '../../../src/panel/hints/firstWrong';
import { ownHint, type HintFacts } from '../../../src/panel/hints/ownHint';
import { nothingOwn, ownArrays } from '../../../src/panel/own/ownArrays';
import { at, judge, raisedError, runOf, type Pretence } from '../grader/pretendedRun';
import { grade } from '../../support/grade';
import { wholeCourse } from '../../support/wholeCourse';

function exerciseOf(id: string): Exercise {
  const found = wholeCourse.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
}

/** What the panel would say of a report, whose first finding is about `subject`. */
function hintOf(
  exercise: Exercise,
  report: Report,
  subject: string | null = report.diagnoses[0]?.target ?? null,
): { readonly en: string; readonly ko: string } | null {
  const { picture } = exercise;
  const drawn = picture && { ...picture, convention: report.held?.convention ?? picture.convention };
  const batch: HintFacts['batch'] = drawn === null ? new Map() : batchPass(drawn);
  const steps = drawn === null ? [] : passSteps(drawn).map(({ name }) => name);
  const own = drawn === null ? nothingOwn : ownArrays(report, steps, batch, subject);
  const names = exercise.equations.map(({ name }) => name);
  const wrong = firstWrong(report, names, own, batch, exercise.samples === 'columns');
  if (wrong === null) return null;
  const facts = { exercise, own, batch };
  return { en: ownHint(wrong, facts, 'en'), ko: ownHint(wrong, facts, 'ko') };
}

const said = (id: string, pretence: Pretence, subject?: string): string => {
  const exercise = exerciseOf(id);
  const hint = hintOf(exercise, judge(exercise, pretence), subject);
  assert.ok(hint, id);
  assert.match(hint.ko, /[가-힣]/u);
  // The same numbers, in the same order.
  const figures = (text: string): readonly string[] => text.match(/\d[\d.e×−]*/gu) ?? [];
  assert.deepEqual(figures(hint.ko).toSorted(), figures(hint.en).toSorted());
  return hint.en;
};

describe('a hint of one’s own numbers', () => {
  it('finds the array in between that was let through, and asks what should have stopped it', () => {
    const change = at('dZ1', (_, values) => read(values, 'dA1'));
    const text = said('backward-2-layer', { change }, 'dZ1');
    assert.match(
      text,
      /^The first array that differs is `dZ1`; its shape 100×5 is right\. Your `dZ1\[\d+, \d\]` is −?[\d.]+ where 0 is expected: which entries of `Z1` are negative\?$/u,
    );
    assert.match(said('hidden-gradients', { change }), /`dZ1\[0, 0\]` is 0\.029\d where 0 is expected/u);
  });

  it('says which shape came instead, and asks about axes', () => {
    const turnedAround = at('dW1', (right) => transpose(right));
    assert.match(
      said('hidden-gradients', { change: turnedAround }),
      /`dW1`. It has the shape 5×3 where 3×5 is expected: which of the axes of `dW1` is which\?/u,
    );
    const whole = at('db1', (right) => ({ shape: [], data: right.data.slice(0, 1) }));
    assert.match(
      said('hidden-gradients', { change: whole }),
      /shape a number where 1×5|1×5 is expected: what becomes/u,
    );
  });

  it('asks where a factor comes from, without saying what it is of', () => {
    const hundredfold = at('dW1', (right) => scale(right, 100));
    assert.match(said('hidden-gradients', { change: hundredfold }), /every entry is 100 times as expected/u);
    const uphill = at('dW1', (right) => scale(right, -1));
    assert.match(said('hidden-gradients', { change: uphill }), /the opposite sign/u);
  });

  it('calls a number a number', () => {
    const text = said('cost', { change: at('cost', (right) => scale(right, 0.5)) });
    assert.match(
      text,
      /^The first result that differs is `cost`\. Your `cost` is [\d.]+ where [\d.]+ is expected: /u,
    );
    assert.doesNotMatch(text, /shape|array|\[/u);
  });

  it('speaks of the slope where an activation is no gate', () => {
    const text = said(
      'backward-classifier',
      { change: at('dZ1', (_, values) => read(values, 'dA1')) },
      'dZ1',
    );
    assert.match(text, /what is the slope of tanh at `Z1\[\d+, \d\]` = −?[\d.]+\?/u);
  });

  it('counts entries the learner’s way where samples are columns', () => {
    const exercise = turned(exerciseOf('hidden-gradients'), 'columns');
    const run = runInRows(runOf(exercise, { change: at('dZ1', (_, values) => read(values, 'dA1')) }));
    const hint = hintOf(exercise, grade(exercise, run, 'en'));
    assert.match(
      hint?.en ?? '',
      /shape 5×100 is right.*`dZ1\[\d, \d+\]`.*which entries of `Z1` are negative/u,
    );
  });

  it('has something true to say of every exercise, whichever returned array is wrong', () => {
    let count = 0;
    for (const exercise of wholeCourse) {
      for (const name of exercise.returns) {
        let report: Report;
        try {
          report = judge(exercise, { change: at(name, (right) => scale(right, 1.5)) });
        } catch {
          continue;
        }
        if (report.verdict !== 'fail') continue;
        const wrong = report.values.filter(({ ok }) => !ok);
        if (wrong.length === 0) continue;
        const hint = hintOf(exercise, report);
        assert.ok(hint, `${exercise.id} ${name}`);
        assert.doesNotMatch(`${hint.en}${hint.ko}`, /is NaN|값은 NaN|undefined|\[object/u);
        count++;
      }
    }
    assert.ok(count > 30, String(count));
  });

  it('says nothing of what passed, was left blank, or stopped', () => {
    const exercise = exerciseOf('hidden-gradients');
    assert.equal(hintOf(exercise, judge(exercise)), null);
    const error = raisedError('ValueError: no', 3);
    assert.equal(hintOf(exercise, judge(exercise, { run: { error, calls: [] } })), null);
    const blank: Report = {
      ...judge(exercise, { change: at('dW1', (right) => scale(right, 2)) }),
      diagnoses: [
        { code: 'unimplemented', target: null, line: 3, confidence: 'certain', message: 'A blank is left.' },
      ],
    };
    assert.equal(hintOf(exercise, blank), null);
  });
});
