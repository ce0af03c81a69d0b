/** Arrays from Python values and back: numbers, lists, bytes. */
import { assign, compact } from './assign';
import { EXACT, readElement, readWide, writeElement } from './elements';
import { loadOperand } from './operands';
import type { Heap } from './heap';
import {
  BOOL,
  FLOAT16,
  FLOAT64,
  INT64,
  TEXT,
  beyond,
  isInteger,
  isWide,
  itemSize,
  lowest,
  isNarrow,
  COMPLEX128,
} from './elementTypes';
import { PythonError } from './pythonError';
import { SCRATCH } from './scratch';
import { nth } from './nth';
import { MAX_AXES, View } from './view';

/** Making arrays. */
export class Construction {
  private readonly view = new View();
  private readonly from = new View();

  constructor(private readonly h: Heap) {}

  private prepare(shape: number, code: number): number {
    const dims = this.h.intList(shape);
    this.view.layOut(dims);
    this.view.code = code;
    return this.h.newArray(this.view);
  }

  /** An array of the given shape whose elements are all `value` (or anything, where that is None). */
  full(shape: number, code: number, value: number): number {
    const { h, view } = this;
    const array = this.prepare(shape, code);
    if (value === h.none) {
      // "Empty" arrays are zeroed too: nothing of an earlier run may show.
      h.U8.fill(0, view.ptr, view.ptr + view.size * itemSize(code));
    } else {
      const x = h.api._PyFloat_AsDouble(value);
      if (code >= TEXT) throw new PythonError('type', 'only numbers fill an array');
      const first = view.ptr / itemSize(code);
      if (code === FLOAT64) h.F64.fill(x, first, first + view.size);
      else for (let i = 0; i < view.size; i++) writeElement(h, code, first + i, x);
    }
    return array;
  }

  /** `start + i * step` for i below `count`. */
  range(start: number, step: number, count: number, code: number): number {
    const { h, view } = this;
    view.layOut([count]);
    view.code = code;
    const array = h.newArray(view);
    const first = view.ptr / itemSize(code);
    for (let i = 0; i < count; i++) writeElement(h, code, first + i, start + i * step);
    return array;
  }

  /** An array from nested lists of plain numbers, or None where they hold anything else or are ragged. */
  fromList(object: number, code: number): number {
    const { h } = this;
    const { api } = h;
    const isSequence = (o: number): boolean => {
      const type = h.typeOf(o);
      return type === api._PyList_Type || type === api._PyTuple_Type;
    };
    const item = (o: number, i: number): number =>
      h.typeOf(o) === api._PyList_Type ? h.listItem(o, i) : h.tupleItem(o, i);
    const shape: number[] = [];
    for (let at = object; isSequence(at);) {
      if (shape.length === MAX_AXES) return h.returnNone();
      shape.push(h.count(at));
      if (h.count(at) === 0) break;
      at = item(at, 0);
    }
    const values: number[] = [];
    let found = BOOL;
    const leaf = new View();
    const collect = (o: number, depth: number): boolean => {
      if (depth === shape.length) {
        if (!loadOperand(h, leaf, o, 3) || leaf.nd > 0) return false;
        const type = h.typeOf(o);
        if (type === h.types.ndarray) return false;
        if (isNarrow(leaf.code) || (isInteger(leaf.code) && leaf.code !== INT64)) return false;
        if (leaf.code > found) found = leaf.code;
        values.push(h.F64[leaf.ptr >> 3] as number);
        return true;
      }
      if (!isSequence(o) || h.count(o) !== shape[depth]) return false;
      const n = nth(shape, depth);
      for (let i = 0; i < n; i++) if (!collect(item(o, i), depth + 1)) return false;
      return true;
    };
    if (!collect(object, 0)) return h.returnNone();
    if (values.length === 0) found = FLOAT64;
    const type = code >= 0 ? code : found;
    if (type < FLOAT16 && type !== BOOL && found === FLOAT64) return h.returnNone();
    if (isInteger(type) && values.some((value) => value < lowest(type) || value >= beyond(type)))
      return h.returnNone();
    const { view } = this;
    view.layOut(shape);
    view.code = type;
    const array = h.newArray(view);
    const first = view.ptr / itemSize(type);
    values.forEach((value, i) => {
      writeElement(h, type, first + i, value);
    });
    return array;
  }

