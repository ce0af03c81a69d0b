/**
 * What the displayed equations come to, read off their TeX. The functions are written anew here, their slopes taken by
 * differences, so that nothing of the engine stands behind a text that agrees with it.
 */
import type { Tensor } from '../../../src/engine/tensor';
import { map, matmul, scalar, sum, sumAxis, tensor, transpose, zip } from '../../../src/engine/tensor';

/** Where samples stand, and the arrays and numbers by name. */
export interface Scope {
  readonly values: ReadonlyMap<string, Tensor>;
  readonly samples: 'rows' | 'columns';
  /** Whether everything is said of each entry by itself: then the dot multiplies numbers. */
  readonly isOfEntries?: boolean;
}

/** TeX that is no formula of arrays: a law, a distribution, a derivation in other letters. */
export class NotEvaluable extends Error {}

const entries: Readonly<Record<string, (x: number) => number>> = {
  relu: (x) => (x > 0 ? x : 0),
  lrelu: (x) => (x > 0 ? x : x / 100),
  tanh: (x) => 1 - 2 / (Math.exp(2 * x) + 1),
  sigma: (x) => 1 / (1 + Math.exp(-x)),
  log: Math.log,
  abs: Math.abs,
};

function slope(f: (x: number) => number): (x: number) => number {
  return (x) => (f(x + 1e-5) - f(x - 1e-5)) / 2e-5;
}

function softmax(Z: Tensor): Tensor {
  const [, n = 1] = Z.shape;
  const powers = map(Z, Math.exp);
  return tensor(
    Z.shape,
    Array.from(powers.data, (p, i) => {
      const row = Math.floor(i / n) * n;
      return p / powers.data.slice(row, row + n).reduce((a, b) => a + b, 0);
    }),
  );
}

