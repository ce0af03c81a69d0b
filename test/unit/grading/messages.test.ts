import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { map, scale } from '../../../src/engine/tensor';
import { readFromGrading, readToGrading } from '../../../src/grading/messages';
import { at, judge } from '../grader/pretendedRun';

describe('messages of the grading worker', function () {
  this.timeout(60_000);

  it('bring a report as it was made, with what is no finite number', () => {
    for (const report of [
      judge(backward2Layer, { change: at('dW1', (right) => scale(right, 2)) }),
      judge(backward2Layer, { change: at('dW1', (right) => map(right, () => NaN)) }),
      judge(backward2Layer, { change: at('dW1', (right) => map(right, () => -Infinity)) }),
    ]) {
      const message = structuredClone({ type: 'known', report });
      assert.deepEqual(readFromGrading(message), { type: 'known', report });
    }
  });

  it('are refused where they are anything else', () => {
    const report = judge(backward2Layer);
    const graded = { type: 'graded', report, curve: null };
    assert.deepEqual(readFromGrading(graded), graded);
    for (const wrong of [
      null,
      'ready',
      { type: 'over' },
      { type: 'failed' },
      { type: 'graded', report },
      { type: 'known', report: { ...report, verdict: 'perhaps' } },
      { ...graded, curve: { convention: null, precision: 'quadruple' } },
    ])
      assert.equal(readFromGrading(wrong), null);
    assert.throws(() => readToGrading({ exercise: 'none', samples: 'rows', language: 'en', run: {} }));
  });
});
