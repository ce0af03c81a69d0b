import assert from 'node:assert/strict';
import fc from 'fast-check';
import { steps, stepOf } from '../../../src/panel/results/colourScale';

describe('the heat map’s scale', () => {
  it('is at its ends where nothing and where everything is wrong', () => {
    assert.equal(stepOf(0), 0);
    assert.equal(stepOf(1e-7), 0);
    assert.equal(stepOf(1), steps - 1);
    assert.equal(stepOf(1e-2, 2e-2), 0);
    assert.equal(stepOf(1, 2e-2), steps - 1);
    assert.equal(stepOf(null), steps - 1);
    assert.equal(stepOf(Number.NaN), steps - 1);
  });

  it('never falls as the error grows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (a, b) => {
          assert.ok(a > b || stepOf(a) <= stepOf(b));
        },
      ),
    );
    assert.ok(stepOf(1.1e-7) > 0);
    assert.equal(stepOf(2.1e-2, 2e-2), 1);
  });
});
