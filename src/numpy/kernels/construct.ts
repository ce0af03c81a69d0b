/** Arrays from Python values and back: lists, bytes, views with another layout. */
import { assign, EXACT, loadOperand, readElement, writeElement } from './cast';
import type { Heap } from './heap';
import { BOOL, FLOAT64, INT32, INT64, ITEM_SIZE, MAX_AXES, PythonError, View, WRITEABLE } from './heap';

const FLOAT32_CODE = 3;

/** Making arrays. */
export class Construction {
  /** For callers that only look at an array. */
  readonly probe = new View();
  private readonly view = new View();
  private readonly from = new View();

  constructor(private readonly h: Heap) {}

  private dims(tuple: number): number[] {
    const dims: number[] = [];
    for (let i = 0; i < this.h.count(tuple); i++) dims.push(this.h.index(this.h.tupleItem(tuple, i)));
    return dims;
  }

  private prepare(shape: number, code: number): number {
    const dims = this.dims(shape);
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
      h.U8.fill(0, view.ptr, view.ptr + view.size * (ITEM_SIZE[code] ?? 8));
    } else {
      const x = h.api._PyFloat_AsDouble(value);
      const first = view.ptr / (ITEM_SIZE[code] ?? 8);
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
    const first = view.ptr / (ITEM_SIZE[code] ?? 8);
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
        if (leaf.code === FLOAT32_CODE || leaf.code === INT32) return false;
        if (leaf.code > found) found = leaf.code;
        values.push(h.F64[leaf.ptr >> 3] ?? 0);
        return true;
      }
      if (!isSequence(o) || h.count(o) !== shape[depth]) return false;
      const n = shape[depth] ?? 0;
      for (let i = 0; i < n; i++) if (!collect(item(o, i), depth + 1)) return false;
      return true;
    };
    if (!collect(object, 0)) return h.returnNone();
    if (values.length === 0) found = FLOAT64;
    const type = code >= 0 ? code : found;
    if (type <= INT64 && type !== BOOL && found === FLOAT64) return h.returnNone();
    if (type === INT32 && values.some((value) => value !== (value | 0))) return h.returnNone();
    const { view } = this;
    view.layOut(shape);
    view.code = type;
    const array = h.newArray(view);
    const first = view.ptr / (ITEM_SIZE[type] ?? 8);
    values.forEach((value, i) => {
      writeElement(h, type, first + i, value);
    });
    return array;
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
    const first = view.ptr / (ITEM_SIZE[view.store] ?? 8);
    const leaf = (at: number): number => {
      if (view.store === BOOL) return h.returnBool(h.U8[at] !== 0);
      if (view.store >= FLOAT32_CODE)
        return h.made(h.api._PyFloat_FromDouble(readElement(h, view.store, at)));
      if (view.store === INT64) {
        const value = readElement(h, INT64, at);
        return Math.abs(value) < EXACT ? h.int(value) : h.made(h.api._PyLong_FromLongLong(h.I64[at] ?? 0n));
      }
      return h.int(readElement(h, view.store, at));
    };
    const build = (axis: number, at: number): number => {
      if (axis === view.nd) return leaf(at);
      const n = view.shape[axis] ?? 0;
      const list = h.made(h.api._PyList_New(n));
      for (let i = 0; i < n; i++) {
        h.api._PyList_SetItem(list, i, build(axis + 1, at + i * (view.strides[axis] ?? 0)));
      }
      return list;
    };
    return build(0, first);
  }

  /** A view of an array with another shape and strides (in elements), starting `offset` elements further on. */
  restride(array: number, shape: number, strides: number, offset: number): number {
    const { h, view } = this;
    h.load(view, array);
    const size = ITEM_SIZE[view.code] ?? 8;
    const dims = this.dims(shape);
    const steps = this.dims(strides);
    view.layOut(dims);
    steps.forEach((step, i) => {
      view.strides[i] = step;
    });
    h.load(this.from, array);
    view.flags = this.from.flags & WRITEABLE;
    view.ptr += offset * size;
    return h.newView(view, array);
  }

  /** The array with its axes in reverse order. */
  transposed(array: number): number {
    const { h, view, from } = this;
    h.load(from, array);
    view.copyFrom(from);
    for (let i = 0; i < from.nd; i++) {
      view.shape[i] = from.shape[from.nd - 1 - i] ?? 0;
      view.strides[i] = from.strides[from.nd - 1 - i] ?? 0;
    }
    return h.newView(view, array);
  }

  /** The array with another shape, as a view where its layout allows, else as a copy. */
  reshaped(array: number, shape: number): number {
    const { h, view, from } = this;
    h.load(from, array);
    const dims = this.dims(shape);
    const strides = reshapeStrides(from, dims);
    view.layOut(dims);
    if (strides === null) {
      view.code = from.code;
      const copy = h.newArray(view);
      const flat = new View();
      flat.copyFrom(view);
      flat.layOut(from.shape, from.nd);
      flat.store = from.code;
      assign(h, flat, from);
      return copy;
    }
    strides.forEach((stride, i) => {
      view.strides[i] = stride;
    });
    view.ptr = from.ptr;
    view.code = view.store = from.code;
    view.flags = from.flags;
    return h.newView(view, array);
  }

  /** A copy in C order, of the given type (-1: the same). */
  converted(array: number, code: number): number {
    const { h, view, from } = this;
    h.load(from, array);
    view.layOut(from.shape, from.nd);
    view.code = code < 0 ? from.code : code;
    const copy = h.newArray(view);
    assign(h, view, from);
    return copy;
  }

  /** Copies `from` into `to`, converting and stretching; False where the shapes do not fit. */
  copyTo(to: number, from: number): number {
    const { h, view } = this;
    h.load(view, to);
    h.load(this.from, from);
    if ((view.flags & WRITEABLE) === 0) throw new PythonError('value', 'assignment destination is read-only');
    return h.returnBool(assign(h, view, this.from));
  }

  /** A view of the same bytes as elements of another type of the same size, or of a contiguous array. */
  reinterpreted(array: number, code: number): number {
    const { h, view } = this;
    h.load(view, array);
    const [from, to] = [ITEM_SIZE[view.code] ?? 8, ITEM_SIZE[code] ?? 8];
    if (from !== to) {
      const last = view.nd - 1;
      if (last < 0 || view.strides[last] !== 1) {
        throw new PythonError(
          'value',
          'To change to a dtype of a different size, the last axis must be contiguous',
        );
      }
      const bytes = (view.shape[last] ?? 0) * from;
      if (bytes % to !== 0) {
        throw new PythonError(
          'value',
          'When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.',
        );
      }
      for (let i = 0; i < last; i++) view.strides[i] = ((view.strides[i] ?? 0) * from) / to;
      view.shape[last] = bytes / to;
      view.size = (view.size * from) / to;
    }
    view.code = view.store = code;
    return h.newView(view, array);
  }

  /** An array's elements as doubles in C order, in a new bytes object. */
  toBytes(array: number): number {
    const { h, view, from } = this;
    h.load(from, array);
    const bytes = h.made(h.api._PyBytes_FromStringAndSize(0, from.size * 8));
    view.layOut(from.shape, from.nd);
    view.ptr = bytes + 16;
    view.code = view.store = FLOAT64;
    assign(h, view, from);
    return bytes;
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
    from.ptr = bytes + 16;
    from.code = from.store = FLOAT64;
    assign(h, view, from);
    return array;
  }
}

