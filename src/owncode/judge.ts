/** What the measured numbers mean: verdicts, errors and ratios. Nothing here knows of sentences. */
import type { Difference, Measured, MeasuredParameter } from './measured';
import type { ComparedEntry, GradientVerdict } from './report';
import { formatShape, sizeOf } from '../engine/tensor';

/** Relative to the largest entry of an array: a central difference is good to some eight digits. */
const tolerance = 1e-5;
/** The same where a small number beside a logarithm or in a denominator bends what is computed. */
const looseTolerance = 3e-4;
/** Of a slope: below this it is zero as far as a difference can tell. */
const zeroSlope = 1e-9;
const zeroGradient = 1e-7;

/** Why a parameter has the verdict that it has, where numbers alone do not say. */
export type JudgedReason =
  | { readonly code: 'independent' | 'no-gradient' | 'all-kinks' | 'transposed' | 'zero' | 'non-finite' }
  | {
      readonly code: 'other-shape' | 'wrong-shape' | 'broadcasts';
      readonly shape: string;
      readonly wanted: string;
    };

export interface JudgedParameter {
  readonly measured: MeasuredParameter;
  readonly verdict: GradientVerdict;
  readonly maxRelError: number | null;
  readonly ratio: number | null;
  readonly checked: number;
  readonly notJudged: number;
  readonly reason: JudgedReason | null;
  readonly worst: {
    readonly index: readonly number[];
    readonly expected: number;
    readonly actual: number;
  } | null;
  readonly entries: readonly ComparedEntry[];
}

export interface Judged {
  readonly measured: Measured;
  readonly verdict: GradientVerdict;
  readonly scale: number | null;
  readonly parameters: readonly JudgedParameter[];
  /** Why nothing was judged, where nothing was. */
  readonly reason: 'nondeterministic' | 'nothing-judged' | 'nothing-fits' | 'another-loss' | null;
}

/** Judges every array and all of them together. */
export function judgeMeasured(measured: Measured): Judged {
  const limit = measured.epsilon === null ? tolerance : looseTolerance;
  const first = measured.parameters.map((parameter) => judgeParameter(parameter, limit));
  const isSteady = Math.abs(measured.loss - measured.again) <= 1e-9 * Math.max(1, Math.abs(measured.loss));
  if (!isSteady) {
    const parameters = first.map((one) => ({ ...one, verdict: 'not-judged' as const }));
    return { measured, verdict: 'not-judged', scale: null, parameters, reason: 'nondeterministic' };
  }
  const judged = together(measured, first, limit);
  // Two losses, of which only the learner knows which is meant: right by the one, wrong by the other.
  const isOpen = measured.isContradicted && judged.verdict !== 'not-judged';
  return isOpen ? silent(judged, 'another-loss') : judged;
}

function silent(judged: Judged, reason: Judged['reason']): Judged {
  const parameters = judged.parameters.map((one) => ({ ...one, verdict: 'not-judged' as const }));
  return { ...judged, verdict: 'not-judged', scale: null, parameters, reason };
}

/** One constant for all arrays is a convention; one for a single array among others is a mistake. */
function together(measured: Measured, first: readonly JudgedParameter[], limit: number): Judged {
  const judged = first.filter(({ verdict }) => verdict !== 'not-judged');
  if (judged.length === 0)
    return { measured, verdict: 'not-judged', scale: null, parameters: first, reason: 'nothing-judged' };
  if (judged.every(({ verdict }) => verdict === 'agree'))
    return { measured, verdict: 'agree', scale: 1, parameters: first, reason: null };
  const scale = commonRatio(judged, limit);
  const isInferred = measured.how !== 'declared';
  // One array by itself cannot tell a convention from a mistake, unless it is the only one there is.
  const isAlone =
    first.length === 1 &&
    first.every(({ measured: { guessed }, checked }) => !isInferred || (!guessed && checked > 1));
  if (scale !== null && (judged.length > 1 || (isAlone && (isInferred || isUsual(scale))))) {
    const parameters = first.map((one) =>
      one.verdict === 'not-judged' ? one : { ...one, verdict: 'scaled' as const },
    );
    return { measured, verdict: 'scaled', scale, parameters, reason: null };
  }
  if (isInferred && !measured.isMeant && !isCredible(measured, judged)) {
    const parameters = first.map((one) => ({ ...one, verdict: 'not-judged' as const }));
    return { measured, verdict: 'not-judged', scale: null, parameters, reason: 'nothing-fits' };
  }
  return { measured, verdict: 'differ', scale: null, parameters: first, reason: null };
}

