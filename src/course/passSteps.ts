/** The steps of the picture's animation: forward, then backward, each with the factor it adds to the chain rule. */
import type { Step } from '../engine/computation';
import { losses } from '../engine/losses';
import { gradientBy, readName } from '../network/arrayName';
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

/** One step; TeX is without terms, as it stands alone. */
export interface PassStep {
  /** The array that the step computes: `Z1`, `dA1`. */
  readonly name: string;
  /** What it does to its arrays. */
  readonly kind: PassKind;
  readonly direction: 'forward' | 'cost' | 'backward';
  /** What stands on the left of the step's value. */
  readonly tex: string;
  /**
   * The local gradient of a backward step: its TeX, and the array of the pass that holds it (null where it is 1
   * everywhere).
   */
  readonly local: { readonly tex: string; readonly array: string | null } | null;
  /** The product of all local gradients up to here, as the chain rule writes it. */
  readonly chain: string | null;
  /** What the loss is of A and Y, in TeX, and what it is multiplied by to be the cost; only of the cost. */
  readonly loss?: { readonly tex: string; readonly timesCost: number };
}

const d = (of: string, by: string): string => `\\frac{\\partial ${of}}{\\partial ${by}}`;

/** `A_{1}` of A1, and of dA1, which is a gradient by it. */
function symbol(name: string): string {
  const array = readName(gradientBy(name));
  return array && array.layer > 0 ? `${array.role}_{${String(array.layer)}}` : name;
}

/** The name under which a pass holds the slopes of a layer's function at Z. */
export function slopesAt(preActivation: string): string {
  return `slope at ${preActivation}`;
}

/** What a backward step multiplies by, and whether what it gives is carried on. */
function localOf({ name, operation }: Step): {
  readonly kind: PassKind;
  readonly tex: string;
  readonly array: string | null;
  readonly isCarried: boolean;
} {
  const of = symbol(name);
  switch (operation.kind) {
    case 'lossGradient':
      return { kind: operation.kind, tex: d('L', of), array: name, isCarried: true };
    case 'throughActivation':
      return {
        kind: operation.kind,
        tex: d(symbol(operation.carried), of),
        array: slopesAt(operation.preActivation),
        isCarried: true,
      };
    case 'carry':
      return {
        kind: operation.kind,
        tex: d(symbol(operation.delta), of),
        array: operation.weights,
        isCarried: true,
      };
    case 'weightGradient':
      return {
        kind: operation.kind,
        tex: d(symbol(operation.delta), of),
        array: operation.input,
        isCarried: false,
      };
    case 'biasGradient':
      return { kind: operation.kind, tex: d(symbol(operation.delta), of), array: null, isCarried: false };
    default:
      throw new RangeError(`${name} is no step of a backward pass: ${operation.kind}`);
  }
}

/** What is written for the loss whose gradient a picture follows, and what it is beside the cost. */
function lossOf({ spec, convention }: Picture): { readonly tex: string; readonly timesCost: number } {
  if (spec.loss !== 'squared-error') return { tex: losses[spec.loss].notation.tex('A', 'Y'), timesCost: 1 };
  return convention.scale === 1
    ? { tex: '\\tfrac{1}{2}(A - Y)^2', timesCost: 1 / 2 }
    : { tex: '(A - Y)^2', timesCost: 1 };
}

/** All steps of a picture, in the order in which they are played. */
export function passSteps(picture: Picture): readonly PassStep[] {
  const forward = forwardSteps(picture.spec).map(({ name, operation }): PassStep => ({
    name,
    kind: operation.kind === 'affine' ? 'affine' : 'activate',
    direction: 'forward',
    tex: symbol(name),
    local: null,
    chain: null,
  }));
  const cost: PassStep = {
    name: 'cost',
    kind: 'loss',
    direction: 'cost',
    tex: 'L',
    local: null,
    chain: null,
    loss: lossOf(picture),
  };
  let carried: readonly string[] = [];
  const backward = backwardSteps(picture.spec, picture.convention).map((step): PassStep => {
    const { kind, isCarried, ...local } = localOf(step);
    const factors = [...carried, local.tex];
    if (isCarried) carried = factors;
    return {
      name: step.name,
      kind,
      direction: 'backward',
      tex: d('L', symbol(step.name)),
      local,
      chain: factors.join(' \\cdot '),
    };
  });
  return [...forward, cost, ...backward];
}
