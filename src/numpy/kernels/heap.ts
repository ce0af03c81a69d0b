/**
 * CPython's memory as the NumPy kernels see it. An `ndarray` is a Python object with two slots: `_h`, a bytes object
 * that holds the array's header (and, where the array owns its memory, its elements right behind it), and `_b`, the
 * array whose memory it shares. So arrays live and die by Python's reference counts, and a kernel reaches them
 * without a proxy, a copy or a table.
 */
import { BOOL, FLOAT32, FLOAT64, itemSize, TEXT, typeName, FLOAT16 } from './elementTypes';
import { fromHalf, toHalf } from './halves';
import { noRoom } from './noRoom';
import type { PythonApi } from './pythonApi';
import { PythonError } from './pythonError';
import { PythonObjects } from './pythonObjects';
import { Scratch } from './scratch';
import type { Piece } from './scratch';
import { NOTHING_REGISTERED } from './registry';
import type { Registry } from './registry';
import { Vectors } from './vectors/vectors';
import { nth } from './nth';
import { CONTIGUOUS, isContiguous, STRONG, WRITEABLE } from './view';
import type { View } from './view';

/** An array's header in 4-byte words: address of the elements, type, axes, size, flags, width; shape; strides. */
const HEADER_WORDS = 6;
const HEADER = { elements: 0, type: 1, axes: 2, size: 3, flags: 4, width: 5 } as const;

/** No object of WebAssembly's memory may be larger. */
const LARGEST = 0x7fff0000;

/** What the kernels know of a Python's memory and hold in it, as lists that JSON can say. */
export interface HeldByHeap {
  readonly texts: readonly (readonly [text: string, address: number])[];
  readonly slots: readonly (readonly [slot: string, offset: number])[];
  readonly pieces: readonly Piece[];
}

/** CPython's heap with the helpers that read and make arrays and NumPy's scalars in it. */
export class Heap extends PythonObjects {
  types = NOTHING_REGISTERED;
  /** Loops in machine code over this memory. */
  readonly vectors: Vectors;
  private readonly integerCodes = new Map<number, number>();
  private headerSlot = 0;
  private baseSlot = 0;
  private valueSlot = 0;
  private readonly isHeld: boolean;
  private readonly slots: Map<string, number>;
  private readonly pieces: Scratch;
  private markedTexts: ReadonlyMap<string, number> = new Map();

  /** `held` is what `hold` gave when Python's memory was as it is now. */
  constructor(api: PythonApi, held: HeldByHeap | null) {
    super(api, new Map(held?.texts ?? []));
    this.isHeld = held !== null;
    this.vectors = new Vectors(api.memory);
    if (!this.isHeld) this.checkLayout();
    this.slots = new Map(held?.slots ?? []);
    this.pieces = new Scratch(api, held?.pieces ?? []);
  }

  /** What is known of Python's memory, and held in it. */
  hold(): HeldByHeap {
    return { texts: [...this.texts], slots: [...this.slots], pieces: this.pieces.held() };
  }

  /** Finds the offsets of the slots in the registered types, and checks that objects are laid out as assumed. */
  register(types: Registry): void {
    this.types = types;
    this.headerSlot = this.slotOffset(types.ndarray, '_h');
    this.baseSlot = this.slotOffset(types.ndarray, '_b');
    const [first = 0, ...others] = types.integers.filter((type) => type !== 0);
    this.valueSlot = this.slotOffset(first, '_v');
    for (const type of [...others, types.float32, types.float16, types.bool_]) {
      if (this.slotOffset(type, '_v') !== this.valueSlot)
        throw new Error('NumPy scalars are not laid out alike');
    }
    types.integers.forEach((type, code) => {
      if (type !== 0) this.integerCodes.set(type, code);
    });
    // The rest is in Python's memory.
    if (this.isHeld) return;
    // Python's own messages then name these types as NumPy's do: `'numpy.ndarray' object is not callable`.
    for (const name of ['ndarray', 'float64', 'float32', 'float16', 'complex128'] as const)
      this.setTypeName(types[name], this.text(`numpy.${name}`));
    types.integers.forEach((type, code) => {
      if (type === 0) return;
      this.setTypeName(type, this.text(`numpy.${typeName(code)}`));
    });
    this.setTypeName(types.bool_, this.text('numpy.bool'));
    const probe = this.float64(0.1);
    this.expect(this.api._PyFloat_AsDouble(probe) === 0.1, 'the value of a numpy.float64');
    this.api._Py_DecRef(probe);
  }

