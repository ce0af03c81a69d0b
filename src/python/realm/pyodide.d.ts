/** The modules of Pyodide that are used here: its loader, and CPython as Emscripten made it. */
declare module 'pyodide/pyodide.mjs' {
  export function loadPyodide(options: object): Promise<unknown>;
}
declare module 'pyodide/pyodide.asm.mjs' {
  import type { PythonModule, PythonSettings } from './pyodideTypes';
  const createPyodideModule: (settings: PythonSettings) => Promise<PythonModule>;
  // eslint-disable-next-line no-restricted-syntax -- it is how Emscripten exports it
  export default createPyodideModule;
}
