/** Comparing what came back with the accepted computations. */
import type { OutputConvention } from '../network/conventions';
import type { Evidence } from '../diagnosis/evidence';
import type { Computation, Evaluation } from '../engine/computation';
import { evaluateOnce } from '../diagnosis/evidence';
import { agreesWith, compareArrays, measureFor } from '../engine/compare';
import { sameShape, type Tensor } from '../engine/tensor';
import type { DataReport, ValueDetail, ValueReport } from './report';

/** An accepted computation on every judged probe, with how well the results agree. */
export interface Comparison {
  /** Which of the accepted computations it is. */
  readonly accepted: number;
  readonly convention: OutputConvention | null;
  /** The computation on the first probe. */
  readonly computation: Computation;
  readonly perProbe: readonly OnProbe[];
  /** Names whose values are wrong on some probe, in the order of the exercise. */
  readonly wrong: readonly string[];
}

export interface OnProbe {
  readonly evidence: Evidence;
  readonly evaluation: Evaluation;
}

/** Whether what came back under a name is right on a probe. */
export function isRightOn({ evidence, evaluation }: OnProbe, name: string): boolean {
  const [expected, actual] = [evaluation.values.get(name), evidence.returned.get(name)];
  return expected !== undefined && actual !== undefined && agreesWith(expected, actual);
}

/** Compares with every accepted computation, in their order. */
export function compareWith(
  conventions: readonly (OutputConvention | null)[],
  evidence: readonly Evidence[],
): readonly Comparison[] {
  return conventions.flatMap((convention, accepted): Comparison[] => {
    const perProbe = evidence.flatMap((one) => {
      const computation = one.accepted[accepted];
      return computation ? [{ evidence: one, evaluation: evaluateOnce(computation, one.inputs) }] : [];
    });
    const computation = evidence[0]?.accepted[accepted];
    if (!computation) return [];
    const wrong = computation.returns.filter((name) => perProbe.some((one) => !isRightOn(one, name)));
    return [{ accepted, convention, computation, perProbe, wrong }];
  });
}

/** The comparison with the fewest wrong arrays, the notes' first among equals. */
export function fewestWrong(comparisons: readonly Comparison[]): Comparison {
  const [best] = [...comparisons].sort((a, b) => a.wrong.length - b.wrong.length);
  if (!best) throw new Error('nothing to compare with');
  return best;
}

/** The report of one array; shapes first, then numbers. `data` where they are not the learner's own. */
export function valueReport(
  name: string,
  expected: Tensor,
  actual: Tensor | null,
  data: DataReport | null = null,
): ValueReport {
  const none = { maxRelError: null, ratio: null, worst: null };
  const about = {
    expectedShape: expected.shape,
    actualShape: actual?.shape ?? null,
    ...(data === null ? {} : { data }),
  };
  if (!actual) return { name, ok: false, ...about, ...none };
  // A number may come as a Python float, a NumPy scalar or a 0-d array: all of these have shape ().
  if (!sameShape(expected.shape, actual.shape)) return { name, ok: false, ...about, ...none };
  const { ok, maxRelError, ratio, worst } = compareArrays(expected, actual);
  return { name, ok, ...about, maxRelError, ratio, worst };
}

/** Both arrays entry by entry, for drawing. */
export function valueDetail(name: string, expected: Tensor, actual: Tensor | null): ValueDetail {
  return {
    name,
    shape: expected.shape,
    expected: Array.from(expected.data),
    actual:
      actual && sameShape(expected.shape, actual.shape)
        ? Array.from(actual.data, (value) => (Number.isFinite(value) ? value : null))
        : null,
    ...(actual ? { measure: measureFor(expected, actual) } : {}),
  };
}

/** The sizes of a probe's data. */
export function dataOf({ inputs }: Evidence): DataReport {
  const [samples, outputs] = [inputs.get('X') ?? inputs.get('A2'), inputs.get('Y')];
  return { samples: samples?.shape[0] ?? null, outputs: outputs?.shape[1] ?? null };
}

/** Where a wrong array is wrong: on the learner's own data if it is there, else on the first other probe. */
export function tellingProbe(
  name: string,
  { perProbe }: Comparison,
  shown: Evidence,
): { readonly on: OnProbe; readonly isShown: boolean } | null {
  const own = perProbe.find(({ evidence }) => evidence === shown);
  const elsewhere = perProbe.find((one) => !isRightOn(one, name));
  if (!own) return elsewhere ? { on: elsewhere, isShown: false } : null;
  if (!isRightOn(own, name) || !elsewhere) return { on: own, isShown: true };
  return { on: elsewhere, isShown: false };
}
