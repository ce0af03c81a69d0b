/** The cases of the differential tests: the hand-chosen corpus, and generated ones from a seed. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program to run in both NumPys. */
export interface NumpyCase {
  readonly source: string;
  /** Where it comes from: a corpus file with its line, or the generator's number. */
  readonly name: string;
  /** True where NumPy 1 behaves differently by design, so that only NumPy 2 can be the reference. */
  readonly onlyNumpy2: boolean;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'cases');

/** Reads the corpus: one case per line, in `programs.txt` one per block; `@2` marks what NumPy 1 does otherwise. */
export function readCorpus(): NumpyCase[] {
  const cases: NumpyCase[] = [];
  for (const file of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, file), 'utf8');
    const blocks = file === 'programs.txt' ? text.split(/^---\n/m) : text.split('\n');
    blocks.forEach((block, i) => {
      const onlyNumpy2 = block.startsWith('@2 ');
      const source = onlyNumpy2 ? block.slice(3) : block;
      if (source.trim() !== '') cases.push({ source, name: `${file}:${String(i + 1)}`, onlyNumpy2 });
    });
  }
  return cases;
}

/** A small generator of random numbers (mulberry32), so that a seed names the same cases everywhere. */
class Dice {
  constructor(private state: number) {}

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }
}

const DTYPES = ['float64', 'float64', 'float32', 'int64', 'int64', 'int32', 'bool'] as const;
const BINARY = ['+', '-', '*', '/', '//', '%', '==', '!=', '<', '<=', '>', '>='] as const;
const UNARY = [
  'exp',
  'sqrt',
  'abs',
  'sign',
  'square',
  'floor',
  'negative',
  'isnan',
  'tanh',
  'log1p',
] as const;
const REDUCE = [
  'sum',
  'mean',
  'prod',
  'max',
  'min',
  'argmax',
  'argmin',
  'std',
  'var',
  'any',
  'all',
  'cumsum',
] as const;
const INPLACE = ['+=', '-=', '*=', '/=', '//=', '**='] as const;

class Generator {
  private readonly dice: Dice;

  constructor(seed: number) {
    this.dice = new Dice(seed);
  }

  private shape(most = 3): number[] {
    return Array.from({ length: this.dice.below(most + 1) }, () => this.dice.pick([1, 2, 3, 4, 5]));
  }

  private array(shape: readonly number[], dtype: string = this.dice.pick(DTYPES)): string {
    const size = shape.reduce((p, n) => p * n, 1);
    const text = `(${shape.map((n) => `${String(n)},`).join(' ')})`;
    const start = `(np.arange(${String(size)}).reshape(${text}) * ${String(this.dice.pick([3, 5, 7]))} + ${String(this.dice.below(7))}) % 11`;
    if (dtype === 'bool') return `(${start} > 4)`;
    const shifted = this.dice.chance(0.5) ? `(${start} - 5)` : `(${start} + 1)`;
    return dtype.startsWith('float')
      ? `((${shifted}) / ${this.dice.pick(['2', '3', '8', '10'])}).astype('${dtype}')`
      : `(${shifted}).astype('${dtype}')`;
  }

  /** A shape that may or may not broadcast with another one. */
  private companion(shape: readonly number[]): number[] {
    if (this.dice.chance(0.15)) return this.shape();
    const cut = shape.slice(this.dice.below(shape.length + 1));
    return cut.map((n) => (this.dice.chance(0.25) ? 1 : n));
  }

  private view(name: string, shape: readonly number[]): string {
    if (shape.length === 0 || this.dice.chance(0.5)) return name;
    return this.dice.pick([
      `${name}.T`,
      `${name}[::-1]`,
      `${name}[..., ::2]`,
      `${name}[1:]`,
      `${name}[..., None]`,
    ]);
  }

  private index(shape: readonly number[]): string {
    const parts: string[] = [];
    const count = this.dice.below(shape.length + 1) + (this.dice.chance(0.1) ? 1 : 0);
    let fancy = 0;
    for (let i = 0; i < count; i++) {
      const n = shape[i] ?? 3;
      const at = (): string => String(this.dice.below(this.dice.chance(0.05) ? 2 * n + 2 : 2 * n) - n);
      const kind = this.dice.below(10);
      if (kind < 2) parts.push(at());
      else if (kind < 5)
        parts.push(`${this.dice.chance(0.5) ? at() : ''}:${this.dice.chance(0.5) ? at() : ''}`);
      else if (kind < 6) parts.push(`::${this.dice.pick(['2', '-1', '-2'])}`);
      else if (kind < 7) parts.push(this.dice.pick(['None', '...', ':']));
      else if (kind < 9) {
        fancy++;
        parts.push(
          fancy > 1
            ? `[${at()}, ${at()}]`
            : this.dice.pick([`[${at()}, ${at()}]`, `np.array([[${at()}], [${at()}]])`]),
        );
      } else parts.push(`np.arange(${String(n)}) % 2 == 0`);
    }
    return parts.length === 0 ? '...' : parts.join(', ');
  }

