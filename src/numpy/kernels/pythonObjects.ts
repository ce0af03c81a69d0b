/** Making and reading Python's own objects, calling functions, raising errors. */
import { ObjectMemory } from './abi';
import type { PythonApi } from './pythonApi';
import { PythonError } from './pythonError';
import { nth } from './nth';

/** CPython's memory with what Python offers of its own. New references are passed on; arguments are borrowed. */
export class PythonObjects extends ObjectMemory {
  readonly none: number;
  readonly true_: number;
  readonly false_: number;
  /** Addresses of the texts that are kept. */
  texts: Map<string, number>;

  constructor(api: PythonApi, texts: ReadonlyMap<string, number> = new Map()) {
    super(api);
    this.texts = new Map(texts);
    this.none = api.__Py_NoneStruct;
    this.true_ = api.__Py_TrueStruct;
    this.false_ = api.__Py_FalseStruct;
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
    return this.textAt(at);
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
    this.api._PyErr_SetString(this.pointer(type), at);
    this.api._free(at);
  }

  /** Passes a new object on, or throws where Python could not make it. */
  made(object: number): number {
    if (object === 0) throw new PythonError('set');
    this.sync();
    return object;
  }

  /** A new Python int. */
  int(value: number): number {
    return this.made(
      value === (value | 0) ? this.api._PyLong_FromLong(value) : this.api._PyLong_FromDouble(value),
    );
  }

  /** A new Python int of more than 53 bits. */
  wideInt(value: bigint): number {
    const isLarge = value >= 1n << 63n;
    return this.made(
      isLarge ? this.api._PyLong_FromUnsignedLongLong(value) : this.api._PyLong_FromLongLong(value),
    );
  }

  /** A new Python tuple of ints. */
  intTuple(values: readonly number[], count = values.length): number {
    const tuple = this.made(this.api._PyTuple_New(count));
    for (let i = 0; i < count; i++) this.api._PyTuple_SetItem(tuple, i, this.int(nth(values, i)));
    return tuple;
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

  tupleItem(tuple: number, index: number): number {
    return this.api._PyTuple_GetItem(tuple, index);
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
    const list = api.stackAlloc(args.length * 4 + 4);
    this.sync();
    this.U32.set(args, list >> 2);
    const result = api._PyObject_Vectorcall(callable, list, args.length, 0);
    api.stackRestore(saved);
    return this.made(result);
  }
}
