/** Index arrays on the first axes of an array: reading, writing and adding at the elements that they name. */
import { assign, compact, meets } from './assign';
import {
  COMPLEX128,
  FLOAT16,
  FLOAT64,
  INT64,
  UINT64,
  beyond,
  isInteger,
  isWide,
  itemSize,
  lowest,
} from './elementTypes';
import { readElement, writeElement } from './elements';
import type { Heap } from './heap';
import { addDoubles, addPositions, gatherRuns } from './indexLoops';
import { loadOperand } from './operands';
import { PythonError } from './pythonError';
import { SCRATCH } from './scratch';
import { nth } from './nth';
import { isContiguous, View, WRITEABLE } from './view';
import { fault } from './messages';

/** Elements that index arrays name: how many elements into the array each lies, and what lies there. */
interface Places {
  readonly offsets: Int32Array;
  /** The shape of the index arrays. */
  readonly shape: readonly number[];
  /** The axes behind those that are indexed; its address is not set. */
  readonly rest: View;
}

/** Reading and writing by index arrays. */
export class IndexArrays {
  private readonly from = new View();
  private readonly index = new View();
  private readonly source = new View();

  constructor(private readonly h: Heap) {}

  /** `array[i]` and `array[i, j]` for index arrays or lists of ints, all of one shape; 0 for any other key. */
  pick(array: number, key: number): number {
    this.h.load(this.from, array);
    const places = this.read(key);
    return places === null ? 0 : this.gather(places);
  }

  /** The same assigned to: a number, or an array of the shape that `pick` would give; 0 for anything else. */
  place(array: number, key: number, value: number): number {
    const { h, from, source } = this;
    h.load(from, array);
    if (from.code >= COMPLEX128 || (from.flags & WRITEABLE) === 0) return 0;
    if (!loadOperand(h, source, value, 0)) return 0;
    if (source.code >= FLOAT16 && isInteger(from.code)) return 0;
    if (isInteger(from.code) && source.nd === 0) {
      const x = readElement(h, source.store, source.ptr / itemSize(source.store));
      if (x < lowest(from.code) || x >= beyond(from.code)) return 0;
    }
    const places = this.read(key);
    if (places === null || (source.nd > 0 && !this.matches(places))) return 0;
    this.write(places);
    return h.returnNone();
  }

  /** The elements of `array` at a tuple of int64 arrays of one shape, on its first axes. */
  take(array: number, indices: number): number {
    this.h.load(this.from, array);
    return this.gather(this.locate(indices));
  }

  /** Writes `values` (already of the shape that `take` would give) to the elements at index arrays. */
  put(array: number, indices: number, values: number): number {
    const { h, from, source } = this;
    h.load(from, array);
    h.load(source, values);
    if ((from.flags & WRITEABLE) === 0) throw fault('read_only');
    this.write(this.locate(indices));
    return h.returnNone();
  }

  /**
   * `array[key] += sign * values`, one after the other, so that repeated indices add up. False where the key is not one
   * that `pick` knows, or `values` are neither one number nor of the shape that it would give.
   */
  addAt(array: number, key: number, values: number, sign: number): boolean {
    const { h, from, source } = this;
    h.load(from, array);
    h.load(source, values);
    const places = this.read(key);
    if (places === null) return false;
    const { offsets, shape, rest } = places;
    const one = source.size === 1 && source.nd <= shape.length + rest.nd;
    if (!one && !this.matches(places)) return false;
    if (!isContiguous(rest) || meets(from, source)) return false;
    const first = from.ptr / itemSize(from.store);
    const start = source.ptr / itemSize(source.store);
    const step = one ? 0 : 1;
    const each = rest.size;
    if (from.store === FLOAT64 && source.store === FLOAT64) {
      addDoubles(h.F64, offsets, first, each, start, step, sign);
      return true;
    }
    for (let i = 0, s = start; i < offsets.length; i++) {
      const at = first + (offsets[i] as number);
      for (let p = at; p < at + each; p++, s += step) {
        const sum = readElement(h, from.store, p) + sign * readElement(h, source.store, s);
        writeElement(h, from.store, p, sum);
      }
    }
    return true;
  }

  /** Whether `this.source` lies in C order and has the shape of what is at the places. */
  private matches({ shape, rest }: Places): boolean {
    const { source } = this;
    const wanted = [...shape, ...rest.dims()];
    if (source.nd !== wanted.length || !isContiguous(source)) return false;
    return wanted.every((n, i) => n === source.shape[i]);
  }

  private write({ offsets, rest }: Places): void {
    const { h, from, source } = this;
    // A piece of its own keeps what is still to be read from being written over.
    if (meets(from, source)) compact(h, source, SCRATCH.overlap, source.store);
    const [size, step] = [itemSize(from.store), itemSize(source.store)];
    const one = source.nd === 0;
    if (rest.size === 1) {
      const [first, start] = [from.ptr / size, source.ptr / step];
      const { F64 } = h;
      if (from.store === FLOAT64 && source.store === FLOAT64) {
        for (let i = 0; i < offsets.length; i++)
          F64[first + (offsets[i] as number)] = F64[one ? start : start + i] as number;
        return;
      }
      if (!isWide(from.store) && !isWide(source.store) && from.store < COMPLEX128) {
        for (let i = 0; i < offsets.length; i++) {
          const x = readElement(h, source.store, one ? start : start + i);
          writeElement(h, from.store, first + (offsets[i] as number), x);
        }
        return;
      }
    }
    const to = new View();
    to.copyFrom(rest);
    to.code = to.store = from.code;
    const part = new View();
    part.layOut(one ? [] : rest.shape, one ? 0 : rest.nd);
    part.code = source.code;
    part.store = source.store;
    for (let i = 0; i < offsets.length; i++) {
      to.ptr = from.ptr + (offsets[i] as number) * size;
      part.ptr = one ? source.ptr : source.ptr + i * rest.size * step;
      assign(h, to, part);
    }
  }

