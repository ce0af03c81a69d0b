/** What lies over the right side: the whole idea, and after a pass what to take away. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { goOnTo } from './header';
import { Icon } from './icon';
import { Prose } from './prose';
import type { Store } from './store';

/** The sheet that is open, if any. */
export function Sheets({ store }: { readonly store: Store }): JSX.Element | null {
  switch (store.sheet.value) {
    case 'idea':
      return <IdeaSheet store={store} />;
    case 'takeaway':
      return <Takeaway store={store} />;
    case null:
      return null;
  }
}

interface SheetProps {
  readonly store: Store;
  readonly name: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

/** Closed by its cross and by Escape; nothing under it shifts. */
function Sheet({ store, name, class: className, children }: SheetProps): JSX.Element {
  const strings = store.strings.value;
  return (
    <section class={`sheet ${className}`} aria-label={name}>
      <button
        type="button"
        class="plain icon-button sheet-close"
        aria-label={strings.close}
        title={`${strings.close} (Esc)`}
        onClick={() => {
          store.sheet.value = null;
        }}
      >
        <Icon name="close" />
      </button>
      {children}
    </section>
  );
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

/** Why it is right, which convention it follows, what is worth a try, and the way on. */
function Takeaway({ store }: { readonly store: Store }): JSX.Element | null {
  const strings = store.strings.value;
  const language = store.language.value;
  const exercise = store.exercise.value;
  if (exercise === null) return null;
  return (
    <Sheet store={store} name={strings.takeaway} class="takeaway">
      <div class="sheet-body passed" tabIndex={0} role="group" aria-label={strings.takeaway}>
        <h2>{exercise.title[language]}</h2>
        <div class="lead">
          <Prose text={exercise.explanation[language]} />
        </div>
        <div class="worth">
          <h3>{strings.whatNext}</h3>
          <Prose text={exercise.next[language]} />
        </div>
      </div>
      <Onward store={store} />
    </Sheet>
  );
}

function Onward({ store }: { readonly store: Store }): JSX.Element {
  const strings = store.strings.value;
  const language = store.language.value;
  const exercises = store.model.value?.exercises ?? [];
  const passed = exercises.filter(({ state }) => state === 'passed').length;
  const neighbour = store.neighbour(1);
  const open = store.unpassed();
  const next = neighbour ?? open[0] ?? null;
  return (
    <div class="sheet-foot passed">
      <div class="progress-line">
        <span class="progress-bar" aria-hidden="true">
          <i style={{ '--share': String(passed / Math.max(1, exercises.length)) }} />
        </span>
        <span>
          {neighbour === null
            ? next === null
              ? strings.courseDone
              : strings.courseEnd(open.length)
            : strings.passedOf(passed, exercises.length)}
        </span>
      </div>
      {next !== null && (
        <button type="button" class="primary" onClick={() => void goOnTo(store, next)}>
          {neighbour === null ? next.title[language] : strings.nextExercise(next.title[language])}
          <Icon name="arrow-right" />
        </button>
      )}
    </div>
  );
}
