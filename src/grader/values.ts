/** Comparing what came back with an accepted computation. */
import type { OutputConvention } from '../engine/network';
import type { Evidence } from '../diagnosis/evidence';
import type { Computation, Evaluation } from '../engine/computation';
import { evaluate, read } from '../engine/computation';
import { compareArrays } from '../engine/compare';
import { sameShape, type Tensor } from '../engine/tensor';
import type { ValueDetail, ValueReport } from './report';

/** An accepted computation on every judged probe, with how well the results agree. */
export interface Comparison {
  readonly convention: OutputConvention | null;
  /** The computation on the first probe. */
  readonly computation: Computation;
  readonly perProbe: readonly { readonly evidence: Evidence; readonly evaluation: Evaluation }[];
  /** Names whose values are wrong on some probe, in the order of the exercise. */
  readonly wrong: readonly string[];
}

function isRight(expected: Tensor, actual: Tensor): boolean {
  return fitsShape(expected, actual) && compareArrays(expected, reshaped(actual, expected)).ok;
}

/** A number may come as a Python float, a NumPy scalar or a 0-d array: all of these have shape (). */
function fitsShape(expected: Tensor, actual: Tensor): boolean {
  return sameShape(expected.shape, actual.shape);
}

function reshaped(actual: Tensor, expected: Tensor): Tensor {
  return { shape: expected.shape, data: actual.data };
}

/** Compares with every accepted computation; the best comes first, the notes' first among equals. */
export function compareWith(
  conventions: readonly (OutputConvention | null)[],
  evidence: readonly Evidence[],
): readonly Comparison[] {
  const comparisons = conventions.flatMap((convention, i): Comparison[] => {
    const perProbe = evidence.flatMap((one) => {
      const computation = one.accepted[i];
      return computation ? [{ evidence: one, evaluation: evaluate(computation, one.inputs) }] : [];
    });
    const computation = evidence[0]?.accepted[i];
    if (!computation) return [];
    const wrong = computation.returns.filter((name) =>
      perProbe.some(
        ({ evidence: one, evaluation }) => !isRight(read(evaluation.values, name), read(one.returned, name)),
      ),
    );
    return [{ convention, computation, perProbe, wrong }];
  });
  return comparisons.sort((a, b) => a.wrong.length - b.wrong.length);
}

/** The report of one array; shapes first, then numbers. */
export function valueReport(name: string, expected: Tensor, actual: Tensor | null): ValueReport {
  const none = { maxRelError: null, ratio: null, worst: null };
  if (!actual) {
    return { name, ok: false, expectedShape: expected.shape, actualShape: null, ...none };
  }
  const shapes = { expectedShape: expected.shape, actualShape: actual.shape };
  if (!fitsShape(expected, actual)) return { name, ok: false, ...shapes, ...none };
  const { ok, maxRelError, ratio, worst } = compareArrays(expected, reshaped(actual, expected));
  return {
    name,
    ok,
    ...shapes,
    maxRelError,
    ratio,
    worst,
  };
}

/** Both arrays entry by entry, for drawing. */
export function valueDetail(name: string, expected: Tensor, actual: Tensor | null): ValueDetail {
  return {
    name,
    shape: expected.shape,
    expected: Array.from(expected.data),
    actual:
      actual && fitsShape(expected, actual)
        ? Array.from(actual.data, (value) => (Number.isFinite(value) ? value : null))
        : null,
  };
}
