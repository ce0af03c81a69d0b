/** What a page of the panel had typed when it went away, brought into the text that there is now. Pure. */
import type { Typed } from '../../protocol/messages';
import type { PageText } from '../files/heldTexts';
import { mergeTexts } from '../files/mergeTexts';

/**
 * The text with what was typed in the page, or undefined where all of it has come already. `came` is what has come of
 * that page so far: it tells what is new exactly, whatever happened to the text since. Without it nothing has come,
 * or what came was forgotten with the window; then a text that the page knew says how far it got.
 */
export function withTyped(typed: Typed, came: PageText | undefined, now: string): string | undefined {
  if (came ? came.count >= typed.count : typed.text === now) return undefined;
  const known = came
    ? typed.known.find(({ count }) => count === came.count)
    : (typed.known.findLast(({ text }) => text === now) ?? typed.known[0]);
  const base = known?.text ?? came?.text ?? now;
  return mergeTexts(base, typed.text, now);
}
