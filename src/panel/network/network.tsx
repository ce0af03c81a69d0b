/** The region "Network": the network of the exercise, and the chain rule in motion on it, yours beside the reference. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ExerciseContent, Picture } from '../../course/exercise';
import { sampleCount } from '../../course/networkPass';
import { DrawingOf } from '../course/drawing';
import { lazily } from '../elements/lazy';
import { Prose } from '../text/prose';
import type { FromStore } from './fromStore';
import { Ask, judgement } from './ask';
import { chainWords } from '../chain/words';
import { Canvas } from './canvas';
import { Controls } from './controls';
import { Player } from './player';
import { Preview } from './preview';
import { questionOf } from './question';
import { networkWords, sentenceOf, type Scene } from './sentence';
import { useMoment } from './useMoment';

const Chain = lazily(() => import('../chain/chain').then((module) => module.Chain));

interface NetworkProps {
  readonly store: FromStore;
  /** Whether there is room for the values only: playing them is for the tab. */
  readonly isPreview: boolean;
}

/** Picture, controls, and what the current step says; the chain rule has a picture of its own. */
export function Network({ store, isPreview }: NetworkProps): JSX.Element | null {
  const exercise = store.exercise.value;
  if (exercise === null) return null;
  const strings = store.strings.value;
  if (exercise.id === 'chain-rule')
    return (
      <section class="region network" aria-label={strings.regions.network}>
        <div class="region-head">
          <h2>{chainWords(store.language.value).title}</h2>
        </div>
        <Chain store={store} isPreview={isPreview} />
      </section>
    );
  if (exercise.picture === null)
    return (
      <section class="region network" aria-label={strings.regions.network}>
        {exercise.drawing === undefined ? (
          <p class="muted">{strings.network.none}</p>
        ) : (
          <DrawingOf store={store} drawing={exercise.drawing} />
        )}
      </section>
    );
  const Drawn = isPreview ? Preview : NetworkOf;
  return <Drawn key={exercise.id} store={store} exercise={exercise} drawn={exercise.picture} />;
}

interface NetworkOfProps {
  readonly store: FromStore;
  readonly exercise: ExerciseContent;
  readonly drawn: Picture;
}

