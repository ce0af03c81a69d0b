/** The rest of the mathematics, from numpy-ts: linear algebra and what is not worth kernels of our own. */
import * as ts from 'numpy-ts/core';
import { compact } from './assign';
import { readElement } from './elements';
import { SCRATCH } from './scratch';
import type { Heap } from './heap';
import { BOOL, COMPLEX128, FLOAT64, INT64, itemSize } from './elementTypes';
import { PythonError } from './pythonError';
import { nth } from './nth';
import { View } from './view';
import type { Draw } from './random';
import { Generators, Twisters } from './random';

type TsArray = ReturnType<typeof ts.zeros>;
type Argument = TsArray | number | string | boolean | null | undefined | Argument[];

/** A function of numpy-ts by its path: `fft.rfft`. */
function found(path: string): (...args: Argument[]) => unknown {
  const target = path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], ts);
  if (typeof target !== 'function') throw new PythonError('value', `numpy-ts has no function ${path}`);
  return target as (...args: Argument[]) => unknown;
}

/** Calls into numpy-ts with Python values, and draws random numbers. */
export class Library {
  private readonly view = new View();
  private readonly twisters = new Twisters();
  private readonly generators = new Generators();

  constructor(private readonly h: Heap) {}

  /** Calls the named function with a tuple of arguments. */
  call(name: string, args: number): number {
    const fn = found(name);
    const given: Argument[] = [];
    for (let i = 0; i < this.h.count(args); i++) given.push(this.toJs(this.h.tupleItem(args, i)));
    try {
      return this.toPython(fn(...given));
    } finally {
      for (const argument of given) if (argument instanceof ts.NDArrayCore) argument.dispose();
    }
  }

  private toJs(object: number): Argument {
    const { h, view } = this;
    const { api } = h;
    const type = h.typeOf(object);
    if (object === h.none) return undefined;
    if (object === h.true_ || object === h.false_) return object === h.true_;
    if (type === api._PyUnicode_Type) return h.readStr(object);
    if (type === api._PyLong_Type) return h.longValue(object);
    if (type === api._PyFloat_Type || type === h.types.float64) return api._PyFloat_AsDouble(object);
    if (type === api._PyTuple_Type) {
      return Array.from({ length: h.count(object) }, (_, i) => this.toJs(h.tupleItem(object, i)));
    }
    if (type !== h.types.ndarray) throw new PythonError('type', 'numpy: an argument of an unexpected type');
    h.load(view, object);
    const isComplex = view.code === COMPLEX128;
    compact(h, view, SCRATCH.a, isComplex ? COMPLEX128 : FLOAT64);
    const array = ts.zeros(view.dims(), isComplex ? 'complex128' : 'float64');
    const doubles = isComplex ? 2 * view.size : view.size;
    (array.data as Float64Array).set(h.F64.subarray(view.ptr >> 3, (view.ptr >> 3) + doubles));
    return array;
  }

  private toPython(value: unknown): number {
    const { h } = this;
    if (typeof value === 'number') return h.float64(value);
    if (typeof value === 'bigint') return h.int(Number(value));
    if (typeof value === 'boolean') return h.returnBool(value);
    if (value instanceof ts.ArrayStorage || value instanceof ts.NDArrayCore) return this.arrayToPython(value);
    if (Array.isArray(value) || (typeof value === 'object' && value !== null && !('re' in value))) {
      const items = Array.isArray(value) ? (value as unknown[]) : Object.values(value);
      const tuple = h.made(h.api._PyTuple_New(items.length));
      items.forEach((item, i) => {
        h.api._PyTuple_SetItem(tuple, i, this.toPython(item));
      });
      return tuple;
    }
    if (typeof value === 'object' && value !== null) {
      const { re, im } = value as { re: number; im: number };
      return h.made(h.api._PyComplex_FromDoubles(re, im));
    }
    throw new PythonError('type', 'numpy-ts gave something that Python has no word for');
  }

  private arrayToPython(array: ts.ArrayStorage | ts.NDArrayCore): number {
    const { h } = this;
    const view = new View();
    view.layOut([...array.shape]);
    const dtype = array.dtype;
    const flat = array instanceof ts.NDArrayCore ? array : new ts.NDArrayCore(array);
    view.code = dtype.startsWith('complex')
      ? COMPLEX128
      : dtype === 'bool'
        ? BOOL
        : dtype.includes('int')
          ? INT64
          : FLOAT64;
    const result = h.newArray(view);
    for (let i = 0; i < view.size; i++) {
      const item = flat.iget(i);
      if (view.code === COMPLEX128) {
        const { re, im } = item as { re: number; im: number };
        h.F64[(view.ptr >> 3) + 2 * i] = re;
        h.F64[(view.ptr >> 3) + 2 * i + 1] = im;
      } else if (view.code === INT64) h.I64[(view.ptr >> 3) + i] = BigInt(item as number | bigint);
      else if (view.code === BOOL) h.U8[view.ptr + i] = Number(item);
      else h.F64[(view.ptr >> 3) + i] = Number(item);
    }
    array.dispose();
    return result;
  }

