/** Elementwise operations: which types come out, how operands are stretched, what is written where. */
import {
  asDoubles,
  assign,
  compact,
  loadOperand,
  met,
  overlaps,
  promote,
  promoteCodes,
  sameKind,
  SCRATCH,
  stretch,
} from './cast';
import type { Heap } from './heap';
import {
  BOOL,
  CONTIGUOUS,
  FLOAT32,
  FLOAT64,
  INT32,
  INT64,
  MAX_AXES,
  PythonError,
  View,
  WEAK,
  WRITEABLE,
} from './heap';
import { bigBinary, bigCompare, bigUnary } from './int64';
import { BINARY, binaryLoop, COMPARE, compareLoop, TEST, testLoop, UNARY, unaryLoop } from './loops';
import { binaryFaults, unaryFaults } from './faults';

/** What the kernels ask Python to do: everything that is rare, and everything that raises NumPy's own errors. */
export interface Upcalls {
  slow_binary: number;
  slow_compare: number;
  slow_unary: number;
  slow_test: number;
  slow_where: number;
  cast_error: number;
  fault: number;
  slow_call: number;
  slow_getitem: number;
  slow_setitem: number;
}

/** Writes a shape as NumPy does in its messages: `(3,4)`, `(3,)`, `()`. */
export function shapeText(view: View): string {
  const dims = view.dims();
  return dims.length === 1 ? `(${String(dims[0])},)` : `(${dims.join(',')})`;
}

const op = Object.fromEntries(BINARY.map((name, code) => [name, code])) as Record<
  (typeof BINARY)[number],
  number
>;
const unaryOp = Object.fromEntries(UNARY.map((name, code) => [name, code])) as Record<
  (typeof UNARY)[number],
  number
>;

/** The type a binary operation works in and gives, or -1 where Python has to say why not. */
function binaryType(code: number, common: number): number {
  switch (code) {
    case op.subtract:
      return common === BOOL ? -1 : common;
    case op.divide:
    case op.arctan2:
    case op.hypot:
    case op.copysign:
    case op.heaviside:
    case op.logaddexp:
    case op.logaddexp2:
    case op.nextafter:
      return common === BOOL && code !== op.divide ? -1 : common <= INT64 ? FLOAT64 : common;
    case op.floor_divide:
    case op.remainder:
    case op.power:
    case op.fmod:
      return common === BOOL ? -1 : common;
    case op.bitwise_and:
    case op.bitwise_or:
    case op.bitwise_xor:
      return common >= FLOAT32 ? -1 : common;
    case op.left_shift:
    case op.right_shift:
      return common >= FLOAT32 || common === BOOL ? -1 : common;
    default:
      return common;
  }
}

const KEEPS_INTEGERS = new Set(
  (
    [
      'negative',
      'positive',
      'absolute',
      'sign',
      'square',
      'floor',
      'ceil',
      'trunc',
      'invert',
      'reciprocal',
    ] as const
  ).map((name) => unaryOp[name]),
);

const KEEPS_TRUTH = new Set(
  (['absolute', 'invert', 'floor', 'ceil', 'trunc'] as const).map((name) => unaryOp[name]),
);

function unaryType(code: number, type: number): number {
  if (type === BOOL) return KEEPS_TRUTH.has(code) ? BOOL : -1;
  if (code === unaryOp.invert && type >= FLOAT32) return -1;
  return KEEPS_INTEGERS.has(code) || type >= FLOAT32 ? type : FLOAT64;
}

/** The elementwise kernels. One operation runs at a time, so its operands' views are kept and reused. */
export class Elementwise {
  private readonly a = new View();
  private readonly b = new View();
  private readonly r = new View();
  private readonly out = new View();
  private readonly sa: number[] = [];
  private readonly sb: number[] = [];
  private readonly shape: number[] = [];
  private nd = 0;
  private size = 1;
  /** Whether NumPy scalars meet in an operator: faults are then named `scalar add` and the like. */
  private scalars = false;

