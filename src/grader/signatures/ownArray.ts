/** What one wrong array says of itself: transposed, or the right one times a constant. */
import { ratioOf, same } from '../../diagnosis/agreement';
import { mistakeOfFactor } from '../../diagnosis/fitted';
import { read } from '../../engine/operation';
import { sameShape, transpose, type Tensor } from '../../engine/tensor';
import { coarser, isClose } from '../../engine/tolerance';
import type { Signature } from './signature';

interface Pair {
  readonly expected: Tensor;
  readonly actual: Tensor;
}

/** The one number that every actual array is of its expected one, or null where there is no such number. */
function commonRatio(pairs: readonly Pair[]): number | null {
  const ratios = pairs.map(({ expected, actual }) =>
    sameShape(expected.shape, actual.shape) ? ratioOf(actual, expected) : null,
  );
  const [ratio = null] = ratios;
  const precision = pairs.map(({ actual }) => actual.precision ?? 'double').reduce(coarser, 'double');
  const isCommon = ratios.every((one) => one !== null && ratio !== null && isClose(one, ratio, precision));
  return isCommon ? ratio : null;
}

/** The first wrong array by itself. */
export const ownArray: Signature = ({ comparison, names }) => {
  const [target] = names;
  if (target === undefined) return null;
  const pairs = comparison.perProbe.map(({ evidence, evaluation }): Pair => ({
    expected: read(evaluation.values, target),
    actual: read(evidence.returned, target),
  }));
  const isTransposed = pairs.every(
    ({ expected, actual }) =>
      expected.shape.length === 2 && actual.shape.length === 2 && same(transpose(expected), actual),
  );
  if (isTransposed && !pairs.every(({ expected, actual }) => sameShape(expected.shape, actual.shape))) {
    return { code: 'transposed', target, variant: 'result' };
  }
  const ratio = commonRatio(pairs);
  if (ratio === null) return null;
  const { mistake, variant } = mistakeOfFactor(ratio);
  return { code: mistake.code, target, variant, ratio };
};
