/** The steps of a ReLU network's forward pass, backward pass and update, for any number of layers. */
import { relu } from '../../engine/activations';
import { halvedSquaredError } from '../../engine/losses';
import type { Step } from '../../engine/computation';
import type { OutputConvention } from '../../engine/network';

/** The names `1 … layers`, each made into the name of an array: `names('dW', 2)` is dW1, dW2. */
export function names(prefix: string, layers: number): string[] {
  return Array.from({ length: layers }, (_, i) => `${prefix}${String(i + 1)}`);
}

/** What layer `layer` reads: X for the first, the activation before it for the others. */
function inputOf(layer: number): string {
  return layer === 1 ? 'X' : `A${String(layer - 1)}`;
}

/** Z1, A1, … of the notes' forward pass: every layer ends in ReLU, the last one too. */
export function forwardSteps(layers: number): Step[] {
  return names('', layers).flatMap((l, i): Step[] => [
    {
      name: `Z${l}`,
      operation: { kind: 'affine', input: inputOf(i + 1), weights: `W${l}`, bias: `b${l}` },
    },
    { name: `A${l}`, operation: { kind: 'activate', activation: relu, of: `Z${l}` } },
  ]);
}

/** The output delta under a convention: A − Y, or the exact dA ⊙ relu′(Z). */
function outputDeltaSteps(layer: string, convention: OutputConvention): Step[] {
  const masked = convention.outputDerivative === 'relu';
  const delta: Step = {
    name: masked ? `dA${layer}` : `dZ${layer}`,
    operation: {
      kind: 'lossGradient',
      loss: halvedSquaredError,
      output: `A${layer}`,
      target: 'Y',
      scale: convention.scale,
    },
  };
  if (!masked) return [delta];
  return [
    delta,
    {
      name: `dZ${layer}`,
      operation: {
        kind: 'throughActivation',
        activation: relu,
        carried: `dA${layer}`,
        preActivation: `Z${layer}`,
      },
    },
  ];
}

/** dW and db of one layer from its delta. */
export function gradientSteps(layer: number): Step[] {
  const l = String(layer);
  return [
    {
      name: `dW${l}`,
      operation: { kind: 'weightGradient', input: inputOf(layer), delta: `dZ${l}` },
    },
    { name: `db${l}`, operation: { kind: 'biasGradient', delta: `dZ${l}` } },
  ];
}

/** The delta of a hidden layer from the one after it, and its gradients. */
export function hiddenSteps(layer: number): Step[] {
  const [l, after] = [String(layer), String(layer + 1)];
  return [
    { name: `dA${l}`, operation: { kind: 'carry', delta: `dZ${after}`, weights: `W${after}` } },
    {
      name: `dZ${l}`,
      operation: { kind: 'throughActivation', activation: relu, carried: `dA${l}`, preActivation: `Z${l}` },
    },
    ...gradientSteps(layer),
  ];
}

/** The whole backward pass, output first. */
export function backwardSteps(layers: number, convention: OutputConvention): Step[] {
  const steps = [...outputDeltaSteps(String(layers), convention), ...gradientSteps(layers)];
  for (let layer = layers - 1; layer >= 1; layer--) steps.push(...hiddenSteps(layer));
  return steps;
}

/** θ ← θ − rate · dθ for every parameter, in the notes' order. */
export function updateSteps(layers: number): Step[] {
  return names('', layers).flatMap((l): Step[] =>
    [`W${l}`, `b${l}`].map((parameter) => ({
      name: parameter,
      operation: { kind: 'descend', parameter, gradient: `d${parameter}`, rate: 'learning_rate' },
    })),
  );
}

/** The conventions that a backward pass may follow: every product of the choices, those nearest to the notes first. */
export const conventions: readonly OutputConvention[] = (['samples', 'entries'] as const).flatMap((mean) =>
  (['identity', 'relu'] as const).flatMap((outputDerivative) =>
    ([1, 2] as const).map((scale) => ({ scale, outputDerivative, mean })),
  ),
);

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