  /** A new array of the parts of `this.from` at places. */
  private gather({ offsets, shape, rest }: Places): number {
    const { h, from } = this;
    const to = new View();
    to.layOut([...shape, ...rest.dims()]);
    to.code = from.code;
    to.width = from.width;
    const result = h.newArray(to);
    const size = itemSize(from.code);
    const each = rest.size;
    if (isContiguous(rest)) {
      // Elements of eight bytes that are no doubles are moved as two words: a double may not keep all bits of a NaN.
      const halves = size === 16 || (size === 8 && from.code !== FLOAT64) ? size / 4 : 1;
      const words = size === 8 && halves === 1 ? h.F64 : size >= 4 ? h.I32 : size === 2 ? h.U16 : h.U8;
      const bytes = words.BYTES_PER_ELEMENT;
      gatherRuns(words, offsets, halves, each * halves, from.ptr / bytes, to.ptr / bytes);
      return result;
    }
    const part = new View();
    part.copyFrom(rest);
    part.code = part.store = from.code;
    const piece = new View();
    piece.layOut(rest.shape, rest.nd);
    piece.code = piece.store = from.code;
    for (let i = 0; i < offsets.length; i++) {
      part.ptr = from.ptr + (offsets[i] as number) * size;
      piece.ptr = to.ptr + i * each * size;
      assign(h, piece, part);
    }
    return result;
  }

  /** What a key of index arrays or lists names in `this.from`; null for any other, and where one is out of range. */
  private read(key: number): Places | null {
    const { h, from } = this;
    const isTuple = h.typeOf(key) === h.api._PyTuple_Type;
    const parts = isTuple ? h.count(key) : 1;
    if (parts > from.nd || parts === 0) return null;
    let shape: readonly number[] | null = null;
    let offsets = new Int32Array(0);
    for (let axis = 0; axis < parts; axis++) {
      const part = isTuple ? h.tupleItem(key, axis) : key;
      const isList = h.typeOf(part) === h.api._PyList_Type;
      const own = isList ? [h.count(part)] : this.loadIndex(part);
      if (own === null || (isList && own[0] === 0)) return null;
      if (shape === null) {
        shape = own;
        offsets = new Int32Array(own.reduce((p, m) => p * m, 1));
      } else if (shape.length !== own.length || shape.some((m, i) => m !== own[i])) return null;
      const n = nth(from.shape, axis);
      const stride = nth(from.strides, axis);
      if (isList) {
        if (!this.addList(part, n, stride, offsets)) return null;
      } else if (addPositions(h.I32, this.index.ptr >> 2, n, stride, offsets) >= 0) return null;
    }
    return { offsets, shape: shape ?? [], rest: this.restFrom(parts) };
  }

  /** Loads an array of integers with one axis or more as int64; gives its shape, or null for anything else. */
  private loadIndex(part: number): readonly number[] | null {
    const { h, index } = this;
    if (h.typeOf(part) !== h.types.ndarray) return null;
    h.load(index, part);
    if (!isInteger(index.code) || index.code === UINT64 || index.nd === 0) return null;
    const shape = index.dims();
    compact(h, index, SCRATCH.other, INT64);
    return shape;
  }

  private addList(list: number, n: number, stride: number, offsets: Int32Array): boolean {
    const { h } = this;
    for (let i = 0; i < offsets.length; i++) {
      const object = h.listItem(list, i);
      if (h.typeOf(object) !== h.api._PyLong_Type) return false;
      const given = h.longValue(object);
      const place = given < 0 ? given + n : given;
      if (!(place >= 0 && place < n)) return false;
      offsets[i] = (offsets[i] as number) + place * stride;
    }
    return true;
  }

  /** The same of a tuple of int64 arrays of one shape; throws where one is out of range. */
  private locate(indices: number): Places {
    const { h, from, index } = this;
    const count = h.count(indices);
    let shape: readonly number[] = [];
    let offsets = new Int32Array(1);
    for (let axis = 0; axis < count; axis++) {
      h.load(index, h.tupleItem(indices, axis));
      if (index.code !== INT64) throw new PythonError('type', 'index arrays must be int64');
      if (axis === 0) {
        shape = index.dims();
        offsets = new Int32Array(index.size);
      }
      const n = nth(from.shape, axis);
      compact(h, index, SCRATCH.other, INT64);
      const wrong = addPositions(h.I32, index.ptr >> 2, n, nth(from.strides, axis), offsets);
      if (wrong < 0) continue;
      const given = String(h.I64[(index.ptr >> 3) + wrong]);
      throw fault('out_of_bounds', given, axis, n);
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
}
