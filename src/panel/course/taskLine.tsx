/** One line that says what there is to do. */
import type { JSX } from 'preact';
import { Icon } from '../elements/icon';
import { Message } from '../text/message';
import type { Store } from '../store';

/** What it takes of what the panel knows and can do. */
type FromStore = Pick<Store, 'blanksAtFirst' | 'exercise' | 'sheet' | 'strings'>;

/** The task, and the way to the whole idea. */
export function TaskLine({ store }: { readonly store: FromStore }): JSX.Element | null {
  const strings = store.strings.value;
  const exercise = store.exercise.value;
  if (exercise === null) return null;
  const isOpen = store.sheet.value === 'idea';
  const count = store.blanksAtFirst.value;
  const text =
    count === 0 ? strings.taskRepair(exercise.functionName) : strings.task(count, exercise.returns);
  return (
    <div class="task">
      <p>
        <Message store={store} text={text} />
      </p>
      <button
        type="button"
        class="link"
        aria-expanded={isOpen}
        aria-label={strings.readIdea}
        title={strings.readIdea}
        onClick={() => {
          store.sheet.value = isOpen ? null : 'idea';
        }}
      >
        <Icon name="book" />
        <span class="unless-narrow">{strings.readIdea}</span>
      </button>
    </div>
  );
}
