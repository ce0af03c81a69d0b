/** Sums, products and extremes of doubles that lie side by side. */
import type { Entry } from './elementwise';
import type { Code, Variable } from './instructions';
import { call, f64, f64x2, Function, i32, i64, leave, v128, when, whileLoop } from './instructions';

const advance = (pointer: Variable, bytes: number): Code =>
  pointer.set(i32.add(pointer.get, i32.const(bytes)));
const bytes = (n: Code): Code => i32.shl(n, i32.const(3));
const both = (value: Code): Code => f64.add(f64x2.lane(value, 0), f64x2.lane(value, 1));

/**
 * The sum of n doubles in NumPy's own order, so that the last digits agree: halves of halves, and eight running sums in
 * a run of up to 128. `self` is its own number.
 */
export function pairwise(self: number): Entry {
  const f = new Function(['i32', 'i32'], 'f64');
  const [n, a] = f.given as [Variable, Variable];
  const [end, half, total] = [f.local('i32'), f.local('i32'), f.local('f64')];
  const sums = [f.local('v128'), f.local('v128'), f.local('v128'), f.local('v128')] as const;
  const [s0, s1, s2, s3] = sums;
  const rest: Code[] = [
    whileLoop(i32.ltU(a.get, end.get), total.set(f64.add(total.get, f64.load(0, a.get))), advance(a, 8)),
    leave(total.get),
  ];
  const body = f.body(
    when(
      i32.ltU(i32.const(128), n.get),
      half.set(i32.and(i32.shrU(n.get, i32.const(1)), i32.const(-8))),
      leave(
        f64.add(
          call(self, half.get, a.get),
          call(self, i32.sub(n.get, half.get), i32.add(a.get, bytes(half.get))),
        ),
      ),
    ),
    end.set(i32.add(a.get, bytes(n.get))),
    when(i32.ltU(n.get, i32.const(8)), ...rest),
    ...sums.map((sum, i) => sum.set(v128.load(16 * i, a.get))),
    half.set(i32.add(a.get, bytes(i32.and(n.get, i32.const(-8))))),
    advance(a, 64),
    whileLoop(
      i32.ltU(a.get, half.get),
      ...sums.map((sum, i) => sum.set(f64x2.add(sum.get, v128.load(16 * i, a.get)))),
      advance(a, 64),
    ),
    total.set(f64.add(f64.add(both(s0.get), both(s1.get)), f64.add(both(s2.get), both(s3.get)))),
    ...rest,
    f64.const(0),
  );
  return { type: f.type, body };
}

/** `Σ a[i] b[i]` of a whole number of `AT_ONCE` elements. */
export function inner(): Entry {
  const f = new Function(['i32', 'i32', 'i32'], 'f64');
  const [n, a, b] = f.given as [Variable, Variable, Variable];
  const end = f.local('i32');
  const sums = [f.local('v128'), f.local('v128'), f.local('v128'), f.local('v128')] as const;
  const [s0, s1, s2, s3] = sums;
  const product = (i: number): Code => f64x2.mul(v128.load(16 * i, a.get), v128.load(16 * i, b.get));
  const body = f.body(
    end.set(i32.add(a.get, bytes(n.get))),
    whileLoop(
      i32.ltU(a.get, end.get),
      ...sums.map((sum, i) => sum.set(f64x2.add(sum.get, product(i)))),
      advance(a, 64),
      advance(b, 64),
    ),
    both(f64x2.add(f64x2.add(s0.get, s1.get), f64x2.add(s2.get, s3.get))),
  );
  return { type: f.type, body };
}

