import assert from 'node:assert/strict';
import { printedCosts } from '../../../src/panel/results/printedCosts';

describe('the notes’ printed costs', () => {
  const reference = Array.from({ length: 11 }, (_, index) => (index === 0 ? 0.29617825471294423 : 0.2));

  it('stand only on the curve of the notes’ network', () => {
    assert.equal(printedCosts({ every: 100, reference, learner: [], firstDivergence: null }), null);
    const only = { every: 1000, reference: reference.slice(0, 1), learner: [], firstDivergence: null };
    assert.deepEqual(printedCosts(only), [0.29617825471294423]);
  });
});
