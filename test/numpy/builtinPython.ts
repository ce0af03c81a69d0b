/** Starts a bare Pyodide with the built-in `numpy`, without the worker, the harness or a snapshot around it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import { installNumpy } from '../../src/numpy/install';

const sources = join(dirname(fileURLToPath(import.meta.url)), '../../src/numpy/package');

/** A Python that runs programs in turn. */
export interface BuiltinPython {
  /** Runs a program in `__main__` and gives the value of its last expression, if that is a plain one. */
  run(program: string): unknown;
}

/** The part of Emscripten's file system that is used here. */
interface FileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, data: Uint8Array): void;
}

/** Boots Pyodide, imports `numpy`, and connects its kernels. */
export async function startBuiltinPython(): Promise<BuiltinPython> {
  const pyodide = await loadPyodide({ jsglobals: {} });
  const target = '/lib/tutor/numpy';
  const files = pyodide.FS as unknown as FileSystem;
  files.mkdirTree(target);
  for (const name of readdirSync(sources)) {
    if (name.endsWith('.py')) files.writeFile(`${target}/${name}`, readFileSync(join(sources, name)));
  }
  pyodide.runPython('import sys; sys.path.insert(0, "/lib/tutor")');
  installNumpy(pyodide);
  return { run: (program) => pyodide.runPython(program) as unknown };
}
