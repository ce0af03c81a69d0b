/** The tab "Hints": a ladder whose rungs say more and more, down to the solution. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icon';
import { Prose } from '../prose';
import { PythonCode } from '../snippet/pythonCode';
import type { Store } from '../store';

/** Opened rungs stay open; the solution asks first, unless the exercise is passed. */
export function Hints({ store }: { readonly store: Store }): JSX.Element | null {
  const strings = store.strings.value;
  const language = store.language.value;
  const exercise = store.exercise.value;
  const [asking, setAsking] = useState(false);
  if (exercise === null) return null;
  const opened = store.model.value?.hintsOpened ?? 0;
  const passed = store.model.value?.exercises.find(({ id }) => id === exercise.id)?.state === 'passed';
  return (
    <ol class="hints">
      {exercise.hints.map((hint, index) => {
        const name = strings.hintKinds[hint.kind];
        const isOpen = index < opened;
        const isNext = index === opened;
        const code = hint.kind === 'solution' ? (hint.code ?? exercise.solution) : hint.code;
        return (
          <li key={hint.kind} class={isOpen ? 'hint is-open' : isNext ? 'hint is-next' : 'hint is-locked'}>
            <h3>
              <span class="hint-number">{index + 1}</span>
              {name}
            </h3>
            {isOpen && (
              <div class="hint-body">
                <Prose text={hint.text[language]} />
                {code !== undefined && <PythonCode source={code} />}
              </div>
            )}
            {isNext && !(asking && hint.kind === 'solution') && (
              <button
                type="button"
                class="secondary"
                onClick={() => {
                  if (hint.kind === 'solution' && !passed) setAsking(true);
                  else void store.openHint(hint.kind);
                }}
              >
                <Icon name={hint.kind === 'solution' ? 'key' : 'lightbulb'} />
                {strings.openHint(name)}
              </button>
            )}
            {isNext && asking && hint.kind === 'solution' && (
              <div class="confirm" role="group" aria-label={strings.confirmSolution}>
                <p>{strings.confirmSolution}</p>
                <button
                  type="button"
                  class="secondary"
                  onClick={() => {
                    setAsking(false);
                    void store.openHint(hint.kind);
                  }}
                >
                  {strings.confirmYes}
                </button>
                <button
                  type="button"
                  class="primary"
                  onClick={() => {
                    setAsking(false);
                  }}
                >
                  {strings.confirmNo}
                </button>
              </div>
            )}
            {!isOpen && !isNext && <p class="muted">{strings.lockedHint}</p>}
          </li>
        );
      })}
    </ol>
  );
}