  /** Where a slot lies in the instances of a type. */
  slotOffset(type: number, name: string): number {
    const key = `${String(type)}.${name}`;
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    const descriptor = this.made(this.api._PyObject_GetAttrString(type, this.text(name)));
    this.sync();
    const offset = this.slotOf(descriptor);
    this.api._Py_DecRef(descriptor);
    this.slots.set(key, offset);
    return offset;
  }

  isArray(object: number): boolean {
    const type = this.typeOf(object);
    return type === this.types.ndarray || this.api._PyType_IsSubtype(type, this.types.ndarray) !== 0;
  }

  /** Memory for intermediate results: see `Scratch`. */
  scratch(which: number, bytes: number): number {
    const at = this.pieces.take(which, bytes);
    this.sync();
    return at;
  }

  /** Notes what is held outside Python's memory now, for `reset`. */
  mark(): void {
    this.pieces.mark();
    this.markedTexts = new Map(this.texts);
  }

  /** Holds what was held at the mark, where Python's memory has been set back to what it was then. */
  reset(): void {
    this.pieces.reset();
    this.texts = new Map(this.markedTexts);
    this.sync();
  }

  /** Reads an array object into `view`. */
  load(view: View, array: number): void {
    const { U32, I32 } = this;
    const header = this.pointer(array + this.headerSlot);
    if (header === 0) throw new PythonError('type', 'this array was never given its elements');
    const word = this.contentOf(header) >> 2;
    view.ptr = U32[word + HEADER.elements] as number;
    view.code = U32[word + HEADER.type] as number;
    view.store = view.code;
    const nd = U32[word + HEADER.axes] as number;
    view.nd = nd;
    view.size = U32[word + HEADER.size] as number;
    view.flags = U32[word + HEADER.flags] as number;
    view.width = U32[word + HEADER.width] as number;
    view.weak = STRONG;
    for (let i = 0; i < nd; i++) {
      view.shape[i] = I32[word + HEADER_WORDS + i] as number;
      view.strides[i] = I32[word + HEADER_WORDS + nd + i] as number;
    }
  }

  /** The array whose memory this one shares, or 0. */
  baseOf(array: number): number {
    return this.pointer(array + this.baseSlot);
  }

  /** Sets or clears one of an array's flags. */
  setFlag(array: number, flag: number, on: boolean): void {
    const word = (this.contentOf(this.pointer(array + this.headerSlot)) >> 2) + HEADER.flags;
    const flags = this.U32[word] as number;
    this.U32[word] = on ? flags | flag : flags & ~flag;
  }

  /** Says for how many characters an array of texts has room. */
  setWidth(array: number, width: number): void {
    this.U32[(this.contentOf(this.pointer(array + this.headerSlot)) >> 2) + HEADER.width] = width;
  }

  private header(view: View, extra: number): number {
    const words = HEADER_WORDS + 2 * view.nd;
    const header = this.api._PyBytes_FromStringAndSize(0, words * 4 + extra);
    if (header === 0) {
      this.api._PyErr_Clear();
      return 0;
    }
    this.sync();
    const { U32, I32 } = this;
    const word = this.contentOf(header) >> 2;
    U32[word + HEADER.type] = view.code;
    U32[word + HEADER.axes] = view.nd;
    U32[word + HEADER.size] = view.size;
    U32[word + HEADER.width] = view.code >= TEXT ? view.width : 0;
    for (let i = 0; i < view.nd; i++) {
      I32[word + HEADER_WORDS + i] = nth(view.shape, i);
      I32[word + HEADER_WORDS + view.nd + i] = nth(view.strides, i);
    }
    return header;
  }

