/** The smallest single replacement that turns one text into another. */
import { ChangeSet } from '@codemirror/state';
import type { Text } from '@codemirror/state';

/** Common start and end are kept, what is between them is replaced; a surrogate pair is never cut in two. */
export function replacementBetween(
  before: string,
  after: string,
): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** The same as a change of a CodeMirror document. */
export function changeBetween(before: Text, after: string): ChangeSet {
  const replacement = replacementBetween(before.toString(), after);
  const nothing = replacement.from === replacement.to && replacement.insert === '';
  return nothing ? ChangeSet.empty(before.length) : ChangeSet.of(replacement, before.length, '\n');
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
