/** The loops in machine code beside those in JavaScript: the same bits, whatever the numbers are. */
import assert from 'node:assert/strict';
import { binaryLoop, compareLoop, testLoop, unaryLoop } from '../../src/numpy/kernels/loops';
import { BINARY, COMPARE, UNARY } from '../../src/numpy/kernels/operations';
import { pairwise } from '../../src/numpy/kernels/pairwise';
import { Vectors, whole } from '../../src/numpy/kernels/vectors/vectors';

const memory = new WebAssembly.Memory({ initial: 16 });
const vectors = new Vectors(memory);
const F = new Float64Array(memory.buffer);
const U = new Uint8Array(memory.buffer);
/** Where operands and results lie: each has room for a thousand doubles. */
const [A, B, R, S] = [1000, 2000, 3000, 4000];
const N = 333;

const odd = [
  0,
  -0,
  1,
  -1,
  NaN,
  Infinity,
  -Infinity,
  0.5 * Math.LN2,
  1.5 * Math.LN2,
  710,
  -746,
  1e-9,
  2.5,
  -2.5,
];

function fill(at: number, seed: number): void {
  let state = seed;
  for (let i = 0; i < N; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = odd[state % 97];
    F[at + i] = other ?? ((state / 4294967296) * 2 - 1) * 10 ** ((state % 7) - 4);
  }
}

function same(n: number, what: string): void {
  for (let i = 0; i < n; i++) assert.ok(Object.is(F[R + i], F[S + i]), `${what}: ${String(F[A + i])}`);
}

describe("the vector loops of NumPy's kernels", () => {
  beforeEach(() => {
    fill(A, 1);
    fill(B, 2);
    for (let i = 0; i < N; i += 5) F[B + i] = F[A + i] ?? NaN;
  });

  const reaches = [
    [1, 1],
    [1, 0],
    [0, 1],
  ] as const;

  it('compute with two operands', () => {
    let done = 0;
    BINARY.forEach((name, op) => {
      for (const [as, bs] of reaches) {
        const k = vectors.binary(op, N, A, as, B, bs, R, 1);
        binaryLoop(F, op, k, A, as, B, bs, S, 1);
        same(k, name);
        done += Number(k > 0);
      }
    });
    assert.equal(done, 18);
  });

  it('compare', () => {
    let done = 0;
    COMPARE.forEach((name, op) => {
      for (const [as, bs] of reaches) {
        const k = vectors.compare(op, N, A, as, B, bs, 8 * R, 1);
        compareLoop(F, U, op, k, A, as, B, bs, 8 * S, 1);
        assert.deepEqual(U.slice(8 * R, 8 * R + k), U.slice(8 * S, 8 * S + k), name);
        done += Number(k > 0);
      }
    });
    assert.equal(done, 12);
    const k = vectors.isNaN(N, A, 8 * R);
    testLoop(F, U, 0, k, A, 1, 8 * S);
    assert.deepEqual(U.slice(8 * R, 8 * R + k), U.slice(8 * S, 8 * S + k));
  });

  it('compute with one operand, exp of all elements', () => {
    UNARY.forEach((name, op) => {
      const k = vectors.unary(op, N, A, 1, R, 1);
      unaryLoop(F, op, k, A, 1, S, 1);
      same(k, name);
    });
    for (const n of [0, 1, 2, N]) {
      vectors.exp(n, A, R);
      unaryLoop(F, UNARY.indexOf('exp'), n, A, 1, S, 1);
      same(n, 'exp');
    }
  });

  it("sum in NumPy's order, and find extremes", () => {
    for (let i = 0; i < N; i++) F[A + i] = Math.sin(i) * 3;
    for (const n of [0, 3, 8, 129, N]) assert.equal(vectors.sum(n, A), pairwise(F, A, n, 1));
    const part = F.subarray(A, A + whole(N));
    assert.equal(vectors.extreme(true, N, A), Math.max(...part));
    assert.equal(vectors.extreme(false, N, A), Math.min(...part));
    assert.ok(vectors.allFinite(N, A, F));
    F[A + 17] = NaN;
    assert.ok(Number.isNaN(vectors.extreme(true, N, A)));
    F[A + 17] = Infinity;
    assert.ok(!vectors.allFinite(N, A, F));
  });

  it('convert, and tell of integers that no double holds', () => {
    const longs = new BigInt64Array(memory.buffer);
    longs.set([-5n, 7n, 2n ** 53n - 1n, -(2n ** 53n)], A);
    assert.ok(vectors.fromLongs(4, A, R));
    assert.deepEqual([...F.subarray(R, R + 4)], [-5, 7, 2 ** 53 - 1, -(2 ** 53)]);
    for (const large of [2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 62n, -(2n ** 63n)]) {
      longs[A + 1] = large;
      assert.ok(!vectors.fromLongs(4, A, R), String(large));
    }
    U.set([0, 1, 255], 8 * A);
    vectors.fromBytes(3, 8 * A, R);
    assert.deepEqual([...F.subarray(R, R + 3)], [0, 1, 255]);
  });

  it('pick and choose by masks', () => {
    const mask = 8 * S;
    for (let i = 0; i < N; i++) U[mask + i] = Number(i % 3 === 0 || (i > 40 && i < 90));
    const k = vectors.pick(N, A, mask, R);
    const picked = [...F.subarray(A, A + k)].filter((_, i) => U[mask + i] === 1);
    assert.deepEqual([...F.subarray(R, R + picked.length)], picked);
    assert.equal(vectors.countOnes(k, mask, U), picked.length);
    for (const [as, bs] of [...reaches, [0, 0] as const]) {
      const m = vectors.choose(N, mask, A, as, B, bs, R);
      const chosen = Array.from({ length: m }, (_, i) => (U[mask + i] === 1 ? F[A + i * as] : F[B + i * bs]));
      assert.deepEqual([...F.subarray(R, R + m)], chosen);
    }
    assert.deepEqual(vectors.anyOther(N, mask, 0), { whole: 320, found: true });
    U.fill(1, mask, mask + N);
    assert.equal(vectors.anyOther(N, mask, 1).found, false);
  });
});
