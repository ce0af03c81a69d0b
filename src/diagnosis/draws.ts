/** Where drawn numbers come from: further on in the sequence of the seed, or from another generator. */
import { NewRandom } from '../engine/newRandom';
import { LegacyRandom } from '../engine/random';
import { sizeOf, type Tensor } from '../engine/tensor';
import { sameEntries } from './agreement';

export type Origin = 'further-on' | 'new-generator';

const seed = 42;

/** How many words of the sequence are looked through: a thousand samples of a few numbers each take some thousands. */
const mostWords = 32_768;

let known: Uint32Array | null = null;

function sequence(): Uint32Array {
  known ??= new LegacyRandom(seed).words(mostWords + 4);
  return known;
}

/** A number from −1 to 1 as the generator makes it of two words. */
function coordinate(words: Uint32Array, at: number): number {
  const [high, low] = [words[at] ?? NaN, words[at + 1] ?? NaN];
  return (2 * ((high >>> 5) * 0x4000000 + (low >>> 6))) / 0x20000000000000 - 1;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));
}

/** Whether normal numbers that are drawn after so many words are these; `isHalf` where one of a pair is drawn before. */
function isDrawnAfter(words: number, isHalf: boolean, value: Tensor): boolean {
  const random = new LegacyRandom(seed);
  random.words(words);
  if (isHalf) random.randn();
  return sameEntries(random.randn(...value.shape).data, value.data);
}

/** Whether numbers stand somewhere in the sequence of the seed as normal ones. */
function isInSequence(value: Tensor): boolean {
  const [first = NaN] = value.data;
  const words = sequence();
  for (let at = 0; at < mostWords; at++) {
    const [x, y] = [coordinate(words, at), coordinate(words, at + 2)];
    const r2 = x * x + y * y;
    if (r2 >= 1 || r2 === 0) continue;
    const stretch = Math.sqrt((-2 * Math.log(r2)) / r2);
    if (isNear(stretch * y, first) && isDrawnAfter(at, false, value)) return true;
    if (isNear(stretch * x, first) && isDrawnAfter(at, true, value)) return true;
  }
  return false;
}

/** Whether arrays are what the new generator draws one after the other, the ones of `before` first. */
function isOfNewGenerator(value: Tensor, before: readonly Tensor[]): boolean {
  const skipped = before.reduce((total, { shape }) => total + sizeOf(shape), 0);
  const draws = ['randn', 'rand'] as const;
  return draws.some((draw) => {
    const random = new NewRandom();
    random[draw]([skipped]);
    return sameEntries(random[draw](value.shape).data, value.data);
  });
}

/**
 * Where an array of drawn numbers comes from, where seed 42 has to do with it; `before` are those that are drawn before it
 * in the exercise. Null where they come from elsewhere. Few numbers prove nothing.
 */
export function originOf(value: Tensor, before: readonly Tensor[]): Origin | null {
  if (value.data.length < 2) return null;
  if (isOfNewGenerator(value, before)) return 'new-generator';
  return isInSequence(value) ? 'further-on' : null;
}
