/** Random numbers from numpy-ts, bit for bit those of NumPy, for any number of independent generators. */
import { nth } from './nth';
import { random } from 'numpy-ts/core';

/** The state of a Mersenne Twister as NumPy's `RandomState` has it. */
export interface TwisterState {
  mt: number[];
  mti: number;
  /** The second normal number of the last pair, where it has not been drawn yet. */
  gauss: number | null;
}

/** What a draw gives: one number, or as many as asked for, in C order. */
export type Draw = number | Float64Array | BigInt64Array;

type Size = number[] | undefined;
type Drawn = number | { data: unknown; dispose?: () => void };

function unwrap(drawn: unknown): Draw {
  const value = drawn as Drawn;
  if (typeof value === 'number') return value;
  const { data } = value;
  if (data instanceof BigInt64Array) return data.slice();
  if (data instanceof Float64Array) return data.slice();
  return Float64Array.from(data as ArrayLike<number>);
}

function count(size: Size): number {
  return (size ?? []).reduce((product, n) => product * n, 1);
}

/** Legacy generators (`np.random.seed`, `RandomState`): numpy-ts has one, which takes their states in turn. */
export class Twisters {
  private readonly states = new Map<number, TwisterState>();
  private active = -1;
  private pending: number | null = null;

  /** Makes generator `id` the one that numpy-ts draws from. */
  private activate(id: number): void {
    if (this.active === id) return;
    if (this.active >= 0) this.states.set(this.active, this.save());
    const state = this.states.get(id);
    if (state === undefined) {
      random.seed(null);
      this.pending = null;
    } else {
      random.set_state(state);
      this.pending = state.gauss;
    }
    this.active = id;
  }

  private save(): TwisterState {
    const before = random.get_state();
    if (this.pending !== null) return { ...before, gauss: this.pending };
    // A normal number that costs no draw is the second of a pair.
    const next = Number(random.standard_normal());
    const after = random.get_state();
    if (after.mti === before.mti) return { ...before, gauss: next };
    random.set_state(before);
    return { ...before, gauss: null };
  }

  seed(id: number, seed: number | null): void {
    this.activate(id);
    this.pending = null;
    random.seed(seed);
  }

  /** Seeds from several words, as `RandomState([1, 2, 3])` does. */
  seedWords(id: number, key: readonly number[]): void {
    const mt = new Uint32Array(624);
    mt[0] = 19650218;
    for (let i = 1; i < 624; i++) mt[i] = mix(mt, i - 1, 1812433253) + i;
    let i = 1;
    let j = 0;
    for (let k = Math.max(624, key.length); k > 0; k--) {
      mt[i] = (nth(mt, i) ^ mix(mt, i - 1, 1664525)) + nth(key, j) + j;
      if (++i >= 624) {
        mt[0] = nth(mt, 623);
        i = 1;
      }
      if (++j >= key.length) j = 0;
    }
    for (let k = 623; k > 0; k--) {
      mt[i] = (nth(mt, i) ^ mix(mt, i - 1, 1566083941)) - i;
      if (++i >= 624) {
        mt[0] = nth(mt, 623);
        i = 1;
      }
    }
    mt[0] = 0x80000000;
    this.setState(id, { mt: Array.from(mt), mti: 624, gauss: null });
  }

  getState(id: number): TwisterState {
    this.activate(id);
    const state = this.save();
    this.pending = state.gauss;
    random.set_state(state);
    return state;
  }

  setState(id: number, state: TwisterState): void {
    this.activate(id);
    random.set_state(state);
    this.pending = state.gauss;
  }

  /** Forgets every generator; the next draw of any starts from fresh entropy. */
  clear(): void {
    this.states.clear();
    this.active = -1;
    this.pending = null;
  }