  /** A new array that owns its memory, laid out as `view` says in C order; `view.ptr` then is where its elements go. */
  newArray(view: View): number {
    const bytes = view.size * itemSize(view.code);
    view.store = view.code;
    const header = bytes > LARGEST ? 0 : this.header(view, bytes);
    if (header === 0) throw new PythonError('memory', noRoom(view, bytes));
    const array = this.api._PyType_GenericAlloc(this.types.ndarray, 0);
    if (array === 0) this.api._Py_DecRef(header);
    this.made(array);
    const word = this.contentOf(header) >> 2;
    view.ptr = (word + HEADER_WORDS + 2 * view.nd) * 4;
    this.U32[word + HEADER.elements] = view.ptr;
    this.U32[word + HEADER.flags] = CONTIGUOUS | WRITEABLE;
    this.setPointer(array + this.headerSlot, header);
    return array;
  }

  /** A new array over the memory of `owner`, laid out as `view` says. */
  newView(view: View, owner: number): number {
    const header = this.made(this.header(view, 0));
    const array = this.api._PyType_GenericAlloc(this.types.ndarray, 0);
    if (array === 0) this.api._Py_DecRef(header);
    this.made(array);
    const base = this.baseOf(owner) || owner;
    this.api._Py_IncRef(base);
    const word = this.contentOf(header) >> 2;
    this.U32[word + HEADER.elements] = view.ptr;
    this.U32[word + HEADER.flags] = (view.flags & WRITEABLE) | (isContiguous(view) ? CONTIGUOUS : 0);
    this.setPointer(array + this.headerSlot, header);
    this.setPointer(array + this.baseSlot, base);
    return array;
  }

  /** A new `numpy.float64`. */
  float64(value: number): number {
    const object = this.made(this.api._PyType_GenericAlloc(this.types.float64, 0));
    this.setFloat(object, value);
    return object;
  }

  /** A new NumPy scalar of the given type. */
  scalar(code: number, value: number): number {
    const { api, types } = this;
    if (code === FLOAT64) return this.float64(value);
    if (code === BOOL) {
      const object = value === 0 ? types.False_ : types.True_;
      api._Py_IncRef(object);
      return object;
    }
    if (code === FLOAT32) return this.wrap(types.float32, api._PyFloat_FromDouble(Math.fround(value)));
    if (code === FLOAT16) return this.wrap(types.float16, api._PyFloat_FromDouble(fromHalf(toHalf(value))));
    return this.wrap(nth(types.integers, code), this.int(value));
  }

  /** The complex number at an address: a `numpy.complex128`, or Python's own. */
  complex(at: number, scalar: boolean): number {
    const real = this.F64[at >> 3] as number;
    const imag = this.F64[(at >> 3) + 1] as number;
    if (!scalar) return this.made(this.api._PyComplex_FromDoubles(real, imag));
    const parts = [real, imag].map((part) => this.made(this.api._PyFloat_FromDouble(part)));
    const object = this.call(this.types.complex128, ...parts);
    for (const part of parts) this.api._Py_DecRef(part);
    return object;
  }

  /** A new NumPy scalar of a 64-bit integer type. */
  wideScalar(code: number, value: bigint): number {
    return this.wrap(nth(this.types.integers, code), this.wideInt(value));
  }

  /** The text or other object that an element stands for. */
  numbered(number: number): number {
    const argument = this.int(number);
    const object = this.call(this.types.numbered, argument);
    this.api._Py_DecRef(argument);
    return object;
  }

  /** The code of an integer scalar's type, or 0 where it is none. */
  integerCode(type: number): number {
    return this.integerCodes.get(type) ?? 0;
  }

  private wrap(type: number, inner: number): number {
    this.made(inner);
    const object = this.made(this.api._PyType_GenericAlloc(type, 0));
    this.setPointer(object + this.valueSlot, inner);
    return object;
  }

  /** The Python number inside a NumPy scalar other than `float64`. */
  inner(scalar: number): number {
    return this.pointer(scalar + this.valueSlot);
  }

  /** The values of a tuple of ints. */
  intList(tuple: number): number[] {
    return Array.from({ length: this.count(tuple) }, (_, i) => this.index(this.tupleItem(tuple, i)));
  }

  /** The value of a Python int or of a NumPy integer, or NaN where the object is neither. */
  index(object: number): number {
    const type = this.typeOf(object);
    if (type === this.api._PyLong_Type) return this.longValue(object);
    if (this.integerCode(type) !== 0) return this.longValue(this.inner(object));
    return NaN;
  }
}