  constructor(
    private readonly h: Heap,
    private readonly up: Upcalls,
  ) {}

  /** `x ** y` as the operator has it: the usual exponents have loops of their own. */
  power(x: number, y: number, out = 0): number {
    const { h } = this;
    const type = h.typeOf(y);
    if (h.typeOf(x) === h.types.ndarray && (type === h.api._PyFloat_Type || type === h.api._PyLong_Type)) {
      h.load(this.a, x);
      const exponent = type === h.api._PyLong_Type ? h.longValue(y) : h.api._PyFloat_AsDouble(y);
      const floats = this.a.code >= FLOAT32;
      if (exponent === 2 && (floats || (this.a.code !== BOOL && type === h.api._PyLong_Type))) {
        return this.unary(unaryOp.square, x, out);
      }
      if (exponent === 0.5 && floats) return this.unary(unaryOp.sqrt, x, out);
      if (exponent === -1 && floats) return this.unary(unaryOp.reciprocal, x, out);
    }
    return this.binary(op.power, x, y, out, true);
  }

  /** `x op y`, into `out` where that is an array; `operator` says that Python's operator asks, not a function. */
  binary(code: number, x: number, y: number, out = 0, operator = false): number {
    const { h, a, b } = this;
    const { ndarray, bool_ } = h.types;
    this.scalars = operator && h.typeOf(x) !== ndarray && h.typeOf(y) !== ndarray && h.typeOf(x) !== bool_;
    if (!loadOperand(h, a, x, 0) || !loadOperand(h, b, y, 1)) {
      if (operator && code === op.multiply && (this.repeats(x, y) || this.repeats(y, x))) {
        return h.notImplemented();
      }
      return this.slow(this.up.slow_binary, code, x, y, out);
    }
    const type = binaryType(code, promote(a, b));
    if (type < 0) return this.slow(this.up.slow_binary, code, x, y, out);
    if (type === INT32 && (a.weak === WEAK || b.weak === WEAK) && !this.fitsInt32()) {
      return this.slow(this.up.slow_binary, code, x, y, out);
    }
    if (out !== 0) this.checkCast(out, type, BINARY[code] ?? '');
    this.broadcast(a, b, out);
    if (out !== 0) this.loadOut(out, type, BINARY[code] ?? '', 2);
    met.clear();
    if (type >= FLOAT32) {
      asDoubles(h, a, SCRATCH.a);
      asDoubles(h, b, SCRATCH.b);
      return this.floatBinary(code, type, out);
    }
    return this.integerBinary(code, type, x, y, out);
  }

  /** Whether Python repeats a list rather than NumPy multiplying it: `[1, 2] * np.int64(3)`. */
  private repeats(scalar: number, list: number): boolean {
    const { h } = this;
    const [type, other] = [h.typeOf(scalar), h.typeOf(list)];
    const { int64, int32, float64, float32 } = h.types;
    const isScalar = type === int64 || type === int32 || type === float64 || type === float32;
    return isScalar && (other === h.api._PyList_Type || other === h.api._PyTuple_Type);
  }

  private fitsInt32(): boolean {
    const { h, a, b } = this;
    const weak = a.weak === WEAK ? a : b;
    const value = h.F64[weak.ptr >> 3] ?? 0;
    return value === (value | 0);
  }

  private floatBinary(code: number, type: number, out: number): number {
    const { h, a, b, r } = this;
    const result = this.target(type, out);
    this.runBinary(code, r.ptr >> 3);
    const F = h.F64;
    let sum = 0;
    for (let i = r.ptr >> 3, end = i + this.size; i < end; i++) sum += (F[i] as number) * 0;
    if (sum !== 0 || type === FLOAT32) {
      const faults = binaryFaults(h, code, type, a, b, this.shape, this.nd, r.ptr >> 3, this.size);
      if (faults !== 0) return this.finish(type, out, result, faults, BINARY[code] ?? '');
    }
    return this.finish(type, out, result, 0, '');
  }

