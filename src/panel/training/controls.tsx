/** What stands beside and under the cost curve: the weights at the iteration that is read, play, and the learning rate. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { notesRate, type TrainingMoment } from '../../course/trainingRun';
import { Icon } from '../elements/icon';
import type { FromStore } from './fromStore';
import { writtenRate, type ShownTraining } from './useTraining';
import { Weights } from './weights';
import { trainingWords, type TrainingWords } from './words';

interface TrainingWeightsProps {
  readonly training: ShownTraining;
  readonly words: TrainingWords;
  /** Which point of the curve is read. */
  readonly position: number;
}

/** The learner's weights beside the reference's, and how many units have died in each. */
export function TrainingWeights({ training, position, words }: TrainingWeightsProps): JSX.Element {
  const { run, own, cost } = training;
  const iteration = position * cost.every;
  const shown = { training, iteration, words };
  return (
    <div class="training-weights">
      <ul class="picture-key" aria-hidden="true">
        <li>
          <span class="key-line key-positive" />
          {words.positive}
        </li>
        <li>
          <span class="key-line key-negative" />
          {words.negative}
        </li>
      </ul>
      {own.length > 0 && <Moment {...shown} title={words.ownWeights} moment={own[position]} isOwn />}
      <Moment {...shown} title={words.weights} moment={run.moments[position]} isOwn={false} />
    </div>
  );
}

interface MomentProps {
  readonly training: ShownTraining;
  readonly iteration: number;
  readonly words: TrainingWords;
  readonly title: string;
  /** Undefined where the training had ended before. */
  readonly moment: TrainingMoment | undefined;
  readonly isOwn: boolean;
}

/** One training's weights at the iteration that is read. */
function Moment({ training, iteration, words, title, moment, isOwn }: MomentProps): JSX.Element {
  const { picture, largest } = training;
  const dead = moment?.dead.reduce((count, units) => count + units.length, 0) ?? 0;
  const hidden = picture.layers.slice(1, -1).reduce((count, units) => count + units, 0);
  return (
    <div class="training-moment">
      <h3>{title}</h3>
      {moment === undefined ? (
        <p class="muted">{isOwn ? words.lost : words.ended}</p>
      ) : (
        <>
          <Weights
            layers={picture.layers}
            moment={moment}
            largest={largest}
            label={words.network(iteration, isOwn)}
            deadWords={words.dead1}
          />
          <p class="muted">{words.dead(dead, hidden)}</p>
        </>
      )}
    </div>
  );
}

interface TrainingControlsProps {
  readonly store: FromStore;
  readonly training: ShownTraining;
  readonly position: number;
  readonly last: number;
  readonly move: (position: number) => void;
}

const playMs = 90;

/** The rates that the slider goes through, as powers of ten. */
const rates = { least: -3, most: 0, step: 0.1 };

/** Plays the training from point to point, and sets its rate. */
export function TrainingControls({
  store,
  training,
  position,
  last,
  move,
}: TrainingControlsProps): JSX.Element {
  const words = trainingWords(store.language.value);
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (position >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => {
      move(position + 1);
    }, playMs);
    return () => {
      clearTimeout(timer);
    };
  }, [isPlaying, position, last]);
  return (
    <div class="training-controls">
      <button
        type="button"
        class="secondary play"
        aria-label={isPlaying ? words.pause : words.play}
        onClick={() => {
          if (!isPlaying && position >= last) move(0);
          setPlaying(!isPlaying);
        }}
      >
        <Icon name={isPlaying ? 'debug-pause' : 'play'} />
        {isPlaying ? store.strings.value.network.pause : store.strings.value.network.play}
      </button>
      <label class="training-rate">
        {words.learningRate}
        <input
          type="range"
          min={rates.least}
          max={rates.most}
          step={rates.step}
          value={Math.log10(training.rate)}
          aria-valuetext={writtenRate(training.rate)}
          onInput={(event) => {
            const rate = Number((10 ** Number(event.currentTarget.value)).toPrecision(3));
            store.view.rate.value = rate === notesRate ? null : rate;
          }}
        />
        <output>{writtenRate(training.rate)}</output>
      </label>
    </div>
  );
}
