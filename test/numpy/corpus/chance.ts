/** Random choices from a seed: the same programs every time. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Below 1, not below 0. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from low to high, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of the words of a text. */
  word(words: string): string {
    return this.one(words.split(' '));
  }

  one<T>(items: readonly T[]): T {
    const item = items[this.int(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  /** A Python list of whole numbers. */
  ints(count: number, low = -9, high = 9): string {
    return `[${Array.from({ length: count }, () => String(this.int(low, high))).join(', ')}]`;
  }

  /** A Python list of numbers with one or two digits behind the point. */
  floats(count: number, scale = 5): string {
    return `[${Array.from({ length: count }, () => ((this.next() - 0.4) * scale).toFixed(this.int(1, 2))).join(', ')}]`;
  }

  /** A Python list of rows. */
  rows(m: number, n: number, row: (count: number) => string = (count) => this.floats(count)): string {
    return `[${Array.from({ length: m }, () => row(n)).join(', ')}]`;
  }
}
