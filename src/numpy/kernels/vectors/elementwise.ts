/** Loops over doubles that lie side by side, two or four at a time: `r[i] = a[i] op b[i]` and the like. */
import { exponential } from './exponential';
import type { Code, Variable } from './instructions';
import { f64x2, Function, i32, i8x16, v128, when, whileLoop } from './instructions';

/** A function of a module: its type and its body. */
export interface Entry {
  readonly type: Code;
  readonly body: Code;
}

/** Whether an operand has an element for each result, or one for all. */
export type Reach = 'each' | 'one';

/** How many elements the loops take at a time; what is left of n is the caller's. */
export const AT_ONCE = 8;

const advance = (pointer: Variable, bytes: number): Code =>
  pointer.set(i32.add(pointer.get, i32.const(bytes)));

/** `r[i] = compute(a[i], b[i])`; a whole number of `AT_ONCE` elements. */
export function binary(first: Reach, second: Reach, compute: (x: Variable, y: Variable) => Code): Entry {
  const f = new Function(['i32', 'i32', 'i32', 'i32'], 'i32');
  const [n, a, b, r] = f.given as [Variable, Variable, Variable, Variable];
  const [end, x, y] = [f.local('i32'), f.local('v128'), f.local('v128')];
  const step = (offset: number): Code[] => [
    first === 'each' ? x.set(v128.load(offset, a.get)) : [],
    second === 'each' ? y.set(v128.load(offset, b.get)) : [],
    v128.store(offset, r.get, compute(x, y)),
  ];
  const body = f.body(
    first === 'one' ? x.set(v128.loadSplat(0, a.get)) : [],
    second === 'one' ? y.set(v128.loadSplat(0, b.get)) : [],
    end.set(i32.add(r.get, i32.shl(n.get, i32.const(3)))),
    whileLoop(
      i32.ltU(r.get, end.get),
      ...[0, 16, 32, 48].flatMap(step),
      first === 'each' ? advance(a, 64) : [],
      second === 'each' ? advance(b, 64) : [],
      advance(r, 64),
    ),
    i32.const(0),
  );
  return { type: f.type, body };
}

/** `r[i] = a[i] op b[i]` as truth values, a byte each. */
export function compare(second: Reach, compute: (x: Code, y: Code) => Code): Entry {
  const f = new Function(['i32', 'i32', 'i32', 'i32'], 'i32');
  const [n, a, b, r] = f.given as [Variable, Variable, Variable, Variable];
  const [end, y, ones] = [f.local('i32'), f.local('v128'), f.local('v128')];
  const pair = (offset: number): Code =>
    compute(v128.load(offset, a.get), second === 'each' ? v128.load(offset, b.get) : y.get);
  const four = (offset: number): Code => v128.evenWords(pair(offset), pair(offset + 16));
  const body = f.body(
    second === 'one' ? y.set(v128.loadSplat(0, b.get)) : [],
    ones.set(i8x16.splat(i32.const(1))),
    end.set(i32.add(r.get, n.get)),
    whileLoop(
      i32.ltU(r.get, end.get),
      v128.storeLow(0, r.get, v128.and(v128.narrow16(v128.narrow32(four(0), four(32)), v128.zero), ones.get)),
      advance(a, 64),
      second === 'each' ? advance(b, 64) : [],
      advance(r, 8),
    ),
    i32.const(0),
  );
  return { type: f.type, body };
}

/** `r[i] = compute(a[i])`. */
export function unary(compute: (x: Code) => Code): Entry {
  const f = new Function(['i32', 'i32', 'i32'], 'i32');
  const [n, a, r] = f.given as [Variable, Variable, Variable];
  const end = f.local('i32');
  const body = f.body(
    end.set(i32.add(r.get, i32.shl(n.get, i32.const(3)))),
    whileLoop(
      i32.ltU(r.get, end.get),
      ...[0, 16, 32, 48].map((offset) => v128.store(offset, r.get, compute(v128.load(offset, a.get)))),
      advance(a, 64),
      advance(r, 64),
    ),
    i32.const(0),
  );
  return { type: f.type, body };
}

/** `r[i] = a[i]`, or the bound that it is beyond; a NaN stays. The bounds lie at `bounds`: the least, the most. */
export function clip(): Entry {
  const f = new Function(['i32', 'i32', 'i32', 'i32'], 'i32');
  const [n, a, bounds, r] = f.given as [Variable, Variable, Variable, Variable];
  const [end, x, low, high] = [f.local('i32'), f.local('v128'), f.local('v128'), f.local('v128')];
  const step = (offset: number): Code[] => [
    x.set(v128.load(offset, a.get)),
    x.set(v128.select(low.get, x.get, f64x2.lt(x.get, low.get))),
    v128.store(offset, r.get, v128.select(high.get, x.get, f64x2.gt(x.get, high.get))),
  ];
  const body = f.body(
    low.set(v128.loadSplat(0, bounds.get)),
    high.set(v128.loadSplat(8, bounds.get)),
    end.set(i32.add(r.get, i32.shl(n.get, i32.const(3)))),
    whileLoop(i32.ltU(r.get, end.get), ...[0, 16, 32, 48].flatMap(step), advance(a, 64), advance(r, 64)),
    i32.const(0),
  );
  return { type: f.type, body };
}

/** The larger of two, the second where they are equal, and a NaN where one is. */
export const larger = (x: Variable, y: Variable): Code =>
  v128.select(y.get, x.get, v128.or(f64x2.le(x.get, y.get), f64x2.ne(y.get, y.get)));

/** The smaller of two, likewise. */
export const smaller = (x: Variable, y: Variable): Code =>
  v128.select(y.get, x.get, v128.or(f64x2.ge(x.get, y.get), f64x2.ne(y.get, y.get)));

/** `r[i] = exp(a[i])`, two at a time and any number of them; `beside` is the function for what is out of its range. */
export function exp(beside: number): Entry {
  const f = new Function(['i32', 'i32', 'i32'], 'i32');
  const [n, a, r] = f.given as [Variable, Variable, Variable];
  const end = f.local('i32');
  const compute = exponential(f, beside);
  const body = f.body(
    end.set(i32.add(r.get, i32.shl(i32.and(n.get, i32.const(-2)), i32.const(3)))),
    whileLoop(
      i32.ltU(r.get, end.get),
      ...compute(v128.load(0, a.get), (value) => v128.store(0, r.get, value)),
      advance(a, 16),
      advance(r, 16),
    ),
    when(
      i32.and(n.get, i32.const(1)),
      ...compute(v128.loadSplat(0, a.get), (value) => v128.storeLow(0, r.get, value)),
    ),
    i32.const(0),
  );
  return { type: f.type, body };
}
