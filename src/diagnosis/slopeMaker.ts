/**
 * The line that makes a wrong slope. Where the carried error meets it the mistake shows; it stands where the slope was
 * computed: in a helper's body, in the call that handed the helper another array, or under a name of its own.
 */
import type { Computation, Evaluation } from '../engine/computation';
import type { OperationOf } from '../engine/operation';
import { allSteps } from '../engine/computation';
import { map, multiply, sameShape, type Tensor } from '../engine/tensor';
import { scaleFactor, sameEntries } from './agreement';
import type { Evidence, HelperCall, Observation } from './evidence';
import { callOf, firstOf, Hand, inHand, isOtherFunction, lineFrom } from './helpers';

/** A name that says that it holds a slope: `relu_derivative`, `d_relu`, `mask`. */
const slopeName = /deriv|grad|prime|slope|mask|gate|backward|d_?(?:relu|act)|(?:^|[._])der(?:$|_)/i;

/** A name in the frame it belongs to: a helper's own name speaks for what it returns. */
function isCalledSlope({ name, frame, depth }: Observation): boolean {
  return slopeName.test(name) || (depth > 0 && slopeName.test(frame));
}

function isOnes({ data }: Tensor): boolean {
  return data.every((value) => value === 1);
}

/** Whether what is bound there is replaced by the right slope before it is used: `g = np.ones(…)`, then `g[z <= 0] = 0`. */
function isMended(one: Observation, slope: Tensor, { observations }: Evidence): boolean {
  return observations
    .slice(observations.indexOf(one) + 1)
    .some(
      (later) =>
        later.frame === one.frame &&
        later.name === one.name &&
        later.depth === one.depth &&
        sameEntries(later.value.data, slope.data),
    );
}

/**
 * The line that makes what a carried error was multiplied by, where that is not the slope; null where the snippet holds
 * no such array, or where a right array was taken for the slope. `wrong` is what the product gave, `evaluation` holds the
 * carried error as it was, `right` all as it should be.
 */
export function lineOfSlope(
  { activation, carried, preActivation }: OperationOf<'throughActivation'>,
  wrong: Tensor,
  computation: Computation,
  evaluation: Evaluation,
  right: Evaluation,
  evidence: Evidence,
): number | null {
  const { inputs, observations } = evidence;
  const steps = allSteps(computation);
  const error = firstOf(carried, steps, evaluation, inputs);
  const z = firstOf(preActivation, steps, right, inputs);
  const { entry } = activation;
  if (!error || !z || !entry || !sameShape(error.shape, wrong.shape)) return null;
  const slope = map(z, entry.slope);
  const known = [...inputs.values(), ...right.first.values(), map(z, entry.value)];
  const isKnown = (value: Tensor): boolean => known.some((one) => sameEntries(one.data, value.data));
  const maker = observations.find(
    (one) =>
      sameShape(one.value.shape, error.shape) &&
      scaleFactor(multiply(one.value, error).data, wrong.data) !== null &&
      scaleFactor(one.value.data, slope.data) === null &&
      !isMended(one, slope, evidence) &&
      // A right array was made for another purpose, unless its name says otherwise.
      (isCalledSlope(one) || !(isKnown(one.value) || (one.depth === 0 && isOnes(one.value)))),
  );
  if (!maker) return null;
  const own = callOf(maker, observations.indexOf(maker), evidence);
  // What is the slope at something that it was given is right for that.
  const isFaithful = (call: HelperCall): boolean =>
    call.depth === maker.depth &&
    call.given.some(
      (one) => !sameEntries(one.data, z.data) && sameEntries(map(one, entry.slope).data, maker.value.data),
    );
  const telling = [z, map(z, entry.value), slope];
  const isTold = (call: HelperCall): boolean =>
    inHand(call).some((one) => telling.some((other) => sameEntries(one.data, other.data))) ||
    (activation.name === 'relu' && new Hand(call, computation, right, inputs).hasSlopeAt(preActivation));
  const isAtFault = (call: HelperCall): boolean =>
    isTold(call) && !isFaithful(call) && !isOtherFunction(call.frame, activation);
  return own ? lineFrom(maker, isAtFault, evidence) : maker.line;
}