  /** Integers are computed as doubles, and again as 64-bit integers where doubles are not exact enough. */
  private integerBinary(code: number, type: number, x: number, y: number, out: number): number {
    const { h, a, b, r } = this;
    const bits = code >= op.bitwise_and;
    let exact = !(bits && type === INT64);
    let faults = 0;
    if (exact) {
      asDoubles(h, a, SCRATCH.a);
      asDoubles(h, b, SCRATCH.b);
      const at = h.scratch(SCRATCH.result, this.size * 8) >> 3;
      if (code === op.power && this.anyNegative(b)) return this.slow(this.up.slow_binary, code, x, y, out);
      this.runBinary(code, at);
      const limit = type === INT32 ? 2147483648 : 9007199254740992;
      for (let i = 0; i < this.size; i++) {
        const v = h.F64[at + i] ?? 0;
        if (v !== v || v === Infinity || v === -Infinity) {
          if (code === op.power) exact = false;
          else {
            h.F64[at + i] = 0;
            faults = 1;
          }
        } else if (v >= limit || v < -limit) exact = false;
        else if (code === op.power && Math.abs(v) > 1e6) exact = false;
      }
      if (met.inexact) exact = false;
    }
    const result = this.target(type, out);
    if (exact) {
      const at = h.scratch(SCRATCH.result, this.size * 8);
      this.storeFrom(at, type);
    } else {
      this.reload(x, y);
      bigBinary(h, code, a, b, this.shape, this.nd, r, type);
    }
    return this.finish(type, out, result, faults, BINARY[code] ?? '');
  }

  private reload(x: number, y: number): void {
    loadOperand(this.h, this.a, x, 0);
    if (y !== 0) loadOperand(this.h, this.b, y, 1);
  }

  private anyNegative(view: View): boolean {
    const flat = new View();
    flat.copyFrom(view);
    compact(this.h, flat, SCRATCH.other, FLOAT64);
    const at = flat.ptr >> 3;
    for (let i = 0; i < flat.size; i++) if ((this.h.F64[at + i] ?? 0) < 0) return true;
    return false;
  }

  /** `x op y` as truth values. */
  compare(code: number, x: number, y: number, out = 0): number {
    const { h, a, b, r } = this;
    if (!loadOperand(h, a, x, 0) || !loadOperand(h, b, y, 1)) {
      return this.slow(this.up.slow_compare, code, x, y, out);
    }
    if (!this.broadcastShape(a, b)) {
      if (out !== 0 || code > 1) this.broadcast(a, b, out);
      return this.slow(this.up.slow_compare, code, x, y, out);
    }
    if (out !== 0) this.loadOut(out, BOOL, COMPARE[code] ?? '', 2);
    met.clear();
    asDoubles(h, a, SCRATCH.a);
    asDoubles(h, b, SCRATCH.b);
    const result = this.target(BOOL, out);
    if (met.inexact) {
      this.reload(x, y);
      bigCompare(h, code, a, b, this.shape, this.nd, r);
    } else this.runCompare(code);
    return this.finish(BOOL, out, result, 0, COMPARE[code] ?? '');
  }

