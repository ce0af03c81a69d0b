/** The notes' program: their network, their 1000 iterations, beside the figures they print. */
import { relativeError } from '../engine/relativeError';
import { read, type Values } from '../engine/operation';
import { notesData, notesSettings } from '../engine/notes';
import type { PrintedRun } from '../engine/notesFigures';
import { printedRuns, printedTolerance } from '../engine/notesFigures';
import type { Tensor } from '../engine/tensor';
import { notesConvention } from './conventions';
import { notesParameters } from './probes';
import { reluNetwork } from './spec';
import { train, type Training } from './training';

/** One run of the notes as the engine computes it, and what the notes print for it. */
export interface NotesRun {
  readonly seed: number;
  readonly every: number;
  readonly costs: readonly number[];
  readonly finalCost: number;
  /** W1 (3, 5), b1 (1, 5), W2 (5, 1), b2 (1, 1) after the last update. */
  readonly weights: Readonly<Record<'W1' | 'b1' | 'W2' | 'b2', Tensor>>;
  readonly printed: PrintedRun;
  /** Whether every figure that the notes print is met within `printedTolerance`. */
  readonly agrees: boolean;
}

/** Re-runs every training whose figures the notes print. */
export function runNotes(): NotesRun[] {
  return printedRuns.map(runOnce);
}

/** The notes' 1000 iterations from parameters W1, b1, W2, b2, by their rule and at their rate. */
export function trainNotes(start: Values, { X, Y }: { X: Tensor; Y: Tensor } = notesData()): Training {
  const { learningRate, iterations } = notesSettings;
  const inputs = new Map([...start, ['X', X], ['Y', Y]]);
  return train(reluNetwork(2), notesConvention, inputs, { learningRate, iterations });
}

/** The notes' parameters before the first update: weights from that seed, biases zero. */
export function notesStart(seed: number = notesSettings.seed): Values {
  const { input, hidden, output } = notesSettings;
  return notesParameters([input, hidden, output], 'rows', seed);
}

function runOnce(printed: PrintedRun): NotesRun {
  const { parameters, costs } = trainNotes(notesStart(printed.seed));
  const run = {
    seed: printed.seed,
    every: printed.every,
    costs: Array.from(costs).filter((_, i) => i % printed.every === 0),
    finalCost: costs.at(-1) ?? NaN,
    weights: {
      W1: read(parameters, 'W1'),
      b1: read(parameters, 'b1'),
      W2: read(parameters, 'W2'),
      b2: read(parameters, 'b2'),
    },
  };
  return { ...run, printed, agrees: agreesWithPrint(run, printed) };
}

function agreesWithPrint(run: Omit<NotesRun, 'printed' | 'agrees'>, printed: PrintedRun): boolean {
  // `relativeError` divides by |a| + |b|, which is twice the figure.
  const sameCost = (computed: number, figure: number): boolean =>
    2 * relativeError(computed, figure) <= printedTolerance.cost;
  const sameWeights = (['W1', 'b1', 'W2', 'b2'] as const).every((name) => {
    const figures = printed.weights?.[name].flat();
    const { data } = run.weights[name];
    return (
      !figures ||
      (figures.length === data.length &&
        figures.every((figure, i) => Math.abs((data[i] ?? NaN) - figure) <= printedTolerance.weight))
    );
  });
  return (
    run.costs.length === printed.costs.length &&
    printed.costs.every((figure, i) => sameCost(run.costs[i] ?? NaN, figure)) &&
    (printed.finalCost === null || sameCost(run.finalCost, printed.finalCost)) &&
    sameWeights
  );
}
