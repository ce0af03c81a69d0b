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
  const next = store.neighbour(1);
  return (
    <div class="passed">
      <div>
        <h3>{strings.explanation}</h3>
        <Prose text={exercise.explanation[language]} />
      </div>
      <div>
        <h3>{strings.whatNext}</h3>
        <Prose text={exercise.next[language]} />
        {next === null ? (
          <p>{strings.courseDone}</p>
        ) : (
          <button type="button" class="primary" onClick={() => void goOnTo(store, next)}>
            {strings.nextExercise(next.title[language])}
            <Icon name="arrow-right" />
          </button>
        )}
      </div>
    </div>
  );
}
