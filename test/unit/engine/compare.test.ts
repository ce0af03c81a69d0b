import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareArrays, constantRatio, indexOf, measureFor } from '../../../src/engine/compare';
import { LegacyRandom } from '../../../src/engine/random';
import { toleranceFor } from '../../../src/engine/tolerance';
import { map, scalar, scale, tensor, zeros } from '../../../src/engine/tensor';
import type { Tensor } from '../../../src/engine/tensor';
import { relativeError } from '../../../src/engine/relativeError';

const { pass } = toleranceFor();

describe('compareArrays', () => {
  const expected = tensor([2, 3], [1, -2, 3, 0, 5, -6]);

  it('finds equal arrays equal', () => {
    const { ok, maxRelError, ratio, sameShape, finite } = compareArrays(expected, expected);
    assert.deepEqual([ok, maxRelError, ratio, sameShape, finite], [true, 0, 1, true, true]);
  });

  it('names the worst entry by its index', () => {
    const data = Float64Array.from(expected.data);
    data[4] = 7;
    const { ok, maxRelError, ratio, worst } = compareArrays(expected, { shape: [2, 3], data });
    assert.deepEqual([ok, ratio, worst], [false, null, { index: [1, 1], expected: 5, actual: 7 }]);
    assert.equal(maxRelError, 2 / 12);
  });

  it('says nothing of errors where shapes differ, even with the same entries', () => {
    const { ok, sameShape, finite, maxRelError, ratio, worst } = compareArrays(
      tensor([1, 3], [1, 2, 3]),
      tensor([3], [1, 2, 3]),
    );
    assert.deepEqual(
      [ok, sameShape, finite, maxRelError, ratio, worst],
      [false, false, true, null, null, null],
    );
  });

  it('points at the first entry that is not finite', () => {
    for (const bad of [NaN, Infinity, -Infinity]) {
      const { ok, finite, maxRelError, worst } = compareArrays(
        expected,
        map(expected, (x) => (x === 0 ? bad : x)),
      );
      assert.deepEqual([ok, finite, maxRelError], [false, false, null]);
      assert.deepEqual(worst, { index: [1, 0], expected: 0, actual: null });
    }
  });

  it('has its threshold between rounding and the smallest mistake', () => {
    assert.ok(compareArrays(scalar(1), scalar(1 + 1.9 * pass)).ok);
    assert.ok(!compareArrays(scalar(1), scalar(1 + 2.1 * pass)).ok);
    assert.ok(compareArrays(scalar(0), scalar(1e-17)).ok);
  });

  it('compares arrays without entries', () => {
    assert.deepEqual(compareArrays(zeros([0, 3]), zeros([0, 3])).ok, true);
  });
});

describe('constantRatio', () => {
  it('finds any factor, signed, between any two arrays', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 100, noNaN: true }).filter((r) => Math.abs(r) > 0.01),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(),
        (factor, size, seed) => {
          const a = new LegacyRandom(seed).randn(size);
          const ratio = constantRatio(a, scale(a, factor));
          assert.ok(ratio !== null && relativeError(ratio, factor) < 1e-12);
        },
      ),
    );
  });

  it('is null where a zero is not zero, where one entry strays, and where nothing can be divided by', () => {
    assert.equal(constantRatio(tensor([2], [1, 0]), tensor([2], [2, 0.1])), null);
    assert.equal(constantRatio(tensor([3], [1, 2, 3]), tensor([3], [2, 4, 6.001])), null);
    assert.equal(constantRatio(zeros([3]), zeros([3])), null);
    assert.equal(constantRatio(zeros([0]), zeros([0])), null);
  });

  it('is zero for an array of zeros', () => {
    assert.equal(constantRatio(tensor([2], [1, 2]), zeros([2])), 0);
  });
});

describe('relativeError and indexOf', () => {
  it('is 1 for opposite signs and for a missing number, 0 for equals, symmetric', () => {
    assert.deepEqual([relativeError(2, -2), relativeError(3, 0), relativeError(4, 4)], [1, 1, 0]);
    assert.equal(relativeError(1, 3), relativeError(3, 1));
  });

  it('counts in C order', () => {
    assert.deepEqual([indexOf(0, []), indexOf(7, [9]), indexOf(17, [2, 3, 4])], [[], [7], [1, 1, 1]]);
  });
});

describe('measureFor', () => {
  it('gives the measure that the comparison itself goes by, for every precision', () => {
    const right = tensor([3], [1, 1e-3, 0.5]);
    for (const precision of ['double', 'single', 'half'] as const) {
      const given: Tensor = { ...tensor([3], [1, 1.01e-3, 0.5]), precision };
      const measure = measureFor(right, given);
      const errors = Array.from(right.data, (value, i) =>
        relativeError(value, given.data[i] ?? NaN, measure.floor),
      );
      const found = compareArrays(right, given);
      assert.equal(found.maxRelError, Math.max(...errors));
      assert.equal(found.ok, Math.max(...errors) <= measure.pass);
      assert.equal(found.ok, precision !== 'double');
    }
  });
});
