/**
 * Changes of a text with LF line ends, as both sides of the wire speak of them, and their arithmetic. Pure, so that a
 * property test can torment it.
 */

/** A replacement of a range of the snippet; offsets are UTF-16 code units of the text before the change, LF line ends. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
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
