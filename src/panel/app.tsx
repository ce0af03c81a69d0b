/** The whole panel. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Equations } from './equations/equations';
import { Network } from './network/network';
import { Header } from './header';
import { Idea } from './idea';
import { Results } from './results/results';
import { shareAbove, Splitter } from './splitter';
import { lazily } from './lazy';
import { rememberScrolling } from './scrollMemory';
import { Snippet } from './snippet/snippet';
import type { Store } from './store';

const Hunt = lazily(() => import('./hunt').then((module) => module.Hunt));

/** Header, equations and network, snippet, results. */
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
      <main class="rooms" style={{ '--split': String(shareAbove(store)) }}>
        <div class="reading" tabIndex={-1}>
          <Idea store={store} />
          <div class={store.exercise.value?.picture === null ? 'pair is-single' : 'pair'}>
            <Equations store={store} />
            <Network store={store} />
          </div>
        </div>
        <Snippet store={store} />
        <Splitter store={store} />
        <Results store={store} />
      </main>
    </div>
  );
}
