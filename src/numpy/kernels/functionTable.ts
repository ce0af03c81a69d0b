/**
 * Enters JavaScript functions into CPython's function table, many at once: one small module of machine code passes all
 * of them on, where Emscripten would make one for each.
 */
import type { PythonApi } from './pythonApi';
import { bytesOf, list, PREAMBLE, section, TYPE, unsigned } from './vectors/encoding';

type Entry = readonly [index: number, fn: (...given: number[]) => number, signature: string];

/** Runs `install`, which may add functions but must not have them called before it comes back. */
export function addTogether(api: PythonApi, install: () => void): void {
  const entries: Entry[] = [];
  const one = api.addFunction;
  api.addFunction = (fn, signature) => {
    if (/[^i]/u.test(signature)) throw new TypeError('only numbers of 32 bits are passed on');
    const index = api.wasmTable.grow(1);
    entries.push([index, fn, signature]);
    return index;
  };
  try {
    install();
  } finally {
    api.addFunction = one;
  }
  const imports = { e: Object.fromEntries(entries.map(([, fn], at) => [`f${String(at)}`, fn])) };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(passingOn(entries)), imports);
  entries.forEach(([index], at) => {
    api.wasmTable.set(index, exports[`f${String(at)}`]);
  });
}

/** A module that imports the functions and exports them: so they get a type, which the table asks for. */
function passingOn(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const kinds = [...new Set(entries.map(([, , signature]) => signature))];
  const types = kinds.map((signature) => [
    TYPE.function,
    ...list(
      signature
        .slice(1)
        .split('')
        .map(() => [TYPE.i32]),
    ),
    1,
    TYPE.i32,
  ]);
  const name = (at: number): number[] => bytesOf(`f${String(at)}`);
  const imported = entries.map(([, , signature], at) => [
    ...bytesOf('e'),
    ...name(at),
    0,
    ...unsigned(kinds.indexOf(signature)),
  ]);
  const exported = entries.map((_, at) => [...name(at), 0, ...unsigned(at)]);
  return Uint8Array.from([
    ...PREAMBLE,
    ...section(1, list(types)),
    ...section(2, list(imported)),
    ...section(7, list(exported)),
  ]);
}
