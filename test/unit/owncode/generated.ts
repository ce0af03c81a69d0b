/** What Python would have measured of a program for a network, in one of the ways in which people write it. */
import type { ActivationName } from '../../../src/engine/activations';
import type { Samples } from '../../../src/engine/columnForm';
import { evaluate } from '../../../src/engine/computation';
import { read, type Values } from '../../../src/engine/operation';
import { losses } from '../../../src/engine/losses';
import { LegacyRandom } from '../../../src/engine/random';
import { matrixShape, scale, transpose, type Tensor } from '../../../src/engine/tensor';
import type { Difference, Measured, MeasuredParameter } from '../../../src/owncode/measured';
import { probeNetwork, withForward } from '../../../src/network/probes';
import type { NetworkSpec } from '../../../src/network/spec';
import { backwardSteps, parametersOf } from '../../../src/network/steps';

/** How a program keeps its arrays. */
export interface Style {
  readonly samples: Samples;
  /** Whether W is (n_out, n_in) whatever way the samples lie. */
  readonly isTurned: boolean;
  readonly bias: '(n,)' | '(1, n)' | '(n, 1)';
  /** Whether its lines bind every Z and A, or the pass is one expression. */
  readonly isTraced: boolean;
  /** One-hot targets as the numbers of the classes. */
  readonly labels: boolean;
  /** Of the loss that is a mean over the samples. */
  readonly factor: number;
  /** What Σ W² is multiplied by, where there is a penalty. */
  readonly penalty: number;
}

export const plain: Style = {
  samples: 'rows',
  isTurned: false,
  bias: '(1, n)',
  isTraced: true,
  labels: false,
  factor: 1,
  penalty: 0,
};

function kept(value: Tensor, samples: Samples): Tensor {
  return samples === 'rows' ? value : transpose(value);
}

function biasOf({ data }: Tensor, { bias }: Style): Tensor {
  const n = data.length;
  const shape = bias === '(n,)' ? [n] : bias === '(1, n)' ? [1, n] : [n, 1];
  return { shape, data };
}

function squaresOf(values: Values, spec: NetworkSpec): number {
  return spec.layers.reduce(
    (total, _, i) => total + read(values, `W${String(i + 1)}`).data.reduce((sum, w) => sum + w * w, 0),
    0,
  );
}

function lossAt(spec: NetworkSpec, inputs: Values, { factor, penalty }: Style): number {
  const values = withForward(spec, inputs);
  const A = read(values, `A${String(spec.layers.length)}`);
  return factor * losses[spec.loss].cost(A, read(values, 'Y')) + penalty * squaresOf(values, spec);
}

/** Central differences of a loss that is computed anew for each entry, by the entries of the network's own form. */
function differencesOf(spec: NetworkSpec, network: Values, name: string, style: Style): readonly number[] {
  const value = read(network, name);
  const h = 1e-5;
  const at = (i: number, moved: number): number =>
    lossAt(spec, new Map([...network, [name, { ...value, data: value.data.with(i, moved) }]]), style);
  return Array.from(value.data, (x, i) => (at(i, x + h) - at(i, x - h)) / (2 * h));
}

/** The arrays of a network of that spec, each width different from the others. */
export function networkOf(spec: NetworkSpec, seed: number, outputs = 3): Values {
  const widths = [4, 6, 5, 7].slice(0, spec.layers.length);
  return probeNetwork(spec, [...widths, outputs], 9, seed);
}

/** The gradient of such a program's loss by the names of the network, in rows. */
export function gradientOf(spec: NetworkSpec, network: Values, { factor, penalty }: Style): Values {
  const scaleOf = spec.loss === 'squared-error' ? 2 : 1;
  const { penalty: _, ...bare } = spec;
  const steps = backwardSteps(bare, { scale: scaleOf, outputDerivative: 'relu', mean: 'samples' });
  const { values } = evaluate({ steps, loop: null, returns: [] }, network);
  return new Map(
    parametersOf(spec).map((name) => {
      const own = read(values, `d${name}`);
      const W = read(network, name);
      const data = own.data.map(
        (g, i) => factor * g + (name.startsWith('W') ? 2 * penalty * (W.data[i] ?? NaN) : 0),
      );
      return [`d${name}`, { shape: own.shape, data }];
    }),
  );
}

