/** The picture of an exercise over a network, and of those that only speak of the notes' network. */
import { usualConvention, type OutputConvention } from '../network/conventions';
import type { Cut } from '../network/cut';
import { reluNetwork, type NetworkSpec } from '../network/spec';
import type { Picture } from './exercise';
import { judgedSizes } from './judging/network';

/** A network at the sizes that it is judged at, with the gradient that the exercise is about. */
export function pictureOf(
  { spec }: { readonly spec: NetworkSpec } | Cut,
  convention: OutputConvention = usualConvention(spec),
): Picture {
  return { layers: judgedSizes(spec).shown, spec, convention };
}

/** The notes' network. */
export const notesPicture: Picture = pictureOf({ spec: reluNetwork(2) });