  /** `op(x)`. */
  unary(code: number, x: number, out = 0): number {
    const { h, a, r } = this;
    this.scalars = false;
    if (!loadOperand(h, a, x, 0)) return this.slow(this.up.slow_unary, code, x, out, 0);
    const type = unaryType(code, a.code);
    if (type < 0) return this.slow(this.up.slow_unary, code, x, out, 0);
    this.sameShape(a);
    if (out !== 0) this.loadOut(out, type, UNARY[code] ?? '', 1);
    met.clear();
    asDoubles(h, a, SCRATCH.a);
    const result = this.target(type, out);
    if (type >= FLOAT32) {
      this.runUnary(code, r.ptr >> 3);
      const F = h.F64;
      let sum = 0;
      for (let i = r.ptr >> 3, end = i + this.size; i < end; i++) sum += (F[i] as number) * 0;
      const faults =
        sum === 0 && type === FLOAT64
          ? 0
          : unaryFaults(h, code, type, a, this.shape, this.nd, r.ptr >> 3, this.size);
      return this.finish(type, out, result, faults, UNARY[code] ?? '');
    }
    const at = h.scratch(SCRATCH.other, this.size * 8);
    this.runUnary(code, at >> 3);
    const limit = type === INT32 ? 2147483648 : 9007199254740992;
    let exact = !met.inexact && !(code === unaryOp.invert && type === INT64);
    let faults = 0;
    for (let i = 0; i < this.size; i++) {
      const v = h.F64[(at >> 3) + i] ?? 0;
      if (type === BOOL && code === unaryOp.invert) h.F64[(at >> 3) + i] = v === -1 ? 1 : 0;
      else if (v >= limit || v < -limit) {
        if (v === Infinity || v === -Infinity) faults = 1;
        exact = false;
      }
    }
    if (exact) this.storeFrom(at, type);
    else {
      this.reload(x, 0);
      bigUnary(h, code, a, this.shape, this.nd, r, type);
    }
    return this.finish(type, out, result, faults, UNARY[code] ?? '');
  }

  /** `op(x)` as truth values. */
  test(code: number, x: number, out = 0): number {
    const { h, a, r } = this;
    if (!loadOperand(h, a, x, 0)) return this.slow(this.up.slow_test, code, x, out, 0);
    this.sameShape(a);
    if (out !== 0) this.loadOut(out, BOOL, TEST[code] ?? '', 1);
    compact(h, a, SCRATCH.a, FLOAT64);
    const result = this.target(BOOL, out);
    testLoop(h.F64, h.U8, code, this.size, a.ptr >> 3, 1, r.ptr);
    return this.finish(BOOL, out, result, 0, '');
  }

  /** `where(condition, x, y)`. */
  where(condition: number, x: number, y: number): number {
    const { h, a, b, r } = this;
    const c = new View();
    if (!loadOperand(h, c, condition, 2) || !loadOperand(h, a, x, 0) || !loadOperand(h, b, y, 1)) {
      return h.call(this.up.slow_where, condition, x, y);
    }
    const type = promote(a, b);
    if (!this.broadcastShape(a, b) || !this.joinShape(c)) {
      const shapes = [c, a, b].map(shapeText).join(' ');
      throw new PythonError('value', `operands could not be broadcast together with shapes ${shapes} `);
    }
    met.clear();
    asDoubles(h, a, SCRATCH.a);
    asDoubles(h, b, SCRATCH.b);
    if (met.inexact) return h.call(this.up.slow_where, condition, x, y);
    if (c.store !== BOOL) {
      asDoubles(h, c, SCRATCH.c);
      this.fill(c, SCRATCH.result);
    } else if (c.size !== this.size || (c.flags & CONTIGUOUS) === 0) {
      asDoubles(h, c, SCRATCH.c);
      this.fill(c, SCRATCH.result);
    }
    this.fill(a, SCRATCH.overlap);
    this.fill(b, SCRATCH.other);
    r.layOut(this.shape, this.nd);
    r.code = type;
    const result = h.newArray(r);
    const { F64, I32, U8, size } = { F64: h.F64, I32: h.I32, U8: h.U8, size: this.size };
    const [at, bt] = [a.ptr >> 3, b.ptr >> 3];
    const as = a.size === 1 ? 0 : 1;
    const bs = b.size === 1 ? 0 : 1;
    const truth = c.store === BOOL;
    const ct = truth ? c.ptr : c.ptr >> 3;
    const cs = c.size === 1 ? 0 : 1;
    if (type === INT64 && as === 0 && bs === 0) {
      // The derivative of ReLU: two small integers to choose from.
      const [p, q] = [F64[at] as number, F64[bt] as number];
      if (p === (p | 0) && q === (q | 0)) {
        for (let i = 0, to = r.ptr >> 2; i < size; i++, to += 2) {
          const v = (truth ? U8[ct + i * cs] : F64[ct + i * cs]) !== 0 ? p : q;
          I32[to] = v;
          I32[to + 1] = v >> 31;
        }
        return result;
      }
    }
    const to = type === FLOAT64 ? r.ptr >> 3 : h.scratch(SCRATCH.c, size * 8) >> 3;
    const target = h.F64;
    for (let i = 0; i < size; i++) {
      const chosen = (truth ? h.U8[ct + i * cs] : target[ct + i * cs]) !== 0;
      target[to + i] = (chosen ? target[at + i * as] : target[bt + i * bs]) as number;
    }
    if (type !== FLOAT64) this.storeFrom(to * 8, type);
    return result;
  }

