/** What can be done with a solution that is shown: put it in, copy it, compare it. Nothing of the learner's is lost. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ExerciseContent } from '../../course/exercise';
import { Icon } from '../elements/icon';
import type { FromStore } from './fromStore';
import { hintWords } from './words';

/** Insert, which turns into its own undo, Copy and Compare. */
export function SolutionActions({
  store,
  exercise,
}: {
  readonly store: FromStore;
  readonly exercise: ExerciseContent;
}): JSX.Element | null {
  const words = hintWords(store.language.value);
  const session = store.session.value;
  /** What the learner had when the solution was put in its place. */
  const before = useSignal<string | null>(null);
  if (session === null) return null;
  const isIn = session.text.value === exercise.solution;
  const canTakeBack = isIn && before.value !== null;
  const insert = (): void => {
    before.value = session.text.value;
    session.replace(exercise.solution);
    store.notice.value = words.inserted;
  };
  const takeBack = (): void => {
    const text = before.value;
    // Undone, so that the history is as if nothing had been; where something lies between, the text itself comes back.
    if (text !== null && !(session.undo() && session.text.value === text)) session.replace(text);
    before.value = null;
    store.notice.value = words.takenBack;
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(exercise.solution);
      store.notice.value = words.copied;
    } catch {
      store.notice.value = words.notCopied;
    }
  };
  return (
    <div class="solution-actions">
      <button
        type="button"
        class="secondary"
        disabled={isIn && !canTakeBack}
        title={canTakeBack ? words.takeBackHint : words.insertHint}
        onClick={canTakeBack ? takeBack : insert}
      >
        <Icon name={canTakeBack ? 'discard' : 'insert'} />
        {canTakeBack ? words.takeBack : words.insert}
      </button>
      <button type="button" class="secondary" onClick={() => void copy()}>
        <Icon name="copy" />
        {words.copy}
      </button>
      <button type="button" class="secondary" title={words.compareHint} onClick={() => void store.compare()}>
        <Icon name="diff" />
        {words.compare}
      </button>
    </div>
  );
}
