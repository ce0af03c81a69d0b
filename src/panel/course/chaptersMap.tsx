/** The page "Chapters": every exercise of the course on one map. */
import type { JSX } from 'preact';
import type { ExerciseSummary } from '../../protocol/messages';
import type { ChapterView } from './chapters';
import { goOnTo } from './header';
import { Icon } from '../elements/icon';
import type { Store } from '../store';

/** What it takes of what the panel knows and can do. */
type FromStore = Pick<
  Store,
  'chapters' | 'exercise' | 'language' | 'model' | 'neighbour' | 'select' | 'strings' | 'view'
>;

interface MapProps {
  readonly store: FromStore;
  /** What there is to do for whoever has passed everything. */
  readonly afterCourse: string;
}

/** Progress, the way on, and the chapters with their exercises. */
export function ChaptersMap({ store, afterCourse }: MapProps): JSX.Element {
  const strings = store.strings.value;
  const language = store.language.value;
  const exercises = store.model.value?.exercises ?? [];
  const passed = exercises.filter(({ state }) => state === 'passed').length;
  const current = exercises.find(({ id }) => id === store.exercise.value?.id);
  const onward = wayOn(exercises, current);
  return (
    <main class="chapters" aria-label={strings.chapters}>
      <div class="chapters-top">
        <div>
          <b>{strings.passedOf(passed, exercises.length)}</b>
          <span class="meter" aria-hidden="true">
            {exercises.map(({ id, state }) => (
              <i key={id} class={state === 'passed' ? 'is-passed' : id === current?.id ? 'is-here' : ''} />
            ))}
          </span>
        </div>
        {onward !== undefined && (
          <button
            type="button"
            class="primary"
            onClick={() => {
              if (onward === current) store.view.page.value = 'exercise';
              else void goOnTo(store, onward);
            }}
          >
            {strings.continueWith(onward.title[language])}
            <Icon name="arrow-right" />
          </button>
        )}
      </div>
      {exercises.length > 0 && onward === undefined && <p class="after-course">{afterCourse}</p>}
      <div class="chapter-list" role="group" aria-label={strings.exercises} onKeyDown={moveAmong}>
        {store.chapters.value.map((chapter) => (
          <Chapter key={chapter.id} store={store} chapter={chapter} />
        ))}
      </div>
      <p class="muted">{strings.chapterKeys}</p>
    </main>
  );
}

/** What is open still, from where one is: the exercise itself, the next that is not passed, the first of all, or nothing. */
function wayOn(
  exercises: readonly ExerciseSummary[],
  current: ExerciseSummary | undefined,
): ExerciseSummary | undefined {
  const isOpen = ({ state }: ExerciseSummary): boolean => state !== 'passed';
  const from = current === undefined ? 0 : exercises.indexOf(current);
  return exercises.slice(from).find(isOpen) ?? exercises.find(isOpen);
}

function Chapter({
  store,
  chapter,
}: {
  readonly store: FromStore;
  readonly chapter: ChapterView;
}): JSX.Element {
  const strings = store.strings.value;
  const language = store.language.value;
  const { exercises } = chapter;
  const passed = exercises.filter(({ state }) => state === 'passed').length;
  const here = store.exercise.value?.id;
  return (
    <section class="chapter">
      <h2>
        <span>{chapter.title[language]}</span>
        <span class="chapter-count">{`${String(passed)} / ${String(exercises.length)}`}</span>
      </h2>
      <p class="muted">{chapter.about[language]}</p>
      <ol>
        {exercises.map((exercise) => {
          const { id, title, state, number } = exercise;
          return (
            <li
              key={id}
              class={`is-${id === here ? 'here' : state}${state === 'passed' ? ' has-passed' : ''}`}
            >
              <button
                type="button"
                tabIndex={id === here ? 0 : -1}
                aria-current={id === here ? 'step' : undefined}
                aria-label={strings.exerciseLabel(number, title[language], state)}
                onClick={() => void goOnTo(store, exercise)}
              >
                <span class="stop">{state === 'passed' && <Icon name="check" />}</span>
                <span>{title[language]}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Arrow keys go from exercise to exercise, sideways from chapter to chapter. */
function moveAmong(event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const position = buttons.findIndex((button) => button === document.activeElement);
  const chapters = [...event.currentTarget.querySelectorAll('.chapter')];
  const chapter = chapters.findIndex((one) => one.contains(document.activeElement));
  const firstOf = (index: number): HTMLButtonElement | undefined =>
    chapters[index]?.querySelector('button') ?? undefined;
  const goals: Record<string, () => HTMLButtonElement | undefined> = {
    ArrowDown: () => buttons[position + 1],
    ArrowUp: () => buttons[position - 1],
    ArrowRight: () => firstOf(chapter + 1),
    ArrowLeft: () => firstOf(chapter - 1),
    Home: () => buttons[0],
    End: () => buttons.at(-1),
  };
  const goal = goals[event.key]?.();
  if (goal === undefined) return;
  event.preventDefault();
  for (const button of buttons) button.tabIndex = button === goal ? 0 : -1;
  goal.focus();
}