/** Whether a difference that was found by guessing what belongs together is one to speak of. */
function isCredible(measured: Measured, judged: readonly JudgedParameter[]): boolean {
  if (judged.some(isPartlyRight)) return true;
  if (measured.parameters.length === 1)
    return judged.every(({ measured: { guessed } }) => !guessed) && isOneAnswer(measured.declaration);
  return judged.some(
    ({ verdict, ratio, measured: { differences } }) =>
      // One slope alone is always a multiple: of a table only one row may be touched.
      verdict === 'agree' ||
      (ratio !== null && differences.filter(({ numeric }) => numeric !== 0).length > 1),
  );
}

/** Whether some entries of an array are right to many digits: then its loss is the one that was meant. */
function isPartlyRight({ measured: { differences } }: JudgedParameter): boolean {
  const usable = differences.filter(({ numeric, kink }) => !kink && Number.isFinite(numeric));
  const top = Math.max(...usable.map(({ numeric }) => Math.abs(numeric)));
  const right = usable.filter(
    ({ numeric, analytic }) =>
      Math.abs(numeric) > 1e-3 * top && Math.abs(numeric - analytic) <= tolerance * Math.abs(numeric),
  );
  return right.length >= 2;
}

/**
 * Whether the loss came back together with the gradients, `J, grad = cost_function(…)`: of a single array no other
 * tells whether what was taken for its loss is its loss. The declaration is of our own writing.
 */
