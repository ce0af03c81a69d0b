/**
 * Equations that say an array entry by entry, layer by layer, or each step from the one before: `out_{ij} = …`,
 * `H_t = … H_{t-1} …`, `W ← …`. An index runs as far as the arrays are long that it stands at alone; a definition is
 * read anew for every value that is asked of it, with all indices that are known there.
 */
import { scalar, tensor, zip, type Tensor } from '../../../src/engine/tensor';
import { NotEvaluable, withNames } from './evaluateTex';
import { fromOne, IndexedReader, indicesIn, isLetter, tuples, type Indices } from './indexedReader';

/** An array or a number, or a list of arrays. */
export type Known = Tensor | readonly Tensor[];

interface Definition {
  readonly name: string;
  /** What stands at its indices on the left side, each as tokens. */
  readonly at: readonly (readonly string[])[];
  readonly relation: '=' | '+=' | '←';
  readonly body: string;
}

const isList = (known: Known): known is readonly Tensor[] => Array.isArray(known);

/** Part of an array: its indices from the first axis on. A row stays a row. */
function partOf(known: Known, indices: readonly number[]): Tensor {
  const [first, ...others] = indices;
  if (isList(known)) {
    const item = known[first ?? -1];
    if (!item) throw new NotEvaluable(`no item ${String(first)}`);
    return partOf(item, others);
  }
  if (first === undefined) return known.shape.length === 1 ? tensor([1, ...known.shape], known.data) : known;
  const [length = 0, ...rest] = known.shape;
  if (first < 0 || first >= length) throw new NotEvaluable(`no index ${String(first)}`);
  const size = known.data.length / length;
  return partOf(tensor(rest, known.data.slice(first * size, (first + 1) * size)), others);
}

function shapeOf(known: Known): readonly number[] {
  return isList(known) ? [known.length, ...(known[0]?.shape ?? [])] : known.shape;
}

export class IndexedText {
  private readonly definitions: readonly Definition[];
  /** What `←` has made of a name by now. */
  private readonly state = new Map<string, Tensor>();
  private readonly ranges = new Map<string, number>();

  /** `known` is what was given, held and returned: of what the text defines, only the shape is taken. */
  constructor(
    lines: readonly string[],
    private readonly inputs: ReadonlyMap<string, Known>,
    private readonly known: ReadonlyMap<string, Known>,
    readonly sizes: Readonly<Record<string, number>>,
  ) {
    const texts = lines
      .map((line) => this.named(line))
      .flatMap((line) =>
        line.replace(/\\(?:begin|end)\{aligned\}/gu, '').split(/\\qquad|\\\\(?=\s*&\s*«?\w+»? =)/u),
      );
    this.definitions = texts.flatMap((text) => definitionIn(text));
    for (const text of texts) this.measure(text);
    this.runRounds();
  }

  /** Whether the text says what this is. */
  defines(name: string): boolean {
    return this.definitions.some((one) => one.name === name);
  }

  /** All entries of a name, in the order of what is known of it. */
  whole(name: string): Tensor {
    const known = this.known.get(name);
    const how = this.definitions.find((one) => one.name === name && one.at.some((at) => at.some(isLetter)));
    if (!how || !known) return this.value(name, [], new Map());
    const all = shapeOf(known).slice(0, how.at.length);
    const starts = how.at.map(([first, ...more]) =>
      more.length === 0 && fromOne.includes(first ?? '') ? 1 : 0,
    );
    const size = shapeOf(known)
      .slice(all.length)
      .reduce((a, b) => a * b, 1);
    const parts = [...tuples(all)].map((at) =>
      this.value(
        name,
        at.map((index, axis) => index + (starts[axis] ?? 0)),
        new Map(),
      ),
    );
    return tensor(
      isList(known) ? [parts.reduce((n, { data }) => n + data.length, 0)] : known.shape,
      // Where nothing is added up, all entries are 0.
      parts.flatMap(({ data }) =>
        isList(known) || data.length === size ? [...data] : Array<number>(size).fill(data[0] ?? NaN),
      ),
    );
  }

  /** A name at some indices, as the text counts them. */
  value(name: string, asked: readonly number[], indices: Indices, counted: readonly boolean[] = []): Tensor {
    const now = this.state.get(name);
    if (now) return now;
    const all = this.definitions.filter((one) => one.name === name);
    if (all.some(({ relation }) => relation === '←')) return scalar(0);
    for (const one of all) {
      if (one.at.length > asked.length) continue;
      const found = this.said(one, asked.slice(0, one.at.length), indices);
      if (found) return partOf(found, asked.slice(one.at.length));
    }
    if (asked.length === 0 && all.length > 0) return this.whole(name);
    // What flows back into the last step, and what no window reaches.
    if (all.some(({ at }) => at.some((index) => index.length > 1))) return scalar(0);
    const known = this.inputs.get(name) ?? this.known.get(name);
    if (!known) throw new NotEvaluable(`no value of ${name}`);
    return partOf(
      known,
      asked.map((index, axis) => index - (counted[axis] ? 1 : 0)),
    );
  }

  /** How far an index runs: as the text counts it. */
  rangeOf(letter: string): readonly number[] {
    const length = this.ranges.get(letter);
    if (length === undefined) throw new NotEvaluable(`how far does ${letter} run?`);
    return Array.from({ length }, (_, i) => i + (fromOne.includes(letter) ? 1 : 0));
  }

  number(tokens: readonly string[], indices: Indices): number {
    return this.read(tokens.join(' '), indices).data[0] ?? NaN;
  }

