/** Extents of arrays: symbols, whole numbers, and arithmetic of them: `(h - kh) / stride + 1`. */

export type Extent =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'symbol'; readonly name: string }
  | {
      readonly kind: 'operation';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Extent;
      readonly right: Extent;
    };

const token = /\s*(?:(\d+)|([A-Za-z_]\w*)|([-+*/()]))/y;

class Reader {
  #at = 0;
  readonly #tokens: readonly string[];

  constructor(text: string) {
    const tokens: string[] = [];
    token.lastIndex = 0;
    let end = 0;
    for (let match = token.exec(text); match; match = token.exec(text)) {
      tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
      end = token.lastIndex;
    }
    if (text.slice(end).trim() !== '')
      throw new RangeError(`“${text.slice(end).trim()}” is no part of a size`);
    this.#tokens = tokens;
  }

  whole(): Extent {
    const sum = this.#sum();
    const rest = this.#tokens[this.#at];
    if (rest !== undefined) throw new RangeError(`“${rest}” does not belong there`);
    return sum;
  }

  #take(...wanted: readonly string[]): string | null {
    const next = this.#tokens[this.#at];
    if (next === undefined || !wanted.includes(next)) return null;
    this.#at++;
    return next;
  }

  #sum(): Extent {
    let left = this.#product();
    for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-')) {
      left = { kind: 'operation', operator: sign as '+' | '-', left, right: this.#product() };
    }
    return left;
  }

  #product(): Extent {
    let left = this.#atom();
    for (let sign = this.#take('*', '/'); sign; sign = this.#take('*', '/')) {
      left = { kind: 'operation', operator: sign as '*' | '/', left, right: this.#atom() };
    }
    return left;
  }

  #atom(): Extent {
    if (this.#take('(')) {
      const inner = this.#sum();
      if (!this.#take(')')) throw new RangeError('a bracket is not closed');
      return inner;
    }
    const next = this.#tokens[this.#at];
    if (next === undefined || !/^\w/.test(next)) throw new RangeError('a size is missing');
    this.#at++;
    return /^\d/.test(next) ? { kind: 'number', value: Number(next) } : { kind: 'symbol', name: next };
  }
}

/** Reads an extent. A `RangeError` says what is wrong with it. */
export function readExtent(text: string): Extent {
  return new Reader(text).whole();
}

/** The symbols that an extent reads. */
export function symbolsOf(extent: Extent): readonly string[] {
  switch (extent.kind) {
    case 'number':
      return [];
    case 'symbol':
      return [extent.name];
    case 'operation':
      return [...symbolsOf(extent.left), ...symbolsOf(extent.right)];
  }
}

/** The number that an extent is at some sizes. A `RangeError` where it is not a whole number, or a symbol has no size. */
export function extentAt(extent: Extent, sizes: Readonly<Record<string, number>>): number {
  switch (extent.kind) {
    case 'number':
      return extent.value;
    case 'symbol': {
      const value = sizes[extent.name];
      if (value === undefined) throw new RangeError(`the size ${extent.name} is not given`);
      return value;
    }
    case 'operation': {
      const [left, right] = [extentAt(extent.left, sizes), extentAt(extent.right, sizes)];
      const value = { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[
        extent.operator
      ];
      if (Number.isInteger(value)) return value;
      throw new RangeError(`${String(left)} / ${String(right)} is not a whole number`);
    }
  }
}
