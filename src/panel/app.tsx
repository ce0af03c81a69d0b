/** The whole panel. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { ChaptersMap } from './course/chaptersMap';
import { ExercisePage } from './exercise';
import { Header } from './course/header';
import { lazily } from './elements/lazy';
import { rememberScrolling } from './kept/scrollMemory';
import type { Store } from './store';
import { endingWords } from './takeaway/words';

const Hunt = lazily(() => import('./hunt/hunt').then((module) => module.Hunt));

/** The header and the page that is chosen. */
export function App({ store }: { readonly store: Store }): JSX.Element {
  const strings = store.strings.value;
  const opened = store.model.value !== null;
  useEffect(() => (opened ? rememberScrolling(store.view) : undefined), [opened, store]);
  if (store.model.value === null) {
    return (
      <div class="opening">
        {store.failedToOpen.value ? (
          <>
            <p role="alert">{strings.failedToOpen}</p>
            <button type="button" class="primary" onClick={() => void store.open()}>
              {strings.tryAgain}
            </button>
          </>
        ) : (
          <p>{strings.loading}</p>
        )}
      </div>
    );
  }
  if (store.hunts.isOpen.value)
    return (
      <div class="app">
        <Header store={store} />
        <Hunt store={store} />
      </div>
    );
  return (
    <div class="app">
      <Header store={store} />
      {store.view.page.value === 'chapters' ? (
        <ChaptersMap store={store} afterCourse={endingWords(store.language.value).afterCourse} />
      ) : (
        <ExercisePage store={store} />
      )}
    </div>
  );
}
