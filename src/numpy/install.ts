/**
 * The one door of this room: gives the `numpy` package of `package/`, once a CPython has imported it, its kernels. They
 * become entries of CPython's function table; no JavaScript object comes into a program's reach.
 */
import { addTogether } from './kernels/functionTable';
import { Installation } from './kernels/installation';
import type { PythonApi } from './kernels/pythonApi';

/** A Pyodide that finds the package under the name `numpy`. */
interface Pyodide {
  runPython(code: string): unknown;
}

/** Where the imported package has, in CPython's memory, what its kernels are connected to. */
export interface NumpyAddresses {
  /** The dict of the types and functions that the kernels call. */
  readonly registry: number;
  /** The dict that the kernels are put into. */
  readonly kernels: number;
  /** The function to call when they are there. */
  readonly bind: number;
}

/** The kernels of one Python. */
export interface InstalledNumpy {
  /** Notes what the kernels keep outside Python's memory. */
  mark(): void;
  /** Sets that back, where Python's memory has been set back to what it was at the mark. */
  reset(): void;
}

/** Imports `numpy`, which must not have its kernels yet, and tells where it is. */
export function findNumpy(pyodide: Pyodide): NumpyAddresses {
  const address = (what: string): number =>
    Number(pyodide.runPython(`import numpy._backend; id(numpy._backend.${what})`));
  return { registry: address('registry'), kernels: address('k.__dict__'), bind: address('bind') };
}

/** Connects the kernels. Throws where this CPython is not the one they were written for. */
export function connectNumpy(module: object, { registry, kernels, bind }: NumpyAddresses): InstalledNumpy {
  const api = module as PythonApi;
  const installation = new Installation(api, registry, kernels);
  addTogether(api, () => {
    installation.run();
  });
  const none = api._PyObject_Vectorcall(bind, 0, 0, 0);
  if (none === 0) throw new Error('numpy could not be connected');
  api._Py_DecRef(none);
  return installation;
}

/** Imports `numpy` and connects its kernels. */
export function installNumpy(pyodide: Pyodide): InstalledNumpy {
  const { _module } = pyodide as unknown as { readonly _module: object };
  return connectNumpy(_module, findNumpy(pyodide));
}
