/** The header: where the learner is in the course, and the way on. */
import type { JSX } from 'preact';
import type { ExerciseSummary } from '../protocol/messages';
import { Icon } from './icon';
import type { Store } from './store';

/** Product, progress, title, previous and next. */
export function Header({ store }: { readonly store: Store }): JSX.Element | null {
  const strings = store.strings.value;
  const language = store.language.value;
  const exercise = store.exercise.value;
  const summaries = store.model.value?.exercises ?? [];
  if (exercise === null) return null;
  const index = summaries.findIndex(({ id }) => id === exercise.id);
  return (
    <header class="header">
      <span class="product">{strings.product}</span>
      <div class="header-title">
        <span class="exercise-number">{strings.exerciseNumber(index + 1, summaries.length)}</span>
        <h1 tabIndex={-1}>{exercise.title[language]}</h1>
      </div>
      <nav class="header-nav" aria-label={strings.exercises}>
        <Step store={store} step={-1} label={strings.previous} icon="chevron-left" />
        <div class="pips" role="toolbar" aria-label={strings.exercises} onKeyDown={movePip}>
          {summaries.map((other, position) => (
            <button
              key={other.id}
              type="button"
              class={`pip pip-${other.state}`}
              tabIndex={position === index ? 0 : -1}
              aria-current={position === index ? 'step' : undefined}
              aria-label={strings.exerciseLabel(position + 1, other.title[language], other.state)}
              title={strings.exerciseLabel(position + 1, other.title[language], other.state)}
              onClick={() => void store.select(other.id)}
            />
          ))}
        </div>
        <Step store={store} step={1} label={strings.next} icon="chevron-right" />
      </nav>
    </header>
  );
}

/** Goes to an exercise from a button that goes away with it: reading goes on at the new title. */
export async function goOnTo(store: Store, exercise: ExerciseSummary): Promise<void> {
  await store.select(exercise.id);
  document.querySelector('h1')?.focus();
}

interface StepProps {
  readonly store: Store;
  readonly step: 1 | -1;
  readonly label: string;
  readonly icon: string;
}

function Step({ store, step, label, icon }: StepProps): JSX.Element {
  const neighbour = store.neighbour(step);
  return (
    <button
      type="button"
      class="plain icon-button"
      aria-label={label}
      title={neighbour === null ? label : `${label}: ${neighbour.title[store.language.value]}`}
      disabled={neighbour === null}
      onClick={() => {
        if (neighbour !== null) void store.select(neighbour.id);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}

function movePip(event: KeyboardEvent): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  const pips = [...event.currentTarget.querySelectorAll('button')];
  const position = pips.findIndex((pip) => pip === document.activeElement);
  const goal = pips[position + step];
  if (goal === undefined) return;
  event.preventDefault();
  for (const pip of pips) pip.tabIndex = pip === goal ? 0 : -1;
  goal.focus();
}