  /** Draws `size` numbers (one, where it is undefined) of the named distribution. */
  draw(id: number, name: string, args: readonly number[], size: Size): Draw {
    this.activate(id);
    const [a = 0, b = 0] = args;
    switch (name) {
      case 'random':
        return unwrap(random.random(size));
      case 'normal':
        return this.normal(a, b, size);
      case 'standard_normal':
        return this.normal(0, 1, size);
      case 'uniform':
        return unwrap(random.uniform(a, b, size));
      case 'randint':
        return this.integers(a, b, size);
      case 'permutation':
        return unwrap(random.permutation(a));
      default:
        return unwrap(distribution(name)(...args, size));
    }
  }

  private normal(loc: number, scale: number, size: Size): Draw {
    const first = this.pending;
    if (first === null) return unwrap(random.normal(loc, scale, size));
    if (size !== undefined && count(size) === 0) return new Float64Array(0);
    this.pending = null;
    if (size === undefined) return first * scale + loc;
    const values = new Float64Array(count(size));
    values[0] = first * scale + loc;
    if (values.length > 1)
      values.set(unwrap(random.normal(loc, scale, [values.length - 1])) as Float64Array, 1);
    return values;
  }

  /** Integers below `high`; ranges beyond 32 bits are drawn here, the way NumPy does it. */
  private integers(low: number, high: number, size: Size): Draw {
    const range = high - low - 1;
    if (range === 0) {
      if (size === undefined) return low;
      return new Float64Array(count(size)).fill(low);
    }
    if (range <= 0xffffffff) return unwrap(random.randint(low, high, size));
    const limit = BigInt(range);
    const mask = (1n << BigInt(limit.toString(2).length)) - 1n;
    const one = (): bigint => {
      for (;;) {
        const words = new DataView(random.bytes(8).buffer);
        const value = ((BigInt(words.getUint32(0, true)) << 32n) | BigInt(words.getUint32(4, true))) & mask;
        if (value <= limit) return value + BigInt(low);
      }
    };
    if (size === undefined) return Number(one());
    return BigInt64Array.from({ length: count(size) }, one);
  }
}

function mix(mt: Uint32Array, at: number, factor: number): number {
  const before = nth(mt, at);
  return Math.imul(before ^ (before >>> 30), factor) >>> 0;
}

/** A distribution of numpy-ts that needs nothing of ours. */
function distribution(name: string): (...args: unknown[]) => unknown {
  const found = (random as Record<string, unknown>)[name];
  if (typeof found !== 'function') throw new Error(`no distribution ${name}`);
  return found as (...args: unknown[]) => unknown;
}

type Generator = ReturnType<typeof random.default_rng>;

/** The new generators (`default_rng`). */
export class Generators {
  private readonly generators = new Map<number, Generator>();

  seed(id: number, seed: number | null): void {
    this.generators.set(id, seed === null ? random.default_rng() : random.default_rng(seed));
  }

  clear(): void {
    this.generators.clear();
  }

  draw(id: number, name: string, args: readonly number[], size: Size): Draw {
    const generator = this.generators.get(id);
    if (generator === undefined) throw new Error('this generator belongs to an earlier run');
    const [a = 0, b = 0] = args;
    switch (name) {
      case 'random':
        return unwrap(generator.random(size));
      case 'standard_normal':
        return unwrap(generator.standard_normal(size));
      case 'normal':
        return unwrap(generator.normal(a, b, size));
      case 'uniform':
        return unwrap(generator.uniform(a, b, size));
      case 'integers':
        return unwrap(generator.integers(a, b, size));
      case 'permutation':
        return unwrap(generator.permutation(a));
      case 'exponential':
        return unwrap(generator.exponential(a, size));
      case 'poisson':
        return unwrap(generator.poisson(a, size));
      case 'binomial':
        return unwrap(generator.binomial(a, b, size));
      case 'choice':
        return unwrap(generator.choice(a, size, b !== 0));
      default:
        throw new Error(`no distribution ${name}`);
    }
  }
}
