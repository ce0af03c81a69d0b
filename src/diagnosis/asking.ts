/** When and where a snippet asks the function that it was given for values. */
import type { Evidence, Observation } from './evidence';

/** Whether something was observed before the function that the snippet was given was asked for a value. */
export function isBeforeAsked(one: Observation, { asked = [], observations }: Evidence): boolean {
  const [first] = asked;
  return first !== undefined && observations.indexOf(one) < first.at;
}

/** The line that asks the given function: where nothing changes afterwards, no other shows what is made of its values. */
export function lineOfAsking({ asked = [] }: Evidence): number | null {
  return asked.at(-1)?.line ?? null;
}
