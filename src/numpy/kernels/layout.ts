/** Arrays with another layout: views where the memory allows, else copies. */
import { assign } from './assign';
import { itemSize, COMPLEX128, FLOAT64 } from './elementTypes';
import type { Heap } from './heap';
import { PythonError } from './pythonError';
import { nth } from './nth';
import { CONTIGUOUS, isContiguous, View, WRITEABLE } from './view';
import { fault } from './messages';

/** Changing how arrays are laid out. */
export class Layout {
  /** For callers that only look at an array. */
  readonly probe = new View();
  private readonly view = new View();
  private readonly from = new View();

  constructor(private readonly h: Heap) {}

  /** A view of an array with another shape and strides (in elements), starting `offset` elements further on. */
  restride(array: number, shape: number, strides: number, offset: number): number {
    const { h, view } = this;
    h.load(view, array);
    const size = itemSize(view.code);
    const dims = h.intList(shape);
    const steps = h.intList(strides);
    view.layOut(dims);
    steps.forEach((step, i) => {
      view.strides[i] = step;
    });
    h.load(this.from, array);
    view.width = this.from.width;
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
      view.shape[i] = nth(from.shape, from.nd - 1 - i);
      view.strides[i] = nth(from.strides, from.nd - 1 - i);
    }
    return h.newView(view, array);
  }

  /** The array with another shape, as a view where its layout allows, else as a copy. */
  reshaped(array: number, shape: number): number {
    const { h, view, from } = this;
    h.load(from, array);
    const dims = h.intList(shape);
    const strides = reshapeStrides(from, dims);
    view.layOut(dims);
    view.width = from.width;
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
    view.width = from.width;
    const copy = h.newArray(view);
    assign(h, view, from);
    return copy;
  }

  /** A copy whose first axis runs fastest in memory. */
  columns(array: number): number {
    const { h, view, from } = this;
    h.load(from, array);
    view.copyFrom(from);
    let step = 1;
    for (let i = 0; i < view.nd; i++) {
      view.strides[i] = step;
      step *= nth(view.shape, i);
    }
    view.flags = WRITEABLE;
    const copy = h.newArray(view);
    assign(h, view, from);
    if (!isContiguous(view)) h.setFlag(copy, CONTIGUOUS, false);
    return copy;
  }

  /** Copies `from` into `to`, converting and stretching; False where the shapes do not fit. */
  copyTo(to: number, from: number): number {
    const { h, view } = this;
    h.load(view, to);
    h.load(this.from, from);
    if ((view.flags & WRITEABLE) === 0) throw fault('read_only');
    return h.returnBool(assign(h, view, this.from));
  }

  /** A view of the real (0) or imaginary (1) parts of complex numbers. */
  partOf(array: number, part: number): number {
    const { h, view } = this;
    h.load(view, array);
    if (view.code !== COMPLEX128) throw new PythonError('type', 'an array of complex numbers was expected');
    for (let i = 0; i < view.nd; i++) view.strides[i] = 2 * nth(view.strides, i);
    view.ptr += 8 * part;
    view.code = view.store = FLOAT64;
    return h.newView(view, array);
  }

  /** A view of the same bytes as elements of another type of the same size, or of a contiguous array. */
  reinterpreted(array: number, code: number): number {
    const { h, view } = this;
    h.load(view, array);
    const [from, to] = [itemSize(view.code), itemSize(code)];
    if (from !== to) {
      const last = view.nd - 1;
      if (last < 0 || view.strides[last] !== 1) {
        throw new PythonError(
          'value',
          'To change to a dtype of a different size, the last axis must be contiguous',
        );
      }
      const bytes = nth(view.shape, last) * from;
      if (bytes % to !== 0) {
        throw new PythonError(
          'value',
          'When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.',
        );
      }
      for (let i = 0; i < last; i++) view.strides[i] = (nth(view.strides, i) * from) / to;
      view.shape[last] = bytes / to;
      view.size = (view.size * from) / to;
    }
    view.code = view.store = code;
    return h.newView(view, array);
  }
}

/** The strides of a reshaped array that shares the memory of `from`, or null where it has to be copied. */
function reshapeStrides(from: View, dims: readonly number[]): number[] | null {
  const olds: { n: number; stride: number }[] = [];
  for (let i = 0; i < from.nd; i++) {
    const n = nth(from.shape, i);
    if (n !== 1) olds.push({ n, stride: nth(from.strides, i) });
  }
  const strides = new Array<number>(dims.length).fill(0);
  if (from.size === 0) {
    const plain = new View();
    plain.layOut(dims);
    return plain.strides.slice(0, dims.length);
  }
  // Where one side has no more axes, the other's are of length one.
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
      if (nth(olds, k).stride !== nth(olds, k + 1).n * nth(olds, k + 1).stride) return null;
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
