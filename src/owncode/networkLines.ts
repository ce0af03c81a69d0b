/** The steps of a recovered network as Python, in the orientation of the learner's code. */
import type { ActivationName } from '../engine/activations';
import { activations } from '../engine/activations';
import type { LossName } from '../engine/losses';
import { losses } from '../engine/losses';
import { exactConvention, notesConvention } from '../network/conventions';
import { lineOf } from '../network/python';
import type { LayerSpec, NetworkSpec } from '../network/spec';
import { backwardSteps, forwardSteps } from '../network/steps';
import type { RecoveredNetwork } from './report';

/** One line of Python for each step of the forward and the backward pass. */
export interface NetworkLines {
  readonly forward: readonly string[];
  readonly backward: readonly string[];
}

function isActivation(name: string): name is ActivationName {
  return Object.hasOwn(activations, name);
}

function isLoss(name: string): name is LossName {
  return Object.hasOwn(losses, name);
}

/** Null where the network has a part that has no name here. */
export function linesOfNetwork({ layers, loss, samples }: RecoveredNetwork): NetworkLines | null {
  const specs = layers.flatMap(({ activation }, i): LayerSpec[] =>
    isActivation(activation) ? [{ units: `n${String(i + 1)}`, activation }] : [],
  );
  if (specs.length < layers.length || specs.length === 0 || !isLoss(loss)) return null;
  const spec: NetworkSpec = { layers: specs, loss };
  const convention =
    loss === 'squared-error' ? { ...exactConvention, scale: notesConvention.scale } : exactConvention;
  return {
    forward: forwardSteps(spec).map((step) => lineOf(step, samples)),
    backward: backwardSteps(spec, convention).map((step) => lineOf(step, samples)),
  };
}
