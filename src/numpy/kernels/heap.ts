/**
 * CPython's memory as the NumPy kernels see it. An `ndarray` is a Python object with two slots: `_h`, a bytes object
 * that holds the array's header (and, where the array owns its memory, its elements right behind it), and `_b`, the
 * array whose memory it shares. So arrays live and die by Python's reference counts, and a kernel reaches them
 * without a proxy, a copy or a table.
 */
import type { PythonApi } from './pythonApi';

/** Codes of the element types, in the order of promotion. */
export const BOOL = 0;
export const INT32 = 1;
export const INT64 = 2;
export const FLOAT32 = 3;
export const FLOAT64 = 4;
export const ITEM_SIZE: readonly number[] = [1, 4, 8, 4, 8];

/** The most axes an array may have, as in NumPy 2. */
export const MAX_AXES = 64;

/** How strong a scalar's type is beside an array's: a Python number gives way, a NumPy scalar does not. */
export const STRONG = 0;
export const WEAK = 1;

/** In an array's flags: its elements lie in C order without gaps; it may be written to. */
export const CONTIGUOUS = 1;
export const WRITEABLE = 2;

/** Where things lie: a bytes object's content, and the header's fields in 4-byte words from there. */
const BYTES_CONTENT = 16;
const OBJECT_TYPE = 4;
const FLOAT_VALUE = 8;
const TYPE_NAME = 12;
const HEADER_WORDS = 6;

/** Thrown where a Python error is already set, or is to be set as given; the builtin then returns null to Python. */
export class PythonError extends Error {
  constructor(
    readonly kind: 'set' | 'value' | 'type' | 'index' | 'memory',
    message = '',
  ) {
    super(message);
  }
}

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
  weak = STRONG;
  shape: number[] = [];
  strides: number[] = [];

  /** Sets the shape and C-order strides for it. */
  layOut(shape: readonly number[], nd = shape.length): void {
    this.nd = nd;
    let size = 1;
    for (let i = nd - 1; i >= 0; i--) {
      const n = shape[i] ?? 0;
      this.shape[i] = n;
      this.strides[i] = size;
      size *= n;
    }
    this.size = size;
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
    for (let i = 0; i < other.nd; i++) {
      this.shape[i] = other.shape[i] ?? 0;
      this.strides[i] = other.strides[i] ?? 0;
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
    const n = view.shape[i] ?? 0;
    if (n === 0) return true;
    if (n !== 1 && view.strides[i] !== expected) return false;
    expected *= n;
  }
  return true;
}

/** No object of WebAssembly's memory may be larger. */
const LARGEST = 0x7fff0000;
const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;
const TYPE_NAMES = ['bool', 'int32', 'int64', 'float32', 'float64'] as const;

/** What NumPy says where there is no memory for an array. */
function noRoom(view: View, bytes: number): string {
  let unit = 0;
  let amount = bytes;
  for (; amount >= 1024 && unit < UNITS.length - 1; unit++) amount /= 1024;
  const size = unit === 0 ? String(bytes) : String(Number(amount.toPrecision(3)));
  const dims = view.dims();
  const shape = dims.length === 1 ? `(${String(dims[0])},)` : `(${dims.join(', ')})`;
  const type = TYPE_NAMES[view.code] ?? 'float64';
  return `Unable to allocate ${size} ${UNITS[unit] ?? ''} for an array with shape ${shape} and data type ${type}`;
}

/** The Python types and functions that the kernels need, registered by `numpy._backend.bind`. */
export interface Registry {
  ndarray: number;
  float64: number;
  float32: number;
  int64: number;
  int32: number;
  bool_: number;
  True_: number;
  False_: number;
}

/** CPython's heap with the helpers that read and make Python objects in it. */
export class Heap {
  U8!: Uint8Array;
  U32!: Uint32Array;
  I32!: Int32Array;
  F32!: Float32Array;
  F64!: Float64Array;
  I64!: BigInt64Array;
  readonly none: number;
  readonly true_: number;
  readonly false_: number;
  types: Registry = {
    ndarray: 0,
    float64: 0,
    float32: 0,
    int64: 0,
    int32: 0,
    bool_: 0,
    True_: 0,
    False_: 0,
  };
  private headerSlot = 0;
  private baseSlot = 0;
  private valueSlot = 0;
  private scratches: { at: number; bytes: number }[] = [];
  private texts = new Map<string, number>();
  private marked: readonly [
    scratches: readonly { at: number; bytes: number }[],
    texts: ReadonlyMap<string, number>,
  ] = [[], new Map()];

