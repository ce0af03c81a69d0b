/**
 * The function whose gradient a cut returns, for central differences. Every returned gradient is a derivative by a small
 * change of its parameter: what the change does to Z is added to the Z that is given, so that no bias need be known.
 */
import type { Activation } from '../engine/activation';
import { activate } from '../engine/activation';
import { kinkedSteps, smoothSteps } from '../engine/centralDifferences';
import { activations, identity } from '../engine/activations';
import type { Values } from '../engine/operation';
import { numberOf, read } from '../engine/operation';
import type { Differentiable } from '../engine/gradientCheck';
import type { OutputConvention } from './conventions';
import { conventionFactor } from './conventions';
import { patternOf, type Kinked } from '../engine/kinks';
import type { Tensor } from '../engine/tensor';
import { add, matmul, matrixShape, subtract, zeros } from '../engine/tensor';
import { nameOf, readName } from './arrayName';
import { isExact, unitLoss } from './conventions';
import type { Cut } from './cut';
import type { NetworkSpec } from './spec';
import { layerOf, penaltyRate } from './spec';

/** Steps for functions that are curved between their kinks: a large step would measure the curvature. */
const curvedSteps: readonly number[] = [...smoothSteps, 1e-6];

/**
 * Σ F(Z) − Y·Z with F the antiderivative of the output's function: what A − Y is the derivative of by Z where the
 * output's slope is left out. For a ReLU it is half the squared error wherever the output is linear (Z > 0), and keeps
 * pulling where it is not.
 */
function withoutSlope(A: Tensor, Z: Tensor, Y: Tensor): number {
  let total = 0;
  A.data.forEach((a, i) => {
    total += (a * a) / 2 - (Y.data[i] ?? NaN) * (Z.data[i] ?? NaN);
  });
  return total / matrixShape(Y, 'Y')[0];
}

function isZero({ data }: Tensor): boolean {
  for (const value of data) if (value !== 0) return false;
  return true;
}

/**
 * What the changed parameters make of the cut's arrays, layer by layer. A check moves one array at a time, so that what
 * no change reaches is taken as it is given.
 */
class Displaced {
  private readonly kinked: Kinked[] = [];
  private readonly changes: ReadonlyMap<string, Tensor>;
  /** The activations of the layer before, where a change has reached them; null below. */
  private moved: Tensor | null = null;

  constructor(
    private readonly inputs: Values,
    changes: ReadonlyMap<string, Tensor>,
  ) {
    this.changes = new Map([...changes].filter(([, change]) => !isZero(change)));
  }

  /**
   * Z of a layer, with the changes of its own parameters and of all before it. `before` is the Z of unchanged
   * parameters, or 0 where only its changes matter, and `input` what is multiplied by the weights.
   */
  preActivation(layer: number, before: Tensor, input: Tensor): Tensor {
    const weights = this.inputs.get(nameOf('W', layer));
    const [dW, db] = [this.changes.get(nameOf('dW', layer)), this.changes.get(nameOf('db', layer))];
    let Z = before;
    const now = this.moved ?? input;
    if (this.moved && weights) {
      // Only the difference counts: what the given activations add is already in the given Z.
      Z = add(Z, matmul(subtract(this.moved, input), weights));
    }
    if (dW) Z = add(Z, matmul(now, dW));
    return db ? add(Z, db) : Z;
  }

  /** A of a layer whose Z was `before`, and A `given`, with unchanged parameters. */
  activate(activation: Activation, Z: Tensor, before: Tensor, given: Tensor): Tensor {
    this.kinked.push({ kinks: activation.kinks, preActivation: Z });
    if (Z === before) return given;
    return (this.moved = activate(activation, Z));
  }

  judged(cost: number, more: Uint8Array = new Uint8Array()): { cost: number; pattern: Uint8Array } {
    const pattern = patternOf(this.kinked);
    return { cost, pattern: more.length === 0 ? pattern : Uint8Array.of(...pattern, ...more) };
  }
}

function changesOf(
  { returned }: Cut,
  inputs: Values,
  widthOf: (layer: number) => number,
): Map<string, Tensor> {
  return new Map(
    returned.flatMap((name): [string, Tensor][] => {
      const { role, layer } = readName(name) ?? {};
      if (layer === undefined || (role !== 'dW' && role !== 'db')) return [];
      const rows = role === 'db' ? 1 : matrixShape(read(inputs, nameOf('A', layer - 1)))[1];
      return [[name, zeros([rows, widthOf(layer)])]];
    }),
  );
}

