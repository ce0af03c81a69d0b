/** One pass forward and backward through a picture's network, with every array on the way: what the picture animates. */
import type { Step } from '../engine/computation';
import type { Values } from '../engine/operation';
import { evaluate } from '../engine/computation';
import { numberOf, read } from '../engine/operation';
import type { Tensor } from '../engine/tensor';
import { matrixShape, tensor } from '../engine/tensor';
import { hasRole, nameOf } from '../network/arrayName';
import { notesNetwork, withForward } from '../network/probes';
import { backwardSteps, costStep } from '../network/steps';
import type { Picture } from './exercise';
import { passSteps, slopesAt } from './passSteps';

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
 * The pass of one sample, or, where `sample` is null, of the whole batch with every array's mean over the samples; with
 * the notes' data and initial weights for these layer sizes, and the gradient that the picture is about. `L` is what the
 * gradient is that of: half the squared error, or the whole loss; `cost` is the loss itself. The slopes of each layer's
 * function stand under `slopesAt`.
 */
export function networkPass(picture: Picture, sample: number | null): NetworkPass {
  const { spec, layers, convention } = picture;
  const batch = notesNetwork(spec, layers);
  const inputs = sample === null ? batch : withForward(spec, onlySample(batch, sample));
  const steps = [costStep(spec), ...backwardSteps(spec, convention)];
  const slopes = steps.flatMap(({ operation }): Step[] => {
    if (operation.kind !== 'throughActivation' || !operation.activation.entry) return [];
    const { activation, preActivation: of } = operation;
    return [{ name: slopesAt(of), operation: { kind: 'slope', activation, of } }];
  });
  const { values } = evaluate({ steps: [...steps, ...slopes], loop: null, returns: [] }, inputs);
  const pass = new Map<string, PassArray>();
  for (const [name, value] of values) {
    if (value.shape.length !== 2) continue;
    const [rows, columns] = matrixShape(value);
    const isParameter = hasRole(name, 'W', 'b', 'dW', 'db');
    pass.set(
      name,
      isParameter
        ? { shape: [rows, columns], data: [...value.data] }
        : { shape: [1, columns], data: columnMeans(value) },
    );
  }
  const cost = numberOf(read(values, 'cost'));
  const factor = passSteps(picture).find(({ loss }) => loss)?.loss?.timesCost ?? 1;
  return pass.set('cost', { shape: [1, 1], data: [cost] }).set('L', { shape: [1, 1], data: [factor * cost] });
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
