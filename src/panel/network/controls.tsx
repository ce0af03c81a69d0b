/** The player's buttons, and its track: which step of how many. */
import type { JSX } from 'preact';
import type { PassStep } from '../../course/passSteps';
import { Icon } from '../elements/icon';
import type { FromStore } from './fromStore';
import type { Player } from './player';
import { networkWords } from './sentence';

interface ControlsProps {
  readonly store: FromStore;
  readonly player: Player;
  readonly steps: readonly PassStep[];
}

/** Back to the start, back, play, forward; the track; how fast. */
export function Controls({ store, player, steps }: ControlsProps): JSX.Element {
  const strings = store.strings.value.network;
  const playing = player.playing.value;
  const button = (icon: string, label: string, act: () => void): JSX.Element => (
    <button type="button" class="plain icon-button" aria-label={label} title={label} onClick={act}>
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
      <Track store={store} player={player} steps={steps} />
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

function Track({ store, player, steps }: ControlsProps): JSX.Element {
  const position = player.position.value;
  const keys: Record<string, () => void> = {
    ArrowRight: () => {
      player.step(1);
    },
    ArrowUp: () => {
      player.step(1);
    },
    ArrowLeft: () => {
      player.step(-1);
    },
    ArrowDown: () => {
      player.step(-1);
    },
    Home: () => {
      player.restart();
    },
    End: () => {
      player.step(steps.length);
    },
  };
  const name = steps[position - 1]?.name;
  const text = store.strings.value.network.stepOf(position, steps.length);
  return (
    <>
      <span
        class="track"
        role="slider"
        tabIndex={0}
        aria-label={networkWords(store.language.value).step}
        aria-valuemin={0}
        aria-valuemax={steps.length}
        aria-valuenow={position}
        aria-valuetext={name === undefined ? text : `${text}: ${name}`}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (act === undefined) return;
          event.preventDefault();
          act();
        }}
      >
        {steps.map((step, index) => (
          <span
            key={step.name}
            title={step.name}
            class={`tick tick-${step.direction}${index < position ? ' is-done' : ''}${index + 1 === position ? ' is-at' : ''}`}
            onClick={() => {
              player.step(index + 1 - position);
            }}
          />
        ))}
      </span>
      <span class="step-count" aria-hidden="true">{`${String(position)} / ${String(steps.length)}`}</span>
    </>
  );
}
