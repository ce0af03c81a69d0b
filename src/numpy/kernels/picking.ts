/** Indexing by masks, which pick copies or say where values go; the positions of what is not zero. */
import {
  BOOL,
  COMPLEX128,
  FLOAT16,
  FLOAT64,
  INT64,
  beyond,
  isInteger,
  itemSize,
  lowest,
} from './elementTypes';
import { readElement, writeElement } from './elements';
import type { Heap } from './heap';
import { loadOperand } from './operands';
import { PythonError } from './pythonError';
import { nth } from './nth';
import { CONTIGUOUS, View, WEAK, WRITEABLE } from './view';

/** Reading and writing elements that a mask picks. */
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
    const count = h.vectors.countOnes(to.size, to.ptr, h.U8);
    const r = new View();
    r.layOut([count]);
    r.code = from.code;
    r.width = from.width;
    const result = h.newArray(r);
    const size = itemSize(from.code);
    let at = r.ptr;
    let first = 0;
    if (from.code === FLOAT64) {
      first = h.vectors.pick(to.size, from.ptr >> 3, to.ptr, at >> 3);
      at += 8 * h.vectors.countOnes(first, to.ptr, h.U8);
    }
    for (let i = first; i < to.size; i++) {
      if (h.U8[to.ptr + i] === 0) continue;
      h.U8.copyWithin(at, from.ptr + i * size, from.ptr + (i + 1) * size);
      at += size;
    }
    return result;
  }

  /** `array[mask] = number` for a mask of the same shape; 0 for anything else. */
  maskSet(array: number, key: number, value: number): number {
    const { h, from, to, value: v } = this;
    if (!this.ownMask(array, key) || (from.flags & WRITEABLE) === 0) return 0;
    if (!loadOperand(h, v, value, 0) || v.size !== 1 || v.nd > 0) return 0;
    if (from.code >= COMPLEX128 || (v.code >= FLOAT16 && isInteger(from.code))) return 0;
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

  /** The positions of the elements that are not zero: one int64 array for each axis. */
  nonzero(array: number): number {
    const { h, from } = this;
    h.load(from, array);
    if (from.code >= COMPLEX128) throw new PythonError('type', 'nonzero of texts or objects');
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
