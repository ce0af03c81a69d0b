/** Another known array in the place of the one that is asked for, or the right numbers in another shape. */
import { same, sameEntries } from '../../diagnosis/agreement';
import { allSteps } from '../../engine/computation';
import { sameShape, type Tensor } from '../../engine/tensor';
import type { Comparison } from '../values';
import { pairsOf, type Signature } from './signature';

function isZero({ data }: Tensor): boolean {
  return data.every((value) => value === 0);
}

/** The names of the arrays that are given or computed on the way. */
function knownNames({ computation, perProbe }: Comparison): readonly string[] {
  const given = [...(perProbe[0]?.evidence.inputs.keys() ?? [])];
  return [...new Set([...given, ...allSteps(computation).map(({ name }) => name)])];
}

/** A returned array that is, on every probe, another array of the computation. */
export const otherArray: Signature = ({ comparison, names }) => {
  for (const target of names) {
    const other = knownNames(comparison).find(
      (name) =>
        name !== target &&
        comparison.perProbe.every(({ evidence, evaluation }) => {
          const [given, value] = [evidence.returned.get(target), evaluation.values.get(name)];
          return given !== undefined && value !== undefined && !isZero(value) && same(given, value);
        }),
    );
    if (other !== undefined) return { code: 'wrong-return-value', target, detail: other };
  }
  return null;
};

/** The right numbers with axes dropped, as `np.squeeze` and a sum without `keepdims` leave them. */
export const droppedAxes: Signature = ({ comparison, names }) => {
  const dropped = names.filter((name) => {
    const pairs = pairsOf(comparison, name);
    return (
      pairs?.every(({ on, given, right }) => {
        const [actual, expected] = [on.evidence.returned.get(name), on.evaluation.values.get(name)];
        if (!actual || !expected || !sameEntries(given, right)) return false;
        return (
          sameShape(
            actual.shape,
            expected.shape.filter((extent) => extent !== 1),
          ) ||
          (expected.shape[0] === 1 && sameShape(actual.shape, expected.shape.slice(1)))
        );
      }) ?? false
    );
  });
  const [target] = dropped;
  return target !== undefined && dropped.length === names.length
    ? { code: 'missing-keepdims', target, explains: dropped }
    : null;
};

/** The right numbers, in their order, in an array of another shape: flattened, or reshaped. */
export const rearranged: Signature = ({ comparison, names }) => {
  const found = names.filter(
    (name) => pairsOf(comparison, name)?.every(({ given, right }) => sameEntries(given, right)) ?? false,
  );
  const [target] = found;
  return target !== undefined && found.length === names.length
    ? { code: 'wrong-shape', target, variant: 'rearranged', explains: found }
    : null;
};
