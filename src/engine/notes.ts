/** The notes' program: their data, their network, their 1000 iterations, beside the figures they print. */
import { relu } from './activations';
import { relativeError } from './compare';
import type { Layer } from './network';
import { namedParameters, notesConvention } from './network';
import type { PrintedRun } from './notesFigures';
import { printedRuns, printedTolerance } from './notesFigures';
import { LegacyRandom } from './random';
import type { Tensor } from './tensor';
import { zeros } from './tensor';
import type { Training } from './training';
import { train } from './training';

/** The notes' settings: sizes of the layers, rate and iterations of the descent, seed of the data. */
export const notesSettings = {
  samples: 100,
  input: 3,
  hidden: 5,
  output: 1,
  learningRate: 0.01,
  iterations: 1000,
  seed: 42,
} as const;

/** X (100, 3) and Y (100, 1), drawn one after the other from seed 42. */
export function notesData(): { X: Tensor; Y: Tensor } {
  const random = new LegacyRandom(notesSettings.seed);
  const X = random.rand(notesSettings.samples, notesSettings.input);
  const Y = random.rand(notesSettings.samples, notesSettings.output);
  return { X, Y };
}

/** The notes' 3-5-1 network of ReLU layers: W1, then W2 from `randn` with this seed, biases zero. */
export function notesNetwork(seed: number = notesSettings.seed): Layer[] {
  const random = new LegacyRandom(seed);
  const { input, hidden, output } = notesSettings;
  return [
    { weights: random.randn(input, hidden), bias: zeros([1, hidden]), activation: relu },
    { weights: random.randn(hidden, output), bias: zeros([1, output]), activation: relu },
  ];
}

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

/** The notes' 1000 iterations from a start, by their rule and at their rate. */
export function trainNotes(
  start: readonly Layer[],
  { X, Y }: { X: Tensor; Y: Tensor } = notesData(),
): Training {
  const { learningRate, iterations } = notesSettings;
  return train(start, X, Y, { learningRate, iterations, convention: notesConvention });
}

function runOnce(printed: PrintedRun): NotesRun {
  const { layers, costs, finalCost } = trainNotes(notesNetwork(printed.seed));
  const named = namedParameters(layers);
  const parameter = (name: string): Tensor => named.get(name) ?? zeros([0]);
  const run = {
    seed: printed.seed,
    every: printed.every,
    costs: Array.from(costs).filter((_, i) => i % printed.every === 0),
    finalCost,
    weights: { W1: parameter('W1'), b1: parameter('b1'), W2: parameter('W2'), b2: parameter('b2') },
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
