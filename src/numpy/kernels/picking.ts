/** Indexing by arrays: masks and index arrays pick copies, or say where values go. */
import { assign } from './assign';
import { beyond, BOOL, FLOAT32, FLOAT64, INT64, isInteger, itemSize, lowest, TEXT } from './elementTypes';
import { readElement, writeElement } from './elements';
import type { Heap } from './heap';
import { loadOperand } from './operands';
import { PythonError } from './pythonError';
import { CONTIGUOUS, nth, View, WEAK, WRITEABLE } from './view';

/** Reading and writing elements that are picked one by one. */
export class Picking {
  private readonly from = new View();
  private readonly to = new View();
  private readonly value = new View();

  constructor(private readonly h: Heap) {}

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

  /** `array[mask]` for a mask of the same shape; 0 for any other key. */
  mask(array: number, key: number): number {
    const { h, from, to } = this;
    if (!this.ownMask(array, key)) return 0;
    let count = 0;
    for (let i = 0; i < to.size; i++) count += h.U8[to.ptr + i] as number;
    const r = new View();
    r.layOut([count]);
    r.code = from.code;
    r.width = from.width;
    const result = h.newArray(r);
    const size = itemSize(from.code);
    let at = r.ptr;
    for (let i = 0; i < to.size; i++) {
      if (h.U8[to.ptr + i] === 0) continue;
      h.U8.copyWithin(at, from.ptr + i * size, from.ptr + (i + 1) * size);
      at += size;
    }
    return result;
  }

  /** `array[i]` and `array[i, j]` for index arrays or lists of ints, all of one shape; 0 for any other key. */
  pick(array: number, key: number): number {
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
      const n = nth(this.from.shape, axis);
      const stride = nth(this.from.strides, axis);
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
        offsets[i] = (axis === 0 ? 0 : nth(offsets, i)) + place * stride;
      }
    }
    return this.gather(offsets, shape ?? [], this.restFrom(parts));
  }

  /** `array[mask] = number` for a mask of the same shape; 0 for anything else. */
  maskSet(array: number, key: number, value: number): number {
    const { h, from, to, value: v } = this;
    if (!this.ownMask(array, key) || (from.flags & WRITEABLE) === 0) return 0;
    if (!loadOperand(h, v, value, 0) || v.size !== 1 || v.nd > 0) return 0;
    if (from.code >= TEXT || (v.code >= FLOAT32 && isInteger(from.code))) return 0;
    const x = h.F64[v.ptr >> 3] as number;
    if (isInteger(from.code) && v.weak === WEAK && (x < lowest(from.code) || x >= beyond(from.code)))
      return 0;
    const first = from.ptr / itemSize(from.store);
    if (from.store === FLOAT64) {
      const { U8, F64 } = h;
      for (let i = 0, at = to.ptr; i < to.size; i++) if (U8[at + i] !== 0) F64[first + i] = x;
      return h.returnNone();
    }
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
    to.width = from.width;
    const result = h.newArray(to);
    const size = itemSize(from.code);
    const each = rest.size;
    if (each === 1) {
      const first = from.ptr / size;
      const target = to.ptr / size;
      const words = size === 8 ? h.F64 : size === 4 ? h.I32 : size === 2 ? h.U16 : h.U8;
      offsets.forEach((offset, i) => {
        words[target + i] = nth(words, first + offset);
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
    const size = itemSize(from.code);
    const step = itemSize(source.code);
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
    const first = from.ptr / itemSize(from.store);
    offsets.forEach((offset, i) => {
      const x = readElement(h, source.store, source.ptr / itemSize(source.store) + i);
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
      const n = nth(from.shape, axis);
      const stride = nth(from.strides, axis);
      for (let i = 0; i < index.size; i++) {
        const given = readElement(h, INT64, (index.ptr >> 3) + i);
        const at = given < 0 ? given + n : given;
        if (at < 0 || at >= n) {
          throw new PythonError(
            'index',
            `index ${String(given)} is out of bounds for axis ${String(axis)} with size ${String(n)}`,
          );
        }
        offsets[i] = (axis === 0 ? 0 : nth(offsets, i)) + at * stride;
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
      rest.shape[i] = nth(from.shape, count + i);
      rest.strides[i] = nth(from.strides, count + i);
      rest.size *= nth(rest.shape, i);
    }
    rest.flags = 0;
    return rest;
  }

  /** The positions of the elements that are not zero: one int64 array for each axis. */
  nonzero(array: number): number {
    const { h, from } = this;
    h.load(from, array);
    if (from.code >= TEXT) throw new PythonError('type', 'nonzero of texts or objects');
    const { nd } = from;
    const found: number[][] = Array.from({ length: nd }, () => []);
    const counter = new Array<number>(nd).fill(0);
    const first = from.ptr / itemSize(from.store);
    for (let i = 0; i < from.size; i++) {
      let at = first;
      for (let axis = 0; axis < nd; axis++) at += nth(counter, axis) * nth(from.strides, axis);
      if (readElement(h, from.store, at) !== 0) {
        for (let axis = 0; axis < nd; axis++) found[axis]?.push(nth(counter, axis));
      }
      for (let axis = nd - 1; axis >= 0; axis--) {
        counter[axis] = nth(counter, axis) + 1;
        if (nth(counter, axis) < nth(from.shape, axis)) break;
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
