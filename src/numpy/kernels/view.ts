/** What the kernels know of an operand. */
import { FLOAT64 } from './elementTypes';
import { nth } from './nth';

/** The most axes an array may have, as in NumPy 2. */
export const MAX_AXES = 64;

/** How strong a scalar's type is beside an array's: a Python number gives way, a NumPy scalar does not. */
export const STRONG = 0;
export const WEAK = 1;

/** In an array's flags: its elements lie in C order without gaps; it may be written to. */
export const CONTIGUOUS = 1;
export const WRITEABLE = 2;

/** What a kernel knows of an operand: where its elements are and how they are laid out. Strides count elements. */
export class View {
  ptr = 0;
  /** The element type by NumPy's rules. */
  code = FLOAT64;
  /** What lies in memory: `code`, or float64 where a scalar or an intermediate result stands in for it. */
  store = FLOAT64;
  nd = 0;
  size = 1;
  flags = CONTIGUOUS | WRITEABLE;
  /** Of an array of texts: for how many characters it has room, 0 where that was never said. */
  width = 0;
  weak = STRONG;
  shape: number[] = [];
  strides: number[] = [];

  /** Sets the shape and C-order strides for it. */
  layOut(shape: readonly number[], nd = shape.length): void {
    this.nd = nd;
    let size = 1;
    for (let i = nd - 1; i >= 0; i--) {
      const n = nth(shape, i);
      this.shape[i] = n;
      this.strides[i] = size;
      size *= n;
    }
    this.size = size;
    this.width = 0;
    this.flags = CONTIGUOUS | WRITEABLE;
  }

  copyFrom(other: View): void {
    this.ptr = other.ptr;
    this.code = other.code;
    this.store = other.store;
    this.nd = other.nd;
    this.size = other.size;
    this.flags = other.flags;
    this.weak = other.weak;
    this.width = other.width;
    for (let i = 0; i < other.nd; i++) {
      this.shape[i] = nth(other.shape, i);
      this.strides[i] = nth(other.strides, i);
    }
  }

  /** The shape as a plain list. */
  dims(): number[] {
    return this.shape.slice(0, this.nd);
  }
}

/** Whether a view's elements lie in C order without gaps. */
export function isContiguous(view: View): boolean {
  let expected = 1;
  for (let i = view.nd - 1; i >= 0; i--) {
    const n = nth(view.shape, i);
    if (n === 0) return true;
    if (n !== 1 && view.strides[i] !== expected) return false;
    expected *= n;
  }
  return true;
}

/** Writes a shape as NumPy does in its messages: `(3,4)`, `(3,)`, `()`. */
export function shapeText(view: View): string {
  const dims = view.dims();
  return dims.length === 1 ? `(${String(dims[0])},)` : `(${dims.join(',')})`;
}
