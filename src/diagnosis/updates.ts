/** The lines of updates: one that is made again, one that comes too early, one that is made and lost. */
import type { Computation, Evaluation, Step } from '../engine/computation';
import type { OperationOf, Values } from '../engine/operation';
import { allSteps } from '../engine/computation';
import { numberOf, read } from '../engine/operation';
import { sameShape, zip, type Tensor } from '../engine/tensor';
import type { Evidence, Observation } from './evidence';
import { callOf, firstOf } from './helpers';
import { holds, plainName } from './trace';

/** The line that makes a step's first value once more: the last one to do so, in the outermost frame that does. */
export function lineOfRemaking(
  step: string,
  computation: Computation,
  wrong: Evaluation,
  evidence: Evidence,
): number | null {
  const operation = allSteps(computation).find(({ name }) => name === step)?.operation;
  const value = operation && wrong.first.get(operation);
  const makers = evidence.observations.filter((one) => value && holds(one.value, value));
  const depth = Math.min(...makers.map((one) => one.depth));
  return makers.findLast((one) => one.depth === depth)?.line ?? null;
}

/**
 * The line of a step that is right and stands too early, in the innermost frame in which its effect shows as well; null
 * where nothing was moved. What is spoiled by it stands further down.
 */
export function lineOfMoved(
  step: string,
  without: Computation,
  withIt: Computation,
  wrong: Evaluation,
  shown: readonly Observation[],
  evidence: Evidence,
): number | null {
  const isStep = ({ name }: Step): boolean => name === step;
  const [now, before] = [allSteps(withIt).findLastIndex(isStep), allSteps(without).findLastIndex(isStep)];
  const operation = allSteps(withIt)[now]?.operation;
  const value = operation && wrong.first.get(operation);
  if (!value || now >= before || allSteps(withIt).length !== allSteps(without).length) return null;
  const makers = evidence.observations.filter(
    (one) =>
      one.name !== 'return' &&
      holds(one.value, value) &&
      shown.some(({ frame, depth }) => frame === one.frame && depth === one.depth),
  );
  const depth = Math.max(...makers.map((one) => one.depth));
  return makers.find((one) => one.depth === depth)?.line ?? null;
}

/** What a gradient becomes where it is moved along its parameter: `db2 -= rate * b2`. */
function swapped({ parameter, gradient, rate }: OperationOf<'descend'>, values: Values): Tensor | null {
  const [p, g] = [read(values, parameter), read(values, gradient)];
  const by = numberOf(read(values, rate));
  // Where the parameter is 0 nothing moves.
  return sameShape(p.shape, g.shape) && p.data.some((x) => x !== 0) ? zip(p, g, (a, b) => b - by * a) : null;
}

/**
 * Whether a name held an array before, in the same frame: then it is another name of that array. An entry of a list or
 * dictionary keeps the new value.
 */
function isSecondName(one: Observation, value: Tensor, { observations }: Evidence): boolean {
  if (/[[.]/.test(one.name)) return false;
  return observations
    .slice(0, observations.indexOf(one))
    .some(
      ({ depth, frame, name, value: held }) =>
        depth === one.depth && frame === one.frame && name === one.name && holds(held, value),
    );
}

/** The line that makes the new value of a parameter and loses it; null where it was never made. */
function lineOfLostAt(
  step: Step & { readonly operation: OperationOf<'descend'> },
  computation: Computation,
  right: Evaluation,
  evidence: Evidence,
): number | null {
  const { inputs, observations } = evidence;
  const { operation, name: own } = step;
  const steps = allSteps(computation);
  const at = steps.indexOf(step);
  const value = right.first.get(operation);
  const before = new Map(
    [operation.parameter, operation.gradient, operation.rate].flatMap((name) => {
      const made = firstOf(name, steps.slice(0, at), right, inputs);
      return made ? [[name, made] as const] : [];
    }),
  );
  const parameter = before.get(operation.parameter);
  if (!value || !parameter || before.size < 3) return null;
  const other = swapped(operation, before);
  const moved = observations.find((one) => other !== null && holds(one.value, other));
  if (moved) return moved.line;
  const made = observations.filter((one) => holds(one.value, value));
  const bound = made.find(
    (one) =>
      one.name !== 'return' &&
      plainName(one.name) !== plainName(own) &&
      (inputs.has(one.name) || isSecondName(one, parameter, evidence)),
  );
  if (bound?.depth === 0) return bound.line;
  // A helper may give the new value back to a caller that does not take it.
  const returned = made.find((one) => one.depth > 0 && one.name === 'return');
  const call = returned ? callOf(returned, observations.indexOf(returned), evidence) : null;
  return (call ?? bound)?.line ?? null;
}

/**
 * The line of an update that was made and lost: bound to another name, to that of the gradient, or dropped. `computation`
 * and `right` are as it should be.
 */
export function lineOfLost(
  names: readonly string[],
  computation: Computation,
  right: Evaluation,
  evidence: Evidence,
): number | null {
  const isUpdate = (step: Step): step is Step & { readonly operation: OperationOf<'descend'> } =>
    names.includes(step.name) && step.operation.kind === 'descend';
  for (const step of allSteps(computation).filter(isUpdate)) {
    const line = lineOfLostAt(step, computation, right, evidence);
    if (line !== null) return line;
  }
  return null;
}
