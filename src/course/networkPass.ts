/** One pass forward and backward through a picture's network, with every array on the way: what the picture animates. */
import { activations } from '../engine/activations';
import type { Step } from '../engine/computation';
import type { Values } from '../engine/operation';
import { evaluate } from '../engine/computation';
import { numberOf, read } from '../engine/operation';
import type { Tensor } from '../engine/tensor';
import { matrixShape, tensor } from '../engine/tensor';
import { hasRole, nameOf } from '../network/arrayName';
import { notesNetwork, withForward } from '../network/probes';
import { layerOf, type NetworkSpec } from '../network/spec';
import { backwardSteps, costStep, meanOver } from '../network/steps';
import type { Picture } from './exercise';
import { passSteps, slopesAt } from './passSteps';

/** An array of the pass; of one sample, everything but weights has one row. */
export interface PassArray {
  readonly shape: readonly [number, number];
  readonly data: readonly number[];
}

/** The arrays by their names in the equations: X, Y, W1, Z1, …, dZ1, dW1. */
export type NetworkPass = ReadonlyMap<string, PassArray>;

/** How many samples there are to choose from. */
export const sampleCount = 100;

/** The steps from the output to the cost and back, with the slopes of each layer's function under `slopesAt`. */
function stepsBack({ spec, layers, convention }: Picture): readonly Step[] {
  // A penalty is no part of what a sample adds; the picture follows the loss alone.
  const bare = withoutPenalty(spec);
  const back = meanOver(backwardSteps(bare, convention), convention, layers.at(-1) ?? 1);
  const slopes = back.flatMap(({ operation }): Step[] => {
    if (operation.kind !== 'throughActivation' || !operation.activation.entry) return [];
    const { activation, preActivation: of } = operation;
    return [{ name: slopesAt(of), operation: { kind: 'slope', activation, of } }];
  });
  return [costStep(bare), ...back, ...slopes];
}

function withoutPenalty({ layers, loss }: NetworkSpec): NetworkSpec {
  return { layers, loss };
}

function evaluated(picture: Picture, inputs: Values): Map<string, PassArray> {
  const { values } = evaluate({ steps: stepsBack(picture), loop: null, returns: [] }, inputs);
  const pass = new Map<string, PassArray>();
  for (const [name, value] of values) {
    if (value.shape.length !== 2) continue;
    // −0 is a 0 that nobody wants to read.
    pass.set(name, { shape: matrixShape(value), data: Array.from(value.data, (entry) => entry + 0) });
  }
  const cost = numberOf(read(values, 'cost'));
  const factor = passSteps(picture).find(({ loss }) => loss)?.loss?.timesCost ?? 1;
  return pass.set('cost', { shape: [1, 1], data: [cost] }).set('L', { shape: [1, 1], data: [factor * cost] });
}

/**
 * Every array of the pass of the whole batch: one row for each sample; weights, their gradients and the cost are those of
 * the batch.
 */
export function batchPass(picture: Picture): NetworkPass {
  return evaluated(picture, notesNetwork(picture.spec, picture.layers));
}

/**
 * The pass of one sample, or, where `sample` is null, of the whole batch with every array's mean over the samples; with
 * the notes' data and initial weights for these layer sizes, and the gradient that the picture is about. `L` is what the
 * gradient is that of: half the squared error, or the whole loss; `cost` is the loss itself. The slopes of each layer's
 * function stand under `slopesAt`.
 */
export function networkPass(picture: Picture, sample: number | null): NetworkPass {
  const { spec, layers } = picture;
  if (sample !== null) return evaluated(picture, onlySample(spec, notesNetwork(spec, layers), sample));
  return new Map([...batchPass(picture)].map(([name, array]) => [name, ofSample(name, array, null)]));
}

/**
 * What an array of the batch has for one sample, or its mean over the samples where `sample` is null. Weights, their
 * gradients and the cost belong to no sample, and stay as they are.
 */
export function ofSample(name: string, array: PassArray, sample: number | null): PassArray {
  const isOfBatch = hasRole(name, 'W', 'b', 'dW', 'db') || name === 'cost' || name === 'L';
  if (isOfBatch) return array;
  const { shape, data } = array;
  const columns = shape[1];
  const row = sample === null ? columnMeans(array) : data.slice(sample * columns, (sample + 1) * columns);
  return { shape: [1, columns], data: row };
}

/** How many units of a layer have a function that is flat where they are, by sample. */
function flatUnits({ spec, layers }: Picture, layer: number): readonly number[] {
  const { entry } = activations[layerOf(spec, layer).activation];
  const size = layers[layer] ?? 0;
  const { data } = read(notesNetwork(spec, layers), nameOf('Z', layer));
  return Array.from({ length: sampleCount }, (_, sample) =>
    entry === null
      ? 0
      : data.slice(sample * size, (sample + 1) * size).filter((z) => entry.slope(z) === 0).length,
  );
}

/** The samples whose output is closed: its function is flat there in every unit, so that no error should come back. */
export function closedSamples(picture: Picture): ReadonlySet<number> {
  const last = picture.layers.length - 1;
  const flat = flatUnits(picture, last);
  return new Set(flat.flatMap((count, sample) => (count === picture.layers[last] ? [sample] : [])));
}

/**
 * The samples that show most, those first whose output is open and whose hidden layers have
 * most of units that are flat and of units that are not, as far as their functions can be flat.
 */
export function tellingSamples(picture: Picture): readonly number[] {
  const closed = closedSamples(picture);
  const mixed = new Array<number>(sampleCount).fill(0);
  for (let layer = 1; layer < picture.layers.length - 1; layer++) {
    flatUnits(picture, layer).forEach((count, sample) => {
      const fewer = Math.min(count, (picture.layers[layer] ?? 0) - count);
      mixed[sample] = (mixed[sample] ?? 0) + fewer;
    });
  }
  const rank = (sample: number): number => (closed.has(sample) ? -1 : (mixed[sample] ?? 0));
  return Array.from({ length: sampleCount }, (_, sample) => sample).sort(
    (a, b) => rank(b) - rank(a) || a - b,
  );
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

function onlySample(spec: NetworkSpec, batch: Values, sample: number): Values {
  const only = new Map([...batch].filter(([name]) => hasRole(name, 'W', 'b')));
  only.set('X', rowOf(read(batch, 'X'), sample)).set('Y', rowOf(read(batch, 'Y'), sample));
  return withForward(spec, only);
}

function rowOf(values: Tensor, row: number): Tensor {
  const columns = matrixShape(values)[1];
  return tensor([1, columns], [...values.data.slice(row * columns, (row + 1) * columns)]);
}

function columnMeans({ shape: [rows, columns], data }: PassArray): readonly number[] {
  return Array.from({ length: columns }, (_, column) => {
    let total = 0;
    for (let row = 0; row < rows; row++) total += data[row * columns + column] as number;
    return total / rows;
  });
}
