/** Where a text has what is looked for. */

/** What is looked for, and how exactly. */
export interface Query {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly isPattern: boolean;
}

export interface Match {
  readonly from: number;
  readonly to: number;
}

/** More are not counted: nobody goes through them one by one. */
export const mostMatches = 9999;

/** All places in order; null where the pattern is none. A match of nothing is none. */
export function matchesIn(text: string, query: Query): readonly Match[] | null {
  if (query.text === '') return [];
  const pattern = patternOf(query, 'g');
  if (pattern === null) return null;
  const found: Match[] = [];
  for (const match of text.matchAll(pattern)) {
    const from = match.index;
    const to = from + match[0].length;
    if (to === from || (query.wholeWord && !isWhole(text, from, to))) continue;
    found.push({ from, to });
    if (found.length === mostMatches) break;
  }
  return found;
}

function patternOf(query: Query, how: 'g' | 'y'): RegExp | null {
  const source = query.isPattern ? query.text : query.text.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
  try {
    return new RegExp(source, `${how}${query.matchCase ? '' : 'i'}mu`);
  } catch {
    return null;
  }
}

/**
 * What a match becomes. Of a pattern, `$1` and `$&` in `by` stand for what it has caught, and `\n` and `\t` for the line's
 * end and a tab, as in VS Code's own editor; else `by` is put there as it is.
 */
export function replacementOf(text: string, query: Query, match: Match, by: string): string {
  if (!query.isPattern) return by;
  const pattern = patternOf(query, 'y');
  if (pattern === null) return by;
  pattern.lastIndex = match.from;
  const caught = pattern.exec(text);
  if (caught === null) return by;
  return by.replace(/\$(\$|&|\d)|\\([\\nt])/gu, (written, group?: string, escape?: string) => {
    if (escape !== undefined) return { n: '\n', t: '\t' }[escape] ?? escape;
    if (group === '$') return '$';
    const number = group === '&' ? 0 : Number(group);
    return number < caught.length ? (caught[number] ?? '') : written;
  });
}

/** The match to go to from a selection, past the end to the beginning again; null where there is none. */
export function neighbour(matches: readonly Match[], { from, to }: Match, step: 1 | -1): Match | null {
  if (step === 1) return matches.find((match) => match.from >= to) ?? matches[0] ?? null;
  return matches.findLast((match) => match.to <= from) ?? matches.at(-1) ?? null;
}

function isWhole(text: string, from: number, to: number): boolean {
  const isWord = (at: number): boolean => /[\p{L}\p{N}_]/u.test(text.charAt(at));
  return !(isWord(from - 1) && isWord(from)) && !(isWord(to - 1) && isWord(to));
}
