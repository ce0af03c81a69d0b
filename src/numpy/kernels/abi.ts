/**
 * How CPython lays out its objects: all that is known of it stands here, and is tried on real objects at the start. It
 * is true of CPython 3.14 as Pyodide compiles it, for 32-bit WebAssembly. Addresses and offsets count bytes.
 */
import type { PythonApi } from './pythonApi';

/** The version whose objects are laid out like this. */
const VERSION = '3.14.';

/** Behind an object's reference count: its type, then what a type of object has of its own. */
const OBJECT_TYPE = 4;
/** `ob_size` of tuples, lists and bytes objects. */
const ITEM_COUNT = 8;
/** Behind `ob_size`, a bytes object keeps its hash. */
const BYTES_CONTENT = 16;
const FLOAT_VALUE = 8;
/** A list holds the address of its items; a slice its start, stop and step. */
const LIST_ITEMS = 12;
const SLICE_PARTS = 8;
/** `tp_name` of a type. */
const TYPE_NAME = 12;
/** `d_member` of a member descriptor, and `offset` in the definition that it points to. */
const DESCRIPTOR_MEMBER = 20;
const MEMBER_OFFSET = 8;

/** How a method takes its arguments: `ml_flags` of its definition. */
export const CALLED_WITH = {
  noArgument: 0x04,
  oneArgument: 0x08,
  list: 0x80,
  listAndKeywords: 0x82,
} as const;

/** CPython's memory, and its objects by their addresses. */
export class ObjectMemory {
  U8!: Uint8Array;
  I8!: Int8Array;
  U16!: Uint16Array;
  I16!: Int16Array;
  U32!: Uint32Array;
  I32!: Int32Array;
  F32!: Float32Array;
  F64!: Float64Array;
  I64!: BigInt64Array;

  constructor(readonly api: PythonApi) {
    this.refresh();
  }

  private refresh(): void {
    const { buffer } = this.api.HEAPU8;
    this.U8 = new Uint8Array(buffer);
    this.I8 = new Int8Array(buffer);
    this.U16 = new Uint16Array(buffer);
    this.I16 = new Int16Array(buffer);
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

  /** The address that lies at an address. */
  pointer(at: number): number {
    const value = this.U32[at >> 2];
    if (value === undefined) throw new Error(`there is no memory at ${String(at)}`);
    return value;
  }

  setPointer(at: number, value: number): void {
    this.U32[at >> 2] = value;
  }

  typeOf(object: number): number {
    return this.pointer(object + OBJECT_TYPE);
  }

  /** The number of items of a tuple or list, or of bytes. */
  count(sequence: number): number {
    return this.pointer(sequence + ITEM_COUNT);
  }

  listItem(list: number, index: number): number {
    return this.pointer(this.pointer(list + LIST_ITEMS) + 4 * index);
  }

  /** A slice's start (0), stop (1) or step (2). */
  slicePart(slice: number, part: 0 | 1 | 2): number {
    return this.pointer(slice + SLICE_PARTS + 4 * part);
  }

  /** Where the content of a bytes object begins; its elements may be of up to eight bytes. */
  contentOf(bytes: number): number {
    return bytes + BYTES_CONTENT;
  }

  /** Sets the value of a new float, or of an instance of a subclass. */
  setFloat(object: number, value: number): void {
    this.F64[(object + FLOAT_VALUE) >> 3] = value;
  }

  /** Sets the name of a type that its error messages show, to a NUL-terminated text kept for good. */
  setTypeName(type: number, text: number): void {
    this.setPointer(type + TYPE_NAME, text);
  }

  /** Where the slot that a descriptor stands for lies in an instance. */
  slotOf(descriptor: number): number {
    return this.pointer(this.pointer(descriptor + DESCRIPTOR_MEMBER) + MEMBER_OFFSET);
  }

  /** The definition of a method: its name, its entry in the function table, `CALLED_WITH`, no documentation. */
  methodDefinition(name: number, entry: number, flags: number): number {
    return this.record([name, entry, flags, 0]);
  }

  /** The definition of a property: its name, its entries for reading and writing, no documentation, no closure. */
  propertyDefinition(name: number, get: number, set: number): number {
    return this.record([name, get, set, 0, 0]);
  }

  private record(words: readonly number[]): number {
    const at = this.api._malloc(4 * words.length);
    this.sync();
    this.U32.set(words, at >> 2);
    return at;
  }

  /** The text that ends with a NUL. */
  textAt(at: number): string {
    return new TextDecoder().decode(this.U8.subarray(at, this.U8.indexOf(0, at)));
  }

  /** Tries every assumption of this file on objects that CPython makes. Throws where one does not hold. */
  checkLayout(): void {
    const { api } = this;
    const version = this.textAt(api._Py_GetVersion());
    if (!version.startsWith(VERSION)) this.refuse(`this is CPython ${version.split(' ', 1).join('')}`);
    const made: number[] = [];
    const keep = (object: number): number => {
      if (object === 0) throw new Error('Python could not make an object');
      made.push(object);
      this.sync();
      return object;
    };
    const number = keep(api._PyFloat_FromDouble(0.1));
    this.expect(this.typeOf(number) === api._PyFloat_Type, 'the type of an object');
    this.setFloat(number, -2.5);
    this.expect(api._PyFloat_AsDouble(number) === -2.5, 'the value of a float');
    const tuple = keep(api._PyTuple_New(0));
    this.expect(this.count(tuple) === 0, 'the length of a tuple');
    const list = keep(api._PyList_New(3));
    for (let i = 0; i < 3; i++) {
      api._Py_IncRef(number);
      api._PyList_SetItem(list, i, number);
    }
    this.expect(this.count(list) === 3, 'the length of a list');
    this.expect(
      this.listItem(list, 0) === number && this.listItem(list, 2) === number,
      'the items of a list',
    );
    const slice = keep(api._PySlice_New(list, number, tuple));
    this.expect(
      [list, number, tuple].every((part, i) => this.slicePart(slice, i as 0 | 1 | 2) === part),
      'the parts of a slice',
    );
    const bytes = keep(api._PyBytes_FromStringAndSize(0, 24));
    this.expect(this.count(bytes) === 24, 'the length of a bytes object');
    this.expect(this.contentOf(bytes) === api._PyBytes_AsString(bytes), 'the content of a bytes object');
    this.expect(this.contentOf(bytes) % 8 === 0, 'the alignment of a bytes object');
    this.expect(this.textAt(this.pointer(api._PyFloat_Type + TYPE_NAME)) === 'float', 'the name of a type');
    for (const object of made) api._Py_DecRef(object);
  }

  /** Throws, naming what is laid out in another way, unless it is as assumed. */
  expect(isAsAssumed: boolean, what: string): void {
    if (!isAsAssumed) this.refuse(`${what} lies elsewhere`);
  }

  private refuse(why: string): never {
    throw new Error(
      `NumPy cannot start: it was made for the objects of CPython ${VERSION}x, and ${why}. ` +
        'Adapt src/numpy/kernels/abi.ts to the new Pyodide, or install the old one.',
    );
  }
}
