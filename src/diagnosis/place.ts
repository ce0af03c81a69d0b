/** A place in a snippet that holds an array: the same on every probe. */
import type { Tensor } from '../engine/tensor';
import type { Evidence, Observation } from './evidence';

/** What a snippet holds there on a probe; null where it does not come by. */
export type Place = (evidence: Evidence) => Tensor | null;

/** The place of an observation, as it was left. */
export function placeOf({ line, frame, name, index }: Observation): Place {
  return ({ observations }) =>
    observations.findLast(
      (one) => one.line === line && one.frame === frame && one.name === name && one.index === index,
    )?.value ?? null;
}

/** What came back under a name. */
export function returnedAs(name: string): Place {
  return ({ returned }) => returned.get(name) ?? null;
}