  /** Stretches a view of doubles to the result's shape, in a scratch piece, unless one element or all are there. */
  private fill(view: View, which: number): void {
    const { h } = this;
    if (view.size === this.size && (view.flags & CONTIGUOUS) !== 0) return;
    if (view.size === 1) return;
    const full = new View();
    full.layOut(this.shape, this.nd);
    full.ptr = h.scratch(which, this.size * 8);
    assign(h, full, view);
    view.copyFrom(full);
  }

  private slow(callable: number, code: number, x: number, y: number, out: number): number {
    const { h } = this;
    const number = h.int(code);
    const result = h.call(callable, number, x, y === 0 ? h.none : y, out === 0 ? h.none : out);
    h.api._Py_DecRef(number);
    return result;
  }

  private sameShape(view: View): void {
    this.nd = view.nd;
    this.size = view.size;
    for (let i = 0; i < view.nd; i++) this.shape[i] = view.shape[i] ?? 0;
  }

  private broadcastShape(a: View, b: View): boolean {
    this.sameShape(a);
    return this.joinShape(b);
  }

  /** Widens the result's shape so that `view` fits; false where it cannot. */
  private joinShape(view: View): boolean {
    const { shape } = this;
    const nd = Math.max(this.nd, view.nd);
    if (nd > MAX_AXES) return false;
    const shift = nd - this.nd;
    if (shift > 0) for (let i = this.nd - 1; i >= 0; i--) shape[i + shift] = shape[i] ?? 0;
    for (let i = 0; i < shift; i++) shape[i] = 1;
    this.nd = nd;
    let size = 1;
    for (let i = 0; i < nd; i++) {
      const j = i - nd + view.nd;
      const n = shape[i] ?? 0;
      const m = j < 0 ? 1 : (view.shape[j] ?? 0);
      if (n === 1) shape[i] = m;
      else if (m !== 1 && m !== n) return false;
      size *= shape[i] ?? 0;
    }
    this.size = size;
    return true;
  }

  private broadcast(a: View, b: View, out: number): void {
    if (!this.broadcastShape(a, b)) this.refuse(out, a, b);
  }

  private refuse(out: number, ...views: View[]): never {
    if (out !== 0) {
      this.h.load(this.out, out);
      views.push(this.out);
    }
    const shapes = views.map(shapeText).join(' ');
    throw new PythonError('value', `operands could not be broadcast together with shapes ${shapes} `);
  }

  private checkCast(out: number, type: number, name: string): void {
    const { h } = this;
    h.load(this.out, out);
    if (sameKind(type, this.out.code)) return;
    h.callAndRelease(this.up.cast_error, h.str(name), h.int(type), h.int(this.out.code));
  }

  private loadOut(out: number, type: number, name: string, inputs: number): void {
    const { h, a, b } = this;
    const view = this.out;
    h.load(view, out);
    if ((view.flags & WRITEABLE) === 0) throw new PythonError('value', 'output array is read-only');
    if (!this.joinShape(view)) this.refuse(out, ...(inputs === 2 ? [a, b] : [a]));
    let fits = view.nd === this.nd;
    for (let i = 0; i < this.nd; i++) if (view.shape[i] !== this.shape[i]) fits = false;
    if (!fits) {
      this.r.layOut(this.shape, this.nd);
      throw new PythonError(
        'value',
        `non-broadcastable output operand with shape ${shapeText(view)} doesn't match the broadcast shape ${shapeText(this.r)}`,
      );
    }
    this.checkCast(out, type, name);
    // An output may be larger than the operands: they are then stretched to it.
    this.sameShape(view);
    if (overlaps(view, a)) compact(h, a, SCRATCH.overlap, a.store);
    if (inputs === 2 && overlaps(view, b)) compact(h, b, SCRATCH.other, b.store);
  }

