/** CPython by pyodide: started from nothing or from a snapshot, with the harness in it and the ways out closed. */
import { createNumpyBackend } from './numpyBackend';
import type { StartMessage } from './workerMessages';

/** A CPython that has imported the harness. */
export interface BuiltinPython {
  /** Python's version. */
  readonly version: string;
  /** The memory after the imports, where it was asked for. */
  readonly snapshot: Uint8Array<ArrayBuffer> | null;
  /** CPython's machine code, for the workers after this one. */
  readonly module: WebAssembly.Module | null;
  /** Runs a request in wire form. Throws where Python itself dies. */
  run(request: Uint8Array): Uint8Array<ArrayBuffer>;
  /** Clears up after a run; true where the snippet left something behind. */
  tidy(): boolean;
  /** Takes the path of a check once, so that the first real one finds it compiled. */
  warm(): void;
}

const folder = '/lib/backprop';
const pageBytes = 65536;

interface Options {
  readonly indexURL: string;
  readonly jsglobals: object;
  readonly _makeSnapshot?: boolean;
  readonly _loadSnapshot?: Promise<Uint8Array>;
  readonly stdout: () => void;
  readonly stderr: () => void;
  readonly env: Record<string, string>;
}

/** The parts of pyodide that are used here. */
interface Pyodide {
  readonly FS: {
    mkdirTree(path: string): void;
    writeFile(path: string, data: Uint8Array): void;
  };
  runPython(code: string): unknown;
  registerJsModule(name: string, module: object): void;
  unregisterJsModule(name: string): void;
  setStdin(options: { readonly error: true }): void;
  setInterruptBuffer(buffer: Uint8Array): void;
  makeMemorySnapshot(): Uint8Array<ArrayBuffer>;
}

interface PyodideModule {
  readonly loadPyodide: (options: Options) => Promise<Pyodide>;
}

/** A Python object seen from JavaScript. */
interface PythonObject<T> {
  toJs(): T;
  destroy(): void;
}

type Entries = readonly [
  run: (request: Uint8Array) => PythonObject<Uint8Array<ArrayBuffer>>,
  tidy: () => boolean,
  warm: () => void,
];

/** Imports what the snapshot is to hold. Nothing here may keep a JavaScript object. */
const importing = `
import sys
sys.dont_write_bytecode = True
sys.path[:] = [entry for entry in sys.path if entry] + [${JSON.stringify(folder)}]
import numpy, harness
`;

/** Closes what pyodide offers to programs, and takes the harness out of reach. */
const closing = `
import sys
def close():
    import harness
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "_pyodide._importhook"]
    for name in list(sys.modules):
        if name.partition(".")[0] in ("js", "pyodide_js", "_backprop_numpy", "harness"):
            del sys.modules[name]
    def run(request):
        data = request.to_bytes()
        del request
        return harness.run(data)
    harness.ready()
    return run, harness.tidy, harness.warm
close()
`;

/** Starts CPython; see `StartMessage`. Rejects where it cannot start, for example from a damaged snapshot. */
export async function startPython(start: StartMessage, memory: Promise<Uint8Array>): Promise<BuiltinPython> {
  silence();
  limitMemory(start.memoryBytes);
  const compiled = shareCompiled(start.module);
  const { pyodideUrl, files, fromSnapshot } = start;
  const { loadPyodide } = (await import(`${pyodideUrl}pyodide.mjs`)) as PyodideModule;
  const nothing = (): void => undefined;
  const pyodide = await loadPyodide({
    indexURL: pathOf(pyodideUrl),
    jsglobals: {},
    stdout: nothing,
    stderr: nothing,
    env: { HOME: '/home/learner' },
    ...(fromSnapshot ? { _loadSnapshot: memory } : { _makeSnapshot: true }),
  });
  writeFiles(pyodide, files);
  let snapshot: Uint8Array<ArrayBuffer> | null = null;
  if (!fromSnapshot) {
    pyodide.runPython(importing);
    snapshot = pyodide.makeMemorySnapshot();
  }
  bindNumpy(pyodide);
  const version = String(pyodide.runPython('import sys; "%d.%d" % sys.version_info[:2]'));
  const [run, tidy, warm] = (pyodide.runPython(closing) as PythonObject<Entries>).toJs();
  pyodide.setStdin({ error: true });
  pyodide.setInterruptBuffer(new Uint8Array(start.interrupt));
  return {
    version,
    snapshot,
    module: compiled(),
    run: (request) => {
      const result = run(request);
      const bytes = result.toJs();
      result.destroy();
      return bytes;
    },
    tidy,
    warm,
  };
}

/** In Node pyodide wants a path, in a browser an address. */
function pathOf(url: string): string {
  return url.startsWith('file:')
    ? decodeURIComponent(new URL(url).pathname).replace(/^\/(?=[A-Za-z]:)/u, '')
    : url;
}

/** Gives the `numpy` package its kernels. The module that carries them is gone before any snippet runs. */
function bindNumpy(pyodide: Pyodide): void {
  pyodide.registerJsModule('_backprop_numpy', createNumpyBackend(pyodide));
  pyodide.runPython('import numpy._backend; numpy._backend.bind()');
  pyodide.unregisterJsModule('_backprop_numpy');
}

function writeFiles(pyodide: Pyodide, files: StartMessage['files']): void {
  for (const [path, bytes] of Object.entries(files)) {
    const target = `${folder}/${path}`;
    pyodide.FS.mkdirTree(target.slice(0, target.lastIndexOf('/')));
    pyodide.FS.writeFile(target, bytes);
  }
}

/** Whatever CPython's start or a snippet writes past `sys.stdout` goes nowhere. */
function silence(): void {
  const nothing = (): void => undefined;
  Object.assign(console, { log: nothing, info: nothing, warn: nothing, error: nothing, debug: nothing });
}

/**
 * Compiling CPython takes longer than anything else in a start. Workers of one process can share the result: the first
 * gives it away, and those after it are given it. Gives a function that tells what there is to share.
 */
function shareCompiled(given: WebAssembly.Module | null): () => WebAssembly.Module | null {
  const instantiate = WebAssembly.instantiate.bind(WebAssembly);
  let known = given;
  const sharing = async (
    source: BufferSource | WebAssembly.Module,
    imports?: WebAssembly.Imports,
  ): Promise<WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource> => {
    // Small modules are pyodide's helpers; CPython is the large one.
    if (source instanceof WebAssembly.Module || source.byteLength < 2 ** 20)
      return instantiate(source, imports);
    known ??= await WebAssembly.compile(source);
    return { module: known, instance: await instantiate(known, imports) };
  };
  Object.defineProperty(WebAssembly, 'instantiate', { value: sharing });
  return () => known;
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
