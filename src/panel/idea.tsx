/** The exercise's idea: its first paragraph, and the rest on demand. */
import type { JSX } from 'preact';
import type { Store } from './store';
import { Prose } from './prose';

/** Unfolded until the learner has begun. */
export function Idea({ store }: { readonly store: Store }): JSX.Element | null {
  const exercise = store.exercise.value;
  if (exercise === null) return null;
  const text = exercise.idea[store.language.value];
  const split = text.search(/\n\s*\n/u);
  const begun = store.model.value?.exercises.find(({ id }) => id === exercise.id)?.state !== 'not-started';
  const open = store.view.idea.value[exercise.id] ?? !begun;
  const strings = store.strings.value;
  return (
    <div class="idea">
      <Prose text={split < 0 || open ? text : text.slice(0, split)} />
      {split >= 0 && (
        <button
          type="button"
          class="link"
          aria-expanded={open}
          onClick={() => {
            store.view.idea.value = { ...store.view.idea.value, [exercise.id]: !open };
          }}
        >
          {open ? strings.readLess : strings.readMore}
        </button>
      )}
    </div>
  );
}
