/** After passing: why it is right, what to try, and the way on. */
import type { JSX } from 'preact';
import { goOnTo } from '../header';
import { Icon } from '../icon';
import { Prose } from '../prose';
import type { Store } from '../store';

/** The explanation, the suggestion, and a button to the next exercise. */
export function Passed({ store }: { readonly store: Store }): JSX.Element | null {
  const strings = store.strings.value;
  const language = store.language.value;
  const exercise = store.exercise.value;
  if (exercise === null) return null;
  const neighbour = store.neighbour(1);
  const open = store.unpassed();
  const next = neighbour ?? open[0] ?? null;
  const isEnd = neighbour === null;
  return (
    <div class="passed">
      <div>
        <h3>{strings.explanation}</h3>
        <Prose text={exercise.explanation[language]} />
      </div>
      <div>
        <h3>{strings.whatNext}</h3>
        <Prose text={exercise.next[language]} />
        {isEnd && <p>{next === null ? strings.courseDone : strings.courseEnd(open.length)}</p>}
        {next !== null && (
          <button type="button" class="primary" onClick={() => void goOnTo(store, next)}>
            {isEnd ? next.title[language] : strings.nextExercise(next.title[language])}
            <Icon name="arrow-right" />
          </button>
        )}
      </div>
    </div>
  );
}
