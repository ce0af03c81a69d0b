/**
 * The one door of this room: gives the `numpy` package of `package/`, once a Pyodide has imported it, its kernels. They
 * become entries of CPython's function table; no JavaScript object comes into a program's reach.
 */
import { addTogether } from './kernels/functionTable';
import { Installation } from './kernels/installation';
import type { PythonApi } from './kernels/pythonApi';

/** A Pyodide that finds the package under the name `numpy`, and whose snapshot, if any, has been loaded. */
interface Pyodide {
  runPython(code: string): unknown;
}

/** The kernels of one Python. */
export interface InstalledNumpy {
  /** Notes what the kernels keep outside Python's memory. */
  mark(): void;
  /** Sets that back, where Python's memory has been set back to what it was at the mark. */
  reset(): void;
}

/** Imports `numpy` and connects its kernels. Throws where this CPython is not the one they were written for. */
export function installNumpy(pyodide: Pyodide): InstalledNumpy {
  const { _module: api } = pyodide as unknown as { readonly _module: PythonApi };
  const address = (what: string): number =>
    Number(pyodide.runPython(`import numpy._backend; id(numpy._backend.${what})`));
  const installation = new Installation(api, address('registry'), address('k.__dict__'));
  addTogether(api, () => {
    installation.run();
  });
  pyodide.runPython('import numpy._backend; numpy._backend.bind()');
  return installation;
}
