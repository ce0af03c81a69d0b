/** What pictures and verdicts say in words: pure functions, so that they can be tested. */
import { relativeError } from '../../engine/relativeError';
import type { CostReport, GradientCheckReport, Report, ValueDetail, ValueReport } from '../../grader/report';
import { formatShape } from './shapes';
import type { Strings } from '../strings';

/** A number as short as it can be read: 3 to 5 significant digits, no long tails. */
export function formatNumber(value: number | null, digits = 4): string {
  if (value === null || Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text =
    size >= 1e-3 && size < 1e5
      ? String(Number(value.toPrecision(digits)))
      : value.toExponential(digits < 3 ? digits - 1 : 2);
  return text.replaceAll('-', '−');
}

/** An error: `2e−16`. */
export function formatError(value: number | null): string {
  return formatNumber(value, 2);
}

/** `[0, 1]`. */
export function formatIndex(index: readonly number[]): string {
  return `[${index.join(', ')}]`;
}

/** The verdict in a word, and what it rests on. */
export function describeVerdict(
  report: Report,
  strings: Strings,
): { readonly head: string; readonly detail: string } {
  if (report.verdict === 'pass') return { head: strings.pass, detail: strings.passAll(report.values.length) };
  if (report.error !== null) {
    const head = report.error.line === null ? strings.error : strings.errorAt(report.error.line);
    return { head, detail: report.error.message };
  }
  const wrong = report.values.filter((value) => !value.ok).map((value) => value.name);
  const detail =
    wrong.length > 0
      ? strings.failSome(wrong, report.values.length)
      : (report.diagnoses[0]?.message ?? strings.failOther);
  return { head: strings.fail, detail };
}

/** One entry of a heat map. */
export function describeEntry(detail: ValueDetail, index: number, strings: Strings): string {
  const expected = detail.expected[index] ?? null;
  const actual = detail.actual?.[index] ?? null;
  return [
    // A single number has no entries to be told apart.
    detail.shape.length === 0 ? detail.name : `${detail.name}${formatIndex(unravel(index, detail.shape))}`,
    `${strings.actual} ${formatNumber(actual, 5)}`,
    `${strings.expected} ${formatNumber(expected, 5)}`,
    `${strings.relError} ${formatError(errorOfEntry(expected, actual, detail.measure?.floor))}`,
  ].join(', ');
}

/** The relative error of an entry, as the report measures it; null where there is nothing to compare. */
export function errorOfEntry(expected: number | null, actual: number | null, floor?: number): number | null {
  if (expected === null || actual === null || !Number.isFinite(expected) || !Number.isFinite(actual))
    return null;
  return relativeError(actual, expected, floor);
}

/** The index of an entry in row-major order. */
export function unravel(position: number, shape: readonly number[]): readonly number[] {
  const index: number[] = [];
  let rest = position;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const size = shape[axis] ?? 1;
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return index;
}

/** Central differences beside the reference. */
export function describeCentral(check: GradientCheckReport, strings: Strings): string {
  const verdict = check.ok
    ? strings.centralAgree(check.checked)
    : `${strings.centralDiffer}, ${strings.table.error} ${formatError(check.maxRelError)}`;
  return check.notJudged > 0 ? `${verdict}, ${strings.notJudged(check.notJudged)}` : verdict;
}

/** One point of the cost curves. */
export function describeCostAt(cost: CostReport, index: number, strings: Strings): string {
  return [
    `${strings.iteration} ${String(index * cost.every)}`,
    `${strings.yours} ${learnersCost(cost.learner[index], strings)}`,
    `${strings.reference} ${formatNumber(cost.reference[index] ?? null, 6)}`,
  ].join(', ');
}

/** A cost of the learner's training: null where it is no finite number, undefined where the training did not come so far. */
export function learnersCost(cost: number | null | undefined, strings: Strings): string {
  if (cost === undefined) return strings.notReached;
  return cost === null ? strings.notFinite : formatNumber(cost, 6);
}

/** What an array was compared on, where that is not the learner's own data, or not the end of a training. */
export function describeWhere(
  { data, iterations }: Pick<ValueReport, 'data' | 'iterations'>,
  strings: Strings,
): string | undefined {
  if (iterations !== undefined) return strings.after(iterations);
  return data === undefined ? undefined : strings.elsewhere(data.samples, data.outputs);
}

/** A shape in words: a number has none. */
export function describeShape(shape: readonly number[], strings: Strings): string {
  return shape.length === 0 ? strings.scalar : formatShape(shape);
}

/** The shape that came and the one that was expected, both written alike. */
export function describeShapes(
  actual: readonly number[],
  expected: readonly number[],
  strings: Strings,
): string {
  if (sameShape(actual, expected)) return describeShape(actual, strings);
  return strings.wrongShape(describeShape(actual, strings), describeShape(expected, strings));
}

/** Whether two shapes are the same. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** Whether and where the two curves part; a curve that is shorter than the reference's says how far it came. */
export function describeAgreement(cost: CostReport, strings: Strings): string {
  const isShort = cost.learner.length < cost.reference.length;
  const reached = cost.learner.length * cost.every;
  const at = cost.firstDivergence;
  if (at === null) return isShort ? strings.curvesEqualSoFar(reached) : strings.curvesEqual;
  const parts = strings.curvesPart(at);
  // A curve that parts where it ends has just been said to.
  return isShort && at < reached - cost.every ? `${parts} ${strings.curveEnds(reached)}` : parts;
}
