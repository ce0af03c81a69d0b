/** The steps of the picture's animation: forward, to the loss, and backward. */
import type { Step } from '../engine/computation';
import { backwardSteps, forwardSteps } from '../network/steps';
import type { Picture } from './exercise';

/** What the steps of a pass do; the rest of a network's operations are no part of it. */
export type PassKind =
  | 'affine'
  | 'activate'
  | 'loss'
  | 'lossGradient'
  | 'throughActivation'
  | 'carry'
  | 'weightGradient'
  | 'biasGradient';

/** One step. */
export interface PassStep {
  /** The array that the step computes: `Z1`, `dA1`. */
  readonly name: string;
  /** What it does to its arrays. */
  readonly kind: PassKind;
  readonly direction: 'forward' | 'cost' | 'backward';
  /** What the loss is multiplied by to be the cost; only of the cost. */
  readonly loss?: { readonly timesCost: number };
}

/** The name under which a pass holds the slopes of a layer's function at Z. */
export function slopesAt(preActivation: string): string {
  return `slope at ${preActivation}`;
}

/** What a backward step does. */
function kindOf({ name, operation: { kind } }: Step): PassKind {
  switch (kind) {
    case 'lossGradient':
    case 'throughActivation':
    case 'carry':
    case 'weightGradient':
    case 'biasGradient':
      return kind;
    default:
      throw new RangeError(`${name} is no step of a backward pass: ${kind}`);
  }
}

/** What the loss whose gradient a picture follows is beside the cost: half of it, or all. */
function timesCost({ spec, convention }: Picture): number {
  return spec.loss === 'squared-error' && convention.scale === 1 ? 1 / 2 : 1;
}

/** All steps of a picture, in the order in which they are played. */
export function passSteps(picture: Picture): readonly PassStep[] {
  const forward = forwardSteps(picture.spec).map(({ name, operation }): PassStep => ({
    name,
    kind: operation.kind === 'affine' ? 'affine' : 'activate',
    direction: 'forward',
  }));
  const cost: PassStep = {
    name: 'cost',
    kind: 'loss',
    direction: 'cost',
    loss: { timesCost: timesCost(picture) },
  };
  const backward = backwardSteps(picture.spec, picture.convention).map((step): PassStep => ({
    name: step.name,
    kind: kindOf(step),
    direction: 'backward',
  }));
  return [...forward, cost, ...backward];
}
