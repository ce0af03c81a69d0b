/** In the place of the panel's editor: the line that says where the snippet is open. */
import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../elements/icon';
import { Link } from '../elements/link';
import type { FromStore } from './fromStore';

/** File name, the way to its editor, and the way back. */
export function BesideLine({
  store,
  file,
}: {
  readonly store: FromStore;
  readonly file: string;
}): JSX.Element {
  const strings = store.strings.value;
  useEffect(
    () =>
      // Whoever wants to go to a line goes there.
      effect(() => {
        const goal = store.goal.value;
        if (goal === null) return;
        store.goal.value = null;
        store.openInEditor(goal.line);
      }),
    [store],
  );
  return (
    <div class="elsewhere">
      <Icon name="go-to-file" />
      <p>{strings.openBeside(file)}</p>
      <Link
        act={() => {
          store.openInEditor(null);
        }}
      >
        {strings.reveal}
      </Link>
      <Link
        act={() => {
          const exercise = store.model.value?.exercise;
          if (exercise !== undefined) store.beside.editHere(exercise);
        }}
      >
        {strings.editHere}
      </Link>
    </div>
  );
}
