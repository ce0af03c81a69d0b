/** The page of one exercise: task, code with its verdict, results, and the views beside them. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Note } from './verdict/note';
import { ValueTable } from './results/valueTable';
import { Sheets } from './sheets';
import { Snippet } from './snippet/snippet';
import type { Store } from './store';
import { TaskLine } from './course/taskLine';
import { Views } from './views';

/** The regions in the order of attention; the style sheet places them by the panel's size. */
export function ExercisePage({ store }: { readonly store: Store }): JSX.Element {
  const strings = store.strings.value;
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (store.checking.value !== 'idle') store.stop();
      else if (store.sheet.value !== null) store.sheet.value = null;
      else store.view.big.value = false;
    };
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('keydown', close);
    };
  }, [store]);
  return (
    <main
      class={`exercise${store.view.big.value ? ' is-big' : ''}${store.beside.isBeside.value ? ' is-beside' : ''}`}
    >
      <TaskLine store={store} />
      <Snippet store={store} />
      <section class="results" aria-label={strings.regions.results}>
        <div class="side">
          <Note store={store} />
          <Views store={store} />
          <Sheets store={store} />
        </div>
        <ValueTable store={store} />
      </section>
    </main>
  );
}