  /**
   * Prepares where results go: a new array, the output itself, or (for results of another type, single numbers and
   * outputs with gaps) a scratch piece. Returns the new array, or 0.
   */
  private target(type: number, out: number): number {
    const { h, r } = this;
    r.layOut(this.shape, this.nd);
    r.code = type;
    r.store = type;
    if (out !== 0) {
      // Results go to the output last: until then its old elements tell which faults there were.
      r.ptr = h.scratch(SCRATCH.result, this.size * 8);
      if (type === FLOAT32) r.store = FLOAT64;
      return 0;
    }
    if (this.nd === 0 || type === FLOAT32) {
      // Rounding to float32 comes last: the loops run on doubles.
      r.ptr = h.scratch(SCRATCH.result, this.size * 8);
      if (type === FLOAT32) r.store = FLOAT64;
      return 0;
    }
    return h.newArray(r);
  }

  /** Converts `size` doubles at an address into the target. */
  private storeFrom(at: number, type: number): void {
    const from = new View();
    from.layOut(this.shape, this.nd);
    from.ptr = at;
    from.store = FLOAT64;
    const to = this.r;
    if (at === to.ptr) {
      // In place: an int64 is as long as a double, the others are shorter, so going up never overtakes.
      compactInPlace(this.h, at, type, this.size);
      return;
    }
    to.store = type;
    assign(this.h, to, from);
  }

  private finish(type: number, out: number, made: number, faults: number, name: string): number {
    const { h, r } = this;
    let result = made;
    if (out !== 0) {
      if (r.ptr !== this.out.ptr) assign(h, this.out, r);
      h.api._Py_IncRef(out);
      result = out;
    } else if (made === 0) {
      if (this.nd === 0) result = this.scalarOf(type);
      else {
        const to = new View();
        to.layOut(this.shape, this.nd);
        to.code = type;
        result = h.newArray(to);
        assign(h, to, r);
      }
    }
    if (faults !== 0) this.warn(faults, this.scalars ? `scalar ${name}` : name, result);
    return result;
  }

  private scalarOf(type: number): number {
    const { h, r } = this;
    if (r.store === INT64) {
      const value = h.I64[r.ptr >> 3] ?? 0n;
      const small = Number(value);
      return Number.isSafeInteger(small) ? h.scalar(INT64, small) : h.scalarInt64(value);
    }
    if (r.store === FLOAT64) return h.scalar(type, h.F64[r.ptr >> 3] ?? 0);
    return h.scalar(type, (r.store === INT32 ? h.I32[r.ptr >> 2] : h.U8[r.ptr]) ?? 0);
  }

  /** Tells Python of divisions by zero and the like: it warns, raises or keeps silent, as `errstate` says. */
  warn(faults: number, name: string, result: number): void {
    const { h } = this;
    try {
      h.callAndRelease(this.up.fault, h.int(faults), h.str(name));
    } catch (error) {
      h.api._Py_DecRef(result);
      throw error;
    }
  }

  private runBinary(code: number, r: number): void {
    const { a, b, h, size } = this;
    const F = h.F64;
    const at = a.ptr >> 3;
    const bt = b.ptr >> 3;
    const flatA = a.size === 1 || (a.size === size && (a.flags & CONTIGUOUS) !== 0);
    const flatB = b.size === 1 || (b.size === size && (b.flags & CONTIGUOUS) !== 0);
    if (flatA && flatB) {
      binaryLoop(F, code, size, at, a.size === 1 ? 0 : 1, bt, b.size === 1 ? 0 : 1, r, 1);
      return;
    }
    this.rows((n, ao, as, bo, bs, ro, rs) => {
      binaryLoop(F, code, n, at + ao, as, bt + bo, bs, r + ro, rs);
    });
  }

