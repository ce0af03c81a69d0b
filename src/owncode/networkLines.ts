/** The steps of a recovered network as Python, in the orientation of the learner's code. */
import type { ActivationName } from '../engine/activations';
import { activations } from '../engine/activations';
import type { LossName } from '../engine/losses';
import { losses } from '../engine/losses';
import { exactConvention, notesConvention } from '../network/conventions';
import { lineOf } from '../network/python';
import type { LayerSpec, NetworkSpec } from '../network/spec';
import { backwardSteps, forwardSteps } from '../network/steps';
import type { Step } from '../engine/computation';
import type { RecoveredNetwork } from './report';

/** A step as Python, by the name of the array that it makes. */
export interface NetworkLine {
  readonly name: string;
  readonly text: string;
}

/** One line for each step of the forward and the backward pass. */
export interface NetworkLines {
  readonly forward: readonly NetworkLine[];
  readonly backward: readonly NetworkLine[];
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
  const written = (step: Step): NetworkLine => ({ name: step.name, text: lineOf(step, samples) });
  return {
    forward: forwardSteps(spec).map(written),
    backward: backwardSteps(spec, convention).map(written),
  };
}
