/**
 * Zeros where nothing is kept: what was freed still holds what it held, and a snapshot would carry it, so that every
 * start reads it and every check sets it back.
 */
import type { PythonModule } from './pyodideTypes';

/** CPython's own allocator gives out small objects by size, from pools in arenas of so many bytes. */
const arenaBytes = 2 ** 18;
const [step, largestSmall] = [8, 512];
/** C's allocator is asked for pieces from this size down to that. */
const [largest, smallest] = [2 ** 20, 16];

/** Zeros the free memory of a Python that is not running. Changes where it will find free memory, nothing else. */
export function sweep(module: PythonModule): void {
  sweepSmall(module);
  sweepLarge(module);
}

/** Between the small objects: of each size, more places than stand empty in the pools of that size. */
function sweepSmall(module: PythonModule): void {
  for (let bytes = step; bytes <= largestSmall; bytes += step) {
    const taken: number[] = [];
    for (let all = 0; all < arenaBytes; all += bytes) {
      const at = module._PyObject_Malloc(bytes);
      if (at === 0) break;
      module.HEAPU8.fill(0, at, at + bytes);
      taken.push(at);
    }
    for (const at of taken) module._PyObject_Free(at);
  }
}

/** Of what C's allocator has, all that lies below the end of the memory it was given. */
function sweepLarge(module: PythonModule): void {
  const taken: number[] = [];
  const end = module._sbrk(0);
  for (let bytes = largest; bytes >= smallest; bytes >>= 1) {
    for (;;) {
      const at = module._malloc(bytes);
      if (at === 0) break;
      taken.push(at);
      if (at + bytes > end) break;
      module.HEAPU8.fill(0, at, at + bytes);
    }
  }
  for (const at of taken) module._free(at);
}