  private runCompare(code: number): void {
    const { a, b, r, h, size } = this;
    const F = h.F64;
    const U = h.U8;
    const at = a.ptr >> 3;
    const bt = b.ptr >> 3;
    const flatA = a.size === 1 || (a.size === size && (a.flags & CONTIGUOUS) !== 0);
    const flatB = b.size === 1 || (b.size === size && (b.flags & CONTIGUOUS) !== 0);
    if (flatA && flatB) {
      compareLoop(F, U, code, size, at, a.size === 1 ? 0 : 1, bt, b.size === 1 ? 0 : 1, r.ptr, 1);
      return;
    }
    this.rows((n, ao, as, bo, bs, ro, rs) => {
      compareLoop(F, U, code, n, at + ao, as, bt + bo, bs, r.ptr + ro, rs);
    });
  }

  private runUnary(code: number, r: number): void {
    const { a, h, size } = this;
    const F = h.F64;
    const at = a.ptr >> 3;
    if (a.size === 1 || (a.size === size && (a.flags & CONTIGUOUS) !== 0)) {
      unaryLoop(F, code, size, at, a.size === 1 ? 0 : 1, r, 1);
      return;
    }
    this.b.copyFrom(a);
    this.rows((n, ao, as, _bo, _bs, ro, rs) => {
      unaryLoop(F, code, n, at + ao, as, r + ro, rs);
    });
  }

  /** Walks the result's rows; along a short last axis it walks the columns instead. */
  private rows(
    row: (n: number, a: number, as: number, b: number, bs: number, r: number, rs: number) => void,
  ): void {
    const { a, b, sa, sb, shape, nd } = this;
    stretch(a, shape, nd, sa);
    stretch(b, shape, nd, sb);
    if (this.size === 0) return;
    const last = nd - 1;
    const n = shape[last] ?? 0;
    if (nd === 1) {
      row(n, 0, sa[0] ?? 0, 0, sb[0] ?? 0, 0, 1);
      return;
    }
    const m = shape[last - 1] ?? 0;
    const [a0, a1, b0, b1] = [sa[last - 1] ?? 0, sa[last] ?? 0, sb[last - 1] ?? 0, sb[last] ?? 0];
    const across = n < 16 && m > n;
    let offsetA = 0;
    let offsetB = 0;
    const counter = new Array<number>(nd).fill(0);
    for (let r = 0; ; r += m * n) {
      if (across) {
        for (let j = 0; j < n; j++) row(m, offsetA + j * a1, a0, offsetB + j * b1, b0, r + j, n);
      } else {
        for (let i = 0; i < m; i++) row(n, offsetA + i * a0, a1, offsetB + i * b0, b1, r + i * n, 1);
      }
      let axis = nd - 3;
      for (; axis >= 0; axis--) {
        const length = shape[axis] ?? 0;
        const next = (counter[axis] ?? 0) + 1;
        if (next < length) {
          counter[axis] = next;
          offsetA += sa[axis] ?? 0;
          offsetB += sb[axis] ?? 0;
          break;
        }
        counter[axis] = 0;
        offsetA -= (sa[axis] ?? 0) * (length - 1);
        offsetB -= (sb[axis] ?? 0) * (length - 1);
      }
      if (axis < 0) return;
    }
  }
}

/** Turns doubles into a shorter or equally long type where they lie. */
function compactInPlace(h: Heap, at: number, type: number, size: number): void {
  const from = new View();
  from.layOut([size]);
  from.ptr = at;
  const spare = new View();
  spare.copyFrom(from);
  compact(h, spare, SCRATCH.overlap, FLOAT64);
  from.store = type;
  from.code = type;
  assign(h, from, spare);
}

/** The type that NumPy gives to the result of an operation on these two types, or -1. */
export function resultType(kind: 'binary' | 'unary', code: number, a: number, b: number): number {
  return kind === 'binary' ? binaryType(code, promoteCodes(a, b)) : unaryType(code, a);
}
