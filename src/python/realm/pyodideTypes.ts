/** The parts of Pyodide that are used here. */

/** Emscripten's module: of CPython's C interface what a call needs, its memory and its files. */
export interface PythonModule {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly FS: FileSystem;
  readonly wasmTable: { readonly length: number };
  stackSave(): number;
  stackAlloc(bytes: number): number;
  stackRestore(at: number): void;
  /** The end of the memory that has been given out. */
  _sbrk(more: 0): number;
  _malloc(bytes: number): number;
  _free(at: number): void;
  _PyObject_Malloc(bytes: number): number;
  _PyObject_Free(at: number): void;
  _Py_DecRef(object: number): void;
  _PyBytes_FromStringAndSize(from: number, size: number): number;
  _PyBytes_AsString(bytes: number): number;
  _PyBytes_Size(bytes: number): number;
  _PyObject_Vectorcall(callable: number, args: number, count: number, names: number): number;
  /** Address of the byte that tells CPython to look at the buffer below. */
  readonly _Py_EMSCRIPTEN_SIGNAL_HANDLING: number;
  /** Any object will do whose entry 0 is 2 when the running program is to be interrupted. */
  Py_EmscriptenSignalBuffer: { 0: number };
  /** Makes the few JavaScript objects anew that CPython's memory refers to. */
  _jslib_init(): number;
  /** The program is not over when a call is. */
  runtimeKeepalivePush(): void;
  readonly API: {
    initializeStreams(stdin: () => never, stdout: () => void, stderr: () => void): void;
  };
}

/** What Pyodide starts Emscripten's module with. */
export type PythonSettings = Readonly<Record<string, unknown>>;

type Operations = Record<string, (...given: never[]) => unknown>;

/** Emscripten's file system, as far as it is used here. */
export interface FileSystem {
  readonly filesystems: {
    /** What is done to files, folders and links in memory, each by functions of this table alone. */
    readonly MEMFS: {
      readonly ops_table: Record<string, { readonly node: Operations; readonly stream: Operations }>;
    };
  };
  /** By descriptor. */
  readonly streams: readonly unknown[];
  currentPath: string;
  mkdirTree(path: string): void;
  writeFile(path: string, data: Uint8Array): void;
}

export interface Pyodide {
  readonly _module: PythonModule;
  runPython(code: string): unknown;
}
