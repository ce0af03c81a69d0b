/** Large products by vectors: the loops' digits, in every form and at every edge of a tile. */
import assert from 'node:assert/strict';
import { writeProduct } from '../../../src/engine/product';
import { LegacyRandom } from '../../../src/engine/random';
import { leastForVectors, writeByVectors, type Form } from '../../../src/engine/vectorProduct';

const forms: readonly Form[] = ['a·b', 'aᵀ·b', 'a·bᵀ'];

type Sizes = readonly [rows: number, inner: number, columns: number];
interface Factors {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly start: Float64Array;
}

function drawn([rows, inner, columns]: Sizes, seed: number): Factors {
  const random = new LegacyRandom(seed);
  const array = (length: number): Float64Array => Float64Array.from(random.randn(length).data);
  return { left: array(rows * inner), right: array(inner * columns), start: array(columns) };
}

/** Entry by entry, in the order in which a sum is said. */
function entryByEntry(
  form: Form,
  { left, right, start }: Factors,
  [rows, inner, columns]: Sizes,
): Float64Array {
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let total = start[j] ?? NaN;
      for (let k = 0; k < inner; k++) {
        const a = left[form === 'aᵀ·b' ? k * rows + i : i * inner + k] ?? NaN;
        total += a * (right[form === 'a·bᵀ' ? j * inner + k : k * columns + j] ?? NaN);
      }
      out[i * columns + j] = total;
    }
  }
  return out;
}

function byVectors(form: Form, { left, right, start }: Factors, sizes: Sizes): Float64Array {
  const [rows, , columns] = sizes;
  const out = new Float64Array(rows * columns);
  assert.ok(writeByVectors(out, form, left, right, start, ...sizes));
  return out;
}

describe('products by vectors', () => {
  const sizes: readonly Sizes[] = [
    [1, 1, 1],
    [1, 9, 1],
    [4, 4, 4],
    [5, 3, 2],
    [7, 9, 11],
    [33, 47, 10],
    [3, 1, 5],
    [64, 100, 24],
    // More rows, and more to sum up, than are done at a time.
    [70, 517, 9],
  ];
  for (const form of forms) {
    it(`have the digits of sums in order: ${form}`, () => {
      for (const [seed, one] of sizes.entries()) {
        const factors = drawn(one, seed + 1);
        assert.deepEqual(byVectors(form, factors, one), entryByEntry(form, factors, one), one.join('×'));
      }
    });
  }

  it('have the digits of the loops, which small products are left to', () => {
    const small: Sizes = [9, 20, 30];
    const large: Sizes = [31, 40, 30];
    for (const [form, one] of forms.flatMap((form) =>
      [small, large].map((sizes) => [form, sizes] as const),
    )) {
      const [rows, inner, columns] = one;
      const { left, right, start } = drawn(one, 7);
      const out = new Float64Array(rows * columns);
      writeProduct(out, form, left, right, start, ...one);
      assert.deepEqual(out, byVectors(form, { left, right, start }, one));
      assert.equal(rows * inner * columns >= leastForVectors, one === large);
    }
  });

  it('keep what is no number, infinite or a negative zero where it belongs, and nothing of the product before', () => {
    const one: Sizes = [6, 5, 7];
    const factors = drawn(one, 3);
    byVectors('a·b', { ...factors, left: factors.left.map(() => NaN) }, one);
    factors.left[7] = Infinity;
    factors.right[3] = NaN;
    factors.start.fill(-0);
    factors.left.fill(0, 0, 5);
    assert.deepEqual(byVectors('a·b', factors, one), entryByEntry('a·b', factors, one));
  });

  it('are refused where they do not fit into the memory', () => {
    const none = new Float64Array(0);
    assert.equal(writeByVectors(none, 'a·b', none, none, none, 2000, 2000, 2000), false);
  });
});