function NetworkOf({ store, exercise, drawn }: NetworkOfProps): JSX.Element {
  const strings = store.strings.value;
  const language = store.language.value;
  const words = networkWords(language);
  const moment = useMoment(store, exercise, drawn);
  const { picture, key, steps, sample, closed, pass, own, ownPass, start } = moment;

  const player = useMemo(
    () => new Player(steps.length, store.view.step.peek()[exercise.id] ?? 0, () => store.view.speed.value),
    [key, store, exercise.id],
  );
  useEffect(
    () => () => {
      player.pause();
    },
    [player],
  );
  useEffect(() => {
    if (!store.playAtOnce.value) return;
    store.playAtOnce.value = false;
    player.play();
  }, [player, store]);
  const position = player.position.value;
  const step = steps[position - 1] ?? null;
  const name = step?.name ?? null;
  useEffect(() => {
    if (name !== null) store.pointed.value = name;
  }, [name, store]);
  useEffect(() => {
    const known = store.view.step.peek();
    if ((known[exercise.id] ?? 0) !== position) store.view.step.value = { ...known, [exercise.id]: position };
  }, [exercise.id, position, store]);

  const [looked, setLooked] = useState<{ readonly of: readonly number[]; readonly units: readonly number[] }>(
    {
      of: start,
      units: start,
    },
  );
  const focus = looked.of === start ? looked.units : start;
  const look = (layer: number, unit: number): void => {
    setLooked({ of: start, units: focus.with(layer, unit) });
  };

  const scene: Scene = { ...moment, step, samples: sampleCount, focus, language };
  const question = store.view.predict.value ? questionOf(scene) : null;
  const [answer, setAnswer] = useState<{ readonly to: string; readonly choice: number | null } | null>(null);
  const asked = `${String(position)} ${String(sample)}`;
  const answered = answer?.to === asked ? answer : null;
  const isAsking = question !== null && answered === null;
  useEffect(() => {
    if (isAsking) player.pause();
  }, [isAsking, asked, player]);

  const drawing = {
    layers: picture.layers,
    pass,
    own,
    ownPass,
    steps,
    position,
    isAsking,
    isBatch: sample === null,
    // What is going to be asked is not written before.
    isFilled: !store.view.predict.value,
    isPreview: false,
  };
  return (
    <section
      class={position > 0 ? 'region network is-playing' : 'region network'}
      aria-label={strings.regions.network}
    >
      <div class="region-head">
        <h2>{strings.regions.network}</h2>
        <Caption scene={scene} />
        <SampleChoice store={store} sample={sample} closed={closed} />
        <label class="predict">
          <input
            type="checkbox"
            checked={store.view.predict.value}
            onChange={(event) => {
              store.view.predict.value = event.currentTarget.checked;
              setAnswer(null);
            }}
          />
          {words.askFirst}
        </label>
      </div>
      <Canvas lines={own.wrong.size > 0 ? 3 : 2} store={store} scene={scene} drawing={drawing} look={look} />
      <div class="step" aria-live="polite">
        {isAsking ? (
          <Ask
            scene={scene}
            question={question}
            answer={(choice) => {
              setAnswer({ to: asked, choice });
            }}
          />
        ) : (
          <Prose
            text={`${question !== null && answered !== null ? judgement(question, answered.choice, scene) : ''}${sentenceOf(scene)}`}
          />
        )}
      </div>
      <Controls store={store} player={player} steps={steps} />
      <Key scene={scene} />
    </section>
  );
}

/** Which step it is. */
function Caption({ scene: { step, language } }: { readonly scene: Scene }): JSX.Element {
  const words = networkWords(language);
  if (step === null) return <span class="caption muted">{words.before}</span>;
  return (
    <span class={`caption caption-${step.direction}`}>
      {words[step.direction]} <code>{step.name === 'cost' ? 'L' : step.name}</code>
    </span>
  );
}

interface SampleChoiceProps {
  readonly store: FromStore;
  readonly sample: number | null;
  readonly closed: ReadonlySet<number>;
}

function SampleChoice({ store, sample, closed }: SampleChoiceProps): JSX.Element {
  const strings = store.strings.value;
  const words = networkWords(store.language.value);
  return (
    <select
      class="choice sample-choice"
      aria-label={strings.network.sample}
      value={sample === null ? 'mean' : String(sample)}
      onChange={(event) => {
        const { value } = event.currentTarget;
        store.view.shownSample.value = value === 'mean' ? 'mean' : Number(value);
      }}
    >
      <option value="mean">{strings.network.mean}</option>
      {Array.from({ length: sampleCount }, (_, index) => (
        <option key={index} value={String(index)}>
          {closed.has(index) ? words.closedSample(index) : `${strings.network.sample} ${String(index)}`}
        </option>
      ))}
    </select>
  );
}

/** What the lines and frames of the picture mean. */
function Key({ scene: { language, own, picture } }: { readonly scene: Scene }): JSX.Element {
  const words = networkWords(language);
  const hasOff = picture.spec.layers.some(({ activation }) => activation === 'relu');
  return (
    <ul class="picture-key" aria-hidden="true">
      <li>
        <span class="key-line key-positive" />
        {words.keyPositive}
      </li>
      <li>
        <span class="key-line key-negative" />
        {words.keyNegative}
      </li>
      {hasOff && (
        <li>
          <span class="key-node key-off" />
          {words.keyOff}
        </li>
      )}
      {own.wrong.size > 0 && (
        <li>
          <span class="key-node key-wrong">≠</span>
          {words.keyDiffers}
        </li>
      )}
    </ul>
  );
}
