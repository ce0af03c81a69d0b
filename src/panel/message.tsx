/** A sentence about the snippet: plain text, in which the names of arrays stand out. */
import type { JSX } from 'preact';
import { splitAtNames } from './names';
import type { Store } from './store';

/** Every character arrives as text, whoever wrote it. */
export function Message({ store, text }: { readonly store: Store; readonly text: string }): JSX.Element {
  const exercise = store.exercise.value;
  const names = new Set([
    ...(exercise?.parameters ?? []),
    ...(exercise?.returns ?? []),
    ...(exercise?.equations.map(({ name }) => name) ?? []),
  ]);
  return (
    <p class="message">
      {splitAtNames(text, names).map(({ isName, text: part }, index) =>
        isName ? <code key={index}>{part}</code> : part,
      )}
    </p>
  );
}
