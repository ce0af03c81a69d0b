/** One pass forward and backward through the notes' network, with every array on the way: what the picture animates. */
import { evaluate, read } from '../engine/computation';
import type { Values } from '../engine/computation';
import type { Tensor } from '../engine/tensor';
import { matrixShape, tensor } from '../engine/tensor';
import type { ExerciseId } from './exercise';
import { exactConvention, notesConvention } from '../network/conventions';
import { hasRole, nameOf } from '../network/arrayName';
import { notesNetwork, withForward } from '../network/probes';
import { reluNetwork } from '../network/spec';
import { backwardSteps } from '../network/steps';

/** An array of the pass; everything but weights has one row. */
export interface PassArray {
  readonly shape: readonly [number, number];
  readonly data: readonly number[];
}

/** The arrays by their names in the equations: X, Y, W1, Z1, …, dZ1, dW1. */
export type NetworkPass = ReadonlyMap<string, PassArray>;

/** How many samples there are to choose from. */
export const sampleCount = 100;

/**
 * The pass of one sample, or, where `sample` is null, of the whole batch with every array's mean over the samples;
 * with the notes' data and initial weights for these layer sizes, and the gradient that the exercise is about. `L` is
 * what the gradient is that of: half the squared error, or all of it in `exact-gradient`; `cost` is the notes' own.
 */
export function networkPass(
  exercise: ExerciseId,
  layers: readonly number[],
  sample: number | null,
): NetworkPass {
  const spec = reluNetwork(layers.length - 1);
  const batch = notesNetwork(spec, layers);
  const inputs = sample === null ? batch : withForward(spec, onlySample(batch, sample));
  const convention = exercise === 'exact-gradient' ? exactConvention : notesConvention;
  const { values } = evaluate({ steps: backwardSteps(spec, convention), loop: null, returns: [] }, inputs);
  const pass = new Map<string, PassArray>();
  for (const [name, value] of values) {
    const [rows, columns] = matrixShape(value);
    const isOfSamples = name === 'Y' || hasRole(name, 'Z', 'A', 'dZ', 'dA');
    pass.set(
      name,
      isOfSamples
        ? { shape: [1, columns], data: columnMeans(value) }
        : { shape: [rows, columns], data: [...value.data] },
    );
  }
  const cost = squaredError(read(values, `A${String(layers.length - 1)}`), read(values, 'Y'));
  const factor = exercise === 'exact-gradient' ? 1 : 1 / 2;
  pass.set('cost', { shape: [1, 1], data: [cost] }).set('L', { shape: [1, 1], data: [factor * cost] });
  return pass;
}

/** The mean over the samples of the squared errors of each. */
function squaredError(output: Tensor, target: Tensor): number {
  const total = output.data.reduce((sum, value, i) => sum + (value - (target.data[i] ?? NaN)) ** 2, 0);
  return total / matrixShape(output)[0];
}

/** The shapes of a network's arrays when it is given the whole batch. */
export function networkShapes(layers: readonly number[]): ReadonlyMap<string, readonly [number, number]> {
  const shapes = new Map<string, readonly [number, number]>([
    ['X', [sampleCount, layers[0] ?? 0]],
    ['Y', [sampleCount, layers.at(-1) ?? 0]],
  ]);
  layers.slice(1).forEach((size, index) => {
    const layer = index + 1;
    shapes.set(nameOf('W', layer), [layers[index] ?? 0, size]).set(nameOf('b', layer), [1, size]);
    shapes.set(nameOf('Z', layer), [sampleCount, size]).set(nameOf('A', layer), [sampleCount, size]);
  });
  return shapes;
}

function onlySample(batch: Values, sample: number): Values {
  const only = new Map([...batch].filter(([name]) => hasRole(name, 'W', 'b')));
  return only.set('X', rowOf(read(batch, 'X'), sample)).set('Y', rowOf(read(batch, 'Y'), sample));
}

function rowOf(values: Tensor, row: number): Tensor {
  const columns = matrixShape(values)[1];
  return tensor([1, columns], [...values.data.slice(row * columns, (row + 1) * columns)]);
}

function columnMeans(values: Tensor): readonly number[] {
  const [rows, columns] = matrixShape(values);
  return Array.from({ length: columns }, (_, column) => {
    let total = 0;
    for (let row = 0; row < rows; row++) total += values.data[row * columns + column] ?? 0;
    return total / rows;
  });
}
