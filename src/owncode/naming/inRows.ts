/** What a learner's own code holds, as code with samples in rows and W (n_in, n_out) would hold it. */
import type { Observation } from '../../diagnosis/evidence';
import type { Samples } from '../../engine/columnForm';
import type { Tensor } from '../../engine/tensor';
import { sameShape, sizeOf, transpose } from '../../engine/tensor';
import type { MeasuredParameter } from '../measured';
import type { UsedParameter } from '../recognise/recovered';

function turned(value: Tensor, isTurned: boolean): Tensor {
  return isTurned && value.shape.length === 2 ? transpose(value) : value;
}

/** The lines' arrays: of code with samples in columns each matrix is turned around. */
export function observationsInRows(
  observations: readonly Observation[],
  samples: Samples,
): readonly Observation[] {
  if (samples === 'rows') return observations;
  return observations.map((one) => ({ ...one, value: turned(one.value, true) }));
}

/**
 * A learner's gradient as (n_in, n_out) or (1, n). A shape that is not its parameter's is kept as far as it can say
 * something; one that only lacks an axis of length 1 is the same gradient.
 */
export function gradientInRows(
  gradient: Tensor,
  { value }: MeasuredParameter,
  { isTurned }: UsedParameter,
  shape: readonly number[],
  samples: Samples,
): Tensor {
  const { data } = gradient;
  const isVector = shape.includes(1);
  if (isVector && data.length === sizeOf(shape)) {
    const isFlat = gradient.shape.filter((extent) => extent !== 1).length <= 1;
    if (isFlat) return { ...gradient, shape };
  }
  if (sameShape(gradient.shape, value.shape) && value.shape.length === 2) return turned(gradient, isTurned);
  return turned(gradient, isTurned || samples === 'columns');
}
