/** A network's cost as a scalar function of its parameters, with the sides of all kinks: what a gradient check needs. */
import type { Judged, Lines } from './centralDifferences';
import { kinkedSteps, smoothSteps } from './centralDifferences';
import type { Loss } from './loss';
import { halvedSquaredError, meanSquaredError } from './losses';
import type { Layer } from './network';
import { forward, namedParameters, withParameters } from './network';
import { kinkPattern, NetworkLines } from './networkLines';
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
  /** The same cost along lines, which takes less time. */
  readonly lines: Lines;
}

/** The cost of a network on X (m, n_in) and Y (m, n_out) as a function of its parameters. */
export function networkCost(layers: readonly Layer[], X: Tensor, Y: Tensor, loss: Loss): NetworkCost {
  const piecewiseQuadratic =
    (loss === meanSquaredError || loss === halvedSquaredError) &&
    layers.every(({ activation }) => activation.isPiecewiseLinear);
  return {
    parameters: namedParameters(layers),
    cost: (parameters) => {
      const pass = forward(withParameters(layers, parameters), X);
      return { cost: loss.cost(pass.output, Y), pattern: kinkPattern(pass) };
    },
    steps: piecewiseQuadratic ? kinkedSteps : curvedSteps,
    lines: new NetworkLines(layers, X, Y, loss),
  };
}
