/** What lies over the right side: the whole idea, and after a pass what to take away. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { lazily } from './elements/lazy';
import { Prose } from './text/prose';
import { Sheet } from './elements/sheet';
import type { Store } from './store';

const Takeaway = lazily(() => import('./takeaway/takeaway').then((module) => module.Takeaway));

/** The sheet that is open, if any. */
export function Sheets({ store }: { readonly store: Store }): JSX.Element | null {
  switch (store.sheet.value) {
    case 'idea':
      return <IdeaSheet store={store} />;
    case 'takeaway':
      // The frame is there at once, and can be closed, before what it says has come.
      return (
        <Sheet store={store} name={store.strings.value.takeaway} class="takeaway">
          <Takeaway store={store} />
        </Sheet>
      );
    case null:
      return null;
  }
}

function IdeaSheet({ store }: { readonly store: Store }): JSX.Element | null {
  const exercise = store.exercise.value;
  const strings = store.strings.value;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.focus();
  }, []);
  if (exercise === null) return null;
  return (
    <Sheet store={store} name={strings.idea} class="idea">
      <div class="sheet-body" tabIndex={0} ref={body} role="group" aria-label={strings.idea}>
        <h2>{strings.idea}</h2>
        <Prose text={exercise.idea[store.language.value]} />
        <Before store={store} ids={exercise.after ?? []} />
      </div>
    </Sheet>
  );
}

/** The exercises that one should have done before, where an exercise names any. */
function Before({
  store,
  ids,
}: {
  readonly store: Store;
  readonly ids: readonly string[];
}): JSX.Element | null {
  const titles = (store.model.value?.exercises ?? [])
    .filter(({ id }) => ids.includes(id))
    .map(({ title }) => title[store.language.value]);
  return titles.length === 0 ? null : <p class="comes-after">{store.strings.value.comesAfter(titles)}</p>;
}
