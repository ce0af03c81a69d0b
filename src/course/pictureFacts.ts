/** What sentences about a picture need to know of its network. */
import { activations, type ActivationName } from '../engine/activations';
import { conventionFactor } from '../network/conventions';
import { layerOf } from '../network/spec';
import type { Picture, Text } from './exercise';

/** The function of a layer. */
export interface LayerFunction {
  readonly kind: ActivationName;
  /** Its name in a sentence. */
  readonly words: Text;
  /** Whether an entry of A depends on its own entry of Z alone, so that it has a slope there. */
  readonly isOfEntries: boolean;
}

/** The function of the layer of that number, from 1. */
export function layerFunction({ spec }: Picture, layer: number): LayerFunction {
  const kind = layerOf(spec, layer).activation;
  const { notation, entry } = activations[kind];
  return { kind, words: notation.words, isOfEntries: entry !== null };
}

/** What A − Y is multiplied by at the output. */
export function errorFactor({ convention, layers }: Picture): number {
  return conventionFactor(convention, layers.at(-1) ?? 1);
}
