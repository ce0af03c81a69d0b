import assert from 'node:assert/strict';
import { shortNumber } from '../../../src/engine/shortNumber';

describe('a number in a sentence', () => {
  it('has few digits, no zeros at its end, and a minus that is one', () => {
    assert.equal(shortNumber(2, 4), '2');
    assert.equal(shortNumber(-0.50004, 4), '−0.5');
    assert.equal(shortNumber(1 / 3, 3), '0.333');
    assert.equal(shortNumber(-1.5e-9, 3), '−1.5e−9');
  });
});
