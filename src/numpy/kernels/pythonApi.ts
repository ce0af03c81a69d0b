/** CPython's C interface as WebAssembly offers it. */

/** The parts of CPython's C interface that the kernels call; every object is an address. */
export interface PythonApi {
  readonly HEAPU8: Uint8Array;
  readonly wasmTable: {
    readonly length: number;
    grow(by: number): number;
    set(index: number, entry: unknown): void;
  };
  addFunction: (fn: (...args: number[]) => number, signature: string) => number;
  _Py_GetVersion(): number;
  stackSave(): number;
  stackAlloc(bytes: number): number;
  stackRestore(at: number): void;
  _malloc(bytes: number): number;
  _free(at: number): void;
  _Py_IncRef(object: number): void;
  _Py_DecRef(object: number): void;
  _PyType_GenericAlloc(type: number, items: number): number;
  _PyType_IsSubtype(type: number, of: number): number;
  _PyBytes_FromStringAndSize(from: number, size: number): number;
  _PyBytes_AsString(bytes: number): number;
  _PySlice_New(start: number, stop: number, step: number): number;
  _PyFloat_FromDouble(value: number): number;
  _PyFloat_AsDouble(object: number): number;
  _PyComplex_FromDoubles(real: number, imag: number): number;
  _PyLong_FromLong(value: number): number;
  _PyLong_FromDouble(value: number): number;
  _PyLong_FromLongLong(value: bigint): number;
  _PyLong_FromUnsignedLongLong(value: bigint): number;
  _PyLong_AsDouble(object: number): number;
  _PyLong_AsLongLong(object: number): bigint;
  _PyTuple_New(size: number): number;
  _PyTuple_GetItem(tuple: number, index: number): number;
  _PyTuple_SetItem(tuple: number, index: number, item: number): number;
  _PyList_New(size: number): number;
  _PyList_SetItem(list: number, index: number, item: number): number;
  _PyDict_GetItemString(dict: number, name: number): number;
  _PyDict_SetItemString(dict: number, name: number, value: number): number;
  _PyObject_SetAttrString(object: number, name: number, value: number): number;
  _PyObject_GetAttrString(object: number, name: number): number;
  _PyObject_Vectorcall(callable: number, args: number, count: number, names: number): number;
  _PyCMethod_New(definition: number, self: number, module: number, type: number): number;
  _PyDescr_NewMethod(type: number, definition: number): number;
  _PyDescr_NewGetSet(type: number, definition: number): number;
  _PyUnicode_AsUTF8(object: number): number;
  _PyUnicode_FromString(text: number): number;
  _PyErr_SetString(type: number, text: number): void;
  _PyErr_Occurred(): number;
  _PyErr_Clear(): void;
  readonly _PyFloat_Type: number;
  readonly _PyLong_Type: number;
  readonly _PyBool_Type: number;
  readonly _PyTuple_Type: number;
  readonly _PyList_Type: number;
  readonly _PySlice_Type: number;
  readonly _PyUnicode_Type: number;
  readonly __Py_NoneStruct: number;
  readonly __Py_TrueStruct: number;
  readonly __Py_FalseStruct: number;
  readonly __Py_EllipsisObject: number;
  readonly __Py_NotImplementedStruct: number;
  readonly _PyExc_ValueError: number;
  readonly _PyExc_TypeError: number;
  readonly _PyExc_IndexError: number;
  readonly _PyExc_MemoryError: number;
  readonly _PyExc_SystemError: number;
}