const tokens = /\\\\|\\[A-Za-z]+|\\,|\\;|\d+(?:\.\d+)?|[{}()[\]<>^_'+\-/=,:&]|[A-Za-z]+/gu;

/** How large parentheses are, where lines break, and spaces: nothing of it is computed. */
const unread = ['\\,', '\\;', '\\left', '\\right', '\\textstyle', '\\Bigl', '\\Bigr'];

const inOrder = new RegExp(`«\\w+»|${tokens.source}`, 'gu');

/** `\term{W1}{W_1}` as `\term W1`: how a name looks says nothing. */
export function withNames(tex: string): string {
  let text = tex;
  for (let at = text.indexOf('\\term{'); at >= 0; at = text.indexOf('\\term{', at + 1)) {
    const end = text.indexOf('}', at);
    let depth = 0;
    let close = end + 1;
    do {
      depth += text[close] === '{' ? 1 : text[close] === '}' ? -1 : 0;
      close++;
    } while (depth > 0 && close < text.length);
    text = `${text.slice(0, at)}«${text.slice(at + 6, end)}»${text.slice(close)}`;
  }
  return text;
}

const tokensKnown = new Map<string, readonly string[]>();

function tokensOf(text: string): readonly string[] {
  const before = tokensKnown.get(text);
  if (before) return before;
  const hasCases = text.includes('{cases}');
  const made = [...text.replaceAll(/\\(?:begin|end)\{aligned\}/gu, '').matchAll(inOrder)]
    .map(([token]) => token)
    .filter((token) => !unread.includes(token) && (hasCases || !['&', '\\\\'].includes(token)));
  tokensKnown.set(text, made);
  return made;
}

/** Reads an expression and computes it on the way. */
export class Reader {
  protected at = 0;
  /** Along which axis each index runs that was read: the first one behind a sum is that of the sum. */
  private readonly axes: (0 | 1)[] = [];
  protected readonly all: readonly string[];

  constructor(
    text: string,
    protected readonly scope: Scope,
  ) {
    this.all = tokensOf(text);
  }

  value(): Tensor {
    const result = this.sums();
    if (this.at < this.all.length) throw new NotEvaluable(this.all.slice(this.at).join(' '));
    return result;
  }

  protected get next(): string | undefined {
    return this.all[this.at];
  }

  protected takes(...some: readonly string[]): boolean {
    const isNext = some.every((token, i) => this.all[this.at + i] === token);
    if (isNext) this.at += some.length;
    return isNext;
  }

  protected need(token: string): void {
    if (!this.takes(token)) throw new NotEvaluable(`${token} expected, ${this.next ?? 'the end'} found`);
  }

  protected sums(): Tensor {
    let left = this.takes('-') ? map(this.products(), (x) => -x) : this.products();
    for (;;) {
      if (this.takes('+')) left = zip(left, this.products(), (a, b) => a + b);
      else if (this.takes('-')) left = zip(left, this.products(), (a, b) => a - b);
      else return left;
    }
  }

  protected products(): Tensor {
    let left = this.factor();
    for (;;) {
      if (this.takes('\\cdot')) {
        const right = this.factor();
        left = this.scope.isOfEntries ? zip(left, right, (a, b) => a * b) : matmul(left, right);
      } else if (this.takes('/')) {
        left = zip(left, this.factor(), (a, b) => a / b);
      } else if (this.takes('\\odot') || this.next === '\\sum' || this.begins()) {
        left = zip(left, this.factor(), (a, b) => a * b);
      } else return left;
    }
  }

  protected begins(): boolean {
    return (
      this.next !== undefined &&
      /^(«|\d|\(|[emn]$|\\(frac|operatorname|mathrm|tanh|sigma|log|sqrt|max))/u.test(this.next)
    );
  }

  /** One array, with what is written behind it. */
  protected factor(): Tensor {
    if (this.takes('\\sum')) return this.sumOf();
    let value = this.atom();
    for (;;) {
      if (this.takes('^', '\\top')) value = transpose(value);
      else if (this.takes('^', '2')) value = map(value, (x) => x * x);
      else if (this.takes('_')) {
        const below = this.subscript();
        this.axes.push(/^(:|\\cdot)/u.test(below) ? 1 : 0);
      } else return value;
    }
  }

  protected sumOf(): Tensor {
    if (!this.takes('_')) return scalar(sum(this.products()));
    // Σ over i = 1 … m of (…)_{i,:}, or over each row.
    const index = this.subscript();
    if (this.takes('^')) this.group();
    const before = this.axes.length;
    const of = this.products();
    return sumAxis(of, index.includes('row') ? 1 : (this.axes[before] ?? 0));
  }

  /** What stands below, in braces or by itself. */
  private subscript(): string {
    if (this.next === '{') return this.group();
    const text = this.next ?? '';
    this.at++;
    return text;
  }

  /** a where x > 0, b where x ≤ 0: between them all that there is. */
  protected cases(): Tensor {
    const then = this.sums();
    this.need('&');
    const left = this.sums();
    this.need('>');
    const right = this.sums();
    this.need('\\\\');
    const otherwise = this.sums();
    this.need('&');
    const below = zip(this.sums(), this.conditionEnd(), (a, b) => (a <= b ? 1 : 0));
    const holds = zip(left, right, (a, b) => (a > b ? 1 : 0));
    if (zip(holds, below, (a, b) => a + b).data.some((sum) => sum !== 1))
      throw new NotEvaluable('cases that overlap, or that leave something out');
    const chosen = zip(holds, then, (is, value) => (is === 1 ? value : 0));
    return zip(
      chosen,
      zip(holds, otherwise, (is, value) => (is === 1 ? 0 : value)),
      (a, b) => a + b,
    );
  }

  /** What stands behind ≤ in the last case. */
  private conditionEnd(): Tensor {
    this.need('\\le');
    const right = this.sums();
    for (const token of ['\\end', '{', 'cases', '}']) this.need(token);
    return right;
  }

  /** The largest entry of each row. */
  protected largest(): Tensor {
    if (!this.subscript().includes('row')) throw new NotEvaluable('a maximum over what?');
    const of = this.factor();
    const [rows = 1, columns = 1] = of.shape;
    const most = Array.from({ length: rows }, (_, i) =>
      of.data.slice(i * columns, (i + 1) * columns).reduce((a, b) => Math.max(a, b)),
    );
    return tensor([rows, 1], most);
  }

  /** The text of what stands in braces. */
  protected group(): string {
    this.need('{');
    let text = '';
    for (let depth = 1; depth > 0; this.at++) {
      if (this.next === undefined) throw new NotEvaluable('braces are open');
      depth += this.next === '{' ? 1 : this.next === '}' ? -1 : 0;
      if (depth > 0) text += this.next;
    }
    return text;
  }

  protected inBraces(): Tensor {
    this.need('{');
    const value = this.sums();
    this.need('}');
    return value;
  }

  protected inParentheses(): Tensor {
    this.need('(');
    const value = this.sums();
    this.need(')');
    return value;
  }

  /** [a < b]: 1 where it holds, else 0. */
  private holds(): Tensor {
    this.need('[');
    const left = this.sums();
    this.need('<');
    const right = this.sums();
    this.need(']');
    return zip(left, right, (a, b) => (a < b ? 1 : 0));
  }

  protected atom(): Tensor {
    const token = this.next ?? '';
    if (token.startsWith('«')) {
      this.at++;
      const name = token.slice(1, -1);
      const value = this.scope.values.get(name);
      if (!value) throw new NotEvaluable(`no value of ${name}`);
      return value;
    }
    if (this.takes('e', '^')) return map(this.inBraces(), Math.exp);
    if (['m', 'n'].includes(token)) {
      this.at++;
      const value = this.scope.values.get(token);
      if (!value) throw new NotEvaluable(`no value of ${token}`);
      return value;
    }
    if (this.takes('\\begin', '{', 'cases', '}')) return this.cases();
    if (this.takes('\\sqrt')) return map(this.inBraces(), Math.sqrt);
    if (this.takes('\\max', '_')) return this.largest();
    if (/^\d+(\.\d+)?$/u.test(token)) {
      this.at++;
      return scalar(Number(token));
    }
    if (token === '(') return this.inParentheses();
    if (token === '[') return this.holds();
    if (this.takes('\\frac')) return zip(this.inBraces(), this.inBraces(), (a, b) => a / b);
    if (this.takes('\\max')) {
      this.need('(');
      const first = this.sums();
      this.need(',');
      const second = this.sums();
      this.need(')');
      return zip(first, second, (a, b) => (a > b ? a : b));
    }
    return this.called();
  }

  protected called(): Tensor {
    const name =
      this.takes('\\operatorname') || this.takes('\\mathrm')
        ? this.group()
        : (this.next ?? '').replace('\\', '');
    if (this.all[this.at] === `\\${name}`) this.at++;
    if (name === 'softmax') {
      const Z = this.inParentheses();
      return this.scope.samples === 'rows' ? softmax(Z) : transpose(softmax(transpose(Z)));
    }
    const f = entries[name];
    if (!f) throw new NotEvaluable(`no function ${name}`);
    const isSlope = this.takes("'");
    const of = this.next === '(' ? this.inParentheses() : this.factor();
    return map(of, isSlope ? slope(f) : f);
  }
}

/** What each right side of an equation gives: `A = f(Z) = max(0, Z)` has two. */
export function valuesOf(tex: string, scope: Scope): readonly Tensor[] {
  const [, ...sides] = withNames(tex).split(/\\leftarrow|=(?![^{]*\})/u);
  if (sides.length === 0) throw new NotEvaluable('nothing is defined');
  return sides.map((side) => new Reader(side, scope).value());
}
