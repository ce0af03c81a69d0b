/** The network where there is little room for it: its values of the forward pass, what is wrong, and the way to play it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ExerciseContent, Picture } from '../../course/exercise';
import { sampleCount } from '../../course/networkPass';
import { Icon } from '../elements/icon';
import { Prose } from '../text/prose';
import type { FromStore } from './fromStore';
import { Canvas } from './canvas';
import { sentenceOf, type Scene } from './sentence';
import { useMoment } from './useMoment';

interface PreviewProps {
  readonly store: FromStore;
  readonly exercise: ExerciseContent;
  readonly drawn: Picture;
}

/** One line in each node, and one row under the picture. */
export function Preview({ store, exercise, drawn }: PreviewProps): JSX.Element {
  const strings = store.strings.value;
  const moment = useMoment(store, exercise, drawn);
  const { picture, steps, start } = moment;
  const [looked, setLooked] = useState({ of: start, units: start });
  const focus = looked.of === start ? looked.units : start;
  const scene: Scene = {
    ...moment,
    step: null,
    samples: sampleCount,
    focus,
    language: store.language.value,
  };
  const drawing = {
    ...moment,
    layers: picture.layers,
    steps,
    position: 0,
    isAsking: false,
    isBatch: moment.sample === null,
    isFilled: true,
    isPreview: true,
  };
  const look = (layer: number, unit: number): void => {
    setLooked({ of: start, units: focus.with(layer, unit) });
  };
  const goTo = (): void => {
    store.view.tab.value = 'network';
  };
  return (
    <section class="region network is-preview" aria-label={strings.regions.network}>
      <Canvas lines={1} store={store} scene={scene} drawing={drawing} look={look} choose={goTo} />
      <div class="preview-foot">
        <button
          type="button"
          class="secondary play"
          onClick={() => {
            store.playAtOnce.value = true;
            goTo();
          }}
        >
          <Icon name="play" />
          {strings.network.play}
        </button>
        <Prose text={sentenceOf(scene)} />
      </div>
    </section>
  );
}