/** Arrays that have nothing to do with the network but have its shapes. */
function distractors(network: Values, seed: number): readonly Tensor[] {
  const random = new LegacyRandom(seed);
  return ['X', 'Y', 'W1', 'Z1', 'A1'].flatMap((name) => {
    const value = network.get(name);
    if (!value) return [];
    const [rows, columns] = matrixShape(value);
    return [random.randn(rows, columns), scale(value, 1.7)];
  });
}

/** What a program's run leaves; `gradient` is what it takes for its gradient, in rows and by the network's names. */
export function measuredOf(
  spec: NetworkSpec,
  network: Values,
  style: Style,
  gradient: Values = gradientOf(spec, network, style),
): Measured {
  const turned = style.isTurned !== (style.samples === 'columns');
  const form = (name: string, value: Tensor): Tensor => {
    // A wrong bias gradient keeps whatever shape it has.
    const isBias = !name.startsWith('W') && value.data.length === read(network, name).data.length;
    if (isBias) return biasOf(value, style);
    const isTurned = name.startsWith('W') ? turned : style.samples === 'columns';
    return isTurned && value.shape.length === 2 ? transpose(value) : value;
  };
  const parameters = parametersOf(spec).map((name): MeasuredParameter => {
    const value = read(network, name);
    const numbers = differencesOf(spec, network, name, style);
    const arranged = form(name, { shape: value.shape, data: Float64Array.from(numbers) });
    const own = gradient.get(`d${name}`);
    const given = own && form(name, own);
    return {
      name: `p[${name}]`,
      gradientName: `g[${name}]`,
      guessed: false,
      value: form(name, value),
      gradient: given ?? null,
      differences: Array.from(arranged.data, (numeric, entry): Difference => ({
        entry,
        numeric,
        analytic: given?.data[entry] ?? NaN,
        kink: false,
      })),
    };
  });
  const Y = read(network, 'Y');
  const [, outputs] = matrixShape(Y);
  const classes: Tensor = {
    shape: [Y.data.length / outputs],
    data: Float64Array.from({ length: Y.data.length / outputs }, (_, i) =>
      Y.data.subarray(i * outputs, (i + 1) * outputs).indexOf(1),
    ),
  };
  const states = spec.layers.flatMap((_, i) => [`Z${String(i + 1)}`, `A${String(i + 1)}`]);
  const others = distractors(network, 5);
  const loss = lossAt(spec, network, style);
  return {
    function: 'backward',
    line: 20,
    how: 'by-name',
    declaration: '',
    lossName: 'loss',
    assumedLoss: null,
    isMeant: false,
    isContradicted: false,
    loss,
    again: loss,
    epsilon: null,
    parameters,
    observations: [
      ...others,
      ...(style.isTraced ? states.map((name) => kept(read(network, name), style.samples)) : []),
    ].map((value, i) => ({
      line: i + 1,
      frame: 'forward',
      depth: 0,
      name: `v${String(i)}`,
      index: null,
      value,
    })),
    inputs: [
      ...others.map((value, i) => ({ name: `other${String(i)}`, value: kept(value, style.samples) })),
      { name: 'inputs', value: kept(read(network, 'X'), style.samples) },
      { name: 'wanted', value: style.labels ? classes : kept(Y, style.samples) },
    ],
  };
}

/** A network of one hidden function in each layer before the last. */
export function network(
  hidden: ActivationName,
  layers: number,
  output: ActivationName,
  loss: NetworkSpec['loss'],
  bias = true,
): NetworkSpec {
  return {
    layers: Array.from({ length: layers }, (_, i) => ({
      units: i === layers - 1 ? 'n_out' : `n_hidden${String(i + 1)}`,
      activation: i === layers - 1 ? output : hidden,
      ...(!bias && { bias: false as const }),
    })),
    loss,
  };
}
