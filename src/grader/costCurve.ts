/** The cost curve that the learner's code trains, beside the reference's. */
import type { Exercise } from '../course/judgedExercise';
import type { OutputConvention } from '../network/conventions';
import { matrixShape, type Tensor } from '../engine/tensor';
import { toleranceFor, type Precision } from '../engine/tolerance';
import type { DriveResult } from '../python/runtime';
import { toTensor } from './observe';
import type { CostReport } from './report';

function firstDivergence(
  reference: Float64Array,
  learner: Float64Array,
  mayEndEarly: boolean,
  precision: Precision,
): number | null {
  const { curve } = toleranceFor(precision);
  const at = learner.findIndex((cost, i) => {
    const expected = reference[i] ?? NaN;
    return !(Math.abs(cost - expected) <= curve * Math.max(Math.abs(cost), Math.abs(expected)));
  });
  if (at >= 0) return at;
  return learner.length < reference.length && !mayEndEarly ? learner.length : null;
}

function everyNth(costs: Float64Array, every: number): (number | null)[] {
  return Array.from(costs)
    .filter((_, i) => i % every === 0)
    .map((cost) => (Number.isFinite(cost) ? cost : null));
}

/** So many iterations are told one by one, those before the first that differs among them. */
const iterationsNear = 13;
const iterationsBefore = 6;

/** Every iteration around the first whose costs differ. */
function nearDivergence(
  reference: Float64Array,
  learner: Float64Array,
  at: number,
): Required<CostReport>['near'] {
  const from = Math.max(0, Math.min(at - iterationsBefore, reference.length - iterationsNear));
  const to = from + iterationsNear;
  return {
    from,
    reference: Array.from(reference.subarray(from, to)),
    learner: everyNth(learner.subarray(from, to), 1),
  };
}

/** What a training gave: every cost, and what its parameters held on the way. */
function trainedBy(drive: DriveResult | null): {
  readonly costs: Tensor | null;
  readonly held: Tensor | null;
} {
  const returned = drive?.returned;
  if (returned?.kind !== 'tuple') return { costs: null, held: null };
  const [costs, held] = returned.items;
  return { costs: costs ? toTensor(costs) : null, held: held ? toTensor(held) : null };
}

/** Six digits are more than a picture shows, and keep a report small. */
const heldDigits = 6;

/** The parameters at every cost that is told; null where one of them changed its size on the way. */
function parametersReport(
  start: ReadonlyMap<string, Tensor>,
  { data }: Tensor,
  moments: number,
): CostReport['parameters'] | null {
  const arrays = [...start].map(([name, value]) => ({ name, shape: matrixShape(value, name) }));
  const size = arrays.reduce((sum, { shape: [rows, columns] }) => sum + rows * columns, 0);
  if (data.length !== size * moments) return null;
  const told = (value: number): number | null =>
    Number.isFinite(value) ? Number(value.toPrecision(heldDigits)) : null;
  return {
    arrays,
    moments: Array.from({ length: moments }, (_, at) =>
      Array.from(data.subarray(at * size, (at + 1) * size), told),
    ),
  };
}

/**
 * The report of the curves; null where nothing was trained. `costs` are those that the exercise returned; `trained` where its
 * training was judged before its end, and was run once more for them.
 */
export function costReport(
  exercise: Exercise,
  drive: DriveResult | null,
  costs: Tensor | 'trained' | null,
  convention: OutputConvention | null,
  precision: Precision = 'double',
): CostReport | null {
  const { curve } = exercise.judging;
  if (!curve || (curve.drive && !drive)) return null;
  const isTrained = curve.drive !== null || costs === 'trained';
  const trained = isTrained ? trainedBy(drive) : { costs, held: null };
  if (costs === 'trained' && !trained.costs?.data.length) return null;
  const reference = curve.reference(convention);
  const learner = trained.costs?.data ?? new Float64Array();
  // Training with the learner's function stops early where it is slow; that is no difference.
  const mayEndEarly = curve.drive !== null && learner.length > 0;
  const parted = firstDivergence(reference, learner, mayEndEarly, precision);
  const told = everyNth(learner, curve.every);
  const parameters =
    curve.drive && trained.held && parametersReport(curve.drive.parameters, trained.held, told.length);
  return {
    every: curve.every,
    reference: Array.from(reference).filter((_, i) => i % curve.every === 0),
    learner: told,
    firstDivergence: parted,
    ...(parted === null ? {} : { near: nearDivergence(reference, learner, parted) }),
    ...(parameters ? { parameters } : {}),
  };
}

/** A report's curves with what the parameters held, where the exercise itself trained and was watched. */
export function withParameters(
  exercise: Exercise,
  cost: CostReport | null,
  drive: DriveResult | null,
): CostReport | null {
  const watch = exercise.judging.curve?.watch;
  const { held } = trainedBy(drive);
  if (!watch || !cost || !held) return cost;
  const parameters = parametersReport(watch.parameters, held, cost.learner.length);
  return parameters ? { ...cost, parameters } : cost;
}
