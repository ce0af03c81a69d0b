/** The tab "Hints": a ladder whose rungs say more and more, down to the solution. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ExerciseContent, Picture } from '../../course/exercise';
import { Icon } from '../elements/icon';
import { Message } from '../text/message';
import { nothingOwn } from '../own/ownArrays';
import { useOwn } from '../own/useOwn';
import { Prose } from '../text/prose';
import { PythonCode } from '../snippet/pythonCode';
import type { FromStore } from './fromStore';
import { firstWrong } from './firstWrong';
import { ownHint, type HintFacts } from './ownHint';
import { SolutionActions } from './solutionActions';
import { hintWords } from './words';

/** Opened rungs stay open; the solution asks first, unless the exercise is passed. */
export function Hints({ store }: { readonly store: FromStore }): JSX.Element | null {
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
                {index === 0 && <OwnNumbers store={store} exercise={exercise} />}
                <Prose text={hint.text[language]} />
                {code !== undefined && <PythonCode source={code} />}
                {hint.kind === 'solution' && <SolutionActions store={store} exercise={exercise} />}
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

interface OwnNumbersProps {
  readonly store: FromStore;
  readonly exercise: ExerciseContent;
}

/** What the learner's own last numbers say, before what would be said to anybody. */
function OwnNumbers({ store, exercise }: OwnNumbersProps): JSX.Element | null {
  const { picture } = exercise;
  return picture === null ? (
    <OwnHint
      store={store}
      facts={{ exercise, own: nothingOwn, batch: new Map() }}
      names={exercise.equations.map(({ name }) => name)}
    />
  ) : (
    <OwnNumbersInNetwork store={store} exercise={exercise} drawn={picture} />
  );
}

function OwnNumbersInNetwork({
  store,
  exercise,
  drawn,
}: OwnNumbersProps & { readonly drawn: Picture }): JSX.Element | null {
  const { own, batch } = useOwn(store, exercise, drawn);
  const facts = useMemo(() => ({ exercise, own, batch }), [exercise, own, batch]);
  return <OwnHint store={store} facts={facts} names={exercise.equations.map(({ name }) => name)} />;
}

interface OwnHintProps {
  readonly store: FromStore;
  readonly facts: HintFacts;
  readonly names: readonly string[];
}

function OwnHint({ store, facts, names }: OwnHintProps): JSX.Element | null {
  const language = store.language.value;
  const report = store.report.value;
  if (report === null) return null;
  const { exercise, own, batch } = facts;
  const wrong = firstWrong(report, names, own, batch, exercise.samples === 'columns');
  if (wrong === null) return null;
  return (
    <div class="own-numbers">
      <p class="eyebrow">{hintWords(language).eyebrow}</p>
      <p>
        <Message store={store} text={ownHint(wrong, facts, language)} />
      </p>
    </div>
  );
}
