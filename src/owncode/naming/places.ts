/** Where a learner's own code makes the arrays of the network that was recovered from it. */
import { scaleFactor } from '../../diagnosis/agreement';
import type { Observation } from '../../diagnosis/evidence';
import { forms, isHeld } from '../../diagnosis/trace';
import type { Tensor } from '../../engine/tensor';
import { forwardSteps } from '../../network/steps';
import type { Measured } from '../measured';
import type { Recovered } from '../recognise/recovered';
import { wayBackOf } from '../recognise/verified';
import type { NetworkPlace } from '../report';
import { gradientsIn } from './gradients';
import { observationsInRows } from './inRows';
import { withUpdates } from './updates';

/** Whether an observed array is another or a multiple of it: errors are carried with 1/m or without, with either sign. */
export function isHeldScaled(value: Tensor, observed: Observation): boolean {
  if (value.data.length === 1) return isHeld(value, [observed]);
  return forms(value).some((data) => scaleFactor(observed.value.data, data) !== null);
}

/**
 * The first line that holds each array: of the forward pass exactly, of the errors up to a factor, of the gradients as
 * the learner has them, right or wrong. An array that no line holds is left out.
 */
export function placesOf(measured: Measured, recovered: Recovered): readonly NetworkPlace[] {
  const { spec, values, samples } = recovered;
  const { given } = gradientsIn(measured, recovered);
  const observations = withUpdates(observationsInRows(measured.observations, samples), values, given);
  const place = (name: string, holds: (one: Observation) => boolean): NetworkPlace[] => {
    const found = observations.find(holds);
    return found ? [{ name, line: found.line }] : [];
  };
  const forward = forwardSteps(spec).flatMap(({ name }) => {
    const value = values.get(name);
    return value ? place(name, (one) => isHeld(value, [one])) : [];
  });
  const backward = [...wayBackOf(spec, values)].flatMap(([name, value]) => {
    const own = given.get(name);
    return place(name, (one) => (own ? isHeld(own, [one]) : isHeldScaled(value, one)));
  });
  return [...forward, ...backward];
}
