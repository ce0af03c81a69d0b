/** How sure a finding is: certain only where nothing else that is known gives the same. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import { read } from '../../../src/engine/operation';
import { scale, subtract } from '../../../src/engine/tensor';
import { at, judge, type Pretence } from './pretendedRun';

/** W1 uphill. In what a training returns this cannot be told from a gradient of the opposite sign; in the trace it can. */
const uphill: Pretence = {
  change: at('W1', (right, values) => subtract(scale(read(values, 'W1'), 2), right)),
};

describe('the confidence of a finding', function () {
  this.timeout(120_000);

  it('is certain where one known mistake alone gives all numbers', () => {
    const { diagnoses } = judge(backward2Layer, { change: at('dZ1', (_, values) => read(values, 'dA1')) });
    assert.deepEqual(
      diagnoses.map(({ confidence }) => confidence),
      ['certain'],
    );
  });

  it('is likely where mistakes of different names give the same and nothing tells them apart', () => {
    const { diagnoses } = judge(train2Layer, { ...uphill, call: (call) => ({ ...call, trace: [] }) });
    assert.equal(diagnoses.length, 1);
    assert.ok(['gradient-ascent', 'wrong-sign'].includes(diagnoses[0]?.code ?? ''));
    assert.equal(diagnoses[0]?.confidence, 'likely');
  });

  it('is certain again where the trace tells them apart', () => {
    const { diagnoses } = judge(train2Layer, uphill);
    assert.equal(diagnoses[0]?.code, 'gradient-ascent');
    assert.equal(diagnoses[0].confidence, 'certain');
  });

  it('is likely where only a constant factor tells, and where nothing does', () => {
    const odd = judge(backward2Layer, { change: at('dW1', (right) => scale(right, 0.37)) });
    const unknown = judge(backward2Layer, {
      change: at('dW1', (right) => ({ ...right, data: right.data.map((x, i) => x + 0.1 * Math.sin(i)) })),
    });
    for (const { diagnoses } of [odd, unknown]) {
      assert.deepEqual(
        diagnoses.map(({ confidence }) => confidence),
        ['likely'],
      );
    }
  });
});
