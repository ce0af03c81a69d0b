/** What the trace of a snippet holds. */
import type { Tensor } from '../engine/tensor';
import { transpose } from '../engine/tensor';
import { sameEntries } from './agreement';
import type { Observation } from './evidence';

/** Entries of a matrix and of its transpose: a snippet may keep an array either way. */
export function forms(value: Tensor): readonly Float64Array[] {
  return value.shape.length === 2 && !value.shape.includes(1)
    ? [value.data, transpose(value).data]
    : [value.data];
}

/** Whether some name of the snippet held that array, or its transpose, after some line. */
export function isHeld(value: Tensor, observations: readonly Observation[]): boolean {
  const either = forms(value);
  return observations.some((one) => either.some((data) => sameEntries(one.value.data, data)));
}

/** Whether an observed value is an array, or its transpose. */
export function holds(observed: Tensor, value: Tensor): boolean {
  return forms(value).some((data) => sameEntries(observed.data, data));
}

/** `dZ_1`, `dz1` and `dZ1` are one name. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}
