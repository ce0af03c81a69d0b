/**
 * Makes Pyodide take every realm for a module's web worker, whose files come from here, and every engine for the oldest,
 * so that memory which one engine has left behind is memory that another can go on with. Pyodide looks around when it
 * is loaded, so this module comes before it.
 */

const global = globalThis as unknown as Record<string, unknown>;
let served: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {};
let program: Promise<WebAssembly.Module> | null = null;

/** The files that `fetch` finds, by the last part of their address, no others; and what all machine code is. */
export function serve(
  files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  wasm: Promise<WebAssembly.Module>,
): void {
  served = files;
  program = wasm;
}

/** Whether a small module tests references for their type (`ref.test`), as only newer engines can. */
function usesGarbageCollection(source: BufferSource): boolean {
  const bytes = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  if (bytes.length > 4096) return false;
  return bytes.some((byte, at) => byte === 0xfb && (bytes[at + 1] === 0x14 || bytes[at + 1] === 0x15));
}

global['importScripts'] = (): never => {
  throw new Error('a module has no scripts to import');
};

global['fetch'] = (address: unknown): Promise<object> => {
  const name = String(address).split('/').at(-1) ?? '';
  // It is there in another way, below.
  if (name === 'pyodide.asm.wasm') return Promise.resolve({});
  const bytes = served[name];
  if (bytes === undefined) return Promise.reject(new TypeError('there is no network here'));
  return Promise.resolve({ ok: true, arrayBuffer: () => Promise.resolve(bytes.buffer) });
};

const wasm = WebAssembly as unknown as Record<string, unknown>;
for (const name of ['Suspending', 'Suspender', 'promising', 'Function']) Reflect.deleteProperty(wasm, name);

wasm['instantiateStreaming'] = async (_response: unknown, imports: WebAssembly.Imports) => {
  if (program === null) throw new TypeError('there is no network here');
  const module = await program;
  return { module, instance: await WebAssembly.instantiate(module, imports) };
};

const { Module } = WebAssembly;
// CPython has a faster way to call functions in newer engines only, and notes in its memory whether it took it.
function AlikeModule(bytes: BufferSource): WebAssembly.Module {
  if (usesGarbageCollection(bytes)) throw new TypeError('not used here');
  return new Module(bytes);
}
AlikeModule.prototype = Module.prototype;
Object.setPrototypeOf(AlikeModule, Module);
wasm['Module'] = AlikeModule;