  constructor(readonly api: PythonApi) {
    this.none = api.__Py_NoneStruct;
    this.true_ = api.__Py_TrueStruct;
    this.false_ = api.__Py_FalseStruct;
    this.refresh();
  }

  private refresh(): void {
    const { buffer } = this.api.HEAPU8;
    this.U8 = new Uint8Array(buffer);
    this.U32 = new Uint32Array(buffer);
    this.I32 = new Int32Array(buffer);
    this.F32 = new Float32Array(buffer);
    this.F64 = new Float64Array(buffer);
    this.I64 = new BigInt64Array(buffer);
  }

  /** To be called after anything that may have made the memory grow, before elements are touched. */
  sync(): void {
    if (this.U8.byteLength === 0) this.refresh();
  }

  /** Finds the offsets of the slots in the registered types, and checks that objects are laid out as assumed. */
  register(types: Registry): void {
    this.types = types;
    this.headerSlot = this.slotOffset(types.ndarray, '_h');
    this.baseSlot = this.slotOffset(types.ndarray, '_b');
    this.valueSlot = this.slotOffset(types.int64, '_v');
    for (const type of [types.int32, types.float32, types.bool_]) {
      if (this.slotOffset(type, '_v') !== this.valueSlot)
        throw new Error('NumPy scalars are not laid out alike');
    }
    // Python's own messages then name these types as NumPy's do: `'numpy.ndarray' object is not callable`.
    for (const name of ['ndarray', 'float64', 'float32', 'int64', 'int32'] as const) {
      this.U32[(types[name] + TYPE_NAME) >> 2] = this.text(`numpy.${name}`);
    }
    this.U32[(types.bool_ + TYPE_NAME) >> 2] = this.text('numpy.bool');
    const probe = this.float64(0.1);
    const read = this.api._PyFloat_AsDouble(probe);
    this.api._Py_DecRef(probe);
    if (read !== 0.1) throw new Error('Python floats are not laid out as expected');
  }

  /** Where a slot lies in the instances of a type. */
  slotOffset(type: number, name: string): number {
    const descriptor = this.api._PyObject_GetAttrString(type, this.text(name));
    this.sync();
    // PyMemberDescrObject: header, d_type, d_name, d_qualname, d_member; PyMemberDef: name, type, offset.
    const member = this.U32[(descriptor + 20) >> 2] ?? 0;
    const offset = this.U32[(member + 8) >> 2] ?? 0;
    this.api._Py_DecRef(descriptor);
    return offset;
  }

  /** A NUL-terminated copy of a text that is kept for good: for names and fixed messages only. */
  text(value: string): number {
    let at = this.texts.get(value);
    if (at === undefined) {
      at = this.newText(value);
      this.texts.set(value, at);
    }
    return at;
  }

  private newText(value: string): number {
    const bytes = new TextEncoder().encode(value);
    const at = this.api._malloc(bytes.length + 1);
    this.sync();
    this.U8.set(bytes, at);
    this.U8[at + bytes.length] = 0;
    return at;
  }

  /** A new Python str. */
  str(value: string): number {
    const at = this.newText(value);
    const result = this.api._PyUnicode_FromString(at);
    this.api._free(at);
    return this.made(result);
  }

  /** The text of a Python str. */
  readStr(object: number): string {
    const at = this.api._PyUnicode_AsUTF8(object);
    if (at === 0) throw new PythonError('set');
    this.sync();
    return new TextDecoder().decode(this.U8.subarray(at, this.U8.indexOf(0, at)));
  }

