/** Whether a network is the one that was measured: its gradient must be what the differences of the learner's loss say. */
import { evaluate } from '../../engine/computation';
import type { Values } from '../../engine/operation';
import { exactConvention } from '../../network/conventions';
import { matrixShape, transpose, type Tensor } from '../../engine/tensor';
import { gradientOf, hasRole, nameOf } from '../../network/arrayName';
import type { NetworkSpec } from '../../network/spec';
import { backwardSteps, gradientsOf } from '../../network/steps';
import type { Measured, MeasuredParameter } from '../measured';
import { costsOf, factorsFor } from './lossFit';
import type { UsedParameter } from './recovered';

/** How far a difference may be from the gradient, beside the largest of its array: what differences can tell. */
const tolerance = 2e-4;

/** How far it may be where a small number in a logarithm changes the loss a little. */
const looseTolerance = 2e-3;

/** The factor of the loss, and what the squared weights are multiplied by; null without a penalty. */
export interface Scale {
  readonly lossFactor: number;
  readonly penalty: number | null;
}

interface Pair {
  readonly numeric: number;
  /** The slope of the spec's loss by itself. */
  readonly slope: number;
  /** That of the sum of squared weights. */
  readonly decay: number;
  /** The largest difference of its array. */
  readonly size: number;
}

/** A gradient of rows as an array of the parameter's own shape has its entries. */
function asMeasured(gradient: Tensor, { value }: MeasuredParameter, isTurned: boolean): Float64Array {
  return isTurned && value.shape.length === 2 && gradient.shape.length === 2
    ? transpose(gradient).data
    : gradient.data;
}

function entryOf(values: Values, name: string): readonly (readonly [string, Tensor])[] {
  const value = values.get(name);
  return value ? [[name, value]] : [];
}

/** The exact arrays of the way back by name, in order of execution, the gradients without their penalty. */
export function wayBackOf(spec: NetworkSpec, values: Values): Values {
  const { penalty: _, ...bare } = spec;
  const steps = backwardSteps(bare, {
    ...exactConvention,
    scale: spec.loss === 'squared-error' ? 2 : 1,
  });
  const all = evaluate({ steps, loop: null, returns: [] }, values).values;
  return new Map(steps.flatMap(({ name }) => entryOf(all, name)));
}

/** The exact gradient of the spec's loss, without penalty, by the names of the gradients. */
export function slopesOf(spec: NetworkSpec, values: Values): Values {
  const wayBack = wayBackOf(spec, values);
  return new Map(gradientsOf(spec).flatMap((name) => entryOf(wayBack, name)));
}

function pairsOf(
  slopes: Values,
  parameters: ReadonlyMap<string, UsedParameter>,
  measured: Measured,
): readonly Pair[] {
  return [...parameters].flatMap(([name, { index, isTurned }]): Pair[] => {
    const [parameter, slope] = [measured.parameters[index], slopes.get(gradientOf(name))];
    if (!parameter || !slope) return [];
    const entries = asMeasured(slope, parameter, isTurned);
    const usable = parameter.differences.filter(
      ({ entry, numeric, kink }) => entry !== null && !kink && Number.isFinite(numeric),
    );
    const size = usable.reduce((most, { numeric }) => Math.max(most, Math.abs(numeric)), 0);
    return usable.map(({ entry, numeric }) => ({
      numeric,
      slope: entries[entry ?? 0] ?? NaN,
      decay: hasRole(name, 'W') ? 2 * (parameter.value.data[entry ?? 0] ?? NaN) : 0,
      size,
    }));
  });
}

function agree(pairs: readonly Pair[], { lossFactor, penalty }: Scale, epsilon: number | null): boolean {
  const loose = epsilon === null ? tolerance : looseTolerance;
  return (
    pairs.length > 0 &&
    pairs.every(
      ({ numeric, slope, decay, size }) =>
        Math.abs(numeric - lossFactor * slope - (penalty ?? 0) * decay) <= loose * size + 1e-7,
    )
  );
}

/** The factor and the penalty by which differences are made of two slopes, as least squares have it. */
function fitted(pairs: readonly Pair[]): readonly [number, number] {
  let [ss, sd, dd, ns, nd] = [0, 0, 0, 0, 0];
  for (const { numeric, slope, decay } of pairs) {
    ss += slope * slope;
    sd += slope * decay;
    dd += decay * decay;
    ns += numeric * slope;
    nd += numeric * decay;
  }
  const det = ss * dd - sd * sd;
  return [(ns * dd - nd * sd) / det, (nd * ss - ns * sd) / det];
}

/** A penalty's factor where it is a short number over 2m, 2 or m: what its last digits lack is rounding. */
function asWritten(penalty: number, m: number): number | null {
  for (const divisor of [1, 2, m, 2 * m]) {
    const short = Number((penalty * divisor).toPrecision(3)) / divisor;
    if (Math.abs(short - penalty) <= 1e-8 * penalty) return short;
  }
  return null;
}

/**
 * The scale at which a network gives the measured loss and its differences; null where it gives them at none. A
 * penalty's factor is what the loss leaves for it.
 */
export function verified(
  spec: NetworkSpec,
  values: Values,
  parameters: ReadonlyMap<string, UsedParameter>,
  factor: number | null,
  measured: Measured,
): Scale | null {
  const [A, Y] = [values.get(nameOf('A', spec.layers.length)), values.get('Y')];
  if (!A || !Y) return null;
  const pairs = pairsOf(slopesOf(spec, values), parameters, measured);
  if (factor !== null) {
    const scale: Scale = { lossFactor: factor, penalty: null };
    return agree(pairs, scale, measured.epsilon) ? scale : null;
  }
  const [likely, decay] = fitted(pairs);
  if (!(decay > 0)) return null;
  const [m, n] = matrixShape(A);
  const lossFactor = factorsFor(m, n).find((one) => Math.abs(one - likely) <= 1e-3 * Math.abs(one));
  if (lossFactor === undefined) return null;
  const squares = [...parameters].reduce((total, [name]) => {
    const W = hasRole(name, 'W') ? values.get(name) : undefined;
    return total + (W ? W.data.reduce((sum, w) => sum + w * w, 0) : 0);
  }, 0);
  const costs = costsOf(spec.loss, A, Y, measured.epsilon);
  const [first, ...others] = costs.map((cost) => (measured.loss - lossFactor * cost) / squares);
  if (first === undefined) return null;
  const penalty = [first, ...others].flatMap((one) => asWritten(one, m) ?? [])[0] ?? first;
  const scale: Scale = { lossFactor, penalty };
  const isPenalty = Math.abs(penalty - decay) <= 1e-2 * decay;
  return isPenalty && agree(pairs, scale, measured.epsilon) ? scale : null;
}
