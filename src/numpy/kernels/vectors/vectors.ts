/**
 * The loops of the machine-code module as the kernels call them. Positions count doubles, as in the loops of
 * JavaScript beside them; each says how many elements it has done (none where it does not pay), so that those do the rest.
 */
import { AT_ONCE } from './elementwise';
import { loopsOver } from './module';
import type { Loop } from './module';
import { BINARY, COMPARE, UNARY } from '../operations';

/** From so many elements on, a call into the module pays. */
const LEAST = 16;

/** How many of n elements the loops take that leave the rest to others. */
export const whole = (n: number): number => n - (n % AT_ONCE);

/** The loops over one Python's memory. */
export class Vectors {
  private readonly binaries: readonly (Loop | null)[];
  private readonly comparisons: readonly (Loop | null)[];
  private readonly unaries: readonly (Loop | null)[];
  private readonly named: (name: string) => Loop;

  constructor(memory: WebAssembly.Memory) {
    const find = loopsOver(memory);
    const known = new Map<string, Loop>();
    this.named = (name) => {
      const loop = known.get(name) ?? find(name);
      if (loop === null) throw new Error(`there is no loop ${name}`);
      known.set(name, loop);
      return loop;
    };
    const table = (names: readonly string[], reaches: readonly string[]): (Loop | null)[] =>
      names.flatMap((name) => reaches.map((reach) => find(`${name}${reach}`)));
    this.binaries = table(BINARY, [' each each', ' each one', ' one each']);
    this.comparisons = table(COMPARE, [' each', ' one']);
    this.unaries = UNARY.map((name) => (name === 'exp' ? null : find(name)));
  }

  /** `r[i] = a[i] op b[i]`, as `binaryLoop`. */
  binary(op: number, n: number, a: number, as: number, b: number, bs: number, r: number, rs: number): number {
    if (n < LEAST || rs !== 1) return 0;
    const reach = as === 1 ? (bs === 1 ? 0 : bs === 0 ? 1 : -1) : as === 0 && bs === 1 ? 2 : -1;
    const loop = reach < 0 ? null : (this.binaries[3 * op + reach] ?? null);
    if (loop === null) return 0;
    loop(whole(n), 8 * a, 8 * b, 8 * r);
    return whole(n);
  }

  /** The same as truth values, as `compareLoop`: r counts bytes. */
  compare(
    op: number,
    n: number,
    a: number,
    as: number,
    b: number,
    bs: number,
    r: number,
    rs: number,
  ): number {
    if (n < LEAST || rs !== 1 || as !== 1 || (bs !== 1 && bs !== 0)) return 0;
    const loop = this.comparisons[2 * op + (1 - bs)] ?? null;
    if (loop === null) return 0;
    loop(whole(n), 8 * a, 8 * b, r);
    return whole(n);
  }

  /** `r[i] = op(a[i])`, as `unaryLoop`. */
  unary(op: number, n: number, a: number, as: number, r: number, rs: number): number {
    if (n < LEAST || rs !== 1 || as !== 1) return 0;
    const loop = this.unaries[op] ?? null;
    if (loop === null) return 0;
    loop(whole(n), 8 * a, 8 * r);
    return whole(n);
  }

  /** Which of n are no number, as truth values; r counts bytes. */
  isNaN(n: number, a: number, r: number): number {
    // A NaN is all that differs from itself.
    return this.compare(COMPARE.indexOf('not_equal'), n, a, 1, a, 1, r, 1);
  }

  /** `r[i] = exp(a[i])` for all n: a result must not depend on where its element stands. */
  exp(n: number, a: number, r: number): void {
    this.named('exp')(n, 8 * a, 8 * r);
  }

  /** Keeps elements between the doubles at `bounds` and behind it. */
  clip(n: number, a: number, bounds: number, r: number): number {
    this.named('clip')(whole(n), 8 * a, 8 * bounds, 8 * r);
    return whole(n);
  }

  /** The sum of all n, in NumPy's order. */
  sum(n: number, a: number): number {
    return this.named('sum')(n, 8 * a);
  }

  /** `Σ a[i] b[i]` of the first `AT_ONCE * floor(n / AT_ONCE)` elements. */
  inner(n: number, a: number, b: number): number {
    return this.named('inner')(whole(n), 8 * a, 8 * b);
  }

  /** Adds four rows, `stride` apart, to the doubles at `to`. */
  addRows(n: number, to: number, a: number, stride: number): number {
    this.named('addRows')(whole(n), 8 * to, 8 * a, 8 * stride);
    return whole(n);
  }

  /** The largest (or smallest) of the first elements; of zeros of both signs, either. NaN where one is. */
  extreme(isLargest: boolean, n: number, a: number): number {
    return this.named(isLargest ? 'largest' : 'smallest')(whole(n), 8 * a);
  }

  /** Whether all n are finite. */
  allFinite(n: number, a: number, F: Float64Array): boolean {
    const even = n & -2;
    if (even < n && !Number.isFinite(F[a + even])) return false;
    return this.named('allFinite')(even, 8 * a) !== 0;
  }

  /** Whether one of n bytes is not `others`, 0 or 1; `whole` of them were looked at. */
  anyOther(n: number, at: number, others: number): { readonly whole: number; readonly found: boolean } {
    const whole = n & -16;
    return { whole, found: this.named('anyOther')(whole, at, others) !== 0 };
  }

  /** How many of n bytes are 1, all being 0 or 1. */
  countOnes(n: number, at: number, U: Uint8Array): number {
    let count = this.named('countOnes')(n & -8, at);
    for (let i = n & -8; i < n; i++) count += U[at + i] as number;
    return count;
  }

  /** Bytes from an address as doubles at `r`. */
  fromBytes(n: number, at: number, r: number): void {
    this.named('fromBytes')(n, at, 8 * r);
  }

  /** Integers of 64 bits as doubles; false where one is none that a double is sure to hold. */
  fromLongs(n: number, a: number, r: number): boolean {
    return this.named('fromLongs')(n, 8 * a, 8 * r) === 0;
  }

  /** `r[i] = mask[i] ? a[i] : b[i]` of elements of eight bytes; the mask's address counts bytes. */
  choose(n: number, mask: number, a: number, as: number, b: number, bs: number, r: number): number {
    const loop = this.named(`choose ${as === 0 ? 'one' : 'each'} ${bs === 0 ? 'one' : 'each'}`);
    loop(whole(n), mask, 8 * a, 8 * b, 8 * r);
    return whole(n);
  }

  /** Moves the doubles to `to` that the mask's bytes pick; how many elements were looked at. */
  pick(n: number, a: number, mask: number, to: number): number {
    this.named('pick')(whole(n), 8 * a, mask, 8 * to);
    return whole(n);
  }
}
