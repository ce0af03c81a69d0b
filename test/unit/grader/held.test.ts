/** The learner's arrays for the picture of the network. */
import assert from 'node:assert/strict';
import { exerciseById } from '../../../src/course/course';
import type { Exercise } from '../../../src/course/judgedExercise';
import { read } from '../../../src/engine/operation';
import { scale } from '../../../src/engine/tensor';
import { grade } from '../../support/grade';
import { runInRows } from '../../../src/grader/orientation';
import { wholeCourse } from '../../support/wholeCourse';
import { at, judge, runOf } from './pretendedRun';

function exercise(id: string, samples: 'rows' | 'columns' = 'rows'): Exercise {
  const found = exerciseById(id, samples);
  assert.ok(found);
  return found;
}

const passesOn = at('dZ1', (_, values) => read(values, 'dA1'));

describe('what a snippet held', () => {
  it('is what its names held and what came back, in the order of the pass', () => {
    const { held } = judge(exercise('backward-2-layer'), { change: passesOn });
    assert.deepEqual(
      held?.arrays.map(({ name, shape }) => [name, ...shape]),
      [
        ['dZ2', 100, 1],
        ['dW2', 5, 1],
        ['db2', 1, 1],
        ['dA1', 100, 5],
        ['dZ1', 100, 5],
        ['dW1', 3, 5],
        ['db1', 1, 5],
      ],
    );
    const data = (name: string): readonly number[] | undefined =>
      held.arrays.find((array) => array.name === name)?.data;
    assert.deepEqual(data('dZ1'), data('dA1'));
  });

  it('says which gradient it is compared with', () => {
    const doubled = judge(exercise('backward-2-layer'), { accepted: 1, change: passesOn });
    assert.deepEqual(doubled.held?.convention, { scale: 2, outputDerivative: 'identity', mean: 'samples' });
    assert.equal(judge(exercise('hidden-gradients'), { change: passesOn }).held?.convention, null);
  });

  it('lies in rows where the code has columns', () => {
    const rows = judge(exercise('backward-2-layer'), { change: passesOn });
    const run = runInRows(runOf(exercise('backward-2-layer', 'columns'), { change: passesOn }));
    assert.deepEqual(grade(exercise('backward-2-layer', 'columns'), run, 'en').held, rows.held);
  });

  it('is left out where an array has another shape, and where weights are new ones', () => {
    const flat = judge(exercise('forward-2-layer'), {
      change: at('Z1', (right) => ({ shape: [right.data.length], data: right.data })),
    });
    assert.ok(!flat.held?.arrays.some(({ name }) => name === 'Z1'));
    for (const id of ['update-weights', 'train-2-layer', 'chain-rule', 'initialize-weights']) {
      assert.equal(judge(exercise(id)).held, undefined, id);
    }
  });

  it('is there for every exercise that is a pass through a network, with finite numbers', () => {
    const passes = wholeCourse.filter(
      ({ id, picture }) => picture !== null && /^(?:forward|output|hidden|backward|exact)/u.test(id),
    );
    assert.ok(passes.length >= 9);
    for (const one of passes) {
      const { held } = judge(one, {
        change: (computation) => at(one.returns[0] ?? '', (right) => scale(right, 1.5))(computation),
      });
      assert.ok(held !== undefined && held.arrays.length >= one.returns.length, one.id);
    }
  });
});
