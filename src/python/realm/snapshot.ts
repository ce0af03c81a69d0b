/**
 * What a start is made of that repeats nothing which was done before: the memory of a CPython that is ready for a
 * request, without its empty pages, the files in it, and what is known of the memory outside it.
 */
import type { NumpyState } from '../../numpy/install';

/** Contents by path. */
export type Sources = Readonly<Record<string, Uint8Array>>;

/** Where things are in the memory, and what lies beside it; plain data. */
export interface KnownOfPython {
  /** Python's version, for people. */
  readonly version: string;
  readonly run: number;
  readonly warm: number;
  readonly numpy: NumpyState;
  /** Length of the function table before numpy's kernels are in it: a Python that goes on must have the same. */
  readonly table: number;
  /** The stack's end. */
  readonly stack: number;
}

interface Contents {
  readonly known: KnownOfPython;
  readonly files: readonly (readonly [path: string, length: number])[];
  readonly memoryBytes: number;
  /** Runs of pages that are not empty, in the order in which they follow. */
  readonly runs: readonly (readonly [from: number, to: number])[];
}

export interface Snapshot {
  readonly known: KnownOfPython;
  readonly sources: Sources;
  /** Length of the memory. */
  readonly memoryBytes: number;
  /** Sets a memory to it, in which everything from `used` on is zero: each byte is written once. */
  readonly fill: (memory: Uint8Array, used: number) => void;
}

const pageBytes = 4096;
/** What follows the description begins at a multiple of this. */
const alignment = 8;

export function packSnapshot(
  memory: Uint8Array,
  known: KnownOfPython,
  sources: Sources,
): Uint8Array<ArrayBuffer> {
  const runs = runsOf(memory);
  const files = Object.entries(sources).map(([path, bytes]) => [path, bytes.length] as const);
  const contents: Contents = { known, files, memoryBytes: memory.length, runs };
  const text = new TextEncoder().encode(JSON.stringify(contents));
  const parts = [
    ...Object.values(sources),
    ...runs.map(([from, to]) => memory.subarray(from * pageBytes, to * pageBytes)),
  ];
  let at = afterText(text.length);
  const packed = new Uint8Array(at + parts.reduce((sum, { length }) => sum + length, 0));
  new DataView(packed.buffer).setUint32(0, text.length, true);
  packed.set(text, 4);
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/** Reads what `packSnapshot` made, byte for byte: whether it is whole, its keeper has seen to. */
export function readSnapshot(packed: Uint8Array): Snapshot {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(packed.subarray(4, 4 + length));
  const { known, files, memoryBytes, runs } = JSON.parse(text) as Contents;
  let at = afterText(length);
  const next = (bytes: number): Uint8Array => packed.subarray(at, (at += bytes));
  const sources = Object.fromEntries(files.map(([path, bytes]) => [path, next(bytes)]));
  const pages = runs.map(([from, to]) => [from * pageBytes, next((to - from) * pageBytes)] as const);
  return {
    known,
    sources,
    memoryBytes,
    fill: (memory, used) => {
      let at = 0;
      for (const [from, bytes] of pages) {
        if (at < used) memory.fill(0, at, Math.min(from, used));
        memory.set(bytes, from);
        at = from + bytes.length;
      }
      if (at < used) memory.fill(0, at, used);
    },
  };
}

function afterText(length: number): number {
  return Math.ceil((4 + length) / alignment) * alignment;
}

function runsOf(memory: Uint8Array): [from: number, to: number][] {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
  const perPage = pageBytes >> 2;
  const runs: [from: number, to: number][] = [];
  for (let page = 0; page * perPage < words.length; page++) {
    if (words.subarray(page * perPage, (page + 1) * perPage).every((word) => word === 0)) continue;
    const last = runs.at(-1);
    if (last?.[1] === page) last[1] = page + 1;
    else runs.push([page, page + 1]);
  }
  return runs;
}
