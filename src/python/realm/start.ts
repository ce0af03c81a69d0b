/**
 * CPython by Pyodide in a realm that has nothing of its host's: begun from nothing, or gone on with from a snapshot of
 * its memory, with the harness in it and Pyodide's own doors taken out. The same start serves every host.
 */
import { serve } from './alike';
import { info } from 'pyodide/pyodide-lock.json';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { loadPyodide } from 'pyodide/pyodide.mjs';
import { connectNumpy, findNumpy, resumeNumpy } from '../../numpy/install';
import type { Pyodide, PythonModule, PythonSettings } from './pyodideTypes';
import { restoring } from './restore';
import { packSnapshot, readSnapshot } from './snapshot';
import type { KnownOfPython, Sources } from './snapshot';
import { sweep } from './sweep';

/** What a start is made of. */
export interface Start {
  /** CPython, and its standard library as a zip. */
  readonly wasm: Promise<WebAssembly.Module>;
  readonly library: Uint8Array<ArrayBuffer>;
  /** To go on from: it begins so far into the array. */
  readonly snapshot: Uint8Array | null;
  readonly snapshotAt: number;
  /** The harness and the `numpy` package, by path within their folder, to begin from; no need of them with a snapshot. */
  readonly sources: Sources;
  /** Whether to leave a snapshot, where there is none to start from. */
  readonly makeSnapshot: boolean;
  /** The most memory that Python may have. */
  readonly memoryBytes: number;
  /** Milliseconds since some moment, never backwards. */
  readonly now: () => number;
}

/** A CPython that has imported the harness. */
export interface BuiltinPython {
  /** Python's version. */
  readonly version: string;
  /** What another start can go on from, where it was asked for. */
  readonly snapshot: Uint8Array<ArrayBuffer> | null;
  /** Runs a request in wire form, and interrupts it after so many milliseconds. Throws where Python itself dies. */
  readonly run: (request: Uint8Array, milliseconds: number) => Uint8Array<ArrayBuffer>;
  /** Takes the path of a check once, so that the next real one finds it compiled. Not while one runs. */
  readonly warm: () => void;
  /** Sets everything back to what it was at the start; false where a fresh Python is to take its place. */
  readonly restore: () => boolean;
}

/** A CPython that is ready for a request, and what is known of its memory. */
interface Ready {
  readonly module: PythonModule;
  readonly known: KnownOfPython;
  readonly restorer: () => boolean;
}

const folder = '/lib/backprop';
const pageBytes = 65536;
/** How long after an interrupt the next one follows, where the snippet goes on. */
const askAgainMs = 20;

/** Pyodide asks for a list of packages; there are none. */
const noPackages = JSON.stringify({ info, packages: {} });

/** Imports what the snapshot is to hold. */
const importing = `
import sys
sys.dont_write_bytecode = True
sys.path[:] = [entry for entry in sys.path if entry] + [${JSON.stringify(folder)}]
import numpy, harness
`;

/** Takes out what Pyodide offers to programs, and the harness; gives the addresses of what is called from outside. */
const closing = `
import sys
def close():
    import gc, harness, _pyodide._importhook as hook
    hook.jsfinder.jsproxies.clear()
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "_pyodide._importhook"]
    for name in list(sys.modules):
        if name.partition(".")[0] in ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "harness"):
            del sys.modules[name]
    gc.collect()
    return "%d.%d %d %d" % (*sys.version_info[:2], id(harness.run), id(harness.warm))
close()
`;

/** Starts CPython. Rejects where it cannot start, for example from a damaged snapshot. */
export async function startPython(start: Start): Promise<BuiltinPython> {
  serve({ 'python_stdlib.zip': start.library }, start.wasm);
  limitMemory(start.memoryBytes);
  const python = await (start.snapshot === null
    ? begin(start.sources, start.makeSnapshot)
    : goOn(start.snapshot.subarray(start.snapshotAt)));
  const { module, known, restorer } = python;
  const clock = new Deadline(start.now);
  module.Py_EmscriptenSignalBuffer = clock;
  return {
    version: known.version,
    snapshot: start.makeSnapshot ? packSnapshot(module.HEAPU8, known, start.sources) : null,
    run: (request, milliseconds) => {
      clock.set(milliseconds);
      try {
        return callPython(module, known.run, request);
      } finally {
        clock.set(Infinity);
      }
    },
    restore: restorer,
    warm: () => {
      callPython(module, known.warm, new Uint8Array());
      restorer();
    },
  };
}

const nothing = (): void => undefined;

const options = {
  indexURL: 'memory:///',
  lockFileContents: noPackages,
  jsglobals: {},
  // Reading from a keyboard fails as it does where there is none.
  stdin: (): never => {
    throw Object.assign(new Error('there is no keyboard'), { code: 'EIO' });
  },
  stdout: nothing,
  stderr: nothing,
};

