/**
 * CPython by Pyodide in a realm that has nothing of its host's: started from nothing or from a snapshot, with the
 * harness in it and Pyodide's own doors taken out. The same start serves every host.
 */
import { serve } from './alike';
import { info } from 'pyodide/pyodide-lock.json';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { loadPyodide } from 'pyodide/pyodide.mjs';
import { installNumpy } from '../../numpy/install';
import type { Pyodide, PythonModule } from './pyodideTypes';
import { rememberPython } from './restore';

/** What a start is made of. */
export interface Start {
  /** CPython, and its standard library as a zip. */
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly library: Uint8Array<ArrayBuffer>;
  /** The harness and the `numpy` package, by path within their folder. */
  readonly sources: Readonly<Record<string, Uint8Array>>;
  /** The memory of a Python that has imported them; null to start from nothing. */
  readonly snapshot: Uint8Array | null;
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
  /** The memory after the imports, where it was asked for. */
  readonly snapshot: Uint8Array<ArrayBuffer> | null;
  /** Runs a request in wire form, and interrupts it after so many milliseconds. Throws where Python itself dies. */
  readonly run: (request: Uint8Array, milliseconds: number) => Uint8Array<ArrayBuffer>;
  /** Takes the path of a check once, so that the first real one finds it compiled. Only before the first run. */
  readonly warm: () => void;
  /** Sets everything back to what it was before the first run; false where a fresh Python is to take its place. */
  readonly restore: () => boolean;
}

const folder = '/lib/backprop';
const pageBytes = 65536;
/** How long after an interrupt the next one follows, where the snippet goes on. */
const askAgainMs = 20;

/** Pyodide asks for a list of packages; there are none. */
const noPackages = JSON.stringify({ info, packages: {} });

/** Imports what the snapshot is to hold. Nothing here may keep a JavaScript object. */
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
    import harness, _pyodide._importhook as hook
    hook.jsfinder.jsproxies.clear()
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "_pyodide._importhook"]
    for name in list(sys.modules):
        if name.partition(".")[0] in ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "harness"):
            del sys.modules[name]
    return "%d %d" % (id(harness.run), id(harness.warm))
close()
`;

/** Starts CPython. Rejects where it cannot start, for example from a damaged snapshot. */
export async function startPython(start: Start): Promise<BuiltinPython> {
  serve({ 'pyodide.asm.wasm': start.wasm, 'python_stdlib.zip': start.library });
  limitMemory(start.memoryBytes);
  const nothing = (): void => undefined;
  const pyodide = (await loadPyodide({
    indexURL: 'memory:///',
    lockFileContents: noPackages,
    createPyodideModule,
    jsglobals: {},
    stdout: nothing,
    stderr: nothing,
    env: { HOME: '/home/learner' },
    ...(start.snapshot === null ? { _makeSnapshot: true } : { _loadSnapshot: start.snapshot }),
  })) as Pyodide;
  for (const [path, bytes] of Object.entries(start.sources)) {
    const target = `${folder}/${path}`;
    pyodide.FS.mkdirTree(target.slice(0, target.lastIndexOf('/')));
    pyodide.FS.writeFile(target, bytes);
  }
  let snapshot: Uint8Array<ArrayBuffer> | null = null;
  if (start.snapshot === null) {
    pyodide.runPython(importing);
    if (start.makeSnapshot) snapshot = pyodide.makeMemorySnapshot();
  }
  const kernels = installNumpy(pyodide);
  const version = String(pyodide.runPython('import sys; "%d.%d" % sys.version_info[:2]'));
  const [run = 0, warm = 0] = String(pyodide.runPython(closing)).split(' ').map(Number);
  pyodide.setStdin({ error: true });
  const clock = new Deadline(start.now);
  pyodide.setInterruptBuffer(clock);
  const module = pyodide._module;
  const restorer = rememberPython(module, kernels);
  return {
    version,
    snapshot,
    run: (request, milliseconds) => {
      clock.set(milliseconds);
      try {
        return callPython(module, run, request);
      } finally {
        clock.set(Infinity);
      }
    },
    restore: () => restorer.restore(),
    warm: () => {
      callPython(module, warm, new Uint8Array());
      restorer.renew();
    },
  };
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
