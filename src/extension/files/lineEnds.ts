/**
 * The line ends of a file whose text is held with LF alone. A file may mix them; where nobody edited, they stay as they
 * are, so that a file's history shows only what the learner changed. Pure, so that a property test can torment it.
 */
import { longestCommon } from './longestCommon';
import type { TextChange } from '../../protocol/textChanges';
import { lineStarts, positionAt } from './textSync';

export type LineEnd = '\n' | '\r\n' | '\r';

/** The end of each line that has one, in order: as many as the LF text has line feeds. */
export type LineEnds = readonly LineEnd[];

/** Above this many pairs of lines, lines are matched at the edges of a change only: a table of all pairs would be large. */
const mostPairs = 250_000;

/** A file's text with LF line ends, and the ends that it had. */
export function splitLineEnds(raw: string): { readonly text: string; readonly ends: LineEnds } {
  const ends: LineEnd[] = [];
  const text = raw.replace(/\r\n|\r|\n/g, (end) => {
    ends.push(end as LineEnd);
    return '\n';
  });
  return { text, ends };
}

/** The inverse of `splitLineEnds`: the text as it stands in the file. */
export function joinLineEnds(text: string, ends: LineEnds): string {
  let line = 0;
  return text.replace(/\n/g, () => ends[line++] ?? '\n');
}

/** The ends of so many lines, all alike. */
export function uniformEnds(end: LineEnd, text: string): LineEnds {
  return Array.from({ length: countLineFeeds(text) }, () => end);
}

/**
 * The ends after changes to the text (all relative to the text before). A line that is still there keeps its end, even
 * inside a change that replaces more than it alters; a new line ends as the line does that it was typed into,
 * and `otherwise` where no line is left to go by.
 */
export function editLineEnds(
  ends: LineEnds,
  before: string,
  after: string,
  changes: readonly TextChange[],
  otherwise: LineEnd = ends.at(-1) ?? '\n',
): LineEnds {
  const linesBefore = before.split('\n');
  const linesAfter = after.split('\n');
  const starts = lineStarts(before);
  const result: (LineEnd | undefined)[] = [];
  let taken = 0;
  for (const { from, to, insert } of changes) {
    const first = positionAt(starts, from).line;
    const last = positionAt(starts, to).line;
    result.push(...ends.slice(taken, first));
    const inserted = countLineFeeds(insert);
    const old = { lines: linesBefore.slice(first, last), ends: ends.slice(first, last) };
    result.push(...matched(old, linesAfter.slice(result.length, result.length + inserted)));
    taken = last;
  }
  result.push(...ends.slice(taken));
  return apart(filled(result, otherwise), linesAfter);
}

/** The ends of new lines that took the place of old ones; undefined where a line has no counterpart. */
function matched(
  old: { readonly lines: readonly string[]; readonly ends: LineEnds },
  lines: readonly string[],
): (LineEnd | undefined)[] {
  const pairs = commonLines(old.lines, lines);
  const result: (LineEnd | undefined)[] = Array.from({ length: lines.length });
  let [i, j] = [0, 0];
  for (const [oldLine, line] of [...pairs, [old.lines.length, lines.length] as const]) {
    // Between two lines that stayed, a line that was changed keeps its end.
    for (; i < oldLine && j < line; i++, j++) result[j] = old.ends[i];
    if (line < lines.length) result[line] = old.ends[oldLine];
    [i, j] = [oldLine + 1, line + 1];
  }
  return result;
}

/** Pairs of equal lines, in order: the longest common subsequence, or the common beginning and end of long texts. */
function commonLines(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) pairs.push([start, start++]);
  let tail = 0;
  const most = Math.min(a.length, b.length) - start;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [endA, endB] = [a.length - tail, b.length - tail];
  if ((endA - start) * (endB - start) <= mostPairs) {
    const inner = longestCommon(a.slice(start, endA), b.slice(start, endB));
    pairs.push(...inner.map(([i, j]) => [i + start, j + start] as const));
  }
  for (let k = 0; k < tail; k++) pairs.push([endA + k, endB + k]);
  return pairs;
}

function filled(ends: readonly (LineEnd | undefined)[], otherwise: LineEnd): LineEnds {
  let next = ends.findLast((end) => end !== undefined) ?? otherwise;
  return ends.map((_, index) => (next = ends[ends.length - 1 - index] ?? next)).reverse();
}

/** A CR that has come to stand before an LF would be one line end with it; the second of the two becomes CRLF then. */
function apart(ends: LineEnds, lines: readonly string[]): LineEnds {
  return ends.map((end, index) =>
    end === '\n' && lines[index] === '' && ends[index - 1] === '\r' ? '\r\n' : end,
  );
}

function countLineFeeds(text: string): number {
  return text.split('\n').length - 1;
}
