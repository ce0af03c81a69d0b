/**
 * The arithmetic of keeping two editors on one text: offsets with LF line ends on one side, VS Code's lines and
 * columns (whatever the document's line ends) on the other. Pure, so that a property test can torment it.
 */
import type { TextChange } from '../protocol/messages';

/** A line and a UTF-16 column, both from 0, as VS Code counts. */
export interface LineColumn {
  readonly line: number;
  readonly character: number;
}

/** What VS Code says of one change: where it was in the text before, and what stands there now. */
export interface RangeChange {
  readonly range: { readonly start: LineColumn; readonly end: LineColumn };
  readonly text: string;
}

/** The text with every line end as LF, as the panel speaks of it. */
export function toLf(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The text with the line ends of the file it goes to. */
export function withLineEnds(text: string, lineEnd: '\n' | '\r\n'): string {
  return lineEnd === '\n' ? text : text.replaceAll('\n', '\r\n');
}

/** The line ends that a file's text uses: those of its first line. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** The offset at which each line of an LF text begins. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line and column of an offset into an LF text. */
export function positionAt(starts: readonly number[], offset: number): LineColumn {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (starts[low] ?? 0) };
}

/** The offset of a line and column; beyond the last line it is the text's end. */
export function offsetAt(starts: readonly number[], length: number, position: LineColumn): number {
  const start = starts[position.line];
  return start === undefined ? length : Math.min(start + position.character, length);
}

/** Whether changes are in order, apart from each other, and inside a text of this length. */
export function areApplicable(changes: readonly TextChange[], length: number): boolean {
  let last = 0;
  return changes.every((change) => {
    const fits = change.from >= last && change.to >= change.from && change.to <= length;
    last = change.to;
    return fits;
  });
}

/** The text after changes that are all relative to the text before. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const change of changes) {
    result += text.slice(at, change.from) + change.insert;
    at = change.to;
  }
  return result + text.slice(at);
}

/** The smallest single change from one text to another; none where they are the same. */
export function difference(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  if (isInsidePair(before, from) || isInsidePair(after, from)) from--;
  let tail = 0;
  const most = shorter - from;
  while (
    tail < most &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  if (isInsidePair(before, before.length - tail) || isInsidePair(after, after.length - tail)) tail--;
  return [{ from, to: before.length - tail, insert: after.slice(from, after.length - tail) }];
}

/** Whether an offset would cut a surrogate pair in two, which no editor may see. */
function isInsidePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const high = text.charCodeAt(offset - 1);
  const low = text.charCodeAt(offset);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}

/**
 * What VS Code reports, as changes of the LF text. VS Code tells where each change was before any of them; where the
 * outcome does not agree with the document (a change of all line ends, say), the plain difference stands in.
 */
export function toTextChanges(
  before: string,
  after: string,
  changes: readonly RangeChange[],
): readonly TextChange[] {
  const starts = lineStarts(before);
  const offsets = changes
    .map((change) => ({
      from: offsetAt(starts, before.length, change.range.start),
      to: offsetAt(starts, before.length, change.range.end),
      insert: toLf(change.text),
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const agrees = areApplicable(offsets, before.length) && applyChanges(before, offsets) === after;
  return agrees ? offsets : difference(before, after);
}

/** Where lines (from 1) have gone after changes to the text; null where a change touched the line. */
export function moveLines(
  lines: readonly (number | null)[],
  before: string,
  changes: readonly TextChange[],
): readonly (number | null)[] {
  const starts = lineStarts(before);
  const effects = changes.map((change) => ({
    ...change,
    grows: countLineEnds(change.insert) - countLineEnds(before.slice(change.from, change.to)),
    leavesLineStart:
      change.insert === ''
        ? change.from === 0 || before[change.from - 1] === '\n'
        : change.insert.endsWith('\n'),
  }));
  return lines.map((line) => {
    const start = line === null ? undefined : starts[line - 1];
    if (line === null || start === undefined) return null;
    const end = (starts[line] ?? before.length + 1) - 1;
    let moved = line;
    for (const { from, to, insert, grows, leavesLineStart } of effects) {
      const above = to < start || (to === start && leavesLineStart);
      const below = from > end || (from === end && to === from && insert.startsWith('\n'));
      if (above) moved += grows;
      else if (!below) return null;
    }
    return moved;
  });
}

function countLineEnds(text: string): number {
  return text.split('\n').length - 1;
}
