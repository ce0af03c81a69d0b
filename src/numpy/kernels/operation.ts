/** What every elementwise operation does: stretch its operands, find a place for the result, hand it to Python. */
import { assign, compact, overlaps, stretch } from './assign';
import { FLOAT64, isWide, itemSize, isNarrow } from './elementTypes';
import type { Heap } from './heap';
import { readElement, readWide } from './elements';
import { sameKind } from './operands';
import { PythonError } from './pythonError';
import { SCRATCH } from './scratch';
import { nth } from './nth';
import { MAX_AXES, shapeText, View, WRITEABLE } from './view';
import { fault } from './messages';
import { tellFaults, type FaultUpcalls } from './faults';

/** What the kernels ask Python to do: everything that is rare, and everything that raises NumPy's own errors. */
export interface Upcalls extends FaultUpcalls {
  slow_binary: number;
  slow_operator: number;
  slow_compare: number;
  slow_unary: number;
  slow_test: number;
  slow_where: number;
  cast_error: number;
  slow_call: number;
  slow_getitem: number;
  slow_setitem: number;
}

/** One operation at a time: its operands' views are kept and reused. */
export class Operation {
  protected readonly a = new View();
  protected readonly b = new View();
  protected readonly r = new View();
  protected readonly out = new View();
  private readonly sa: number[] = [];
  private readonly sb: number[] = [];
  protected readonly shape: number[] = [];
  protected nd = 0;
  protected size = 1;
  /** Whether NumPy scalars meet in an operator: faults are then named `scalar add` and the like. */
  protected scalars = false;

  constructor(
    protected readonly h: Heap,
    protected readonly up: Upcalls,
  ) {}

  protected slow(callable: number, code: number, x: number, y: number, out: number): number {
    const { h } = this;
    const number = h.int(code);
    const result = h.call(callable, number, x, y === 0 ? h.none : y, out === 0 ? h.none : out);
    h.api._Py_DecRef(number);
    return result;
  }

  protected sameShape(view: View): void {
    this.nd = view.nd;
    this.size = view.size;
    for (let i = 0; i < view.nd; i++) this.shape[i] = nth(view.shape, i);
  }

  protected broadcastShape(a: View, b: View): boolean {
    this.sameShape(a);
    return this.joinShape(b);
  }

  /** Widens the result's shape so that `view` fits; false where it cannot. */
  protected joinShape(view: View): boolean {
    const { shape } = this;
    const nd = Math.max(this.nd, view.nd);
    if (nd > MAX_AXES) return false;
    const shift = nd - this.nd;
    if (shift > 0) for (let i = this.nd - 1; i >= 0; i--) shape[i + shift] = nth(shape, i);
    for (let i = 0; i < shift; i++) shape[i] = 1;
    this.nd = nd;
    let size = 1;
    for (let i = 0; i < nd; i++) {
      const j = i - nd + view.nd;
      const n = nth(shape, i);
      const m = j < 0 ? 1 : nth(view.shape, j);
      if (n === 1) shape[i] = m;
      else if (m !== 1 && m !== n) return false;
      size *= nth(shape, i);
    }
    this.size = size;
    return true;
  }

  protected broadcast(a: View, b: View, out: number): void {
    if (!this.broadcastShape(a, b)) this.refuse(out, a, b);
  }

  protected refuse(out: number, ...views: View[]): never {
    if (out !== 0) {
      this.h.load(this.out, out);
      views.push(this.out);
    }
    const shapes = views.map(shapeText).join(' ');
    throw fault('not_broadcast', shapes);
  }

  protected checkCast(out: number, type: number, name: string): void {
    const { h } = this;
    h.load(this.out, out);
    if (sameKind(type, this.out.code)) return;
    h.callAndRelease(this.up.cast_error, h.str(name), h.int(type), h.int(this.out.code));
  }

  protected loadOut(out: number, type: number, name: string, inputs: number): void {
    const { h, a, b } = this;
    const view = this.out;
    h.load(view, out);
    if ((view.flags & WRITEABLE) === 0) throw fault('output_read_only');
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
  protected target(type: number, out: number): number {
    const { h, r } = this;
    r.layOut(this.shape, this.nd);
    r.code = type;
    r.store = type;
    if (out !== 0) {
      // Results go to the output last: until then its old elements tell which faults there were.
      r.ptr = h.scratch(SCRATCH.result, this.size * 8);
      if (isNarrow(type)) r.store = FLOAT64;
      return 0;
    }
    if (this.nd === 0 || isNarrow(type)) {
      // Rounding to float32 comes last: the loops run on doubles.
      r.ptr = h.scratch(SCRATCH.result, this.size * 8);
      if (isNarrow(type)) r.store = FLOAT64;
      return 0;
    }
    return h.newArray(r);
  }

  /** Converts `size` doubles at an address into the target. */
  protected storeFrom(at: number, type: number): void {
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

  protected finish(type: number, out: number, made: number, faults: number, name: string): number {
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
    if (faults !== 0) tellFaults(h, this.up, faults, this.scalars ? `scalar ${name}` : name, result);
    return result;
  }

  protected scalarOf(type: number): number {
    const { h, r } = this;
    if (isWide(r.store)) return h.wideScalar(type, readWide(h, r.store, r.ptr >> 3));
    return h.scalar(type, readElement(h, r.store, r.ptr / itemSize(r.store)));
  }

  /** Walks the result's rows; along a short last axis it walks the columns instead. */
  protected rows(
    row: (n: number, a: number, as: number, b: number, bs: number, r: number, rs: number) => void,
  ): void {
    const { a, b, sa, sb, shape, nd } = this;
    stretch(a, shape, nd, sa);
    stretch(b, shape, nd, sb);
    if (this.size === 0) return;
    const last = nd - 1;
    const n = nth(shape, last);
    if (nd === 1) {
      row(n, 0, nth(sa, 0), 0, nth(sb, 0), 0, 1);
      return;
    }
    const m = nth(shape, last - 1);
    const [a0, a1, b0, b1] = [nth(sa, last - 1), nth(sa, last), nth(sb, last - 1), nth(sb, last)];
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
        const length = nth(shape, axis);
        const next = nth(counter, axis) + 1;
        if (next < length) {
          counter[axis] = next;
          offsetA += nth(sa, axis);
          offsetB += nth(sb, axis);
          break;
        }
        counter[axis] = 0;
        offsetA -= nth(sa, axis) * (length - 1);
        offsetB -= nth(sb, axis) * (length - 1);
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
