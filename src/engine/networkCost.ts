/** A network's cost as a scalar function of its parameters, with the sides of all kinks: what a gradient check needs. */
import type { Judged } from './centralDifferences';
import { kinkedSteps, smoothSteps } from './centralDifferences';
import type { Loss } from './losses';
import { halvedSquaredError, meanSquaredError } from './losses';
import type { ForwardPass, Layer } from './network';
import { forward, namedParameters, withParameters } from './network';
import type { Tensor } from './tensor';

/** Steps for kinks in functions that are curved between them: a large step would measure the curvature. */
const curvedSteps: readonly number[] = [...smoothSteps, 1e-6];

/** A cost in the form that `checkGradients` reads. */
export interface NetworkCost {
  /** W1, b1, W2, b2, … */
  readonly parameters: ReadonlyMap<string, Tensor>;
  readonly cost: (parameters: ReadonlyMap<string, Tensor>) => Judged;
  /** The steps that suit this network: large ones only where it is piecewise quadratic in each array. */
  readonly steps: readonly number[];
}

/** The cost of a network on X (m, n_in) and Y (m, n_out) as a function of its parameters. */
export function networkCost(layers: readonly Layer[], X: Tensor, Y: Tensor, loss: Loss): NetworkCost {
  const piecewiseQuadratic =
    (loss === meanSquaredError || loss === halvedSquaredError) &&
    layers.every(({ activation: { name } }) => name === 'relu' || name === 'identity');
  return {
    parameters: namedParameters(layers),
    cost: (parameters) => {
      const pass = forward(withParameters(layers, parameters), X);
      return { cost: loss.cost(pass.output, Y), pattern: kinkPattern(pass) };
    },
    steps: piecewiseQuadratic ? kinkedSteps : curvedSteps,
  };
}

/** For every pre-activation of a layer with kinks, how many of its kinks lie below it. */
export function kinkPattern({ layers, Z }: ForwardPass): Uint8Array {
  const size = layers.reduce(
    (total, { activation: { kinks } }, i) => total + (kinks.length > 0 ? (Z[i + 1]?.data.length ?? 0) : 0),
    0,
  );
  const pattern = new Uint8Array(size);
  let at = 0;
  layers.forEach(({ activation: { kinks } }, i) => {
    if (kinks.length === 0) return;
    for (const z of Z[i + 1]?.data ?? []) pattern[at++] = kinks.filter((kink) => z > kink).length;
  });
  return pattern;
}