  /** Where, of the indices that a maximum is taken over, the first largest one stands. */
  placeOfMaximum(indices: Indices): Indices {
    const one = this.definitions.find(({ body }) => body.trim().startsWith('\\max'));
    if (!one) throw new NotEvaluable('the maximum of what?');
    return new IndexedReader(one.body, this, indices).placeOfMaximum();
  }

  isTrue(tokens: readonly string[], indices: Indices): boolean {
    const at = tokens.lastIndexOf('=');
    return this.number(tokens.slice(0, at), indices) === this.number(tokens.slice(at + 1), indices);
  }

  private read(text: string, indices: Indices): Tensor {
    return new IndexedReader(text, this, indices).value();
  }

  /** What one definition says at these indices, if it says anything of them. */
  private said(
    { at, relation, body }: Definition,
    asked: readonly number[],
    indices: Indices,
  ): Tensor | null {
    const letters = [...new Set(at.flat().filter((token) => isLetter(token) && this.ranges.has(token)))];
    let total: Tensor | null = null;
    for (const tuple of tuples(letters.map((letter) => this.rangeOf(letter).length))) {
      const here = new Map(indices);
      for (const [k, letter] of letters.entries())
        here.set(letter, this.rangeOf(letter)[tuple[k] ?? 0] ?? NaN);
      if (!at.every((index, axis) => this.number(index, here) === asked[axis])) continue;
      const value = this.read(body, here);
      if (relation === '=') return value;
      total = total ? zip(total, value, (a, b) => a + b) : value;
    }
    return total;
  }

  /** `←` in order, once for each step. */
  private runRounds(): void {
    const rounds = this.definitions.filter(({ relation }) => relation === '←');
    if (rounds.length === 0) return;
    for (const { name } of rounds) {
      const start = this.inputs.get(name);
      if (start && !isList(start)) this.state.set(name, start);
    }
    for (const t of this.rangeOf('t'))
      for (const { name, body } of rounds) this.state.set(name, this.read(body, new Map([['t', t]])));
  }

  /** Names in the place of terms: `dZ` that is written with the index l has it, and `A_{l-1}` is an item of `As`. */
  private named(line: string): string {
    let text = line.replaceAll('\\left|', '\\operatorname{abs}(').replaceAll('\\right|', ')');
    const layered = [...text.matchAll(/\\term\{(\w+)\}/gu)].flatMap(([term, name = ''], i, all) => {
      const begin = all[i]?.index ?? 0;
      const look = text.slice(begin + term.length, begin + lengthOfGroups(text.slice(begin)));
      return /_l\b/u.test(look) ? [name] : [];
    });
    text = withNames(text);
    for (const name of new Set(layered)) text = text.replaceAll(`«${name}»`, `«${name}»_{l}`);
    for (const [name, known] of this.known) {
      if (!isList(known) || !/^[A-Z]s$/u.test(name)) continue;
      text = text.replaceAll(
        new RegExp(`\\\\frac\\{\\\\partial L\\}\\{\\\\partial ${name[0] ?? ''}(_\\{[^{}]*\\})\\}`, 'gu'),
        `«d${name[0] ?? ''}»$1`,
      );
      text = text.replaceAll(new RegExp(`(?<![\\w\\\\«])${name[0] ?? ''}(?=_)`, 'gu'), `«${name}»`);
    }
    return text;
  }

  /** Indices that stand alone at an axis of an array run along it. */
  private measure(text: string): void {
    for (const [, name = '', braced, single] of text.matchAll(/«(\w+)»_(?:\{([A-Za-z]+)\}|([A-Za-z]))/gu)) {
      const known = this.known.get(name);
      // Of what each layer has, only one layer's is held at the end.
      if (!known || ((braced ?? single) === 'l' && !isList(known))) continue;
      for (const [axis, letter] of Array.from(braced ?? single ?? '').entries()) {
        const length = shapeOf(known)[axis];
        if (length !== undefined && !this.ranges.has(letter)) this.ranges.set(letter, length);
      }
    }
  }
}

/** `[dx]_{i s + p} = …`, or nothing where no name stands on the left: a law. */
function definitionIn(text: string): readonly Definition[] {
  const [, name, letter, below = '', relation = '', body = ''] =
    /^[\s&]*(?:«(\w+)»|([a-z]))((?:_(?:\{[^=]*?\}|\w))*)\s*(\\leftarrow|\\mathrel\{\+\}=|=)(.*)$/su.exec(
      text,
    ) ?? [];
  const defined = name ?? letter;
  if (defined === undefined) return [];
  const at = subscriptsIn(below).flatMap((tokens) => indicesIn(tokens));
  return [
    { name: defined, at, relation: relation === '=' ? '=' : relation.includes('+') ? '+=' : '←', body },
  ];
}

/** What stands in `_{…}_{…}`, each as tokens. */
function subscriptsIn(below: string): readonly (readonly string[])[] {
  return [...below.matchAll(/_(?:\{(.*?)\}(?=_|$)|(\w))/gsu)].map(([, braced, single]) =>
    [...(braced ?? single ?? '').replaceAll(/\\[;,]/gu, '').matchAll(/\w+|[^\s\w]/gu)].map(
      ([token]) => token,
    ),
  );
}

/** How long `\\term{…}{…}` is at the beginning of a text. */
function lengthOfGroups(text: string): number {
  let depth = 0;
  let groups = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0 && ++groups === 2) return at + 1;
  }
  return text.length;
}
