/** The ways in which a network's gradient may be computed; each is a choice that a report names. */
import { activations } from '../engine/activations';
import type { Loss } from '../engine/loss';
import { fusedLosses, halvedSquaredError, losses } from '../engine/losses';
import type { NetworkSpec } from './spec';
import { layerOf } from './spec';

/** Which gradient of the loss the output starts from. */
export interface OutputConvention {
  /** 1: half the mean squared error, A − Y. 2: the notes' cost as they write it, 2 (A − Y). */
  readonly scale: 1 | 2;
  /** `identity`: dZ = dA, as the notes do. `relu`: the output activation's derivative is part of it, whatever it is. */
  readonly outputDerivative: 'identity' | 'relu';
  /**
   * What the cost is a mean over. `samples`: (1/m) Σ over samples and outputs, as the notes have it. `entries`: over
   * samples and outputs alike, `np.mean`. With one output they are the same.
   */
  readonly mean: 'samples' | 'entries';
}

/** dZ = A − Y at the output: what the notes' `backward_propagation` computes. */
export const notesConvention: OutputConvention = {
  scale: 1,
  outputDerivative: 'identity',
  mean: 'samples',
};

/** The exact gradient of the notes' cost (1/m) Σ (A − Y)² through the notes' forward pass. */
export const exactConvention: OutputConvention = { scale: 2, outputDerivative: 'relu', mean: 'samples' };

/** What A − Y is multiplied by under a convention, for a network of so many outputs. */
export function conventionFactor({ scale: factor, mean }: OutputConvention, outputs: number): number {
  return mean === 'entries' ? factor / outputs : factor;
}

/** The loss with the output's function in it, where the two have one derivative together, A − Y; else null. */
export function fusedLoss({ layers, loss }: NetworkSpec): Loss | null {
  const output = layers.at(-1)?.activation;
  return fusedLosses.find((pair) => pair.activation === output && pair.loss === loss)?.fused ?? null;
}

/**
 * The conventions that a backward pass may follow: every product of the choices, those nearest to the notes first. Only
 * the squared error is halved or not, and only under a ReLU may the output's slope be left out, as the notes do. For
 * every other loss the gradient is the exact one, and only what the mean is over is free; a fused loss may be
 * differentiated at once, without a slope of the output, or in two steps, which give the same.
 */
export function conventionsOf(spec: NetworkSpec): readonly OutputConvention[] {
  const means = ['samples', 'entries'] as const;
  if (spec.loss !== 'squared-error') {
    const steps = fusedLoss(spec) ? (['identity', 'relu'] as const) : (['relu'] as const);
    return means.flatMap((mean) =>
      steps.map((outputDerivative) => ({ scale: 1, outputDerivative, mean }) as const),
    );
  }
  const output = layerOf(spec, spec.layers.length).activation;
  const derivatives =
    output === 'relu'
      ? (['identity', 'relu'] as const)
      : output === 'identity'
        ? (['identity'] as const)
        : (['relu'] as const);
  return means.flatMap((mean) =>
    derivatives.flatMap((outputDerivative) =>
      ([1, 2] as const).map((scale) => ({ scale, outputDerivative, mean })),
    ),
  );
}

/** The convention that is written and drawn where none is asked for: the accepted one that is nearest to the notes'. */
export function usualConvention(spec: NetworkSpec): OutputConvention {
  return conventionsOf(spec)[0] ?? notesConvention;
}

/**
 * The loss whose slope is multiplied by a convention's scale: half the squared error, whose slope is A − Y, or another
 * loss as it is.
 */
export function unitLoss({ loss }: NetworkSpec): Loss {
  return loss === 'squared-error' ? halvedSquaredError : losses[loss];
}

/** The loss that the output's error is the derivative of under a convention. */
export function errorLoss(spec: NetworkSpec, convention: OutputConvention): Loss {
  return (hasOutputSlope(spec, convention) ? null : fusedLoss(spec)) ?? unitLoss(spec);
}

/** Whether the error is that of the loss itself, not of one without the output's function. */
export function isExact(spec: NetworkSpec, convention: OutputConvention): boolean {
  const isLinear = spec.layers.at(-1)?.activation === 'identity';
  return isLinear || fusedLoss(spec) !== null || hasOutputSlope(spec, convention);
}

/** Whether the output's slope is a step of its own under a convention. */
export function hasOutputSlope(spec: NetworkSpec, { outputDerivative }: OutputConvention): boolean {
  const output = activations[layerOf(spec, spec.layers.length).activation];
  return outputDerivative === 'relu' && output.name !== 'identity';
}
