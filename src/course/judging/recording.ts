/** What was recorded of a folder's exercise when its solution, its conventions and its mistakes were run. Plain data. */
import type { Values } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import type { Text } from '../exercise';
import type { Probe } from './probe';

/** A known mistake of the exercise. */
export interface RecordedMistake {
  readonly code: string;
  readonly sentence: Text;
  /** Whether its file marks a line; where none is marked, no line of a snippet is told: a trace cannot find it. */
  readonly hasLine: boolean;
}

/** What a mistake gave on one probe. */
export interface MistakeOnProbe {
  readonly returned: Values;
  /** What the marked lines of it held, what they held last before what they held on the way. */
  readonly marks: readonly Tensor[];
  /** Whatever else it held that the solution did not. */
  readonly held: readonly Tensor[];
  /** True where only a return is marked, and of what it held already: it hands out the wrong thing, or too early. */
  readonly isOfReturn: boolean;
}

/** Central differences of the exercise's loss, and which of their entries can be trusted. */
export interface Differences {
  readonly value: Tensor;
  /** 1 where an entry can be judged, 0 at a kink. */
  readonly judged: Tensor;
}

/** A probe, with all that was run on it. */
export interface RecordedProbe {
  readonly probe: Probe;
  /** What the solution returned, under the names of `Recording.names`. */
  readonly right: Values;
  /** What it held on the way. */
  readonly held: readonly Tensor[];
  /** What each convention returned. */
  readonly conventions: readonly Values[];
  /** What each mistake gave; null where it raised. */
  readonly mistakes: readonly (MistakeOnProbe | null)[];
  /** By the name of the gradient; none where nobody took them. */
  readonly differences: ReadonlyMap<string, Differences>;
}

/** All that was run to have a reference. Plain data. */
export interface Recording {
  readonly probes: readonly RecordedProbe[];
  /** What is compared: the names of what comes back, of a list one for each item: `dWs[0]`. */
  readonly names: readonly string[];
  /** The names of what comes back as a list of arrays. */
  readonly lists: readonly string[];
  readonly mistakes: readonly RecordedMistake[];
  /** What is told of each convention. */
  readonly conventions: readonly Text[];
}
