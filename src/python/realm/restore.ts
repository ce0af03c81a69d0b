/**
 * Sets a Python back to what it was: its memory, byte for byte, and what lies beside that memory. So one snippet leaves
 * nothing for the next: no patched function, no open descriptor, no seed.
 */
import type { InstalledNumpy } from '../../numpy/install';
import type { FileSystem, PythonModule } from './pyodideTypes';

/** A Python that has grown past this many times its size is replaced: clearing so much takes longer. */
const tooLarge = 4;

/**
 * Gives a function that sets a Python back to what it is now: `fill` sets so many bytes of the memory. The function says
 * false where that is not all, and a fresh Python is to take its place.
 */
export function restoring(
  module: PythonModule,
  kernels: InstalledNumpy,
  memoryBytes: number,
  fill: (heap: Uint8Array) => void,
): () => boolean {
  const stack = module.stackSave();
  const table = module.wasmTable.length;
  const files = new FileWatch(module.FS);
  kernels.mark();
  return () => {
    const heap = module.HEAPU8;
    if (heap.length > tooLarge * memoryBytes || files.changed() || module.wasmTable.length !== table)
      return false;
    fill(heap);
    heap.fill(0, memoryBytes);
    module.stackRestore(stack);
    kernels.reset();
    return true;
  };
}

/** Notices whatever is done to the files in memory and to the descriptors. No honest snippet does anything. */
class FileWatch {
  readonly #fs: FileSystem;
  readonly #streams: readonly unknown[];
  readonly #folder: string;
  #touched = false;

  constructor(fs: FileSystem) {
    this.#fs = fs;
    this.#streams = [...fs.streams];
    this.#folder = fs.currentPath;
    for (const { node, stream } of Object.values(fs.filesystems.MEMFS.ops_table)) {
      for (const name of ['mknod', 'rename', 'unlink', 'rmdir', 'symlink', 'setattr'])
        this.#watch(node, name);
      for (const name of ['write', 'msync']) this.#watch(stream, name);
    }
  }

  #watch(operations: Record<string, (...given: never[]) => unknown>, name: string): void {
    const real = operations[name];
    if (real === undefined) return;
    operations[name] = (...given) => {
      this.#touched = true;
      return real(...given);
    };
  }

  changed(): boolean {
    const { streams, currentPath } = this.#fs;
    const isOpen = streams.some(
      (stream, descriptor) => (stream ?? null) !== (this.#streams[descriptor] ?? null),
    );
    return this.#touched || isOpen || currentPath !== this.#folder;
  }
}
