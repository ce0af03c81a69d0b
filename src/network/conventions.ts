/** The ways in which a network's gradient may be computed; each is a choice that a report names. */
import { activations } from '../engine/activations';
import type { Loss } from '../engine/loss';
import { halvedSquaredError, losses } from '../engine/losses';
import type { OutputConvention } from '../engine/network';
import type { NetworkSpec } from './spec';
import { layerOf } from './spec';

/**
 * The conventions that a backward pass may follow: every product of the choices, those nearest to the notes first. Only
 * the squared error is halved or not, and only under a ReLU may the output's slope be left out, as the notes do. For
 * every other loss the gradient is the exact one, and only what the mean is over is free.
 */
export function conventionsOf(spec: NetworkSpec): readonly OutputConvention[] {
  const means = ['samples', 'entries'] as const;
  if (spec.loss !== 'squared-error') {
    return means.map((mean) => ({ scale: 1, outputDerivative: 'relu', mean }));
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

/**
 * The loss whose slope is multiplied by a convention's scale: half the squared error, whose slope is A − Y, or another
 * loss as it is.
 */
export function unitLoss({ loss }: NetworkSpec): Loss {
  return loss === 'squared-error' ? halvedSquaredError : losses[loss];
}

/** Whether the output's slope is a step of its own under a convention. */
export function hasOutputSlope(spec: NetworkSpec, { outputDerivative }: OutputConvention): boolean {
  const output = activations[layerOf(spec, spec.layers.length).activation];
  return outputDerivative === 'relu' && output.name !== 'identity';
}