/** The strides of a reshaped array that shares the memory of `from`, or null where it has to be copied. */
function reshapeStrides(from: View, dims: readonly number[]): number[] | null {
  const olds: { n: number; stride: number }[] = [];
  for (let i = 0; i < from.nd; i++) {
    const n = from.shape[i] ?? 0;
    if (n !== 1) olds.push({ n, stride: from.strides[i] ?? 0 });
  }
  const strides = new Array<number>(dims.length).fill(0);
  if (from.size === 0) {
    const plain = new View();
    plain.layOut(dims);
    return plain.strides.slice(0, dims.length);
  }
  let i = 0;
  let j = 0;
  while (i < olds.length || j < dims.length) {
    let old = olds[i]?.n ?? 1;
    let wanted = dims[j] ?? 1;
    let iEnd = i + 1;
    let jEnd = j + 1;
    while (old !== wanted) {
      if (wanted < old) wanted *= dims[jEnd++] ?? 1;
      else old *= olds[iEnd++]?.n ?? 1;
    }
    for (let k = i; k < iEnd - 1; k++) {
      if ((olds[k]?.stride ?? 0) !== (olds[k + 1]?.n ?? 1) * (olds[k + 1]?.stride ?? 0)) return null;
    }
    let stride = olds[iEnd - 1]?.stride ?? 1;
    for (let k = jEnd - 1; k >= j; k--) {
      if (k >= dims.length) continue;
      strides[k] = stride;
      stride *= dims[k] ?? 1;
    }
    i = iEnd;
    j = jEnd;
  }
  return strides;
}
