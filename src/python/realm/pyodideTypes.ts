/** The parts of Pyodide that are used here. */
import type { PythonApi } from '../numpyHeap';

/** Emscripten's module: CPython's C interface, its memory and its files. */
export interface PythonModule extends Omit<PythonApi, 'addFunction'> {
  addFunction: PythonApi['addFunction'];
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly FS: FileSystem;
  readonly wasmTable: {
    readonly length: number;
    grow(by: number): number;
    set(index: number, entry: unknown): void;
  };
}

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
  readonly FS: FileSystem;
  readonly _module: PythonModule;
  runPython(code: string): unknown;
  setStdin(options: { readonly error: true }): void;
  /** Any object will do whose entry 0 is 2 when the running program is to be interrupted. */
  setInterruptBuffer(buffer: { 0: number }): void;
  makeMemorySnapshot(): Uint8Array<ArrayBuffer>;
}
