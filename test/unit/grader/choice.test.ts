/** One choice of the convention: findings, table and central differences of a report follow the same. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { backward3Layer } from '../../../src/course/exercises/backward3Layer';
import type { Exercise } from '../../../src/course/judgedExercise';
import { scale } from '../../../src/engine/tensor';
import { at, both, judge, type Pretence } from './pretendedRun';

const times = (name: string, factor: number) => at(name, (right) => scale(right, factor));

/** What a report accuses, and what its table and its central differences say of the same arrays. */
function assertOneVoice(exercise: Exercise, pretence: Pretence): readonly string[] {
  const { diagnoses, values, gradientCheck, remarks } = judge(exercise, pretence);
  const wrong = values.filter(({ ok }) => !ok).map(({ name }) => name);
  for (const { target, code } of diagnoses) {
    assert.ok(wrong.includes(target ?? ''), `${code} accuses ${String(target)}, which the table ticks`);
  }
  for (const { name, ok } of gradientCheck) {
    const isExplained = remarks.some((remark) => remark.target === name);
    assert.ok(ok !== wrong.includes(name) || isExplained, `${name}: table and central differences disagree`);
  }
  return wrong;
}

describe('the choice of a convention', function () {
  this.timeout(120_000);

  it('is the one that leaves the fewest faults: dW2 doubled and db1 without its mean, times four', () => {
    const change = both(times('dW2', 2), times('db1', 4));
    assert.deepEqual(assertOneVoice(backward2Layer, { change }), ['db1', 'dW2']);
    const { diagnoses } = judge(backward2Layer, { change });
    assert.deepEqual([...new Set(diagnoses.map(({ target }) => target))].sort(), ['dW2', 'db1']);
  });

  it('is the same whatever the convention is that most arrays follow', () => {
    for (const [accepted] of backward2Layer.judging
      .references(backward2Layer.judging.probes()[0] ?? assert.fail())
      .entries()) {
      const wrong = assertOneVoice(backward2Layer, { accepted, change: times('dW1', -1) });
      assert.deepEqual(wrong, ['dW1'], `accepted ${String(accepted)}`);
    }
  });

  it('stays one where a mistake spoils several arrays', () => {
    for (const accepted of [0, 3]) {
      for (const step of ['dZ1', 'dA1', 'dZ2']) {
        assertOneVoice(backward3Layer, { accepted, change: times(step, -1) });
      }
    }
  });

  it('is followed by central differences: what is right is confirmed, what is wrong is not', () => {
    for (const accepted of [0, 1, 2, 3]) {
      assert.deepEqual(assertOneVoice(backward2Layer, { accepted }), []);
      assert.deepEqual(assertOneVoice(backward2Layer, { accepted, change: times('db2', 1.5) }), ['db2']);
    }
  });
});
