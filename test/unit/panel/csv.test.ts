import assert from 'node:assert/strict';
import { costCsv } from '../../../src/panel/results/csv';

describe('the cost curve as CSV', () => {
  it('keeps every digit, and leaves missing costs empty', () => {
    const cost = {
      every: 100,
      reference: [0.29617825471294423, 0.1],
      learner: [0.5, null],
      firstDivergence: 0,
    };
    assert.equal(costCsv(cost), 'iteration,learner,reference\n0,0.5,0.29617825471294423\n100,,0.1\n');
  });
});
