/** Central differences of any function, for tests that have no computation. */
import { copy, entrySlopes, stepsFor, type Judged } from '../../src/engine/centralDifferences';
import type { Tensor } from '../../src/engine/tensor';

/** What `numericalGradient` found for one array; entries that could not be judged are NaN, and counted. */
interface NumericalGradient {
  readonly gradient: Tensor;
  readonly notJudged: number;
}

/**
 * The gradient of any scalar function of arrays by central differences. The function may report a pattern of sides
 * (see `Judged`); without one it is taken to be smooth. The given arrays stay as they are.
 */
export function numericalGradient(
  f: (parameters: readonly Tensor[]) => number | Judged,
  parameters: readonly Tensor[],
  options: { readonly steps?: readonly number[] } = {},
): NumericalGradient[] {
  const copies = parameters.map(copy);
  const evaluate = (): Judged => {
    const result = f(copies);
    return typeof result === 'number' ? { cost: result } : result;
  };
  const here = evaluate();
  const steps = stepsFor(here, options.steps);
  return copies.map((array) => {
    const slopes = entrySlopes(array, evaluate, here, steps);
    return {
      gradient: { shape: array.shape, data: Float64Array.from(slopes, (slope) => slope?.slope ?? NaN) },
      notJudged: slopes.filter((slope) => slope === null).length,
    };
  });
}
