/** The first array of a check that is not as expected, and one entry of it that tells: what a hint can begin with. */
import type { DataReport, Report, ValueDetail, ValueReport } from '../../grader/report';
import { hasRole } from '../../network/arrayName';
import type { NetworkPass } from '../../course/networkPass';
import { entriesApart, type OwnArrays } from '../own/ownArrays';
import { errorOfEntry, unravel } from '../text/words';

/** One entry of the learner's beside the reference's; the learner's is null where it is no finite number. */
export interface WrongEntry {
  /** As the learner writes it. */
  readonly index: readonly number[];
  readonly actual: number | null;
  readonly expected: number;
}

export interface FirstWrong {
  readonly name: string;
  readonly expectedShape: readonly number[];
  /** Null where nothing came back that has a shape. */
  readonly actualShape: readonly number[] | null;
  /** Null where the shapes differ. */
  readonly entry: WrongEntry | null;
  /** Learner/reference where it is the same for all entries, of which there are several. */
  readonly ratio: number | null;
  /** Other data than the learner's own, where only those show it. */
  readonly data: DataReport | null;
}

/** An entry that differs less is not worth a sentence. */
const visible = 1e-4;

/**
 * What differs first, in the order of the equations: an array that came back, or one in between that a name of the snippet
 * held (`own`, whose reference is `batch`). Null where nothing does, or where nothing can be compared: blanks are left, or
 * the snippet stopped. `names` are the exercise's arrays in that order.
 */
export function firstWrong(
  report: Report,
  names: readonly string[],
  own: OwnArrays,
  batch: NetworkPass,
  isInColumns: boolean,
): FirstWrong | null {
  if (report.verdict !== 'fail' || report.diagnoses[0]?.code === 'unimplemented') return null;
  const returned = new Map(report.values.map((value) => [value.name, value]));
  const order = [...new Set([...names, ...returned.keys()])];
  for (const name of order) {
    const value = returned.get(name);
    if (value !== undefined && !value.ok)
      return ofReturned(
        value,
        report.details?.find((detail) => detail.name === name),
      );
    if (value === undefined && own.wrong.has(name)) return ofHeld(name, own, batch, isInColumns);
  }
  return null;
}

function ofReturned(value: ValueReport, detail: ValueDetail | undefined): FirstWrong {
  const { name, expectedShape, actualShape, ratio, worst, data = null } = value;
  const isSameShape = actualShape !== null && String(actualShape) === String(expectedShape);
  const size = expectedShape.reduce((product, one) => product * one, 1);
  const zero = data === null && detail !== undefined ? stoppedEntry(detail) : null;
  return {
    name,
    expectedShape,
    actualShape,
    entry: isSameShape ? (zero ?? worst) : null,
    ratio: size > 1 ? ratio : null,
    data,
  };
}

/** Where something came through that should have been stopped: nothing tells more of a gate. */
function stoppedEntry({ name, shape, expected, actual }: ValueDetail): WrongEntry | null {
  if (actual === null || !hasRole(name, 'A', 'dZ')) return null;
  const at = expected.findIndex((right, entry) => right === 0 && Math.abs(actual[entry] ?? 0) > visible);
  return at < 0 ? null : { index: unravel(at, shape), actual: actual[at] ?? null, expected: 0 };
}

function ofHeld(name: string, own: OwnArrays, batch: NetworkPass, isInColumns: boolean): FirstWrong | null {
  const held = own.arrays.get(name);
  const right = batch.get(name);
  if (held === undefined || right === undefined) return null;
  const apart = entriesApart(held, right);
  const errors = right.data.map((expected, at) =>
    apart[at] === true ? (errorOfEntry(expected, held.data[at] ?? null) ?? 2) : 0,
  );
  const stopped = right.data.findIndex((expected, at) => expected === 0 && apart[at] === true);
  const at = stopped >= 0 ? stopped : errors.indexOf(Math.max(...errors));
  const turn = (numbers: readonly number[]): readonly number[] =>
    isInColumns ? numbers.toReversed() : numbers;
  return {
    name,
    expectedShape: turn(right.shape),
    actualShape: turn(held.shape),
    entry: {
      index: turn(unravel(at, right.shape)),
      actual: held.data[at] ?? null,
      expected: right.data[at] ?? 0,
    },
    ratio: null,
    data: null,
  };
}
