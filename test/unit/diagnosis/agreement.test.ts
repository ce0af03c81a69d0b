import assert from 'node:assert/strict';
import { scaleFactor, same, sameEntries } from '../../../src/diagnosis/agreement';
import { tensor } from '../../../src/engine/tensor';

const entries = (...values: number[]): Float64Array => Float64Array.from(values);

describe('agreement', () => {
  it('forgives what another order of the same operations leaves', () => {
    assert.ok(sameEntries(entries(1, 2, 3e-13), entries(1 + 1e-14, 2, 0)));
  });

  it('does not forgive what a mistake makes', () => {
    assert.ok(!sameEntries(entries(1, 2), entries(1 + 1e-6, 2)));
    assert.ok(!sameEntries(entries(1e-12, 2e-12), entries(1e-12, 3e-12)));
  });

  it('compares entries in their order and number', () => {
    assert.ok(!sameEntries(entries(1, 2), entries(2, 1)));
    assert.ok(!sameEntries(entries(1), entries(1, 1)));
  });

  it('takes NaN for NaN and infinity for infinity', () => {
    assert.ok(sameEntries(entries(NaN, 1), entries(NaN, 1)));
    assert.ok(!sameEntries(entries(NaN, 1), entries(0, 1)));
    assert.ok(sameEntries(entries(Infinity), entries(Infinity)));
  });

  it('tells (3,), (1, 3) and (3, 1) apart', () => {
    const shapes = [[3], [1, 3], [3, 1]];
    for (const a of shapes) {
      for (const b of shapes) assert.equal(same(tensor(a, [1, 2, 3]), tensor(b, [1, 2, 3])), a === b);
    }
  });

  it('finds the one factor between two arrays, with its sign', () => {
    assert.equal(scaleFactor(entries(-2, 4, 0), entries(1, -2, 0)), -2);
    assert.equal(scaleFactor(entries(0.5), entries(1)), 0.5);
  });

  it('finds none where entries disagree, where a zero meets another number, and among zeros', () => {
    assert.equal(scaleFactor(entries(2, 4), entries(1, 3)), null);
    assert.equal(scaleFactor(entries(2, 1), entries(1, 0)), null);
    assert.equal(scaleFactor(entries(0, 0), entries(0, 0)), null);
    assert.equal(scaleFactor(entries(0, 0), entries(1, 2)), null);
    assert.equal(scaleFactor(entries(1), entries(1, 2)), null);
  });
});
