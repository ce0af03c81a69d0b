/** Where a snippet leaves the reference, for what no known mistake explains. */
import { allSteps } from '../engine/computation';
import type { Tensor } from '../engine/tensor';
import { scaleFactor } from './agreement';
import { isBeforeAsked } from './asking';
import type { Evidence, Observation } from './evidence';
import { tryEvaluate } from './evidence';

import { laidOut, layoutsOf, type Layout } from './placement';
import { forms, isHeld, plainName } from './trace';

/** A step of the reference that the snippet has under its name, with other numbers. */
export interface FirstWrongStep {
  readonly name: string;
  readonly line: number;
}

/** Whether the snippet holds an array, or a multiple of it: where 1/m is applied is left open. */
function isHeldScaled(value: Tensor, observations: readonly Observation[]): boolean {
  if (isHeld(value, observations)) return true;
  const either = forms(value);
  return observations.some((one) => either.some((data) => scaleFactor(one.value.data, data) !== null));
}

/** The first step of one layout that is there with other numbers, and how many of its steps the trace holds at all. */
function compare(evidence: Evidence, layout: Layout): { held: number; found: FirstWrongStep | null } {
  const { inputs, observations } = evidence;
  const computation = laidOut(evidence, layout);
  const evaluation = computation && tryEvaluate(computation, inputs);
  if (!evaluation) return { held: -1, found: null };
  // A cost is a side branch: nothing is computed from it.
  const steps = allSteps(computation).filter(({ operation }) => operation.kind !== 'loss');
  const values = steps.flatMap(({ name, operation }) => {
    const value = evaluation.first.get(operation);
    return value ? [{ name, value }] : [];
  });
  const missing = values.filter(({ value }) => !isHeldScaled(value, observations));
  const isRight = (one: Observation): boolean => values.some(({ value }) => isHeldScaled(value, [one]));
  const found = missing.flatMap(({ name, value }) => {
    const own = observations.find(
      (one) =>
        one.depth === 0 &&
        one.index === null &&
        plainName(one.name) === plainName(name) &&
        one.value.data.length === value.data.length &&
        !isRight(one) &&
        !isBeforeAsked(one, evidence),
    );
    return own ? [{ name, line: own.line }] : [];
  });
  return { held: values.length - missing.length, found: found[0] ?? null };
}

/**
 * The first step that the snippet computes, under its name in the equations, to other numbers than the reference. Null
 * where it keeps the steps under other names or under none.
 */
export function firstWrongStep(evidence: Evidence): FirstWrongStep | null {
  const [most] = layoutsOf(evidence)
    .map((layout) => compare(evidence, layout))
    .sort((a, b) => b.held - a.held);
  return most?.found ?? null;
}
