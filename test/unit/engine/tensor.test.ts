import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LegacyRandom } from '../../../src/engine/random';
import type { Tensor } from '../../../src/engine/tensor';
import {
  add,
  addScaled,
  affine,
  formatShape,
  map,
  matmul,
  matmulLeftTransposed,
  matmulRightTransposed,
  matrixShape,
  multiply,
  scalar,
  scale,
  ShapeError,
  subtract,
  sum,
  sumAxis,
  tensor,
  transpose,
  zeros,
  zip,
} from '../../../src/engine/tensor';
import { assertNear } from '../network/randomNetworks';

/** Two shapes that NumPy would broadcast: one random shape, and two that lack some of its axes or have extent 1 there. */
const broadcastable = fc
  .array(fc.record({ extent: fc.integer({ min: 1, max: 4 }), left: fc.boolean(), right: fc.boolean() }), {
    minLength: 0,
    maxLength: 4,
  })
  .chain((axes) =>
    fc.record({
      left: fc.constant(axes.map(({ extent, left }) => (left ? extent : 1))),
      right: fc.constant(axes.map(({ extent, right }) => (right ? extent : 1))),
      dropped: fc.integer({ min: 0, max: axes.length }),
      seed: fc.nat(),
    }),
  )
  .map(({ left, right, dropped, seed }) => {
    const kept = right.slice(dropped);
    const random = new LegacyRandom(seed);
    return [random.randn(...left), random.randn(...kept)] as const;
  });

/** NumPy's rule, one entry at a time, written from its definition. */
function broadcastByDefinition(a: Tensor, b: Tensor, f: (x: number, y: number) => number): Tensor {
  const rank = Math.max(a.shape.length, b.shape.length);
  const extent = ({ shape }: Tensor, axis: number): number => shape[axis - rank + shape.length] ?? 1;
  const shape = Array.from({ length: rank }, (_, axis) => Math.max(extent(a, axis), extent(b, axis)));
  const entry = (from: Tensor, index: readonly number[]): number => {
    let flat = 0;
    index.forEach((i, axis) => {
      const own = extent(from, axis);
      flat = flat * own + (own === 1 ? 0 : i);
    });
    return from.data[flat] ?? NaN;
  };
  const walk = (index: readonly number[]): number[] =>
    index.length === rank
      ? [f(entry(a, index), entry(b, index))]
      : Array.from({ length: shape[index.length] ?? 1 }, (_, i) => walk([...index, i])).flat();
  return tensor(shape, walk([]));
}

describe('tensor: broadcasting', () => {
  it('follows the rule of NumPy for any two shapes', () => {
    fc.assert(
      fc.property(broadcastable, ([a, b]) => {
        assert.deepEqual(
          add(a, b),
          broadcastByDefinition(a, b, (x, y) => x + y),
        );
        assert.deepEqual(
          subtract(b, a),
          broadcastByDefinition(b, a, (x, y) => x - y),
        );
        assert.deepEqual(
          multiply(a, b),
          broadcastByDefinition(a, b, (x, y) => x * y),
        );
      }),
    );
  });

  it('commutes, and leaves what a scalar or zeros are added to', () => {
    fc.assert(
      fc.property(broadcastable, ([a, b]) => {
        assert.deepEqual(add(a, b), add(b, a));
        assert.deepEqual(add(a, scalar(0)), a);
        assert.deepEqual(subtract(a, zeros(a.shape)), a);
        assert.deepEqual(addScaled(a, 2, a), scale(a, 3));
      }),
    );
  });

  it('refuses shapes that do not fit, naming both', () => {
    assert.throws(() => add(zeros([3, 2]), zeros([3])), {
      name: 'ShapeError',
      message: /\(3, 2\) and \(3,\)/,
    });
    assert.throws(() => addScaled(zeros([3, 1]), 1, zeros([3])), ShapeError);
  });

  it('broadcasts arrays without entries', () => {
    assert.deepEqual(add(zeros([0, 3]), zeros([1, 3])), zeros([0, 3]));
  });

  it('shows (m,) against (m, 1) blowing up to (m, m), as NumPy does', () => {
    assert.deepEqual(subtract(tensor([3, 1], [1, 2, 3]), tensor([3], [1, 2, 3])).shape, [3, 3]);
  });
});