/** Adds four rows, `stride` bytes apart, to the n doubles at `to`, one row after another; n is even. */
export function addRows(): Entry {
  const f = new Function(['i32', 'i32', 'i32', 'i32'], 'i32');
  const [n, to, a, stride] = f.given as [Variable, Variable, Variable, Variable];
  const end = f.local('i32');
  const rows = [a, f.local('i32'), f.local('i32'), f.local('i32')];
  const body = f.body(
    ...rows.slice(1).map((row, i) => row.set(i32.add((rows[i] as Variable).get, stride.get))),
    end.set(i32.add(to.get, bytes(n.get))),
    whileLoop(
      i32.ltU(to.get, end.get),
      v128.store(
        0,
        to.get,
        rows.reduce((sum, row) => f64x2.add(sum, v128.load(0, row.get)), v128.load(0, to.get)),
      ),
      ...[to, ...rows].map((pointer) => advance(pointer, 16)),
    ),
    i32.const(0),
  );
  return { type: f.type, body };
}

/** The largest or smallest of a whole number of `AT_ONCE` doubles, NaN where one is; of zeros of both signs, either. */
export function extreme(better: (x: Code, y: Code) => Code): Entry {
  const f = new Function(['i32', 'i32'], 'f64');
  const [n, a] = f.given as [Variable, Variable];
  const end = f.local('i32');
  const bests = [f.local('v128'), f.local('v128'), f.local('v128'), f.local('v128')] as const;
  const [b0, b1, b2, b3] = bests;
  const lane = f.local('v128');
  const body = f.body(
    end.set(i32.add(a.get, bytes(n.get))),
    ...bests.map((best, i) => best.set(v128.load(16 * i, a.get))),
    whileLoop(
      i32.ltU(a.get, end.get),
      ...bests.map((best, i) => best.set(better(best.get, v128.load(16 * i, a.get)))),
      advance(a, 64),
    ),
    lane.set(better(better(b0.get, b1.get), better(b2.get, b3.get))),
    f64x2.lane(better(lane.get, f64x2.swapped(lane.get)), 0),
  );
  return { type: f.type, body };
}

/** Whether every of n doubles (an even number) is finite. */
export function allFinite(): Entry {
  const f = new Function(['i32', 'i32'], 'i32');
  const [n, a] = f.given as [Variable, Variable];
  const [end, faults] = [f.local('i32'), f.local('v128')];
  const body = f.body(
    end.set(i32.add(a.get, bytes(n.get))),
    whileLoop(
      i32.ltU(a.get, end.get),
      // Zero times anything finite is zero; else it is a NaN, which stays.
      faults.set(f64x2.add(faults.get, f64x2.mul(v128.load(0, a.get), v128.zero))),
      advance(a, 16),
    ),
    i64x2AllZero(faults.get),
  );
  return { type: f.type, body };
}

const i64x2AllZero = (value: Code): Code => i32.eqz(v128.anyTrue(f64x2.ne(value, v128.zero)));

/** Whether one of n bytes (a multiple of 16) is not `others`, 0 or 1. */
export function anyOther(): Entry {
  const f = new Function(['i32', 'i32', 'i32'], 'i32');
  const [n, a, others] = f.given as [Variable, Variable, Variable];
  const [end, alike] = [f.local('i32'), f.local('v128')];
  const body = f.body(
    alike.set([...others.get, 0xfd, 0x0f]),
    end.set(i32.add(a.get, n.get)),
    whileLoop(
      i32.ltU(a.get, end.get),
      when(v128.anyTrue(v128.xor(v128.load(0, a.get), alike.get)), leave(i32.const(1))),
      advance(a, 16),
    ),
    i32.const(0),
  );
  return { type: f.type, body };
}

/** How many of n bytes, which are 0 or 1, are 1; n is a multiple of 8. */
export function countOnes(): Entry {
  const f = new Function(['i32', 'i32'], 'i32');
  const [n, a] = f.given as [Variable, Variable];
  const [end, count] = [f.local('i32'), f.local('i64')];
  const body = f.body(
    end.set(i32.add(a.get, n.get)),
    whileLoop(
      i32.ltU(a.get, end.get),
      count.set(i64.add(count.get, i64.popcnt(i64.load(0, a.get)))),
      advance(a, 8),
    ),
    i32.wrap(count.get),
  );
  return { type: f.type, body };
}
