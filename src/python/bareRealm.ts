/**
 * A JavaScript realm that was given nothing of its host's: no `process`, no `require`, no object whose prototypes lead
 * to one. Values cross as primitives, or as bytes copied into arrays that the realm itself made; what the realm may ask
 * its host are two functions, wrapped inside it, that give numbers. No text becomes code in it.
 */
import { types } from 'node:util';
import { createContext, Script } from 'node:vm';
import type { Context } from 'node:vm';
import type { Door } from './realm/door';
import type { Host } from './realm/prelude';
import type { BuiltinPython, Start } from './realm/start';

/** What a Python in a realm is made of, in its host's arrays. */
export type BareStart = Omit<Start, 'now' | 'wasm' | 'library'> & { readonly library: Uint8Array };

/** A Python in a realm, seen from its host. */
export interface BarePython {
  readonly version: string;
  readonly snapshot: Uint8Array | null;
  run(request: Uint8Array, milliseconds: number): Uint8Array;
  warm(): void;
  restore(): boolean;
}

// The host's own, so that nothing the realm may have changed is called with an object of the host's.
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on arrays of another realm
const { set: setBytes } = Uint8Array.prototype;

/** A number and nothing else: whatever else happens in the host's function, its stack's end included, is a 0. */
const wrapNumber = `'use strict'; (ask) => () => { try { return +ask(); } catch { return 0; } }`;

/** One realm. */
export class BareRealm {
  readonly #context: Context = createContext(Object.create(null) as object, {
    codeGeneration: { strings: false, wasm: true },
  });
  readonly #makeBytes = this.evaluate(`'use strict'; (length) => new Uint8Array(length)`) as (
    length: number,
  ) => Uint8Array<ArrayBuffer>;
  /** What it made to be filled. */
  readonly #made = new WeakSet<object>();
  #door: Door | null = null;
  readonly #makeObject = this.evaluate(`'use strict'; () => Object.create(null)`) as () => Record<
    string,
    unknown
  >;

  /** The value of a script in the realm. */
  evaluate(script: string, filename = 'realm.js'): unknown {
    return new Script(script, { filename }).runInContext(this.#context);
  }

  /** An array of the realm's, to be filled. */
  room(length: number): Uint8Array<ArrayBuffer> {
    const made = this.#makeBytes(length);
    this.#made.add(made);
    return made;
  }

  /** The same bytes in an array of the realm's: in the array itself where it is one. */
  bytes(from: Uint8Array): Uint8Array<ArrayBuffer> {
    if (this.#made.has(from)) return from as Uint8Array<ArrayBuffer>;
    const to = this.#makeBytes(from.length);
    Reflect.apply(setBytes, to, [from]);
    return to;
  }

  /** An object of the realm's with the given members: primitives, and what the realm made. */
  object(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.assign(this.#makeObject(), members);
  }

  /** Compiles machine code, while other things are done. */
  compile(wasm: Uint8Array): Promise<WebAssembly.Module> {
    const compile = this.evaluate('(bytes) => WebAssembly.compile(bytes)') as typeof WebAssembly.compile;
    return compile(this.bytes(wasm));
  }

  /**
   * Furnishes the realm by `script`, the bundle of `realm/door.ts`; `code` is what V8 has compiled of it before. Gives
   * what asks for the code that has been compiled by then, where what was given could not be used.
   */
  furnish(script: string, code: Buffer | null = null): (() => Buffer) | null {
    const compiled = new Script(script, { filename: 'realm.js', ...(code ? { cachedData: code } : {}) });
    compiled.runInContext(this.#context);
    this.#door = this.evaluate('door') as Door;
    this.evaluate('delete globalThis.door');
    return code && compiled.cachedDataRejected !== true ? null : () => compiled.createCachedData();
  }

  /** Starts Python in the furnished realm; `wasm` is what `compile` gave. */
  async start(
    wasm: Promise<WebAssembly.Module>,
    { now, random }: Host,
    given: BareStart,
  ): Promise<BarePython> {
    if (this.#door === null) throw new Error('the realm is not furnished');
    const wrap = this.evaluate(wrapNumber) as (ask: () => number) => () => number;
    const sources = Object.entries(given.sources).map(([path, bytes]) => [path, this.bytes(bytes)] as const);
    const start = this.object({
      wasm,
      library: this.bytes(given.library),
      sources: this.object(Object.fromEntries(sources)),
      snapshot: given.snapshot === null ? null : this.bytes(given.snapshot),
      snapshotAt: given.snapshotAt,
      makeSnapshot: given.makeSnapshot,
      memoryBytes: given.memoryBytes,
    });
    const host = this.object({ now: wrap(now), random: wrap(random) });
    return this.#seen(await this.#door(host as unknown as Host, start as unknown as Start));
  }

  #seen(python: BuiltinPython): BarePython {
    const { version, snapshot, run, warm, restore } = python;
    return {
      version,
      snapshot: snapshot === null ? null : ownBytes(snapshot),
      run: (request, milliseconds) => ownBytes(run(this.bytes(request), milliseconds)),
      warm,
      restore,
    };
  }
}

/** The bytes of an array of the realm's, in one of the host's. */
function ownBytes(given: unknown): Uint8Array {
  if (!types.isUint8Array(given)) throw new TypeError('no bytes came out of the realm');
  return new Uint8Array(given);
}
