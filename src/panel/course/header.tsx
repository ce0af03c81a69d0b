/** The header: where the learner is in the course, the pages, and the way on. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ExerciseSummary } from '../../protocol/messages';
import { Icon } from '../elements/icon';
import type { Store } from '../store';
import type { PageName } from '../kept/viewState';

/** What it takes of what the panel knows and can do. */
type FromStore = Pick<Store, 'exercise' | 'language' | 'model' | 'neighbour' | 'select' | 'strings' | 'view'>;

/** Number and title, which lead to the map, then the pages, then previous and next. */
export function Header({ store }: { readonly store: FromStore }): JSX.Element | null {
  const strings = store.strings.value;
  const language = store.language.value;
  const exercise = store.exercise.value;
  const summaries = store.model.value?.exercises ?? [];
  useKeys(store);
  if (exercise === null) return null;
  const index = summaries.findIndex(({ id }) => id === exercise.id);
  const summary = summaries[index];
  const label =
    summary === undefined ? '' : strings.exerciseLabel(index + 1, exercise.title[language], summary.state);
  const openMap = (): void => {
    store.view.page.value = store.view.page.value === 'chapters' ? 'exercise' : 'chapters';
  };
  return (
    <header class="header">
      <div class="crumb" onClick={openMap}>
        <button type="button" aria-label={label} title={strings.allExercises(summaries.length)}>
          {/* In attributes, since the button's name says it in words. */}
          <b data-text={String(index + 1)} />
          <span class="of" data-text={` / ${String(summaries.length)}`} />
          <span class={summary?.state === 'passed' ? 'is-passed' : 'is-open'}>
            <Icon name="pass-filled" />
          </span>
        </button>
        <h1 tabIndex={-1}>{exercise.title[language]}</h1>
        <Icon name="chevron-down" />
      </div>
      <nav class="pages" aria-label={strings.pages}>
        <PageButton store={store} page="exercise" label={strings.exercise} />
        <PageButton store={store} page="chapters" label={strings.chapters} />
      </nav>
      <div class="header-nav">
        <Step store={store} step={-1} label={strings.previous} icon="chevron-left" keys="Alt+PageUp" />
        <Step store={store} step={1} label={strings.next} icon="chevron-right" keys="Alt+PageDown" />
      </div>
    </header>
  );
}

/** Goes to an exercise from a button that goes away with it: reading goes on at the new title. */
export async function goOnTo(store: FromStore, exercise: ExerciseSummary): Promise<void> {
  await store.select(exercise.id);
  document.querySelector('h1')?.focus();
}

/** Alt and the page keys go to the neighbours. */
function useKeys(store: FromStore): void {
  useEffect(() => {
    const go = (event: KeyboardEvent): void => {
      const step = { PageUp: -1 as const, PageDown: 1 as const }[event.key];
      if (step === undefined || !event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const neighbour = store.neighbour(step);
      if (neighbour !== null) void goOnTo(store, neighbour);
    };
    document.addEventListener('keydown', go);
    return () => {
      document.removeEventListener('keydown', go);
    };
  }, [store]);
}

interface PageButtonProps {
  readonly store: FromStore;
  readonly page: PageName;
  readonly label: string;
}

function PageButton({ store, page, label }: PageButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="page"
      aria-current={store.view.page.value === page ? 'page' : undefined}
      onClick={() => {
        store.view.page.value = page;
      }}
    >
      {label}
    </button>
  );
}

interface StepProps {
  readonly store: FromStore;
  readonly step: 1 | -1;
  readonly label: string;
  readonly icon: string;
  readonly keys: string;
}

function Step({ store, step, label, icon, keys }: StepProps): JSX.Element {
  const neighbour = store.neighbour(step);
  return (
    <button
      type="button"
      class="plain icon-button"
      aria-label={label}
      title={`${neighbour === null ? label : `${label}: ${neighbour.title[store.language.value]}`} (${keys})`}
      disabled={neighbour === null}
      onClick={() => {
        if (neighbour !== null) void store.select(neighbour.id);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