  /** What keeps an array's floats from becoming integers of a type: 1 a NaN, 2 too large, 0 nothing. */
  misfit(array: number, code: number): number {
    const { h, view } = this;
    h.load(view, array);
    compact(h, view, SCRATCH.a, FLOAT64);
    const [low, limit] = [lowest(code), beyond(code)];
    const first = view.ptr >> 3;
    let isLarge = false;
    for (let i = first; i < first + view.size; i++) {
      const x = h.F64[i] as number;
      if (x !== x) return 1;
      if (x >= limit || x <= low - 1) isLarge = true;
    }
    return isLarge ? 2 : 0;
  }

  /** A one-dimensional int64 array from a flat list of ints of up to 64 bits. */
  fromBigInts(list: number): number {
    const { h, view } = this;
    const n = h.count(list);
    view.layOut([n]);
    view.code = INT64;
    const array = h.newArray(view);
    for (let i = 0; i < n; i++) {
      const value = h.api._PyLong_AsLongLong(h.listItem(list, i));
      if (value === -1n && h.api._PyErr_Occurred() !== 0) {
        h.api._Py_DecRef(array);
        throw new PythonError('set');
      }
      h.I64[(view.ptr >> 3) + i] = value;
    }
    return array;
  }

  /** Nested lists of Python numbers; a Python number for an array without axes. */
  toList(array: number): number {
    const { h, view } = this;
    h.load(view, array);
    const first = view.ptr / itemSize(view.store);
    const leaf = (at: number): number => {
      if (view.store >= TEXT) return h.numbered(readElement(h, view.store, at));
      if (view.store === COMPLEX128) return h.complex(view.ptr + (at - first) * 16, false);
      if (view.store === BOOL) return h.returnBool(h.U8[at] !== 0);
      if (view.store >= FLOAT16) return h.made(h.api._PyFloat_FromDouble(readElement(h, view.store, at)));
      if (isWide(view.store)) {
        const value = readElement(h, view.store, at);
        return Math.abs(value) < EXACT ? h.int(value) : h.wideInt(readWide(h, view.store, at));
      }
      return h.int(readElement(h, view.store, at));
    };
    const build = (axis: number, at: number): number => {
      if (axis === view.nd) return leaf(at);
      const n = nth(view.shape, axis);
      const list = h.made(h.api._PyList_New(n));
      for (let i = 0; i < n; i++) {
        h.api._PyList_SetItem(list, i, build(axis + 1, at + i * nth(view.strides, axis)));
      }
      return list;
    };
    return build(0, first);
  }

  /** An array's elements as doubles in C order, in a new bytes object. */
  toBytes(array: number): number {
    const { h, view, from } = this;
    h.load(from, array);
    const bytes = h.made(h.api._PyBytes_FromStringAndSize(0, from.size * 8));
    view.layOut(from.shape, from.nd);
    view.ptr = h.contentOf(bytes);
    view.code = view.store = FLOAT64;
    assign(h, view, from);
    return bytes;
  }

  /** An array whose elements are the bytes of a bytes object as they are. */
  fromRaw(bytes: number, shape: number, code: number): number {
    const { h, view } = this;
    const array = this.prepare(shape, code);
    const size = view.size * itemSize(code);
    if (h.count(bytes) !== size) {
      h.api._Py_DecRef(array);
      throw new PythonError('value', 'the bytes do not fit the shape');
    }
    const at = h.contentOf(bytes);
    h.U8.copyWithin(view.ptr, at, at + size);
    return array;
  }

  /** The reverse of `toBytes`. */
  fromBytes(bytes: number, shape: number, code: number): number {
    const { h, view, from } = this;
    const array = this.prepare(shape, code);
    from.layOut(view.shape, view.nd);
    if (h.count(bytes) !== from.size * 8) {
      h.api._Py_DecRef(array);
      throw new PythonError('value', 'the bytes do not fit the shape');
    }
    from.ptr = h.contentOf(bytes);
    from.code = from.store = FLOAT64;
    assign(h, view, from);
    return array;
  }
}
