/** Gradients that no line holds by themselves: a parameter that a line has changed shows what it was changed by. */
import type { Observation } from '../../diagnosis/evidence';
import type { Values } from '../../engine/operation';
import { sameShape, subtract, type Tensor } from '../../engine/tensor';
import { gradientBy } from '../../network/arrayName';

/** Whether an array is a multiple of another, as far as a difference of weights keeps its digits. */
function isMultiple(a: Tensor, b: Tensor): boolean {
  let largest = 0;
  b.data.forEach((value, i) => {
    if (Math.abs(value) > Math.abs(b.data[largest] ?? 0)) largest = i;
  });
  const ratio = (a.data[largest] ?? NaN) / (b.data[largest] ?? NaN);
  const size = Math.abs(a.data[largest] ?? NaN);
  return size > 0 && a.data.every((value, i) => Math.abs(value - ratio * (b.data[i] ?? NaN)) <= 1e-6 * size);
}

/**
 * The trace with each gradient where its parameter was changed by it: `W1 += X.T @ delta` holds dW1 as much as a name
 * would. All in rows.
 */
export function withUpdates(
  observations: readonly Observation[],
  values: Values,
  gradients: Values,
): readonly Observation[] {
  return observations.flatMap((one) => {
    const made = [...gradients].flatMap(([name, gradient]): Observation[] => {
      const parameter = values.get(gradientBy(name));
      if (one.depth === 0 || !parameter || !sameShape(gradient.shape, parameter.shape)) return [];
      if (one.value.data.length !== parameter.data.length || parameter.data.length < 2) return [];
      const change = subtract({ ...one.value, shape: parameter.shape }, parameter);
      return isMultiple(change, gradient) ? [{ ...one, name, index: null, value: gradient }] : [];
    });
    return made.length > 0 ? [one, ...made] : [one];
  });
}