function isOneAnswer(declaration: string): boolean {
  const loss = /^\s*return \(?(\w+),/mu.exec(declaration)?.[1];
  if (loss === undefined) return false;
  const answers = [...declaration.matchAll(/^\s+([\w, ()]+) = \w/gmu)].map(
    ([, left = '']): readonly string[] => [...left.matchAll(/\w+/gu)].map(([name]) => name),
  );
  return answers.some((names) => names.length > 1 && names.includes(loss));
}

/** Whether a factor is one that conventions differ by: a count, half of one, or a part of one. */
function isUsual(scale: number): boolean {
  const size = Math.abs(scale) < 1 ? 1 / Math.abs(scale) : Math.abs(scale);
  return size < 1e5 && Math.abs(2 * size - Math.round(2 * size)) < 1e-4 * size;
}

function commonRatio(judged: readonly JudgedParameter[], limit: number): number | null {
  // An array of zeros that should be zeros fits any scale.
  const ratios = judged.filter(({ reason }) => reason?.code !== 'zero').map(({ ratio }) => ratio);
  const [scale] = ratios;
  if (scale === undefined || scale === null) return null;
  const isShared = ratios.every(
    (ratio) => ratio !== null && Math.abs(ratio - scale) <= 10 * limit * Math.abs(scale),
  );
  return isShared ? scale : null;
}

function judgeParameter(measured: MeasuredParameter, limit: number): JudgedParameter {
  const usable = measured.differences.filter(({ numeric, kink }) => !kink && Number.isFinite(numeric));
  const notJudged = measured.differences.length - usable.length;
  const bare = { maxRelError: null, ratio: null, worst: null, entries: [] };
  const base = { measured, checked: usable.length, notJudged, ...bare };
  const { gradient, value } = measured;
  if (!gradient) return { ...base, checked: 0, verdict: 'not-judged', reason: { code: 'no-gradient' } };
  const shapes = { shape: formatShape(gradient.shape), wanted: formatShape(value.shape) };
  if (usable.length === 0) return { ...base, verdict: 'not-judged', reason: { code: 'all-kinks' } };
  const slope = Math.max(...usable.map(({ numeric }) => Math.abs(numeric)));
  const top = gradient.data.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  if (sizeOf(gradient.shape) !== sizeOf(value.shape)) {
    if (slope <= zeroSlope) return { ...base, verdict: 'not-judged', reason: { code: 'independent' } };
    const code = gradient.data.length === 1 ? 'broadcasts' : 'wrong-shape';
    return { ...base, verdict: 'differ', reason: { code, ...shapes } };
  }
  if (usable.some(({ analytic }) => !Number.isFinite(analytic)))
    return { ...base, verdict: 'differ', reason: { code: 'non-finite' } };
  if (slope <= zeroSlope) {
    if (top <= zeroGradient) return { ...base, verdict: 'agree', maxRelError: 0, reason: { code: 'zero' } };
    return { ...base, verdict: 'not-judged', reason: { code: 'independent' } };
  }
  return compared(base, usable, slope, limit, shapes);
}

type Base = Omit<JudgedParameter, 'verdict' | 'reason'>;

function compared(
  base: Base,
  usable: readonly Difference[],
  slope: number,
  limit: number,
  shapes: { readonly shape: string; readonly wanted: string },
): JudgedParameter {
  const { gradient, value } = base.measured;
  const largest = Math.max(slope, ...usable.map(({ analytic }) => Math.abs(analytic)));
  const errors = usable.map(({ numeric, analytic }) => Math.abs(numeric - analytic) / largest);
  const maxRelError = Math.max(...errors);
  const entries = usable.flatMap(({ entry, numeric, analytic }): ComparedEntry[] =>
    entry === null ? [] : [{ entry, expected: numeric, actual: analytic }],
  );
  const ratio = ratioOf(usable, limit);
  const isSameShape = gradient !== null && formatShape(gradient.shape) === formatShape(value.shape);
  if (maxRelError <= limit) {
    const reason = isSameShape ? null : ({ code: 'other-shape', ...shapes } as const);
    return { ...base, verdict: 'agree', maxRelError, ratio: 1, reason, entries };
  }
  const at = usable[errors.indexOf(maxRelError)];
  const worst =
    at === undefined || at.entry === null
      ? null
      : { index: indexOf(at.entry, value.shape), expected: at.numeric, actual: at.analytic };
  const reason = isTransposed(base.measured, usable, limit) ? ({ code: 'transposed' } as const) : null;
  return { ...base, verdict: 'differ', maxRelError, ratio, worst, reason, entries };
}

/** What the learner's slopes are of the measured ones, where that is the same for all of them. */
function ratioOf(usable: readonly Difference[], limit: number): number | null {
  const dot = usable.reduce((sum, { numeric, analytic }) => sum + numeric * analytic, 0);
  const square = usable.reduce((sum, { numeric }) => sum + numeric * numeric, 0);
  const ratio = dot / square;
  const largest = Math.max(...usable.map(({ analytic }) => Math.abs(analytic)));
  if (largest <= zeroGradient || !Number.isFinite(ratio)) return null;
  const isOne = usable.every(
    ({ numeric, analytic }) => Math.abs(analytic - ratio * numeric) <= 10 * limit * largest,
  );
  return isOne ? ratio : null;
}

function isTransposed(
  { gradient, value }: MeasuredParameter,
  usable: readonly Difference[],
  limit: number,
): boolean {
  const [rows, columns] = value.shape;
  if (!gradient || value.shape.length !== 2 || rows === undefined || columns === undefined) return false;
  if (rows === 1 || columns === 1) return false;
  const [given] = gradient.shape;
  const entries = usable.filter(({ entry }) => entry !== null);
  if (entries.length === 0 || given !== columns) return false;
  const largest = gradient.data.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  return entries.every(({ entry, numeric }) => {
    const [row, column] = [Math.floor((entry ?? 0) / columns), (entry ?? 0) % columns];
    const turned = gradient.data[column * rows + row];
    return turned !== undefined && Math.abs(turned - numeric) <= limit * largest;
  });
}

function indexOf(entry: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = entry;
  for (const extent of [...shape].reverse()) {
    index.unshift(rest % extent);
    rest = Math.floor(rest / extent);
  }
  return index;
}
