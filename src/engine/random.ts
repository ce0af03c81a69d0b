/**
 * NumPy's legacy generator, bit for bit: what `np.random.seed(n)`, `rand` and `randn` give.
 * Source: M. Matsumoto, T. Nishimura, "Mersenne Twister" (1998), and NumPy's legacy distributions, which NumPy
 * freezes by policy (NEP 19), so that the notes' draws are the same for ever.
 */
import { naturalLog } from './naturalLog';
import type { Tensor } from './tensor';
import { sizeOf } from './tensor';

const stateLength = 624;
const middle = 397;
const twistMask = 0x9908b0df;
const seedMultiplier = 1812433253;

/** A generator that draws what NumPy draws after `np.random.seed(seed)`, in the same order. */
export class LegacyRandom {
  private readonly state = new Uint32Array(stateLength);
  private position = stateLength;
  /** The polar method makes normal numbers in pairs; the second waits here, also across calls. */
  private waitingNormal: number | null = null;

  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw new RangeError(`expected a seed between 0 and 2**32 - 1, got ${String(seed)}`);
    }
    let word = seed;
    for (let i = 0; i < stateLength; i++) {
      this.state[i] = word;
      word = (Math.imul(seedMultiplier, word ^ (word >>> 30)) + i + 1) >>> 0;
    }
  }

  /** Uniform draws in [0, 1), as `np.random.rand(*shape)`; `rand()` gives a tensor of shape `[]`. */
  rand(...shape: readonly number[]): Tensor {
    return this.fill(shape, () => this.uniform());
  }

  /** Standard normal draws, as `np.random.randn(*shape)`; `randn()` gives a tensor of shape `[]`. */
  randn(...shape: readonly number[]): Tensor {
    return this.fill(shape, () => this.normal());
  }

  /** The next words of 32 bits, of which all draws are made: two for an evenly spread number. */
  words(count: number): Uint32Array {
    return Uint32Array.from({ length: count }, () => this.word());
  }

  private fill(shape: readonly number[], draw: () => number): Tensor {
    const data = new Float64Array(sizeOf(shape));
    for (let i = 0; i < data.length; i++) data[i] = draw();
    return { shape: [...shape], data };
  }

  /** 53 random bits over 2⁵³: 27 from one word, 26 from the next. */
  private uniform(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 0x4000000 + low) / 0x20000000000000;
  }

  /** Marsaglia's polar method: a point in the unit disc becomes two normal numbers; the second is given first. */
  private normal(): number {
    if (this.waitingNormal !== null) {
      const waiting = this.waitingNormal;
      this.waitingNormal = null;
      return waiting;
    }
    let x: number;
    let y: number;
    let r2: number;
    do {
      x = 2 * this.uniform() - 1;
      y = 2 * this.uniform() - 1;
      r2 = x * x + y * y;
    } while (r2 >= 1 || r2 === 0);
    const stretch = Math.sqrt((-2 * naturalLog(r2)) / r2);
    this.waitingNormal = stretch * x;
    return stretch * y;
  }

  /** The next 32 bits, tempered. */
  private word(): number {
    if (this.position === stateLength) this.twist();
    let y = this.state[this.position++] ?? 0;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  private twist(): void {
    const { state } = this;
    for (let i = 0; i < stateLength; i++) {
      const y = ((state[i] ?? 0) & 0x80000000) | ((state[(i + 1) % stateLength] ?? 0) & 0x7fffffff);
      state[i] = (state[(i + middle) % stateLength] ?? 0) ^ (y >>> 1) ^ (y & 1 ? twistMask : 0);
    }
    this.position = 0;
  }
}
