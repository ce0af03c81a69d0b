/** The region "Network": the network of the exercise, and the chain rule in motion on it. */
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { ExerciseContent, Picture } from '../../course/exercise';
import { networkPass, sampleCount } from '../../course/networkPass';
import type { NetworkPass } from '../../course/networkPass';
import { passSteps } from '../../course/passSteps';
import type { PassStep } from '../../course/passSteps';
import { Icon } from '../icon';
import type { Store } from '../store';
import { NetworkPicture } from './picture';
import { Player } from './player';
import { StepDetails } from './stepDetails';

/** Picture, controls, and what the current step says; nothing where the exercise has no network. */
export function Network({ store }: { readonly store: Store }): JSX.Element | null {
  const exercise = store.exercise.value;
  if (exercise === null) return null;
  if (exercise.picture === null) {
    const strings = store.strings.value;
    return (
      <section class="region network" aria-label={strings.regions.network}>
        <div class="region-head">
          <h2>{strings.regions.network}</h2>
        </div>
        <p class="muted">{strings.network.none}</p>
      </section>
    );
  }
  return <NetworkOf key={exercise.id} store={store} exercise={exercise} drawn={exercise.picture} />;
}

interface NetworkOfProps {
  readonly store: Store;
  readonly exercise: ExerciseContent;
  readonly drawn: Picture;
}

function NetworkOf({ store, exercise, drawn }: NetworkOfProps): JSX.Element {
  const strings = store.strings.value;
  const sample = store.view.sample.value;
  // The same exercise may arrive again as a new object, which must not stop what is being played.
  const key = JSON.stringify(drawn);
  const { layers } = drawn;
  const steps = useMemo(() => passSteps(drawn), [key]);
  const pass = useMemo(() => networkPass(drawn, sample), [key, sample]);
  const player = useMemo(
    () => new Player(steps.length, store.view.step.peek()[exercise.id] ?? 0, () => store.view.speed.value),
    [steps, store, exercise.id],
  );
  useEffect(
    () => () => {
      player.pause();
    },
    [player],
  );
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
  return (
    <section class="region network" aria-label={strings.regions.network}>
      <div class="region-head">
        <h2>{strings.regions.network}</h2>
        <SampleChoice store={store} />
      </div>
      <NetworkPicture store={store} layers={layers} pass={pass} steps={steps} position={position} />
      <Controls store={store} player={player} steps={steps} />
      <Description store={store} step={step} pass={pass} position={position} count={steps.length} />
    </section>
  );
}

function SampleChoice({ store }: { readonly store: Store }): JSX.Element {
  const strings = store.strings.value;
  const sample = store.view.sample.value;
  return (
    <select
      class="choice"
      aria-label={strings.network.sample}
      value={sample === null ? 'mean' : String(sample)}
      onChange={(event) => {
        const { value } = event.currentTarget;
        store.view.sample.value = value === 'mean' ? null : Number(value);
      }}
    >
      <option value="mean">{strings.network.mean}</option>
      {Array.from({ length: sampleCount }, (_, index) => (
        <option key={index} value={String(index)}>
          {`${strings.network.sample} ${String(index)}`}
        </option>
      ))}
    </select>
  );
}

interface ControlsProps {
  readonly store: Store;
  readonly player: Player;
  readonly steps: readonly PassStep[];
}

function Controls({ store, player, steps }: ControlsProps): JSX.Element {
  const strings = store.strings.value.network;
  const playing = player.playing.value;
  const position = player.position.value;
  const button = (icon: string, label: string, act: () => void, disabled = false): JSX.Element => (
    <button
      type="button"
      class="plain icon-button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="player" role="group" aria-label={store.strings.value.regions.network}>
      {button('debug-restart', strings.restart, () => {
        player.restart();
      })}
      {button('debug-step-back', strings.back, () => {
        player.step(-1);
      })}
      <button
        type="button"
        class="secondary play"
        onClick={() => {
          if (playing) player.pause();
          else player.play();
        }}
      >
        <Icon name={playing ? 'debug-pause' : 'play'} />
        {playing ? strings.pause : strings.play}
      </button>
      {button('debug-step-over', strings.step, () => {
        player.step(1);
      })}
      <span class="ticks" aria-hidden="true">
        {steps.map((step, index) => (
          <span key={step.name} class={`tick tick-${step.direction}${index < position ? ' is-done' : ''}`} />
        ))}
      </span>
      <select
        class="choice"
        aria-label={strings.speed}
        value={String(store.view.speed.value)}
        onChange={(event) => {
          const speed = Number(event.currentTarget.value);
          store.view.speed.value = speed === 0.5 ? 0.5 : speed === 2 ? 2 : 1;
        }}
      >
        <option value="0.5">½×</option>
        <option value="1">1×</option>
        <option value="2">2×</option>
      </select>
    </div>
  );
}

interface DescriptionProps {
  readonly store: Store;
  readonly step: PassStep | null;
  readonly pass: NetworkPass;
  readonly position: number;
  readonly count: number;
}

function Description({ store, step, pass, position, count }: DescriptionProps): JSX.Element {
  const strings = store.strings.value;
  return (
    <div class="step" aria-live="polite">
      {step === null ? (
        <p class="muted">{strings.network.step0}</p>
      ) : (
        <>
          <p class="muted">{strings.network.stepOf(position, count)}</p>
          <StepDetails step={step} pass={pass} isBatch={store.view.sample.value === null} strings={strings} />
        </>
      )}
    </div>
  );
}
