/** The learner's arrays in the picture: which of them there are, and where they part from the reference. */
import type { NetworkPass, PassArray } from '../../course/networkPass';
import type { Report } from '../../grader/report';
import { hasRole } from '../../network/arrayName';
import { errorOfEntry } from '../text/words';

/** What the learner's names held over the whole batch, those of them that are wrong, and those that hold what they should. */
export interface OwnArrays {
  readonly arrays: ReadonlyMap<string, PassArray>;
  readonly wrong: ReadonlySet<string>;
  readonly right: ReadonlySet<string>;
}

export const nothingOwn: OwnArrays = { arrays: new Map(), wrong: new Set(), right: new Set() };

/** A difference that the picture's numbers could show. */
const visible = 1e-4;

/** Entries this much smaller than the largest are compared as if they were that size. */
const smallest = 1e-6;

/** Whether two arrays differ in an entry, and in which. */
export function entriesApart(actual: PassArray, expected: PassArray): readonly boolean[] {
  const floor = smallest * expected.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12);
  return expected.data.map((value, at) => {
    const error = errorOfEntry(value, actual.data[at] ?? null, floor);
    return error === null || error > visible;
  });
}

function isApart(actual: PassArray, expected: PassArray | undefined): boolean {
  return expected === undefined || entriesApart(actual, expected).some((apart) => apart);
}

/**
 * The learner's arrays of a failed check. What came back is wrong where the report says so. A name in between counts as
 * wrong from the step on that makes the mistake, and only where all before it hold what they should: else the learner's
 * names mean something else than the picture's, which is nobody's mistake. `steps` are the pass's, in order; `subject` is
 * the array that the first finding is about.
 */
export function ownArrays(
  report: Report | null,
  steps: readonly string[],
  batch: NetworkPass,
  subject: string | null,
): OwnArrays {
  const held = report?.held;
  if (report?.verdict !== 'fail' || !held) return nothingOwn;
  const arrays = new Map<string, PassArray>(
    held.arrays.map(({ name, shape, data }) => [name, { shape, data }]),
  );
  const told = new Map(report.values.map(({ name, ok, data }) => [name, !ok && data === undefined]));
  const from = subject === null ? -1 : steps.indexOf(subject);
  const apart = (name: string): boolean => {
    const own = arrays.get(name);
    return own !== undefined && isApart(own, batch.get(name));
  };
  const isUnderstood = from >= 0 && !steps.slice(0, from).some((name) => !told.has(name) && apart(name));
  const wrong = steps.filter((name, at) => {
    if (!arrays.has(name)) return false;
    const isReturned = told.get(name);
    if (isReturned !== undefined) return isReturned && apart(name);
    return isUnderstood && at >= from && hasRole(name, 'Z', 'A', 'dZ', 'dA') && apart(name);
  });
  const right = steps.filter((name) => arrays.has(name) && told.get(name) !== true && !apart(name));
  return { arrays, wrong: new Set(wrong), right: new Set(right) };
}