/** The learner's home; Pyodide adds to the object. */
const environment = (): Record<string, string> => ({ HOME: '/home/learner' });

/** CPython from nothing. */
async function begin(sources: Sources, isToBeKept: boolean): Promise<Ready> {
  const pyodide = (await loadPyodide({ ...options, createPyodideModule, env: environment() })) as Pyodide;
  const module = pyodide._module;
  writeSources(module, sources);
  pyodide.runPython(importing);
  const addresses = findNumpy(pyodide);
  const [version = '', run, warm] = String(pyodide.runPython(closing)).split(' ');
  const table = module.wasmTable.length;
  const numpy = connectNumpy(module, addresses);
  // CPython looks at the clock now and then.
  module.HEAPU8[module._Py_EMSCRIPTEN_SIGNAL_HANDLING] = 1;
  module.Py_EmscriptenSignalBuffer = [0];
  callPython(module, Number(warm), new Uint8Array());
  if (isToBeKept) sweep(module);
  const known = {
    version,
    run: Number(run),
    warm: Number(warm),
    numpy: numpy.state(),
    table,
    stack: module.stackSave(),
  };
  const memory = module.HEAPU8.slice();
  const restorer = restoring(module, numpy, memory.length, (heap) => {
    heap.set(memory);
  });
  return { module, known, restorer };
}

/** CPython as it was when the snapshot was taken: its program anew, its memory as it was then. */
async function goOn(packed: Uint8Array): Promise<Ready> {
  const { known, memoryBytes, sources, fill } = readSnapshot(packed);
  const module = await new Promise<PythonModule>((resolve, reject) => {
    const create = (settings: PythonSettings): Promise<never> => {
      createPyodideModule({ ...settings, noInitialRun: true, INITIAL_MEMORY: memoryBytes }).then(
        resolve,
        reject,
      );
      // What Pyodide does in a fresh Python from here on has been done in this memory.
      return new Promise(() => undefined);
    };
    loadPyodide({ ...options, createPyodideModule: create, env: environment() }).catch(reject);
  });
  if (module.HEAPU8.length !== memoryBytes || module.wasmTable.length !== known.table)
    throw new Error('the snapshot is not of this program');
  writeSources(module, sources);
  module.API.initializeStreams(options.stdin, nothing, nothing);
  module.runtimeKeepalivePush();
  module._jslib_init();
  fill(module.HEAPU8, module._sbrk(0));
  module.stackRestore(known.stack);
  const numpy = resumeNumpy(module, known.numpy);
  const restorer = restoring(module, numpy, memoryBytes, (heap) => {
    fill(heap, memoryBytes);
  });
  return { module, known, restorer };
}

function writeSources({ FS }: PythonModule, sources: Sources): void {
  for (const [path, bytes] of Object.entries(sources)) {
    const target = `${folder}/${path}`;
    FS.mkdirTree(target.slice(0, target.lastIndexOf('/')));
    FS.writeFile(target, bytes);
  }
}

/** Calls a Python function with bytes, by C's means: no object of JavaScript's comes into Python's reach. */
function callPython(module: PythonModule, callable: number, given: Uint8Array): Uint8Array<ArrayBuffer> {
  const at = module._malloc(given.length + 1);
  module.HEAPU8.set(given, at);
  const argument = module._PyBytes_FromStringAndSize(at, given.length);
  module._free(at);
  const stack = module.stackSave();
  const list = module.stackAlloc(8);
  new DataView(module.HEAPU8.buffer).setUint32(list, argument, true);
  const result = module._PyObject_Vectorcall(callable, list, 1, 0);
  module.stackRestore(stack);
  module._Py_DecRef(argument);
  if (result === 0) throw new Error('the harness raised an exception');
  const content = module._PyBytes_AsString(result);
  const answer = module.HEAPU8.slice(content, content + module._PyBytes_Size(result));
  module._Py_DecRef(result);
  return answer;
}

/** What Pyodide takes for a shared byte: it reads 2 once the time is over, and again until the program gives in. */
class Deadline {
  readonly #now: () => number;
  #at = Infinity;

  constructor(now: () => number) {
    this.#now = now;
  }

  set(milliseconds: number): void {
    this.#at = this.#now() + milliseconds;
  }

  get 0(): number {
    return this.#now() < this.#at ? 0 : 2;
  }

  /** Pyodide sets the byte back after each look. */
  set 0(_value: number) {
    const now = this.#now();
    if (now >= this.#at) this.#at = now + askAgainMs;
  }
}

/** Emscripten asks for memory through this one call; a refusal there is a `MemoryError` in Python. */
function limitMemory(bytes: number): void {
  const grow = Object.getOwnPropertyDescriptor(WebAssembly.Memory.prototype, 'grow')?.value as
    WebAssembly.Memory['grow'] | undefined;
  if (grow === undefined) return;
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * pageBytes > bytes)
      throw new RangeError('the memory limit is reached');
    return grow.call(this, pages);
  };
}
