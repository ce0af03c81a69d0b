/** Whether an array is the slope of the cross-entropy, which people carry over from classifiers. */
import type { Values } from '../engine/operation';
import { sameShape, type Tensor } from '../engine/tensor';
import { hasRole, readName } from '../network/arrayName';

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
  const activations = [...inputs.keys()].filter((name) => name !== 'X' && hasRole(name, 'A'));
  const last = activations.sort((a, b) => layerOf(a) - layerOf(b)).at(-1);
  const [output, target] = [inputs.get(last ?? ''), inputs.get('Y')];
  if (!output || !target || !sameShape(output.shape, target.shape)) return false;
  if (!sameShape(value.shape, output.shape)) return false;
  return slopes.some((slope) =>
    value.data.every((given, i) => isNear(given, slope(output.data[i] ?? NaN, target.data[i] ?? NaN))),
  );
}

function layerOf(name: string): number {
  return readName(name)?.layer ?? 0;
}
