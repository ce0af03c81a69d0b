/** Indexing: integers, slices, `None` and `...` as views; index arrays and masks as copies. */
import { assign } from './assign';
import { BOOL, COMPLEX128, FLOAT16, TEXT, beyond, isInteger, isWide, itemSize, lowest } from './elementTypes';
import { readElement, readWide } from './elements';
import type { Heap } from './heap';
import type { IndexArrays } from './indexArrays';
import { loadOperand } from './operands';
import type { Picking } from './picking';
import { PythonError } from './pythonError';
import { nth } from './nth';
import { CONTIGUOUS, shapeText, View, WEAK, WRITEABLE } from './view';
import { fault } from './messages';

/** What indexing asks Python to do. */
export interface IndexUpcalls {
  slow_getitem: number;
  slow_setitem: number;
  slow_take: number;
}

/** What a key turned out to be; `Other` is left to Python. */
const Parsed = { Other: 0, View: 1, Element: 2 } as const;
type Parsed = (typeof Parsed)[keyof typeof Parsed];

/** Reading and writing parts of arrays. */
export class Indexing {
  private readonly from = new View();
  private readonly to = new View();
  private readonly value = new View();

  constructor(
    private readonly h: Heap,
    private readonly up: IndexUpcalls,
    private readonly picking: Picking,
    private readonly indexArrays: IndexArrays,
  ) {}

  /** `array[key]`. */
  get(array: number, key: number): number {
    const { h, to } = this;
    const parsed = this.parse(array, key);
    if (parsed === Parsed.Other) {
      return (
        this.picking.mask(array, key) ||
        this.indexArrays.pick(array, key) ||
        h.call(this.up.slow_getitem, array, key)
      );
    }
    if (parsed === Parsed.Element) return this.element(to);
    return h.newView(to, array);
  }

  /** The scalar that a view of one element holds. */
  element(view: View): number {
    const { h } = this;
    const at = view.ptr / itemSize(view.store);
    if (view.store === COMPLEX128) return h.complex(view.ptr, true);
    if (view.store >= TEXT) return h.numbered(readElement(h, view.store, at));
    if (isWide(view.store)) return h.wideScalar(view.store, readWide(h, view.store, at));
    return h.scalar(view.code, readElement(h, view.store, at));
  }

  /** `array[key] = value`. */
  set(array: number, key: number, value: number): number {
    const { h, to } = this;
    const parsed = this.parse(array, key);
    if (parsed === Parsed.Other)
      return (
        this.picking.maskSet(array, key, value) ||
        this.indexArrays.place(array, key, value) ||
        h.call(this.up.slow_setitem, array, key, value)
      );
    if ((this.from.flags & WRITEABLE) === 0) throw fault('read_only');
    if (!loadOperand(h, this.value, value, 0) || !this.plain(parsed)) {
      return h.call(this.up.slow_setitem, array, key, value);
    }
    if (!assign(h, to, this.value)) {
      throw new PythonError(
        'value',
        `could not broadcast input array from shape ${shapeText(this.cut())} into shape ${shapeText(to)}`,
      );
    }
    return h.returnNone();
  }

  /** The value without the leading axes of length one that an assignment ignores. */
  private cut(): View {
    const cut = new View();
    const dims = this.value.dims();
    while (dims.length > this.to.nd && dims[0] === 1) dims.shift();
    cut.layOut(dims);
    return cut;
  }

  /**
   * Whether the value can be written without further questions. Floats on their way into integers (NaN has to be
   * noticed), large numbers on their way into int32 and sequences for one element are Python's.
   */
  private plain(parsed: Parsed): boolean {
    const { h, to, value } = this;
    if (value.code >= FLOAT16 && to.code < FLOAT16 && to.code !== BOOL) return false;
    if (parsed === Parsed.Element && value.nd > 0) return false;
    if (to.code >= COMPLEX128) return false;
    if (!isInteger(to.code) || value.weak !== WEAK) return true;
    const x = h.F64[value.ptr >> 3] as number;
    return x >= lowest(to.code) && x < beyond(to.code);
  }

