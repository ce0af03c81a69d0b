/** The steps of a network's forward pass, cost, backward pass and update, in the notes' order. */
import { activations } from '../engine/activations';
import type { Step } from '../engine/computation';
import { losses } from '../engine/losses';
import type { OutputConvention } from './conventions';
import { gradientOf, nameOf } from './arrayName';
import { errorLoss, hasOutputSlope } from './conventions';
import type { NetworkSpec } from './spec';
import { layerOf, penaltyRate } from './spec';

/** W and b of every layer that has them: `W1, b1, W2, b2`. */
export function parametersOf({ layers }: NetworkSpec): readonly string[] {
  return layers.flatMap(({ bias }, i) => [
    nameOf('W', i + 1),
    ...(bias === false ? [] : [nameOf('b', i + 1)]),
  ]);
}

/** Their gradients, in the same order. */
export function gradientsOf(spec: NetworkSpec): readonly string[] {
  return parametersOf(spec).map(gradientOf);
}

function activationOf(spec: NetworkSpec, layer: number) {
  return activations[layerOf(spec, layer).activation];
}

/** Z = A·W + b and A = f(Z) of every layer. */
export function forwardSteps(spec: NetworkSpec): readonly Step[] {
  return spec.layers.flatMap(({ bias }, i): Step[] => {
    const layer = i + 1;
    const Z = nameOf('Z', layer);
    const input = nameOf('A', i);
    const weights = nameOf('W', layer);
    return [
      {
        name: Z,
        operation: { kind: 'affine', input, weights, bias: bias === false ? null : nameOf('b', layer) },
      },
      {
        name: nameOf('A', layer),
        operation: { kind: 'activate', activation: activationOf(spec, layer), of: Z },
      },
    ];
  });
}

/** The cost of the batch, its penalty included. */
export function costStep(spec: NetworkSpec): Step {
  const count = spec.layers.length;
  return {
    name: 'cost',
    operation: {
      kind: 'loss',
      loss: losses[spec.loss],
      output: nameOf('A', count),
      target: 'Y',
      ...(spec.penalty && {
        penalty: { weights: spec.layers.map((_, i) => nameOf('W', i + 1)), rate: penaltyRate },
      }),
    },
  };
}

/** dA of a layer through its function: dZ. */
function throughStep(spec: NetworkSpec, layer: number): Step {
  return {
    name: nameOf('dZ', layer),
    operation: {
      kind: 'throughActivation',
      activation: activationOf(spec, layer),
      carried: nameOf('dA', layer),
      preActivation: nameOf('Z', layer),
    },
  };
}

/** The error at the output under a convention: scale · ∂L/∂A, through the output's function where that is a step. */
export function outputSteps(spec: NetworkSpec, convention: OutputConvention): readonly Step[] {
  const layer = spec.layers.length;
  const isMasked = hasOutputSlope(spec, convention);
  const error: Step = {
    name: nameOf(isMasked ? 'dA' : 'dZ', layer),
    operation: {
      kind: 'lossGradient',
      loss: errorLoss(spec, convention),
      output: nameOf('A', layer),
      target: 'Y',
      scale: convention.scale,
      activation: activationOf(spec, layer),
    },
  };
  return isMasked ? [error, throughStep(spec, layer)] : [error];
}

/** dW and db of one layer from its error. */
export function gradientSteps(spec: NetworkSpec, layer: number): readonly Step[] {
  const delta = nameOf('dZ', layer);
  const dW: Step = {
    name: nameOf('dW', layer),
    operation: {
      kind: 'weightGradient',
      input: nameOf('A', layer - 1),
      delta,
      made: { input: layer === 1 ? null : activationOf(spec, layer - 1), own: activationOf(spec, layer) },
      ...(spec.penalty && { penalty: { weights: nameOf('W', layer), rate: penaltyRate } }),
    },
  };
  const db: Step = { name: nameOf('db', layer), operation: { kind: 'biasGradient', delta } };
  return layerOf(spec, layer).bias === false ? [dW] : [dW, db];
}

/** The error of a hidden layer from the one after it, and its gradients. */
export function hiddenSteps(spec: NetworkSpec, layer: number): readonly Step[] {
  const carry: Step = {
    name: nameOf('dA', layer),
    operation: { kind: 'carry', delta: nameOf('dZ', layer + 1), weights: nameOf('W', layer + 1) },
  };
  return [carry, throughStep(spec, layer), ...gradientSteps(spec, layer)];
}

/** The whole backward pass, output first. */
export function backwardSteps(spec: NetworkSpec, convention: OutputConvention): readonly Step[] {
  const count = spec.layers.length;
  const steps = [...outputSteps(spec, convention), ...gradientSteps(spec, count)];
  for (let layer = count - 1; layer >= 1; layer--) steps.push(...hiddenSteps(spec, layer));
  return steps;
}

/** θ ← θ − rate · dθ for every parameter. */
export function updateSteps(spec: NetworkSpec): readonly Step[] {
  return parametersOf(spec).map((parameter) => ({
    name: parameter,
    operation: { kind: 'descend', parameter, gradient: gradientOf(parameter), rate: 'learning_rate' },
  }));
}

/** The steps of a convention for data of so many outputs: the mean over them too is a factor of the output's error. */
export function meanOver(
  steps: readonly Step[],
  { mean }: OutputConvention,
  outputs: number,
): readonly Step[] {
  if (mean === 'samples') return steps;
  return steps.map((step) =>
    step.operation.kind === 'lossGradient' ? { ...step, factor: 1 / outputs } : step,
  );
}
