/** The elementwise kernels: which types come out, which loop runs. */
import { asDoubles, compact } from './assign';
import {
  BOOL,
  FLOAT16,
  FLOAT64,
  INT32,
  UINT32,
  beyond,
  isInteger,
  isWide,
  lowest,
  isNarrow,
} from './elementTypes';
import { met } from './elements';
import { FAULT, binaryFaults, unaryFaults } from './faults';
import { bigBinary, bigCompare, bigUnary } from './int64';
import { binaryLoop, compareLoop, testLoop, unaryLoop } from './loops';
import { loadBoth, loadOperand, promote } from './operands';
import { Operation } from './operation';
import { BINARY, COMPARE, TEST, UNARY } from './operations';
import { binaryType, op, unaryOp, unaryType } from './resultTypes';
import { SCRATCH } from './scratch';
import { nth } from './nth';
import { CONTIGUOUS, View, WEAK } from './view';

/** Operations of one or two operands. */
export class Elementwise extends Operation {
  /** `x ** y` as the operator has it: the usual exponents have loops of their own. */
  power(x: number, y: number, out = 0): number {
    const { h } = this;
    const type = h.typeOf(y);
    if (h.typeOf(x) === h.types.ndarray && (type === h.api._PyFloat_Type || type === h.api._PyLong_Type)) {
      h.load(this.a, x);
      const exponent = type === h.api._PyLong_Type ? h.longValue(y) : h.api._PyFloat_AsDouble(y);
      const floats = this.a.code >= FLOAT16;
      const isSquare = exponent === 2 && (floats || type === h.api._PyLong_Type);
      if (isSquare) return this.unary(unaryOp.square, x, out);
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
    if (!loadBoth(h, a, b, x, y)) {
      if (operator && this.isPythons(code, x, y)) return h.notImplemented();
      return this.slow(operator ? this.up.slow_operator : this.up.slow_binary, code, x, y, out);
    }
    const type = binaryType(code, promote(a, b));
    if (type < 0) return this.slow(this.up.slow_binary, code, x, y, out);
    if (isInteger(type) && (a.weak === WEAK || b.weak === WEAK) && !this.fits(type)) {
      return this.slow(this.up.slow_binary, code, x, y, out);
    }
    if (out !== 0) this.checkCast(out, type, nth(BINARY, code));
    this.broadcast(a, b, out);
    if (out !== 0) this.loadOut(out, type, nth(BINARY, code), 2);
    met.clear();
    if (type >= FLOAT16) {
      asDoubles(h, a, SCRATCH.a);
      asDoubles(h, b, SCRATCH.b);
      return this.floatBinary(code, type, out);
    }
    return this.integerBinary(code, type, x, y, out);
  }

  /** Whether a text or list beside a scalar is Python's to say something of: repeated, or put behind another. */
  private isPythons(code: number, x: number, y: number): boolean {
    if (code === op.multiply) return this.repeats(x, y) || this.repeats(y, x);
    if (code !== op.add) return false;
    const { h } = this;
    const type = h.typeOf(y);
    const { float64, float32, float16, bool_ } = h.types;
    const isScalar = h.integerCode(type) !== 0 || [float64, float32, float16, bool_].includes(type);
    return isScalar && h.typeOf(x) === h.api._PyUnicode_Type;
  }

  /** Whether Python repeats a list or a text rather than NumPy multiplying it: `[1, 2] * np.int64(3)`. */
  private repeats(scalar: number, list: number): boolean {
    const { h } = this;
    const [type, other] = [h.typeOf(scalar), h.typeOf(list)];
    const { float64, float32 } = h.types;
    const { _PyList_Type, _PyTuple_Type, _PyUnicode_Type } = h.api;
    const isNumber = h.integerCode(type) !== 0 || type === float64 || type === float32;
    return isNumber && [_PyList_Type, _PyTuple_Type, _PyUnicode_Type].includes(other);
  }

  /** Whether the Python number beside the array is one of its type. */
  private fits(type: number): boolean {
    const { h, a, b } = this;
    const weak = a.weak === WEAK ? a : b;
    const value = h.F64[weak.ptr >> 3] as number;
    return value >= lowest(type) && value < beyond(type);
  }

  private floatBinary(code: number, type: number, out: number): number {
    const { h, a, b, r } = this;
    const result = this.target(type, out);
    this.runBinary(code, r.ptr >> 3);
    if (isNarrow(type) || !h.vectors.allFinite(this.size, r.ptr >> 3, h.F64)) {
      const faults = binaryFaults(h, code, type, a, b, this.shape, this.nd, r.ptr >> 3, this.size);
      if (faults !== 0) return this.finish(type, out, result, faults, nth(BINARY, code));
    }
    return this.finish(type, out, result, 0, '');
  }

  /** Integers are computed as doubles, and again as 64-bit integers where doubles are not exact enough. */
  private integerBinary(code: number, type: number, x: number, y: number, out: number): number {
    const { h, a, b, r } = this;
    const bits = code >= op.bitwise_and;
    let exact = !(bits && type >= UINT32);
    let faults = 0;
    if (exact) {
      asDoubles(h, a, SCRATCH.a);
      asDoubles(h, b, SCRATCH.b);
      const at = h.scratch(SCRATCH.result, this.size * 8) >> 3;
      if (code === op.power && this.anyNegative(b)) return this.slow(this.up.slow_binary, code, x, y, out);
      this.runBinary(code, at);
      const limit = type === INT32 ? 2147483648 : 9007199254740992;
      for (let i = 0; i < this.size; i++) {
        const v = h.F64[at + i] as number;
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
      if (this.scalars && this.wraps(at, type)) faults |= FAULT.over;
      this.storeFrom(at, type);
    } else {
      this.reload(x, y);
      const isOver = bigBinary(h, code, a, b, this.shape, this.nd, r, type);
      if (this.scalars && isOver) faults |= FAULT.over;
    }
    return this.finish(type, out, result, faults, nth(BINARY, code));
  }

  private wraps(at: number, type: number): boolean {
    const value = this.h.F64[at >> 3] as number;
    return isInteger(type) && (value < lowest(type) || value >= beyond(type));
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
    for (let i = 0; i < flat.size; i++) if ((this.h.F64[at + i] as number) < 0) return true;
    return false;
  }

  /** `x op y` as truth values. */
  compare(code: number, x: number, y: number, out = 0): number {
    const { h, a, b, r } = this;
    if (!loadBoth(h, a, b, x, y)) {
      return this.slow(this.up.slow_compare, code, x, y, out);
    }
    if (!this.broadcastShape(a, b)) {
      if (out !== 0 || code > 1) this.broadcast(a, b, out);
      return this.slow(this.up.slow_compare, code, x, y, out);
    }
    if (out !== 0) this.loadOut(out, BOOL, nth(COMPARE, code), 2);
    met.clear();
    asDoubles(h, a, SCRATCH.a);
    asDoubles(h, b, SCRATCH.b);
    const result = this.target(BOOL, out);
    if (met.inexact) {
      this.reload(x, y);
      bigCompare(h, code, a, b, this.shape, this.nd, r);
    } else this.runCompare(code);
    return this.finish(BOOL, out, result, 0, nth(COMPARE, code));
  }

  /** `op(x)`; `isOperator` says that Python's operator asks, not a function. */
  unary(code: number, x: number, out = 0, isOperator = false): number {
    const { h, a, r } = this;
    this.scalars = isOperator && h.typeOf(x) !== h.types.ndarray;
    if (!loadOperand(h, a, x, 0)) return this.slow(this.up.slow_unary, code, x, out, 0);
    const type = unaryType(code, a.code);
    if (type < 0) return this.slow(this.up.slow_unary, code, x, out, 0);
    this.sameShape(a);
    if (out !== 0) this.loadOut(out, type, nth(UNARY, code), 1);
    met.clear();
    asDoubles(h, a, SCRATCH.a);
    const result = this.target(type, out);
    if (type >= FLOAT16) {
      this.runUnary(code, r.ptr >> 3);
      const isFinite = type === FLOAT64 && h.vectors.allFinite(this.size, r.ptr >> 3, h.F64);
      const faults = isFinite ? 0 : unaryFaults(h, code, type, a, this.shape, this.nd, r.ptr >> 3, this.size);
      return this.finish(type, out, result, faults, nth(UNARY, code));
    }
    const at = h.scratch(SCRATCH.other, this.size * 8);
    this.runUnary(code, at >> 3);
    const limit = type === INT32 ? 2147483648 : 9007199254740992;
    let exact = !met.inexact && !(code === unaryOp.invert && isWide(type));
    let faults = 0;
    for (let i = 0; i < this.size; i++) {
      const v = h.F64[(at >> 3) + i] as number;
      if (type === BOOL && code === unaryOp.invert) h.F64[(at >> 3) + i] = v === -1 ? 1 : 0;
      else if (v >= limit || v < -limit) {
        if (v === Infinity || v === -Infinity) faults = 1;
        exact = false;
      }
    }
    // What turns a sign may leave the type; what turns bits does not.
    const turns = code === unaryOp.negative || code === unaryOp.absolute;
    if (this.scalars && turns && this.wraps(at, type)) faults |= FAULT.over;
    if (exact) this.storeFrom(at, type);
    else {
      this.reload(x, 0);
      bigUnary(h, code, a, this.shape, this.nd, r, type);
    }
    return this.finish(type, out, result, faults, nth(UNARY, code));
  }

  /** `op(x)` as truth values. */
  test(code: number, x: number, out = 0): number {
    const { h, a, r } = this;
    if (!loadOperand(h, a, x, 0)) return this.slow(this.up.slow_test, code, x, out, 0);
    this.sameShape(a);
    if (out !== 0) this.loadOut(out, BOOL, nth(TEST, code), 1);
    compact(h, a, SCRATCH.a, FLOAT64);
    const result = this.target(BOOL, out);
    const at = a.ptr >> 3;
    const k = nth(TEST, code) === 'isnan' ? h.vectors.isNaN(this.size, at, r.ptr) : 0;
    testLoop(h.F64, h.U8, code, this.size - k, at + k, 1, r.ptr + k);
    return this.finish(BOOL, out, result, 0, '');
  }

  private runBinary(code: number, r: number): void {
    const { a, b, h, size } = this;
    const [at, bt] = [a.ptr >> 3, b.ptr >> 3];
    const run = (n: number, ao: number, as: number, bo: number, bs: number, ro: number, rs: number): void => {
      const k = h.vectors.binary(code, n, at + ao, as, bt + bo, bs, r + ro, rs);
      binaryLoop(h.F64, code, n - k, at + ao + k * as, as, bt + bo + k * bs, bs, r + ro + k * rs, rs);
    };
    if (this.isFlat(a) && this.isFlat(b)) run(size, 0, a.size === 1 ? 0 : 1, 0, b.size === 1 ? 0 : 1, 0, 1);
    else this.rows(run);
  }

  /** Whether a view has its elements side by side, one for each result, or one for all. */
  private isFlat(view: View): boolean {
    return view.size === 1 || (view.size === this.size && (view.flags & CONTIGUOUS) !== 0);
  }

  private runCompare(code: number): void {
    const { a, b, r, h, size } = this;
    const at = a.ptr >> 3;
    const bt = b.ptr >> 3;
    const run = (n: number, ao: number, as: number, bo: number, bs: number, ro: number, rs: number): void => {
      const k = h.vectors.compare(code, n, at + ao, as, bt + bo, bs, r.ptr + ro, rs);
      const [x, y] = [at + ao + k * as, bt + bo + k * bs];
      compareLoop(h.F64, h.U8, code, n - k, x, as, y, bs, r.ptr + ro + k * rs, rs);
    };
    if (this.isFlat(a) && this.isFlat(b)) run(size, 0, a.size === 1 ? 0 : 1, 0, b.size === 1 ? 0 : 1, 0, 1);
    else this.rows(run);
  }

  private runUnary(code: number, r: number): void {
    const { a, h, size } = this;
    const at = a.ptr >> 3;
    const run = (n: number, ao: number, as: number, ro: number, rs: number): void => {
      if (code === unaryOp.exp && as === 1 && rs === 1) {
        h.vectors.exp(n, at + ao, r + ro);
        return;
      }
      const k =
        code === unaryOp.square
          ? h.vectors.binary(op.multiply, n, at + ao, as, at + ao, as, r + ro, rs)
          : h.vectors.unary(code, n, at + ao, as, r + ro, rs);
      unaryLoop(h.F64, code, n - k, at + ao + k * as, as, r + ro + k * rs, rs);
    };
    if (this.isFlat(a)) {
      run(size, 0, 1, 0, 1);
      return;
    }
    this.b.copyFrom(a);
    this.rows((n, ao, as, _bo, _bs, ro, rs) => {
      run(n, ao, as, ro, rs);
    });
  }
}