  private axis(shape: readonly number[]): string {
    const n = shape.length;
    if (this.dice.chance(0.2)) return 'axis=None';
    if (n > 1 && this.dice.chance(0.2))
      return `axis=(${String(this.dice.below(n))}, ${String(this.dice.below(n) - n)})`;
    return `axis=${String(this.dice.below(2 * n + 1) - n)}`;
  }

  /** One program. */
  next(): string {
    const shape = this.shape();
    const make = `a = ${this.array(shape)}`;
    switch (this.dice.below(9)) {
      case 0:
      case 1: {
        const b = this.dice.chance(0.3)
          ? this.dice.pick(['2', '-3', '0.5', 'np.float32(1.5)', 'np.int64(2)', 'True', '[1, 2, 3]', '0'])
          : this.array(this.companion(shape));
        return `${make}; b = ${b}; ${this.view('a', shape)} ${this.dice.pick(BINARY)} b`;
      }
      case 2:
        return `${make}; np.${this.dice.pick(UNARY)}(${this.view('a', shape)})`;
      case 3: {
        const name = this.dice.pick(REDUCE);
        const keep = name !== 'cumsum' && this.dice.chance(0.4) ? ', keepdims=True' : '';
        return `${make}; ${this.view('a', shape)}.${name}(${this.axis(shape)}${keep})`;
      }
      case 4:
        return `${make}; a[${this.index(shape)}]`;
      case 5: {
        const value = this.dice.chance(0.6)
          ? this.dice.pick(['0', '7', '2.5', 'True', 'np.float64(1.5)'])
          : this.array(this.companion(shape));
        return `${make}; a[${this.index(shape)}] = ${value}; a`;
      }
      case 6: {
        const steps = Array.from({ length: 1 + this.dice.below(3) }, () => {
          const value = this.dice.chance(0.5)
            ? this.dice.pick(['2', '0.5', '3', 'np.float64(2)'])
            : this.array(this.companion(shape));
          return `${this.dice.chance(0.7) ? 'a' : 'a[...]'} ${this.dice.pick(INPLACE)} ${value}`;
        });
        return `${make}; ${steps.join('; ')}; a`;
      }
      case 7: {
        const [m, k, n] = [1 + this.dice.below(4), 1 + this.dice.below(4), 1 + this.dice.below(4)];
        const right = this.dice.chance(0.15) ? k + 1 : k;
        const op = this.dice.pick(['np.dot(a, b)', 'a @ b', 'a @ b', 'np.matmul(a, b)']);
        const one = this.dice.chance(0.2) ? [k] : this.dice.chance(0.2) ? [2, m, k] : [m, k];
        const two = this.dice.chance(0.2) ? [right] : [right, n];
        return `a = ${this.array(one)}; b = ${this.array(two)}; ${op}`;
      }
      default:
        return `${make}; ${this.dice.pick([
          'print(a)',
          'a.reshape(-1)',
          'np.concatenate([a, a], axis=-1)',
          'np.where(a > 2, a, 0)',
          'np.maximum(a, 1)',
          'np.clip(a, 0, 2)',
          'a.T.tolist()',
          'a.astype(float) ** 2',
          'np.stack([a, a])',
          'np.sort(a, axis=-1)',
          'np.transpose(a)',
          'a.mean(axis=0) - a',
          'np.median(a)',
          'np.tile(a, 2)',
          '(a > 1).sum()',
          'np.outer(a, a)',
        ])}`;
    }
  }
}

/** Makes `count` cases from a seed. */
export function generateCases(seed: number, count: number): NumpyCase[] {
  const generator = new Generator(seed);
  return Array.from({ length: count }, (_, i) => ({
    source: generator.next(),
    name: `generated ${String(seed)}#${String(i)}`,
    onlyNumpy2: false,
  }));
}