  /** Draws from a legacy generator (`kind` 0) or a new one (1): a scalar, or an array of the given shape. */
  draw(kind: number, id: number, name: string, args: number, shape: number): number {
    const { h } = this;
    const numbers: number[] = [];
    for (let i = 0; i < h.count(args); i++) numbers.push(h.api._PyFloat_AsDouble(h.tupleItem(args, i)));
    let size: number[] | undefined;
    if (shape !== h.none) {
      size = [];
      for (let i = 0; i < h.count(shape); i++) size.push(h.index(h.tupleItem(shape, i)));
    }
    const draw = (): Draw => {
      if (size?.includes(0) === true && name !== 'permutation') return new Float64Array(0);
      return (kind === 0 ? this.twisters : this.generators).draw(id, name, numbers, size);
    };
    const whole = WHOLE.has(name);
    if (name === 'permutation') {
      const order = draw();
      return this.filled(typeof order === 'number' ? [1] : [order.length], whole, () => order);
    }
    if (size !== undefined) return this.filled(size, whole, draw);
    const drawn = draw();
    if (typeof drawn !== 'number') return this.filled([], whole, () => drawn);
    return whole ? h.int(drawn) : h.made(h.api._PyFloat_FromDouble(drawn));
  }

  /** An array of drawn numbers. It is made before they are drawn: for one beyond all measure none should be. */
  private filled(shape: readonly number[], whole: boolean, draw: () => Draw): number {
    const { h } = this;
    const view = new View();
    view.layOut(shape);
    view.code = whole ? INT64 : FLOAT64;
    const result = h.newArray(view);
    try {
      const given = draw();
      const drawn = typeof given === 'number' ? Float64Array.of(given) : given;
      if (drawn instanceof BigInt64Array) h.I64.set(drawn, view.ptr >> 3);
      else if (whole)
        for (let i = 0; i < drawn.length; i++) h.I64[(view.ptr >> 3) + i] = BigInt(nth(drawn, i));
      else h.F64.set(drawn, view.ptr >> 3);
    } catch (error) {
      h.api._Py_DecRef(result);
      throw error;
    }
    return result;
  }

  /** Seeds a generator: with None from entropy, with an int, or (legacy ones) with a tuple of ints. */
  seed(kind: number, id: number, seed: number): number {
    const { h } = this;
    if (h.typeOf(seed) === h.api._PyTuple_Type) {
      const words = Array.from({ length: h.count(seed) }, (_, i) => h.longValue(h.tupleItem(seed, i)) >>> 0);
      this.twisters.seedWords(id, words);
    } else {
      (kind === 0 ? this.twisters : this.generators).seed(id, seed === h.none ? null : h.longValue(seed));
    }
    return h.returnNone();
  }

  /** A legacy generator's state: an int64 array of 624 words, then the position, then the waiting normal number. */
  getState(id: number): number {
    const { h } = this;
    const state = this.twisters.getState(id);
    const view = new View();
    view.layOut([624]);
    view.code = INT64;
    const words = h.newArray(view);
    state.mt.forEach((word, i) => {
      h.I64[(view.ptr >> 3) + i] = BigInt(word);
    });
    const tuple = h.made(h.api._PyTuple_New(3));
    h.api._PyTuple_SetItem(tuple, 0, words);
    h.api._PyTuple_SetItem(tuple, 1, h.int(state.mti));
    h.api._PyTuple_SetItem(
      tuple,
      2,
      state.gauss === null ? h.returnNone() : h.made(h.api._PyFloat_FromDouble(state.gauss)),
    );
    return tuple;
  }

  setState(id: number, words: number, position: number, gauss: number): number {
    const { h, view } = this;
    h.load(view, words);
    const first = view.ptr / itemSize(view.store);
    const mt = Array.from({ length: 624 }, (_, i) =>
      readElement(h, view.store, first + i * nth(view.strides, 0)),
    );
    const waiting = gauss === h.none ? null : h.api._PyFloat_AsDouble(gauss);
    this.twisters.setState(id, { mt, mti: h.index(position), gauss: waiting });
    return h.returnNone();
  }

  clear(): void {
    this.twisters.clear();
    this.generators.clear();
  }
}

const WHOLE = new Set(
  'randint integers permutation binomial poisson choice geometric hypergeometric logseries negative_binomial zipf'.split(
    ' ',
  ),
);
