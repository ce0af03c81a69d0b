/** Moving elements: into doubles, and by masks. */
import type { Entry, Reach } from './elementwise';
import type { Code, Variable } from './instructions';
import { f64, Function, i32, i64, when, whileLoop } from './instructions';

const advance = (pointer: Variable, bytes: number): Code =>
  pointer.set(i32.add(pointer.get, i32.const(bytes)));

/** `r[i] = a[i]` of n bytes without a sign. */
export function fromBytes(): Entry {
  const f = new Function(['i32', 'i32', 'i32'], 'i32');
  const [n, a, r] = f.given as [Variable, Variable, Variable];
  const end = f.local('i32');
  const body = f.body(
    end.set(i32.add(a.get, n.get)),
    whileLoop(
      i32.ltU(a.get, end.get),
      f64.store(0, r.get, f64.fromI32U(i32.load8(0, a.get))),
      advance(a, 1),
      advance(r, 8),
    ),
    i32.const(0),
  );
  return { type: f.type, body };
}

/** `r[i] = a[i]` of n integers of 64 bits; whether one of them is none that a double is sure to hold. */
export function fromLongs(): Entry {
  const f = new Function(['i32', 'i32', 'i32'], 'i32');
  const [n, a, r] = f.given as [Variable, Variable, Variable];
  const [end, x, high] = [f.local('i32'), f.local('i64'), f.local('i64')];
  const bias = i64.shl(i64.const(1), i64.const(53));
  const body = f.body(
    end.set(i32.add(a.get, i32.shl(n.get, i32.const(3)))),
    whileLoop(
      i32.ltU(a.get, end.get),
      x.set(i64.load(0, a.get)),
      f64.store(0, r.get, f64.fromI64(x.get)),
      // Of x + 2⁵³, no bit above the 54th is one.
      high.set(i64.or(high.get, i64.add(x.get, bias))),
      advance(a, 8),
      advance(r, 8),
    ),
    i64.gtU(high.get, i64.sub(i64.shl(i64.const(1), i64.const(54)), i64.const(1))),
  );
  return { type: f.type, body };
}

/** `r[i] = mask[i] ? a[i] : b[i]` of elements of eight bytes; the mask has a byte for each. */
export function choose(first: Reach, second: Reach): Entry {
  const f = new Function(['i32', 'i32', 'i32', 'i32', 'i32'], 'i32');
  const [n, mask, a, b, r] = f.given as [Variable, Variable, Variable, Variable, Variable];
  const [end, x, y] = [f.local('i32'), f.local('i64'), f.local('i64')];
  const step = (i: number): Code => {
    const left = first === 'each' ? i64.load(8 * i, a.get) : x.get;
    const right = second === 'each' ? i64.load(8 * i, b.get) : y.get;
    return i64.store(8 * i, r.get, i64.select(left, right, i32.load8(i, mask.get)));
  };
  const body = f.body(
    first === 'one' ? x.set(i64.load(0, a.get)) : [],
    second === 'one' ? y.set(i64.load(0, b.get)) : [],
    end.set(i32.add(mask.get, n.get)),
    whileLoop(
      i32.ltU(mask.get, end.get),
      ...[0, 1, 2, 3, 4, 5, 6, 7].map(step),
      advance(mask, 8),
      first === 'each' ? advance(a, 64) : [],
      second === 'each' ? advance(b, 64) : [],
      advance(r, 64),
    ),
    i32.const(0),
  );
  return { type: f.type, body };
}

/** Moves those of n doubles (a whole number of `AT_ONCE`) to `to` whose byte in the mask is 1. */
export function pick(): Entry {
  const f = new Function(['i32', 'i32', 'i32', 'i32'], 'i32');
  const [n, a, mask, to] = f.given as [Variable, Variable, Variable, Variable];
  const end = f.local('i32');
  const body = f.body(
    end.set(i32.add(mask.get, n.get)),
    whileLoop(
      i32.ltU(mask.get, end.get),
      // Eight at a time are passed over where none is picked.
      when(
        i32.eqz(i64.eqz(i64.load(0, mask.get))),
        ...[0, 1, 2, 3, 4, 5, 6, 7].map((i) =>
          when(i32.load8(i, mask.get), f64.store(0, to.get, f64.load(8 * i, a.get)), advance(to, 8)),
        ),
      ),
      advance(mask, 8),
      advance(a, 64),
    ),
    i32.const(0),
  );
  return { type: f.type, body };
}
