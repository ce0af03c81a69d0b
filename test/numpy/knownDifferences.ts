/** Where the built-in NumPy is known to differ from the real one, and why it stays so. */
import type { NumpyCase } from './cases';
import type { Outcome } from './outcome';

/** A class of differences. One that no case shows any more has to go: the tests fail on it. */
export interface KnownDifference {
  readonly reason: string;
  /** True where it depends on the machine whether any case shows it. */
  readonly mayBeAbsent?: boolean;
  applies(test: NumpyCase, real: Outcome, ours: Outcome, found: readonly string[]): boolean;
}

/** All of them. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    reason:
      'a matrix product is summed in another order than by the BLAS at hand: where the exact result is zero, what is ' +
      'left over differs, and with it the width of the printed numbers',
    mayBeAbsent: true,
    applies: (test, _real, _ours, found) =>
      /@|dot|matmul/.test(test.source) && found.every((text) => /^(?:repr|str|printed)/.test(text)),
  },
];

/** Why NumPy 1 cannot be the reference for a generated case, or null where it can. */
export function numpy1Differs(test: NumpyCase, real: Outcome): string | null {
  if (test.onlyNumpy2) return 'marked in the corpus';
  if (!test.name.startsWith('generated')) return null;
  if (real.warnings.some((warning) => /^(?:Deprecation|Future)Warning/.test(warning)))
    return 'deprecated since';
  if (test.source.includes('np.floor(')) return 'floor of integers gave floats';
  if (/reshape\(\(\)\)|np\.(?:float64|int64|float32)\(/.test(test.source))
    return 'types of scalars depended on values';
  return null;
}