  /** Works out which part of `array` a key means, into `this.to`. */
  private parse(array: number, key: number): Parsed {
    const { h, from, to } = this;
    h.load(from, array);
    to.copyFrom(from);
    if (h.typeOf(key) !== h.api._PyTuple_Type) return this.parseParts([key]);
    const parts: number[] = [];
    for (let i = 0; i < h.count(key); i++) parts.push(h.tupleItem(key, i));
    return this.parseParts(parts);
  }

  private parseParts(parts: readonly number[]): Parsed {
    const { h, from, to } = this;
    const { api } = h;
    let used = 0;
    let dots = 0;
    for (const part of parts) {
      if (part === api.__Py_EllipsisObject) dots++;
      else if (part !== h.none) {
        if (h.typeOf(part) !== api._PySlice_Type && Number.isNaN(h.index(part))) return Parsed.Other;
        used++;
      }
    }
    if (dots > 1) throw fault('two_ellipses');
    if (used > from.nd) {
      throw fault('too_many_indices', from.nd, used);
    }
    let nd = 0;
    let axis = 0;
    let offset = 0;
    const keep = (n: number, stride: number): void => {
      to.shape[nd] = n;
      to.strides[nd++] = stride;
    };
    const rest = (count: number): void => {
      for (let i = 0; i < count; i++, axis++) keep(nth(from.shape, axis), nth(from.strides, axis));
    };
    for (const part of parts) {
      if (part === h.none) keep(1, 0);
      else if (part === api.__Py_EllipsisObject) rest(from.nd - used);
      else {
        const n = nth(from.shape, axis);
        const stride = nth(from.strides, axis);
        if (h.typeOf(part) === api._PySlice_Type) {
          const range = this.slice(part, n);
          if (range === null) return Parsed.Other;
          offset += range.start * stride;
          keep(range.count, range.step * stride);
        } else {
          const given = h.index(part);
          const i = given < 0 ? given + n : given;
          if (i < 0 || i >= n) {
            throw fault('out_of_bounds', given, axis, n);
          }
          offset += i * stride;
        }
        axis++;
      }
    }
    rest(from.nd - axis);
    to.nd = nd;
    to.size = 1;
    for (let i = 0; i < nd; i++) to.size *= nth(to.shape, i);
    to.ptr = from.ptr + offset * itemSize(from.store);
    to.flags = from.flags & WRITEABLE;
    // A destination counts as gapless only where that is easily seen; assign asks for no more.
    if (nd <= 1 && (nd === 0 || to.strides[0] === 1 || to.size <= 1)) to.flags |= CONTIGUOUS;
    return nd === 0 && dots === 0 ? Parsed.Element : Parsed.View;
  }

  /** The elements that a slice picks from an axis of n, or null where its parts are not plain integers. */
  private slice(object: number, n: number): { start: number; step: number; count: number } | null {
    const { h } = this;
    const part = (i: 0 | 1 | 2): number | null => {
      const item = h.slicePart(object, i);
      return item === h.none ? null : h.index(item);
    };
    const [start, stop, given] = [part(0), part(1), part(2)];
    const step = given ?? 1;
    if (Number.isNaN(start) || Number.isNaN(stop) || Number.isNaN(step)) return null;
    if (step === 0) throw new PythonError('value', 'slice step cannot be zero');
    const [low, high] = step > 0 ? [0, n] : [-1, n - 1];
    const clamp = (value: number | null, otherwise: number): number =>
      value === null ? otherwise : Math.min(high, Math.max(low, value < 0 ? value + n : value));
    const from = clamp(start, step > 0 ? low : high);
    const until = clamp(stop, step > 0 ? high : low);
    const count = Math.max(0, Math.ceil((until - from) / step));
    return { start: count === 0 ? 0 : from, step, count };
  }
}
