/** Reads an expression with indices, whose values are known, and asks the text that it stands in for names. */
import { map, scalar, tensor, transpose, zip, type Tensor } from '../../../src/engine/tensor';
import { NotEvaluable, Reader } from './evaluateTex';

export type Indices = ReadonlyMap<string, number>;

/** Steps and layers are counted from 1 in the texts, everything else from 0, as in Python. */
export const fromOne = ['t', 'l', 'L'];

export const isLetter = (token: string | undefined): boolean => /^[A-Za-z]$/u.test(token ?? '');

/** What an expression asks of its text. */
interface Text {
  readonly sizes: Readonly<Record<string, number>>;
  value(name: string, asked: readonly number[], indices: Indices, counted?: readonly boolean[]): Tensor;
  rangeOf(letter: string): readonly number[];
  number(tokens: readonly string[], indices: Indices): number;
  isTrue(tokens: readonly string[], indices: Indices): boolean;
  placeOfMaximum(indices: Indices): Indices;
}

/** `ij` is two indices, `i s + p, j s + q` too. */
export function indicesIn(tokens: readonly string[]): readonly (readonly string[])[] {
  const [only = ''] = tokens;
  if (tokens.length === 1 && /^[A-Za-z]+$/u.test(only)) return Array.from(only, (letter) => [letter]);
  let depth = 0;
  const parts: string[][] = [[]];
  for (const token of tokens) {
    depth += token === '{' ? 1 : token === '}' ? -1 : 0;
    if (token === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** All tuples of indices below these lengths. */
export function* tuples(lengths: readonly number[]): Generator<readonly number[]> {
  const [length, ...rest] = lengths;
  if (length === undefined) yield [];
  else for (let i = 0; i < length; i++) for (const more of tuples(rest)) yield [i, ...more];
}

export class IndexedReader extends Reader {
  constructor(
    body: string,
    private readonly text: Text,
    private readonly indices: Indices,
  ) {
    super(body, { values: new Map(), samples: 'rows', isOfEntries: /^[^«]*$/u.test(body) });
  }

  placeOfMaximum(): Indices {
    if (!this.takes('\\max', '_')) throw new NotEvaluable('no maximum');
    const all = this.overAll(this.subscriptTokens());
    return all.reduce((best, one) => ((one.value.data[0] ?? NaN) > (best.value.data[0] ?? NaN) ? one : best))
      .here;
  }

  protected override begins(): boolean {
    return super.begins() || isLetter(this.next) || this.next === '[';
  }

  protected override factor(): Tensor {
    if (this.takes('\\sum')) return this.sumOf();
    const token = this.next ?? '';
    let value = token.startsWith('«') ? this.part() : this.atom();
    for (;;) {
      if (this.takes('^', '\\top')) value = transpose(value);
      else if (this.takes('^')) {
        const power = this.text.number(this.subscriptTokens(), this.indices);
        value = map(value, (x) => x ** power);
      } else return value;
    }
  }

  protected override atom(): Tensor {
    const token = this.next ?? '';
    if (this.takes('\\max', '_')) {
      const all = this.overAll(this.subscriptTokens());
      return scalar(Math.max(...all.flatMap(({ value }) => [...value.data])));
    }
    if (isLetter(token) && !(token === 'e' && this.all[this.at + 1] === '^')) {
      this.at++;
      const index = this.indices.get(token) ?? this.text.sizes[token];
      if (index !== undefined) return scalar(index);
      return token === 'L' ? scalar(this.text.rangeOf('l').length) : this.text.value(token, [], this.indices);
    }
    return super.atom();
  }

  protected override called(): Tensor {
    if (!this.takes('\\mathrm', '{', 'cut', '}')) return super.called();
    return this.withoutBorder(this.inParentheses(), this.text.sizes['p'] ?? NaN);
  }

  protected override sumOf(): Tensor {
    if (!this.takes('_')) return scalar(this.products().data.reduce((a, b) => a + b, 0));
    const below = this.subscriptTokens();
    const upper = this.takes('^') ? this.subscriptTokens() : [];
    return this.overAll(below, upper)
      .map(({ value }) => value)
      .reduce((a, b) => zip(a, b, (x, y) => x + y), scalar(0));
  }

  /** The case that holds of the indices: one must. */
  protected override cases(): Tensor {
    let chosen: Tensor | null = null;
    while (!this.takes('\\end')) {
      const begin = this.at;
      this.skipTo('&');
      if (this.holdsNow()) {
        if (chosen) throw new NotEvaluable('cases that overlap');
        const behind = this.at;
        this.at = begin;
        chosen = this.sums();
        this.at = behind;
      }
      this.takes('\\\\');
    }
    for (const token of ['{', 'cases', '}']) this.need(token);
    if (!chosen) throw new NotEvaluable('no case holds');
    return chosen;
  }

  private skipTo(token: string): void {
    while (this.next !== undefined && this.next !== token) this.at++;
    this.need(token);
  }

  /** `l < L`, or in words: where the maximum stands. */
  private holdsNow(): boolean {
    if (this.takes('\\mathrm')) {
      if (this.group() === 'elsewhere') return !this.isAtMaximum();
      return this.isAtMaximum();
    }
    const left = this.sums().data[0] ?? NaN;
    const how = this.next;
    this.at++;
    const right = this.sums().data[0] ?? NaN;
    if (how !== '=' && how !== '<') throw new NotEvaluable(`no condition ${String(how)}`);
    return how === '=' ? left === right : left < right;
  }

  private isAtMaximum(): boolean {
    return [...this.text.placeOfMaximum(this.indices)].every(
      ([letter, at]) => this.indices.get(letter) === at,
    );
  }

  /** A name with its indices. */
  private part(): Tensor {
    const name = (this.next ?? '').slice(1, -1);
    this.at++;
    const below: (readonly string[])[] = [];
    while (this.takes('_')) below.push(...indicesIn(this.subscriptTokens()));
    const counted = below.map((tokens) => tokens.some((token) => fromOne.includes(token)));
    const asked = below.map((tokens) => this.text.number(tokens, this.indices));
    return this.text.value(name, asked, this.indices, counted);
  }

  private subscriptTokens(): readonly string[] {
    const begin = this.at;
    if (!this.takes('{')) return this.all.slice(begin, ++this.at);
    for (let depth = 1; depth > 0; this.at++) {
      if (this.next === undefined) throw new NotEvaluable('braces are open');
      depth += this.next === '{' ? 1 : this.next === '}' ? -1 : 0;
    }
    return this.all.slice(begin + 1, this.at - 1);
  }

  /** What comes behind, read anew for all values of the indices below: `p,q`, `i=1`, `j : ids_{ij} = v`. */
  private overAll(
    below: readonly string[],
    upper: readonly string[] = [],
  ): readonly { readonly value: Tensor; readonly here: Indices }[] {
    const [head = [], condition] = [':', '='].reduce<readonly (readonly string[])[]>(
      (parts, mark) => {
        const at = parts.length === 1 ? below.indexOf(mark) : -1;
        return at < 0 ? parts : [below.slice(0, at), mark === ':' ? below.slice(at + 1) : []];
      },
      [below],
    );
    const letters = indicesIn(head).flat();
    const begin = this.at;
    const rest = this.all.slice(begin);
    const results = [...tuples(letters.map((letter) => this.range(letter, upper).length))].flatMap(
      (tuple) => {
        const here = new Map(this.indices);
        for (const [k, letter] of letters.entries())
          here.set(letter, this.range(letter, upper)[tuple[k] ?? 0] ?? NaN);
        if (condition && condition.length > 0 && !this.text.isTrue(condition, here)) return [];
        const reader = new IndexedReader(rest.join(' '), this.text, here);
        const value = reader.products();
        this.at = begin + reader.at;
        return [{ value, here: new Map(letters.map((letter) => [letter, here.get(letter) ?? NaN])) }];
      },
    );
    if (results.length === 0) {
      // Nothing fulfils the condition: what stands behind is read all the same, to go on behind it.
      const reader = new IndexedReader(
        rest.join(' '),
        this.text,
        new Map([
          ...this.indices,
          ...letters.map((letter) => [letter, this.range(letter, upper)[0] ?? NaN] as const),
        ]),
      );
      reader.products();
      this.at = begin + reader.at;
    }
    return results;
  }

  private withoutBorder(whole: Tensor, border: number): Tensor {
    const [h = 0, w = 0] = whole.shape;
    const inner = [h - 2 * border, w - 2 * border] as const;
    return tensor(
      inner,
      [...tuples(inner)].map(([i = 0, j = 0]) => whole.data[(i + border) * w + j + border] ?? NaN),
    );
  }

  /** Where the text says how far, in `\sum_{i=1}^{m}`, so far; else as far as what has this index is long. */
  private range(letter: string, upper: readonly string[]): readonly number[] {
    if (upper.length === 0) return this.text.rangeOf(letter);
    return Array.from({ length: this.text.number(upper, this.indices) }, (_, i) => i);
  }
}
