/** What the parts of the network's picture are drawn of. */
import type { FromStore } from './fromStore';
import type { Drawing } from './drawn';
import type { NetworkLayout } from './layout';
import type { Scene } from './sentence';

/** All that the picture shows. */
export interface PictureProps {
  readonly store: FromStore;
  readonly scene: Scene;
  readonly drawing: Drawing;
  readonly layout: NetworkLayout;
  /** Whether a number and the learner's stand beside each other, or one over the other. */
  readonly isWide: boolean;
  /** Turns to a unit, which changes no more than what is said of it. */
  readonly look: (layer: number, unit: number) => void;
  /** What a click on a unit does, and the Enter key: nothing but look at it, where this is left out. */
  readonly choose?: () => void;
}

/** The same for one layer. */
export type LayerProps = PictureProps & { readonly layer: number };
