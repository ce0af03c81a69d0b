/** A training of a picture's network with its weights on the way: the reference's at any learning rate, the learner's own. */
import { evaluate } from '../engine/computation';
import { losses } from '../engine/losses';
import { notesSettings } from '../engine/notes';
import { read, type Values } from '../engine/operation';
import { matrixShape, type Tensor } from '../engine/tensor';
import { nameOf } from '../network/arrayName';
import { notesInputs } from '../network/probes';
import { forwardSteps } from '../network/steps';
import { train } from '../network/training';
import type { Picture } from './exercise';

/** The network before one of the updates. */
export interface TrainingMoment {
  /** W1, W2, … */
  readonly weights: ReadonlyMap<string, readonly number[]>;
  /** By layer, from the first hidden one on: the units that give 0 for every sample. */
  readonly dead: readonly (readonly number[])[];
}

/** A training, as far as its costs are finite. */
export interface TrainingRun {
  /** The cost before each update. */
  readonly costs: readonly number[];
  /** One for every `every` updates. */
  readonly moments: readonly TrainingMoment[];
}

/** The rate and the number of updates of the notes. */
export const { learningRate: notesRate, iterations: notesIterations } = notesSettings;

/** Trains as the notes do, but at this rate. */
export function trainingRun({ spec, layers, convention }: Picture, rate: number, every: number): TrainingRun {
  const bare = { layers: spec.layers, loss: spec.loss };
  const data = notesInputs(bare, layers);
  let parameters: Values = data;
  const costs: number[] = [];
  const moments: TrainingMoment[] = [];
  for (let done = 0; done < notesIterations; done += every) {
    const inputs = new Map([...data, ...parameters]);
    moments.push(
      momentOf(
        layers.length - 1,
        evaluate({ steps: forwardSteps(bare), loop: null, returns: [] }, inputs).values,
      ),
    );
    const round = train(bare, convention, inputs, { learningRate: rate, iterations: every });
    const end = round.costs.findIndex((cost) => !Number.isFinite(cost));
    costs.push(...(end < 0 ? round.costs : round.costs.subarray(0, end)));
    if (end >= 0) break;
    parameters = round.parameters;
  }
  return { costs, moments };
}

/** What a learner's training made of the parameters: which arrays, and the entries of all of them at each moment. */
export interface HeldParameters {
  readonly arrays: readonly { readonly name: string; readonly shape: readonly [number, number] }[];
  /** Null where an entry left the finite numbers. */
  readonly moments: readonly (readonly (number | null)[])[];
}

/** The moments of a training whose parameters are known, up to the first that are not finite. */
export function heldMoments(
  { spec, layers }: Picture,
  { arrays, moments }: HeldParameters,
): readonly TrainingMoment[] {
  const bare = { layers: spec.layers, loss: spec.loss };
  const data = notesInputs(bare, layers);
  const forward = { steps: forwardSteps(bare), loop: null, returns: [] };
  const end = moments.findIndex((entries) => entries.includes(null));
  return moments.slice(0, end < 0 ? moments.length : end).map((entries) => {
    let from = 0;
    const parameters = arrays.map(({ name, shape }): readonly [string, Tensor] => {
      const to = from + shape[0] * shape[1];
      const values = entries.slice(from, to).map((value) => value ?? NaN);
      from = to;
      return [name, { shape, data: Float64Array.from(values) }];
    });
    return momentOf(layers.length - 1, evaluate(forward, new Map([...data, ...parameters])).values);
  });
}

function momentOf(layers: number, values: Values): TrainingMoment {
  const numbers = Array.from({ length: layers }, (_, i) => i + 1);
  return {
    weights: new Map(
      numbers.map((layer) => [nameOf('W', layer), Array.from(read(values, nameOf('W', layer)).data)]),
    ),
    dead: numbers.slice(0, -1).map((layer) => deadUnits(read(values, nameOf('A', layer)))),
  };
}

function deadUnits(A: Tensor): readonly number[] {
  const units = matrixShape(A)[1];
  return Array.from({ length: units }, (_, unit) => unit).filter((unit) =>
    A.data.every((value, at) => at % units !== unit || value === 0),
  );
}

/**
 * The cost of a network that answers the mean of the targets whatever it is asked; null where that is no answer that the
 * output's function could give, or its loss is infinite.
 */
export function costOfMean({ spec, layers }: Picture): number | null {
  const Y = read(notesInputs({ layers: spec.layers, loss: spec.loss }, layers), 'Y');
  const [samples, outputs] = matrixShape(Y);
  const sums = new Array<number>(outputs).fill(0);
  Y.data.forEach((value, at) => {
    sums[at % outputs] = (sums[at % outputs] ?? 0) + value / samples;
  });
  const answer: Tensor = { shape: Y.shape, data: Y.data.map((_, at) => sums[at % outputs] ?? 0) };
  const cost = losses[spec.loss].cost(answer, Y);
  return spec.loss !== 'hinge' && Number.isFinite(cost) ? cost : null;
}
