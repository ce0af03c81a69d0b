/** Texts and changes of them, for property tests. */
import fc from 'fast-check';
import type { TextChange } from '../../../src/protocol/textChanges';

/** Texts of these parts: short, and few parts, so that lines, repeats and surrogate pairs meet often. */
export function textOf(parts: readonly string[], maxLength = 40): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...parts), { maxLength }).map((all) => all.join(''));
}

/** Texts with LF line ends. */
export const lfText = textOf(['a', 'b', ' ', '\n', '\n', '가', '🙂']);

/** What somebody wishes to change: where, how much of it, and what to put there. */
export const wishes = fc.array(fc.tuple(fc.nat(60), fc.nat(9), lfText), { maxLength: 4 });

/** Those of the wishes that fit a text, as changes of it: in order, apart, inside. */
export function changesOf(
  text: string,
  wished: readonly (readonly [number, number, string])[],
): readonly TextChange[] {
  const changes: TextChange[] = [];
  let last = -1;
  for (const [from, length, insert] of [...wished].sort((a, b) => a[0] - b[0])) {
    if (from > text.length || from <= last) continue;
    last = Math.min(from + length, text.length);
    changes.push({ from, to: last, insert });
  }
  return changes;
}