function penaltyOf(
  spec: NetworkSpec,
  inputs: Values,
  changes: ReadonlyMap<string, Tensor>,
  m: number,
): number {
  if (!spec.penalty) return 0;
  const squares = spec.layers.reduce((total, _, i) => {
    const [W, change] = [inputs.get(nameOf('W', i + 1)), changes.get(nameOf('dW', i + 1))];
    if (!W || !change) return total;
    return total + add(W, change).data.reduce((sum, w) => sum + w * w, 0);
  }, 0);
  return (numberOf(read(inputs, penaltyRate)) / (2 * m)) * squares;
}

/**
 * The function whose gradient the returned dW and db are, at the given arrays: the loss where it can be reached from
 * what is given (Y is), else the pairing Σ dZ ⊙ Z / m of the last given error with the Z whose slope it is.
 */
export function differentiableOf(cut: Cut, inputs: Values, convention: OutputConvention): Differentiable {
  const { spec, given, returned } = cut;
  const isReached = given.includes('Y');
  const count = spec.layers.length;
  const errors = given.flatMap((name) => {
    const array = readName(name);
    return array?.role === 'dZ' ? [array.layer] : [];
  });
  const top = isReached ? count : Math.max(...errors);
  const first = Math.min(...returned.flatMap((name) => readName(name)?.layer ?? []));
  const activationOf = (layer: number): Activation => activations[layerOf(spec, layer).activation];

  // An output whose Z is not given has none of its own: what is given is A, of a linear output.
  const givenZ = (layer: number): Tensor => {
    const Z =
      inputs.get(nameOf('Z', layer)) ?? (layer === count ? inputs.get(nameOf('A', layer)) : undefined);
    if (Z) return Z;
    const delta = read(inputs, nameOf('dZ', layer));
    return zeros(delta.shape);
  };
  const known = new Map<number, Tensor>();
  const givenA = (layer: number): Tensor => {
    const A = inputs.get(nameOf('A', layer)) ?? known.get(layer);
    if (A) return A;
    const made = activate(activationOf(layer), givenZ(layer));
    known.set(layer, made);
    return made;
  };
  const isLinear = isReached && !inputs.has(nameOf('Z', count));
  const output = isLinear ? identity : activations[layerOf(spec, count).activation];
  const parameters = changesOf(cut, inputs, (layer) => matrixShape(givenZ(layer))[1]);
  const passed = Array.from({ length: top - first }, (_, i) => activationOf(first + i));
  const isQuadratic =
    (!isReached || spec.loss === 'squared-error') &&
    [...passed, ...(isReached ? [output] : [])].every(({ isPiecewiseLinear }) => isPiecewiseLinear);

  return {
    parameters,
    steps: isQuadratic ? kinkedSteps : curvedSteps,
    cost: (changed) => {
      const run = new Displaced(inputs, changed);
      passed.forEach((activation, i) => {
        const layer = first + i;
        const before = givenZ(layer);
        run.activate(activation, run.preActivation(layer, before, givenA(layer - 1)), before, givenA(layer));
      });
      const before = givenZ(top);
      const Z = run.preActivation(top, before, givenA(top - 1));
      if (!isReached) {
        const delta = read(inputs, nameOf('dZ', top));
        const pairing = Z.data.reduce((total, z, i) => total + z * (delta.data[i] ?? NaN), 0);
        return run.judged(pairing / matrixShape(delta)[0]);
      }
      const Y = read(inputs, 'Y');
      const [m, outputs] = matrixShape(Y, 'Y');
      const factor = conventionFactor(convention, outputs);
      const A = run.activate(output, Z, before, givenA(count));
      const loss = unitLoss(spec);
      const cost = isLinear || isExact(spec, convention) ? loss.cost(A, Y) : withoutSlope(A, Z, Y);
      return run.judged(
        factor * cost + penaltyOf(spec, inputs, changed, m),
        loss.sides ? loss.sides(A, Y) : undefined,
      );
    },
  };
}
