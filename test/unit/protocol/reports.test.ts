/** A report crosses the wire as it was made: what a schema does not name would be lost without a word. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { scale } from '../../../src/engine/tensor';
import { reportSchema } from '../../../src/protocol/reportSchema';
import { at, judge } from '../grader/pretendedRun';

describe('a report on the wire', function () {
  this.timeout(60_000);

  it('keeps everything that the grader wrote', () => {
    for (const report of [
      judge(backward2Layer),
      judge(backward2Layer, { change: at('dW1', (right) => scale(right, 2)) }),
    ]) {
      assert.ok(report.details?.every(({ measure }) => measure !== undefined));
      assert.deepEqual(v.parse(reportSchema, report), report);
    }
  });
});
