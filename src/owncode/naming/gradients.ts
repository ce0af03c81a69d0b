/** The learner's gradients beside those of the recovered network, by the network's names and in rows. */
import { ratioOf } from '../../diagnosis/agreement';
import type { Values } from '../../engine/operation';
import { agreesWith } from '../../engine/compare';
import type { Tensor } from '../../engine/tensor';
import { map, sameShape, scale, zip } from '../../engine/tensor';
import { gradientBy, hasRole } from '../../network/arrayName';
import { gradientsOf } from '../../network/steps';
import type { Measured } from '../measured';
import type { Recovered } from '../recognise/recovered';
import { slopesOf } from '../recognise/verified';
import { gradientInRows } from './inRows';

export interface Gradients {
  /** In the order of the network: `dW1`, `db1`, `dW2` … */
  readonly names: readonly string[];
  readonly given: Values;
  /** Of the measured loss. */
  readonly exact: Values;
}

/** Those of the gradients that came back, and what they should have been. */
export function gradientsIn(measured: Measured, recovered: Recovered): Gradients {
  const { spec, values, parameters, samples, lossFactor, penalty } = recovered;
  const slopes = slopesOf(spec, values);
  const exact = new Map<string, Tensor>();
  const given = new Map<string, Tensor>();
  for (const name of gradientsOf(spec)) {
    const [slope, W] = [slopes.get(name), values.get(gradientBy(name))];
    const used = parameters.get(gradientBy(name));
    const parameter = used && measured.parameters[used.index];
    if (!slope || !W || !used || !parameter?.gradient) continue;
    const decay = penalty === null || !hasRole(name, 'dW') ? map(W, () => 0) : scale(W, 2 * penalty);
    exact.set(
      name,
      zip(slope, decay, (s, d) => lossFactor * s + d),
    );
    const own = gradientInRows(parameter.gradient, parameter, used, W.shape, samples);
    // With a small number in the logarithms the loss that is differentiated is a little different.
    given.set(name, measured.epsilon === null ? own : { ...own, precision: 'single' });
  }
  return { names: [...exact.keys()], given, exact };
}

/** What a learner's gradient is of the exact one, where that is one number; null where it is none. */
export function ratioIn({ given, exact }: Gradients, name: string): number | null {
  const [actual, expected] = [given.get(name), exact.get(name)];
  return actual && expected && sameShape(actual.shape, expected.shape) ? ratioOf(actual, expected) : null;
}

/** Whether a learner's gradient is a multiple of the exact one. */
export function isRight({ given, exact }: Gradients, name: string, factor: number): boolean {
  const [actual, expected] = [given.get(name), exact.get(name)];
  return actual !== undefined && expected !== undefined && agreesWith(scale(expected, factor), actual);
}
