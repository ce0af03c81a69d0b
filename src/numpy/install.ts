/**
 * The one door of this room: gives the `numpy` package of `package/`, once a CPython has imported it, its kernels. They
 * become entries of CPython's function table; no JavaScript object comes into a program's reach.
 */
import { addTogether } from './kernels/functionTable';
import { Installation } from './kernels/installation';
import type { Held } from './kernels/installation';
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

/** What the kernels of a Python know of its memory: plain data, for `resumeNumpy`. */
export interface NumpyState {
  readonly addresses: NumpyAddresses;
  readonly held: Held;
}

/** The kernels of one Python. */
export interface InstalledNumpy {
  /** What another Python with the same memory can have its kernels from. */
  state(): NumpyState;
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
export function connectNumpy(module: object, addresses: NumpyAddresses): InstalledNumpy {
  const api = module as PythonApi;
  const installed = install(api, addresses, null);
  const none = api._PyObject_Vectorcall(addresses.bind, 0, 0, 0);
  if (none === 0) throw new Error('numpy could not be connected');
  api._Py_DecRef(none);
  return installed;
}

/**
 * Gives a CPython its kernels whose memory is, byte for byte, that of one which had them. Their entries in the function
 * table must come to the same places.
 */
export function resumeNumpy(module: object, { addresses, held }: NumpyState): InstalledNumpy {
  return install(module as PythonApi, addresses, held);
}

function install(api: PythonApi, addresses: NumpyAddresses, held: Held | null): InstalledNumpy {
  const installation = new Installation(api, addresses.registry, addresses.kernels, held);
  addTogether(api, () => {
    installation.run();
  });
  return {
    state: () => ({ addresses, held: installation.hold() }),
    mark: () => {
      installation.mark();
    },
    reset: () => {
      installation.reset();
    },
  };
}

/**
 * Imports `numpy` and connects its kernels.
 *
 * @public The door for who has a Pyodide and nothing of ours; the built-in Python has its own start, from a snapshot.
 */
export function installNumpy(pyodide: Pyodide): InstalledNumpy {
  const { _module } = pyodide as unknown as { readonly _module: object };
  return connectNumpy(_module, findNumpy(pyodide));
}
