/** Indexing: integers, slices, `None` and `...` as views; index arrays and masks as copies. */
import { assign, loadOperand, readElement, writeElement } from './cast';
import { shapeText } from './elementwise';
import type { Heap } from './heap';
import {
  BOOL,
  CONTIGUOUS,
  FLOAT32,
  FLOAT64,
  INT32,
  INT64,
  ITEM_SIZE,
  PythonError,
  View,
  WEAK,
  WRITEABLE,
} from './heap';

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
  ) {}

  /** `array[key]`. */
  get(array: number, key: number): number {
    const { h, to } = this;
    const parsed = this.parse(array, key);
    if (parsed === Parsed.Other) {
      return this.mask(array, key) || this.pick(array, key) || h.call(this.up.slow_getitem, array, key);
    }
    if (parsed === Parsed.Element) return this.element(to);
    return h.newView(to, array);
  }

  /** The scalar that a view of one element holds. */
  element(view: View): number {
    const { h } = this;
    const at = view.ptr / (ITEM_SIZE[view.store] ?? 8);
    if (view.store === INT64) {
      const value = h.I64[at] ?? 0n;
      const small = Number(value);
      return Number.isSafeInteger(small) ? h.scalar(INT64, small) : h.scalarInt64(value);
    }
    return h.scalar(view.code, readElement(h, view.store, at));
  }

  /** `array[key] = value`. */
  set(array: number, key: number, value: number): number {
    const { h, to } = this;
    const parsed = this.parse(array, key);
    if (parsed === Parsed.Other)
      return this.maskSet(array, key, value) || h.call(this.up.slow_setitem, array, key, value);
    if ((this.from.flags & WRITEABLE) === 0)
      throw new PythonError('value', 'assignment destination is read-only');
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
    if (value.code >= FLOAT32 && to.code <= INT64 && to.code !== BOOL) return false;
    if (parsed === Parsed.Element && value.nd > 0) return false;
    if (to.code !== INT32 || value.weak !== WEAK) return true;
    const x = h.F64[value.ptr >> 3] ?? 0;
    return x === (x | 0);
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
    if (dots > 1) throw new PythonError('index', "an index can only have a single ellipsis ('...')");
    if (used > from.nd) {
      throw new PythonError(
        'index',
        `too many indices for array: array is ${String(from.nd)}-dimensional, but ${String(used)} were indexed`,
      );
    }
    let nd = 0;
    let axis = 0;
    let offset = 0;
    const keep = (n: number, stride: number): void => {
      to.shape[nd] = n;
      to.strides[nd++] = stride;
    };
    const rest = (count: number): void => {
      for (let i = 0; i < count; i++, axis++) keep(from.shape[axis] ?? 0, from.strides[axis] ?? 0);
    };
    for (const part of parts) {
      if (part === h.none) keep(1, 0);
      else if (part === api.__Py_EllipsisObject) rest(from.nd - used);
      else {
        const n = from.shape[axis] ?? 0;
        const stride = from.strides[axis] ?? 0;
        if (h.typeOf(part) === api._PySlice_Type) {
          const range = this.slice(part, n);
          if (range === null) return Parsed.Other;
          offset += range.start * stride;
          keep(range.count, range.step * stride);
        } else {
          const given = h.index(part);
          const i = given < 0 ? given + n : given;
          if (i < 0 || i >= n) {
            throw new PythonError(
              'index',
              `index ${String(given)} is out of bounds for axis ${String(axis)} with size ${String(n)}`,
            );
          }
          offset += i * stride;
        }
        axis++;
      }
    }
    rest(from.nd - axis);
    to.nd = nd;
    to.size = 1;
    for (let i = 0; i < nd; i++) to.size *= to.shape[i] ?? 0;
    to.ptr = from.ptr + offset * (ITEM_SIZE[from.store] ?? 8);
    to.flags = from.flags & WRITEABLE;
    // A destination counts as gapless only where that is easily seen; assign asks for no more.
    if (nd <= 1 && (nd === 0 || to.strides[0] === 1 || to.size <= 1)) to.flags |= CONTIGUOUS;
    return nd === 0 && dots === 0 ? Parsed.Element : Parsed.View;
  }

  /** The elements that a slice picks from an axis of n, or null where its parts are not plain integers. */
  private slice(object: number, n: number): { start: number; step: number; count: number } | null {
    const { h } = this;
    const at = object >> 2;
    const part = (i: number): number | null => {
      const item = h.U32[at + i] ?? 0;
      return item === h.none ? null : h.index(item);
    };
    const [start, stop, given] = [part(2), part(3), part(4)];
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

  /** Whether `key` is a mask of the array's own shape, with both lying in C order; loads both. */
  private ownMask(array: number, key: number): boolean {
    const { h, from, to } = this;
    if (h.typeOf(key) !== h.types.ndarray) return false;
    h.load(from, array);
    h.load(to, key);
    if (to.code !== BOOL || to.nd !== from.nd || to.nd === 0) return false;
    for (let i = 0; i < to.nd; i++) if (to.shape[i] !== from.shape[i]) return false;
    return (from.flags & to.flags & CONTIGUOUS) !== 0;
  }

  private mask(array: number, key: number): number {
    const { h, from, to } = this;
    if (!this.ownMask(array, key)) return 0;
    let count = 0;
    for (let i = 0; i < to.size; i++) count += h.U8[to.ptr + i] ?? 0;
    const r = new View();
    r.layOut([count]);
    r.code = from.code;
    const result = h.newArray(r);
    const size = ITEM_SIZE[from.code] ?? 8;
    let at = r.ptr;
    for (let i = 0; i < to.size; i++) {
      if (h.U8[to.ptr + i] === 0) continue;
      h.U8.copyWithin(at, from.ptr + i * size, from.ptr + (i + 1) * size);
      at += size;
    }
    return result;
  }

  /** `array[i]` and `array[i, j]` for index arrays or lists of ints, all of one shape; 0 for any other key. */
  private pick(array: number, key: number): number {
    const { h } = this;
    const { api } = h;
    const parts = h.typeOf(key) === api._PyTuple_Type ? h.count(key) : 1;
    h.load(this.from, array);
    if (parts > this.from.nd || parts === 0) return 0;
    let shape: number[] | null = null;
    const offsets: number[] = [];
    const index = this.value;
    for (let axis = 0; axis < parts; axis++) {
      const part = h.typeOf(key) === api._PyTuple_Type ? h.tupleItem(key, axis) : key;
      const n = this.from.shape[axis] ?? 0;
      const stride = this.from.strides[axis] ?? 0;
      let own: number[];
      let item: (i: number) => number;
      if (h.typeOf(part) === h.types.ndarray) {
        h.load(index, part);
        if (index.code !== INT64 || (index.flags & CONTIGUOUS) === 0) return 0;
        own = index.dims();
        if (own.length === 0) return 0;
        const at = index.ptr >> 3;
        item = (i) => readElement(h, INT64, at + i);
      } else if (h.typeOf(part) === api._PyList_Type && h.count(part) > 0) {
        own = [h.count(part)];
        item = (i) => {
          const object = h.listItem(part, i);
          return h.typeOf(object) === api._PyLong_Type ? h.longValue(object) : NaN;
        };
      } else return 0;
      if (shape === null) shape = own;
      else if (shape.length !== own.length || shape.some((m, i) => m !== own[i])) return 0;
      const count = own.reduce((p, m) => p * m, 1);
      for (let i = 0; i < count; i++) {
        const given = item(i);
        const place = given < 0 ? given + n : given;
        // Out of range, or no number: Python says what is wrong.
        if (!(place >= 0 && place < n)) return 0;
        offsets[i] = (offsets[i] ?? 0) + place * stride;
      }
    }
    return this.gather(offsets, shape ?? [], this.restFrom(parts));
  }

  private maskSet(array: number, key: number, value: number): number {
    const { h, from, to, value: v } = this;
    if (!this.ownMask(array, key) || (from.flags & WRITEABLE) === 0) return 0;
    if (!loadOperand(h, v, value, 0) || v.size !== 1 || v.nd > 0) return 0;
    if (v.code === FLOAT64 && from.code <= INT64 && from.code !== BOOL) return 0;
    const x = h.F64[v.ptr >> 3] ?? 0;
    const first = from.ptr / (ITEM_SIZE[from.store] ?? 8);
    for (let i = 0; i < to.size; i++) if (h.U8[to.ptr + i] !== 0) writeElement(h, from.store, first + i, x);
    return h.returnNone();
  }

  /**
   * The elements of `array` at index arrays on its first axes: shape of the index arrays, then the other axes.
   * `indices` is a tuple of int64 arrays of one shape.
   */
  take(array: number, indices: number): number {
    const { h, from } = this;
    h.load(from, array);
    const { offsets, shape, rest } = this.locate(indices);
    return this.gather(offsets, shape, rest);
  }

  /** A new array of the parts of `this.from` at offsets, each laid out like `rest`. */
  private gather(offsets: readonly number[], shape: readonly number[], rest: View): number {
    const { h, from } = this;
    const to = new View();
    to.layOut([...shape, ...rest.dims()]);
    to.code = from.code;
    const result = h.newArray(to);
    const size = ITEM_SIZE[from.code] ?? 8;
    const each = rest.size;
    if (each === 1) {
      const first = from.ptr / size;
      const target = to.ptr / size;
      const words = size === 8 ? h.F64 : size === 4 ? h.I32 : h.U8;
      offsets.forEach((offset, i) => {
        words[target + i] = words[first + offset] ?? 0;
      });
      return result;
    }
    const part = new View();
    part.copyFrom(rest);
    part.code = part.store = from.code;
    const piece = new View();
    piece.layOut(rest.shape, rest.nd);
    piece.code = piece.store = from.code;
    offsets.forEach((offset, i) => {
      part.ptr = from.ptr + offset * size;
      piece.ptr = to.ptr + i * each * size;
      assign(h, piece, part);
    });
    return result;
  }

  /** Writes `values` (already of the shape that `take` would give) to the elements at index arrays. */
  put(array: number, indices: number, values: number): number {
    const { h, from } = this;
    h.load(from, array);
    const source = new View();
    h.load(source, values);
    if ((from.flags & WRITEABLE) === 0) throw new PythonError('value', 'assignment destination is read-only');
    const { offsets, rest } = this.locate(indices);
    const size = ITEM_SIZE[from.code] ?? 8;
    const step = ITEM_SIZE[source.code] ?? 8;
    const to = new View();
    to.copyFrom(rest);
    to.code = to.store = from.code;
    const part = new View();
    part.layOut(rest.shape, rest.nd);
    part.code = part.store = source.code;
    offsets.forEach((offset, i) => {
      to.ptr = from.ptr + offset * size;
      part.ptr = source.ptr + i * rest.size * step;
      assign(h, to, part);
    });
    return h.returnNone();
  }

  /** `array[indices] += values` element by element, so that repeated indices add up; doubles only. */
  addAt(array: number, indices: number, values: number): number {
    const { h, from } = this;
    h.load(from, array);
    const source = new View();
    h.load(source, values);
    const { offsets } = this.locate(indices);
    const first = from.ptr / (ITEM_SIZE[from.store] ?? 8);
    offsets.forEach((offset, i) => {
      const x = readElement(h, source.store, source.ptr / (ITEM_SIZE[source.store] ?? 8) + i);
      writeElement(h, from.store, first + offset, readElement(h, from.store, first + offset) + x);
    });
    return h.returnNone();
  }

  private locate(indices: number): { offsets: number[]; shape: number[]; rest: View } {
    const { h, from } = this;
    const count = h.count(indices);
    const index = new View();
    const offsets: number[] = [];
    let shape: number[] = [];
    for (let axis = 0; axis < count; axis++) {
      h.load(index, h.tupleItem(indices, axis));
      if (index.code !== INT64) throw new PythonError('type', 'index arrays must be int64');
      shape = index.dims();
      const n = from.shape[axis] ?? 0;
      const stride = from.strides[axis] ?? 0;
      for (let i = 0; i < index.size; i++) {
        const given = readElement(h, INT64, (index.ptr >> 3) + i);
        const at = given < 0 ? given + n : given;
        if (at < 0 || at >= n) {
          throw new PythonError(
            'index',
            `index ${String(given)} is out of bounds for axis ${String(axis)} with size ${String(n)}`,
          );
        }
        offsets[i] = (offsets[i] ?? 0) + at * stride;
      }
    }
    return { offsets, shape, rest: this.restFrom(count) };
  }

  /** What lies behind the first `count` axes of `this.from`. */
  private restFrom(count: number): View {
    const { from } = this;
    const rest = new View();
    rest.nd = from.nd - count;
    for (let i = 0; i < rest.nd; i++) {
      rest.shape[i] = from.shape[count + i] ?? 0;
      rest.strides[i] = from.strides[count + i] ?? 0;
      rest.size *= rest.shape[i] ?? 0;
    }
    rest.flags = 0;
    return rest;
  }

  /** The positions of the elements that are not zero: one int64 array for each axis. */
  nonzero(array: number): number {
    const { h, from } = this;
    h.load(from, array);
    const { nd } = from;
    const found: number[][] = Array.from({ length: nd }, () => []);
    const counter = new Array<number>(nd).fill(0);
    const first = from.ptr / (ITEM_SIZE[from.store] ?? 8);
    for (let i = 0; i < from.size; i++) {
      let at = first;
      for (let axis = 0; axis < nd; axis++) at += (counter[axis] ?? 0) * (from.strides[axis] ?? 0);
      if (readElement(h, from.store, at) !== 0) {
        for (let axis = 0; axis < nd; axis++) found[axis]?.push(counter[axis] ?? 0);
      }
      for (let axis = nd - 1; axis >= 0; axis--) {
        counter[axis] = (counter[axis] ?? 0) + 1;
        if ((counter[axis] ?? 0) < (from.shape[axis] ?? 0)) break;
        counter[axis] = 0;
      }
    }
    const tuple = h.made(h.api._PyTuple_New(nd));
    found.forEach((positions, axis) => {
      const view = new View();
      view.layOut([positions.length]);
      view.code = INT64;
      const result = h.newArray(view);
      positions.forEach((position, i) => {
        writeElement(h, INT64, (view.ptr >> 3) + i, position);
      });
      h.api._PyTuple_SetItem(tuple, axis, result);
    });
    return tuple;
  }
}
