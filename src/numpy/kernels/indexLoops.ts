/** The innermost loops of index arrays. */

/** Memory as elements of one kind. */
type Words = Float64Array | Int32Array | Uint16Array | Uint8Array;

/** From so many words on, moving them at once is faster than one by one. */
const LONG = 48;

/**
 * Adds to each offset what an index contributes on an axis of `n` elements `stride` apart. The indices are int64, from
 * word `at` on, and may count from the end. Gives the position of the first that is out of range, or -1.
 */
export function addPositions(
  I32: Int32Array,
  at: number,
  n: number,
  stride: number,
  offsets: Int32Array,
): number {
  for (let i = 0; i < offsets.length; i++, at += 2) {
    const low = I32[at] as number;
    const place = low < 0 ? low + n : low;
    if (place < 0 || place >= n || I32[at + 1] !== low >> 31) return i;
    offsets[i] = (offsets[i] as number) + place * stride;
  }
  return -1;
}

/** Moves runs of `length` words, which begin `scale` words times an offset behind `from`, to `to`, one behind another. */
export function gatherRuns(
  words: Words,
  offsets: Int32Array,
  scale: number,
  length: number,
  from: number,
  to: number,
): void {
  if (length >= LONG) {
    for (let i = 0; i < offsets.length; i++, to += length) {
      const at = from + (offsets[i] as number) * scale;
      words.copyWithin(to, at, at + length);
    }
  } else if (words instanceof Float64Array) gatherDoubles(words, offsets, length, from, to);
  else {
    for (const offset of offsets) {
      const at = from + offset * scale;
      for (let p = at; p < at + length; p++) words[to++] = words[p] as number;
    }
  }
}

/** The same of doubles: a loop that meets one kind of memory only is compiled to fit it. */
function gatherDoubles(F: Float64Array, offsets: Int32Array, length: number, from: number, to: number): void {
  for (const offset of offsets) {
    const at = from + offset;
    for (let p = at; p < at + length; p++) F[to++] = F[p] as number;
  }
}

/** Adds `sign` times a double to each of the runs of `length` doubles at offsets from `to`, one after the other. */
export function addDoubles(
  F: Float64Array,
  offsets: Int32Array,
  to: number,
  length: number,
  from: number,
  step: number,
  sign: number,
): void {
  for (const offset of offsets) {
    const at = to + offset;
    for (let p = at; p < at + length; p++, from += step) F[p] = (F[p] as number) + sign * (F[from] as number);
  }
}
