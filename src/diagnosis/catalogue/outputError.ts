/** The error A − Y that a backward pass starts from, whether a step of its own or a loss and an output in one. */
import type { Activation } from '../../engine/activation';
import type { Step } from '../../engine/computation';
import type { Values } from '../../engine/operation';
import { read } from '../../engine/operation';
import type { Loss } from '../../engine/loss';
import { fusedLosses } from '../../engine/losses';
import type { Tensor } from '../../engine/tensor';
import { scale, subtract } from '../../engine/tensor';
import { beside, hasRole } from '../../network/arrayName';
import type { Compute, StepChange } from '../mistake';
import { at } from '../mistake';

/** What scale · (A − Y) is taken of. */
export interface OutputError {
  readonly output: string;
  readonly target: string;
  readonly scale: 1 | 2;
  /** The output's function. */
  readonly activation: Activation;
  /** Whether its slope is in A − Y already. */
  readonly isFused: boolean;
}

/** Whether a loss is the squared error, halved or not: of those alone the slope is a multiple of A − Y. */
export function isSquared({ logs, sides }: Loss): boolean {
  return logs.length === 0 && sides === null;
}

/** Whether a loss is taken by Z, through the function of the output: its slope is A − Y. */
export function isFusedLoss(loss: Loss): boolean {
  return fusedLosses.some(({ fused }) => fused === loss);
}

/** Changes of the step that is scale · (A − Y). */
export function atOutputError(
  changes: (op: OutputError, step: Step, names: readonly string[]) => Readonly<Record<string, Compute>>,
): StepChange {
  return at('lossGradient', (op, step, names) => {
    const isFused = isFusedLoss(op.loss);
    return isFused || isSquared(op.loss) ? changes({ ...op, isFused }, step, names) : {};
  });
}

/** scale · (A − Y). */
export function outputError({ output, target, scale: factor }: OutputError, v: Values): Tensor {
  return scale(subtract(read(v, output), read(v, target)), factor);
}

/** The output's Z. */
export function preActivationOf({ output }: OutputError): string {
  return beside(output, 'Z') ?? '';
}

/** Whether the output's slope is a step of its own after this one: then it is changed there. */
export function hasOwnSlope({ name }: Step): boolean {
  return hasRole(name, 'dA');
}