  /** Turns what a builtin threw into a Python error. */
  raise(error: unknown): void {
    const { api } = this;
    if (error instanceof PythonError) {
      if (error.kind === 'set') return;
      const types = {
        value: api._PyExc_ValueError,
        type: api._PyExc_TypeError,
        index: api._PyExc_IndexError,
        memory: api._PyExc_MemoryError,
      };
      this.raiseText(types[error.kind], error.message);
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    // What the engine and numpy-ts say where their own memory does not hold an intermediate result.
    if (error instanceof RangeError || message.startsWith('WASM OOM'))
      this.raiseText(api._PyExc_MemoryError, 'Unable to allocate the memory that this operation needs');
    else this.raiseText(api._PyExc_SystemError, `numpy: ${message}`);
  }

  private raiseText(type: number, message: string): void {
    const at = this.newText(message);
    this.api._PyErr_SetString(this.U32[type >> 2] ?? 0, at);
    this.api._free(at);
  }

  /** Passes a new object on, or throws where Python could not make it. */
  made(object: number): number {
    if (object === 0) throw new PythonError('set');
    this.sync();
    return object;
  }

  typeOf(object: number): number {
    return this.U32[(object + OBJECT_TYPE) >> 2] ?? 0;
  }

  isArray(object: number): boolean {
    const type = this.typeOf(object);
    return type === this.types.ndarray || this.api._PyType_IsSubtype(type, this.types.ndarray) !== 0;
  }

  /** Memory for intermediate results, 8-aligned, one piece per number, kept between calls. */
  scratch(which: number, bytes: number): number {
    let piece = this.scratches[which];
    if (piece === undefined || piece.bytes < bytes) {
      if (piece !== undefined) this.api._free(piece.at);
      const room = Math.max(4096, bytes);
      const at = this.api._malloc(room);
      if (at === 0) {
        this.scratches[which] = { at: 0, bytes: 0 };
        throw new PythonError(
          'memory',
          `Unable to allocate ${String(room)} bytes for an intermediate result`,
        );
      }
      piece = { at, bytes: room };
      this.scratches[which] = piece;
      this.sync();
    }
    return piece.at;
  }

  /** Notes the pieces of Python's memory that are held now, for `reset`. */
  mark(): void {
    this.marked = [this.scratches.slice(), new Map(this.texts)];
  }

  /** Holds what was held at the mark, where Python's memory has been set back to what it was then. */
  reset(): void {
    const [scratches, texts] = this.marked;
    this.scratches = scratches.slice();
    this.texts = new Map(texts);
    this.sync();
  }

  /** Gives large intermediate memory back; called between runs. */
  trim(): void {
    this.scratches.forEach((piece, which) => {
      if (piece.bytes <= 1 << 20) return;
      this.api._free(piece.at);
      this.scratches[which] = { at: 0, bytes: 0 };
    });
  }

  /** Reads an array object into `view`. */
  load(view: View, array: number): void {
    const { U32, I32 } = this;
    const header = U32[(array + this.headerSlot) >> 2] ?? 0;
    if (header === 0) throw new PythonError('type', 'this array was never given its elements');
    const at = (header + BYTES_CONTENT) >> 2;
    view.ptr = U32[at] ?? 0;
    view.code = U32[at + 1] ?? 0;
    view.store = view.code;
    const nd = U32[at + 2] ?? 0;
    view.nd = nd;
    view.size = U32[at + 3] ?? 0;
    view.flags = U32[at + 4] ?? 0;
    view.weak = STRONG;
    for (let i = 0; i < nd; i++) {
      view.shape[i] = I32[at + HEADER_WORDS + i] ?? 0;
      view.strides[i] = I32[at + HEADER_WORDS + nd + i] ?? 0;
    }
  }

  /** The array whose memory this one shares, or 0. */
  baseOf(array: number): number {
    return this.U32[(array + this.baseSlot) >> 2] ?? 0;
  }

  setWriteable(array: number, writeable: boolean): void {
    const at = ((this.U32[(array + this.headerSlot) >> 2] ?? 0) + BYTES_CONTENT) >> 2;
    const flags = this.U32[at + 4] ?? 0;
    this.U32[at + 4] = writeable ? flags | WRITEABLE : flags & ~WRITEABLE;
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
    const at = (header + BYTES_CONTENT) >> 2;
    U32[at + 1] = view.code;
    U32[at + 2] = view.nd;
    U32[at + 3] = view.size;
    U32[at + 5] = 0;
    for (let i = 0; i < view.nd; i++) {
      I32[at + HEADER_WORDS + i] = view.shape[i] ?? 0;
      I32[at + HEADER_WORDS + view.nd + i] = view.strides[i] ?? 0;
    }
    return header;
  }

  /** A new array that owns its memory, laid out as `view` says in C order; `view.ptr` then is where its elements go. */
  newArray(view: View): number {
    const bytes = view.size * (ITEM_SIZE[view.code] ?? 8);
    view.store = view.code;
    const header = bytes > LARGEST ? 0 : this.header(view, bytes);
    if (header === 0) throw new PythonError('memory', noRoom(view, bytes));
    const array = this.api._PyType_GenericAlloc(this.types.ndarray, 0);
    if (array === 0) this.api._Py_DecRef(header);
    this.made(array);
    const at = (header + BYTES_CONTENT) >> 2;
    view.ptr = header + BYTES_CONTENT + (HEADER_WORDS + 2 * view.nd) * 4;
    this.U32[at] = view.ptr;
    this.U32[at + 4] = CONTIGUOUS | WRITEABLE;
    this.U32[(array + this.headerSlot) >> 2] = header;
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
    const at = (header + BYTES_CONTENT) >> 2;
    this.U32[at] = view.ptr;
    this.U32[at + 4] = (view.flags & WRITEABLE) | (isContiguous(view) ? CONTIGUOUS : 0);
    this.U32[(array + this.headerSlot) >> 2] = header;
    this.U32[(array + this.baseSlot) >> 2] = base;
    return array;
  }

  /** A new `numpy.float64`. */
  float64(value: number): number {
    const object = this.made(this.api._PyType_GenericAlloc(this.types.float64, 0));
    this.F64[(object + FLOAT_VALUE) >> 3] = value;
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
    const inner = code === FLOAT32 ? api._PyFloat_FromDouble(Math.fround(value)) : this.int(value);
    return this.wrap(code === FLOAT32 ? types.float32 : code === INT64 ? types.int64 : types.int32, inner);
  }

  /** A new `numpy.int64` of more than 53 bits. */
  scalarInt64(value: bigint): number {
    return this.wrap(this.types.int64, this.api._PyLong_FromLongLong(value));
  }

  private wrap(type: number, inner: number): number {
    this.made(inner);
    const object = this.made(this.api._PyType_GenericAlloc(type, 0));
    this.U32[(object + this.valueSlot) >> 2] = inner;
    return object;
  }

  /** The Python number inside a NumPy scalar other than `float64`. */
  inner(scalar: number): number {
    return this.U32[(scalar + this.valueSlot) >> 2] ?? 0;
  }

  /** A new Python int. */
  int(value: number): number {
    return this.made(
      value === (value | 0) ? this.api._PyLong_FromLong(value) : this.api._PyLong_FromDouble(value),
    );
  }

  /** A new Python tuple of ints. */
  intTuple(values: readonly number[], count = values.length): number {
    const tuple = this.made(this.api._PyTuple_New(count));
    for (let i = 0; i < count; i++) this.api._PyTuple_SetItem(tuple, i, this.int(values[i] ?? 0));
    return tuple;
  }

  /** The value of a Python int or of a NumPy integer, or NaN where the object is neither. */
  index(object: number): number {
    const type = this.typeOf(object);
    if (type === this.api._PyLong_Type) return this.longValue(object);
    if (type === this.types.int64 || type === this.types.int32) return this.longValue(this.inner(object));
    return NaN;
  }

  /** The value of a Python int as a double; infinite where it is beyond that. */
  longValue(object: number): number {
    const value = this.api._PyLong_AsDouble(object);
    if (value === -1 && this.api._PyErr_Occurred() !== 0) {
      this.api._PyErr_Clear();
      return Infinity;
    }
    return value;
  }

  /** The number of items of a tuple or list, and the i-th of them. */
  count(sequence: number): number {
    return this.U32[(sequence + 8) >> 2] ?? 0;
  }

  tupleItem(tuple: number, index: number): number {
    return this.api._PyTuple_GetItem(tuple, index);
  }

  listItem(list: number, index: number): number {
    const items = this.U32[(list + 12) >> 2] ?? 0;
    return this.U32[(items >> 2) + index] ?? 0;
  }

  /** Python's None, as a new reference. */
  returnNone(): number {
    this.api._Py_IncRef(this.none);
    return this.none;
  }

  notImplemented(): number {
    this.api._Py_IncRef(this.api.__Py_NotImplementedStruct);
    return this.api.__Py_NotImplementedStruct;
  }

  returnBool(value: boolean): number {
    const object = value ? this.true_ : this.false_;
    this.api._Py_IncRef(object);
    return object;
  }

  /** Calls a Python function for what it does, and lets go of the arguments. */
  callAndRelease(callable: number, ...args: number[]): void {
    try {
      this.api._Py_DecRef(this.call(callable, ...args));
    } finally {
      for (const arg of args) this.api._Py_DecRef(arg);
    }
  }

  /** Calls a Python function; the arguments are borrowed. */
  call(callable: number, ...args: number[]): number {
    const { api } = this;
    const saved = api.stackSave();
    const at = api.stackAlloc(args.length * 4 + 4);
    this.sync();
    args.forEach((arg, i) => {
      this.U32[(at >> 2) + i] = arg;
    });
    const result = api._PyObject_Vectorcall(callable, at, args.length, 0);
    api.stackRestore(saved);
    return this.made(result);
  }
}