describe('tensor: matrices', () => {
  const sizes = fc.record({
    rows: fc.integer({ min: 1, max: 11 }),
    inner: fc.integer({ min: 1, max: 11 }),
    columns: fc.integer({ min: 1, max: 11 }),
    seed: fc.nat(),
  });

  function productByDefinition(a: Tensor, b: Tensor): Tensor {
    const [rows, inner] = matrixShape(a);
    const [, columns] = matrixShape(b);
    const entries = Array.from({ length: rows * columns }, (_, at) => {
      let total = 0;
      for (let k = 0; k < inner; k++) {
        const left = a.data[Math.floor(at / columns) * inner + k] ?? NaN;
        total += left * (b.data[k * columns + (at % columns)] ?? NaN);
      }
      return total;
    });
    return tensor([rows, columns], entries);
  }

  it('multiplies as the definition says, in every form', () => {
    fc.assert(
      fc.property(sizes, ({ rows, inner, columns, seed }) => {
        const random = new LegacyRandom(seed);
        const [a, b] = [random.randn(rows, inner), random.randn(inner, columns)];
        const row = random.randn(1, columns);
        const product = productByDefinition(a, b);
        assertNear(matmul(a, b), product, 1e-13);
        assertNear(matmulLeftTransposed(transpose(a), b), product, 1e-13);
        assertNear(matmulRightTransposed(a, transpose(b)), product, 1e-13);
        assertNear(affine(a, b, row), add(product, row), 1e-13);
        assertNear(matmul(a, b, zeros([rows, columns])), product, 1e-13);
        assert.deepEqual(transpose(transpose(a)), a);
      }),
    );
  });

  it('sums over one axis what it sums over all', () => {
    fc.assert(
      fc.property(sizes, ({ rows, columns, seed }) => {
        const a = new LegacyRandom(seed).randn(rows, columns);
        assert.deepEqual(sumAxis(a, 0).shape, [1, columns]);
        assert.deepEqual(sumAxis(a, 1).shape, [rows, 1]);
        assertNear(sumAxis(sumAxis(a, 0), 1), tensor([1, 1], [sum(a)]), 1e-13);
        assertNear(transpose(sumAxis(a, 1)), sumAxis(transpose(a), 0), 1e-13);
        assertNear(sumAxis(a, 0), matmul(tensor([1, rows], new Array<number>(rows).fill(1)), a), 1e-13);
      }),
    );
  });

  it('hides neither NaN nor infinity behind a zero', () => {
    assert.ok(Number.isNaN(matmul(tensor([1, 1], [0]), tensor([1, 1], [NaN])).data[0]));
    assert.ok(Number.isNaN(matmul(tensor([1, 1], [0]), tensor([1, 1], [Infinity])).data[0]));
  });

  it('refuses inner sizes that differ, other ranks, and a result array that does not fit', () => {
    assert.throws(() => matmul(zeros([2, 3]), zeros([2, 3])), {
      name: 'ShapeError',
      message: /\(2, 3\).*\(2, 3\)/,
    });
    assert.throws(() => matmulLeftTransposed(zeros([2, 3]), zeros([3, 3])), ShapeError);
    assert.throws(() => matmulRightTransposed(zeros([2, 3]), zeros([3, 2])), ShapeError);
    assert.throws(() => affine(zeros([2, 3]), zeros([3, 4]), zeros([4])), /to be a matrix.*\(4,\)/);
    assert.throws(() => transpose(zeros([3])), /matrix/);
    assert.throws(() => matmul(zeros([2, 3]), zeros([3, 2]), zeros([2, 3])), /out to have shape \(2, 2\)/);
  });
});

describe('tensor: making and mapping', () => {
  it('counts its entries', () => {
    assert.throws(() => tensor([2, 2], [1, 2, 3]), /expected 4 entries for shape \(2, 2\), got 3/);
    assert.deepEqual(tensor([0, 3], []).data.length, 0);
    assert.deepEqual(scalar(4), { shape: [], data: Float64Array.of(4) });
  });

  it('prints shapes as Python does', () => {
    assert.deepEqual([[], [5], [1, 5]].map(formatShape), ['()', '(5,)', '(1, 5)']);
  });

  it('changes no argument unless it is the result array', () => {
    const [a, b] = [tensor([2], [1, 2]), tensor([2], [3, 4])];
    map(a, (x) => x + 1);
    zip(a, b, (x, y) => x * y);
    scale(a, 9);
    assert.deepEqual([a.data, b.data], [Float64Array.of(1, 2), Float64Array.of(3, 4)]);
    assert.equal(subtract(a, b, a), a);
    assert.deepEqual(a.data, Float64Array.of(-2, -2));
  });
});
