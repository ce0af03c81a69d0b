/** What stands beside and under the cost curve: the weights at the iteration that is read, play, and the learning rate. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { notesRate } from '../../course/trainingRun';
import { Icon } from '../elements/icon';
import type { FromStore } from './fromStore';
import { writtenRate, type ShownTraining } from './useTraining';
import { Near } from './near';
import { Weights } from './weights';
import { trainingWords } from './words';

interface TrainingWeightsProps {
  readonly store: FromStore;
  readonly training: ShownTraining;
  /** Which point of the curve is read. */
  readonly position: number;
}

/** The weights, what their colours mean, how many units have died; the iterations where the curves part, magnified. */
export function TrainingWeights({ store, training, position }: TrainingWeightsProps): JSX.Element | null {
  const words = trainingWords(store.language.value);
  const { run, picture, largest, cost } = training;
  const moment = run.moments[Math.min(position, run.moments.length - 1)];
  if (moment === undefined) return null;
  const dead = moment.dead.reduce((count, units) => count + units.length, 0);
  const hidden = picture.layers.slice(1, -1).reduce((count, units) => count + units, 0);
  return (
    <div class="training-weights">
      <h3>{words.weights}</h3>
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
      <Weights
        layers={picture.layers}
        moment={moment}
        largest={largest}
        iteration={position * cost.every}
        words={words}
      />
      <p class="muted">{words.dead(dead, hidden)}</p>
      {cost.near !== undefined && cost.firstDivergence !== null && (
        <Near near={cost.near} parted={cost.firstDivergence} words={words} />
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
