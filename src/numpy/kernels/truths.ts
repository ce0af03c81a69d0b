/** Looking for a truth value among many: a byte each, four to a word. */

/** So many words are looked at together before the first question is asked. */
const BLOCK = 16;

/** Whether a byte among `n` from `at` on is `wanted` (0 or 1); all of them are 0 or 1. */
export function hasTruth(U: Uint8Array, words: Int32Array, at: number, n: number, wanted: number): boolean {
  const end = at + n;
  while (at < end && (at & 3) !== 0) if (U[at++] === wanted) return true;
  const others = wanted === 0 ? 0x01010101 : 0;
  let word = at >> 2;
  for (const last = (end >> 2) - BLOCK; word <= last; word += BLOCK) {
    let differ = 0;
    for (let i = word; i < word + BLOCK; i += 4) {
      differ |= ((words[i] as number) ^ others) | ((words[i + 1] as number) ^ others);
      differ |= ((words[i + 2] as number) ^ others) | ((words[i + 3] as number) ^ others);
    }
    if (differ !== 0) return true;
  }
  for (at = word << 2; at < end; at++) if (U[at] === wanted) return true;
  return false;
}

/** Whether a number among `n` is one that counts as true (or, where `truth` is false, as false). NaN counts as true. */
export function hasNumber(F: Float64Array, at: number, n: number, stride: number, truth: boolean): boolean {
  if (truth) {
    for (let i = 0; i < n; i++, at += stride) if (F[at] !== 0) return true;
  } else for (let i = 0; i < n; i++, at += stride) if (F[at] === 0) return true;
  return false;
}
