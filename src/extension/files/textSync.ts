/**
 * What VS Code says of a document, in the terms of the wire: offsets with LF line ends on one side, VS Code's lines and
 * columns (whatever the document's line ends) on the other. Pure, so that a property test can torment it.
 */
import { applyChanges, areApplicable, difference, type TextChange } from '../../protocol/textChanges';

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
