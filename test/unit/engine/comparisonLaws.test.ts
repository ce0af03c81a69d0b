/** Laws of comparing arrays: which of the two is called expected, and in which unit both are, does not matter. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scaleFactor, same, sameEntries } from '../../../src/diagnosis/agreement';
import { compareArrays } from '../../../src/engine/compare';
import { scale, transpose, type Tensor } from '../../../src/engine/tensor';

/** Numbers of a size at which nothing vanishes and nothing overflows. */
const entry = fc.double({ min: 0.01, max: 100, noNaN: true }).chain((size) => fc.constantFrom(size, -size));

function matrixOf(rows: number, columns: number): fc.Arbitrary<Tensor> {
  return fc
    .array(entry, { minLength: rows * columns, maxLength: rows * columns })
    .map((entries) => ({ shape: [rows, columns], data: Float64Array.from(entries) }));
}

const sizes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
const matrix = sizes.chain(([rows, columns]) => matrixOf(rows, columns));
const pair = sizes.chain(([rows, columns]) => fc.tuple(matrixOf(rows, columns), matrixOf(rows, columns)));
/** A matrix, and one that is off by a little in one entry. */
const near = matrix.chain((a) =>
  fc
    .tuple(fc.nat(a.data.length - 1), fc.constantFrom(0, 1e-15, 1e-12, 1e-4, 0.1))
    .map(([at, off]): readonly [Tensor, Tensor] => [
      a,
      { ...a, data: a.data.with(at, (a.data[at] ?? NaN) * (1 + off)) },
    ]),
);
/** Factors that are exact in binary, so that nothing is rounded. */
const unit = fc.constantFrom(-4, -1, 0.25, 2, 1024);

describe('the laws of comparing arrays', () => {
  it('an array is itself', () => {
    fc.assert(
      fc.property(matrix, (a) => {
        assert.ok(compareArrays(a, a).ok);
        assert.equal(compareArrays(a, a).maxRelError, 0);
        assert.ok(same(a, a));
        assert.equal(scaleFactor(a.data, a.data), 1);
      }),
    );
  });

  it('it does not matter which of the two is the right one', () => {
    fc.assert(
      fc.property(fc.oneof(pair, near), ([a, b]) => {
        const [there, back] = [compareArrays(a, b), compareArrays(b, a)];
        assert.equal(there.ok, back.ok);
        assert.equal(there.maxRelError, back.maxRelError);
        assert.deepEqual(there.worst?.index, back.worst?.index);
        assert.equal(same(a, b), same(b, a));
      }),
    );
  });

  it('it does not matter in which unit both are', () => {
    fc.assert(
      fc.property(fc.oneof(pair, near), unit, ([a, b], factor) => {
        const [before, after] = [compareArrays(a, b), compareArrays(scale(a, factor), scale(b, factor))];
        assert.equal(after.ok, before.ok);
        assert.equal(after.ratio, before.ratio);
        assert.equal(sameEntries(scale(a, factor).data, scale(b, factor).data), sameEntries(a.data, b.data));
      }),
    );
  });

  it('it does not matter which way both are turned', () => {
    fc.assert(
      fc.property(fc.oneof(pair, near), ([a, b]) => {
        const [before, after] = [compareArrays(a, b), compareArrays(transpose(a), transpose(b))];
        assert.equal(after.ok, before.ok);
        assert.equal(after.maxRelError, before.maxRelError);
        assert.equal(after.ratio === null, before.ratio === null);
        assert.equal(same(transpose(a), transpose(b)), same(a, b));
      }),
    );
  });

  it('a multiple has the ratio, there and back, and is right only at 1', () => {
    fc.assert(
      fc.property(matrix, unit, (a, factor) => {
        const multiple = scale(a, factor);
        const { ok, ratio } = compareArrays(a, multiple);
        assert.equal(ratio, factor);
        assert.equal(ok, false);
        assert.equal(compareArrays(multiple, a).ratio, 1 / factor);
        assert.equal(scaleFactor(multiple.data, a.data), factor);
        assert.equal(scaleFactor(a.data, multiple.data), 1 / factor);
      }),
    );
  });
});
