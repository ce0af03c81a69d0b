/** Whether an array is the slope of the cross-entropy, which people carry over from classifiers. */
import type { Values } from '../engine/computation';
import { sameShape, type Tensor } from '../engine/tensor';

/** The slopes by a prediction a of y: of both classes, and of the right class alone. */
const slopes: readonly ((a: number, y: number) => number)[] = [
  (a, y) => (1 - y) / (1 - a) - y / a,
  (a, y) => -y / a,
];

function isNear(x: number, y: number): boolean {
  // Where a prediction is 0 or 1 the slope is no number, in whatever way it was written.
  if (!Number.isFinite(x) || !Number.isFinite(y)) return Number.isFinite(x) === Number.isFinite(y);
  return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
}

/** `value` against the predictions and targets among what was given; false where those are not given. */
export function isCrossEntropySlope(value: Tensor, inputs: Values): boolean {
  const layers = [...inputs.keys()].filter((name) => /^A\d$/u.test(name)).sort();
  const [output, target] = [inputs.get(layers.at(-1) ?? ''), inputs.get('Y')];
  if (!output || !target || !sameShape(output.shape, target.shape)) return false;
  if (!sameShape(value.shape, output.shape)) return false;
  return slopes.some((slope) =>
    value.data.every((given, i) => isNear(given, slope(output.data[i] ?? NaN, target.data[i] ?? NaN))),
  );
}
