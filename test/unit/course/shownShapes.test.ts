import assert from 'node:assert/strict';
import { contentOf, course } from '../../../src/course/course';
import { judge } from '../grader/pretendedRun';

describe('the shapes that are known before a check', () => {
  for (const exercise of course)
    it(`are those of the report: ${exercise.id}`, () => {
      const { values } = judge(exercise);
      assert.deepEqual(
        Object.entries(contentOf(exercise.id).shapes ?? {}),
        values.map(({ name, expectedShape }) => [name, expectedShape]),
      );
    });

  it('turn with the samples', () => {
    assert.deepEqual(contentOf('train-2-layer', 'columns').shapes, {
      W1: [5, 3],
      b1: [5, 1],
      W2: [1, 5],
      b2: [1, 1],
      costs: [1000],
    });
  });
});
