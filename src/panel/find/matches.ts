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
  const source = query.isPattern ? query.text : query.text.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
  let pattern: RegExp;
  try {
    pattern = new RegExp(source, query.matchCase ? 'gmu' : 'gimu');
  } catch {
    return null;
  }
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

/** The match to go to from a selection, past the end to the beginning again; null where there is none. */
export function neighbour(matches: readonly Match[], { from, to }: Match, step: 1 | -1): Match | null {
  if (step === 1) return matches.find((match) => match.from >= to) ?? matches[0] ?? null;
  return matches.findLast((match) => match.to <= from) ?? matches.at(-1) ?? null;
}

function isWhole(text: string, from: number, to: number): boolean {
  const isWord = (at: number): boolean => /[\p{L}\p{N}_]/u.test(text.charAt(at));
  return !(isWord(from - 1) && isWord(from)) && !(isWord(to - 1) && isWord(to));
}
