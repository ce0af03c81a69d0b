/** Wrong numbers that come of nothing but arguments that were written over on the way. */
import type { Evidence } from '../diagnosis/evidence';
import { agrees, tryEvaluate } from '../diagnosis/evidence';
import type { Values } from '../engine/operation';

/** The arguments as the snippet left them, as far as the trace tells; null where it tells of none of them. */
function leftBehind({ inputs, observations }: Evidence, changed: ReadonlySet<string>): Values | null {
  const left = new Map(inputs);
  let isAny = false;
  for (const { depth, index, name, value } of observations) {
    const given = inputs.get(name);
    if (depth > 0 || index !== null || !changed.has(name) || given?.data.length !== value.data.length)
      continue;
    left.set(name, value);
    isAny = true;
  }
  return isAny ? left : null;
}

/**
 * The accepted computation that gives just what came back once it reads the changed arguments as the snippet left them,
 * on every probe; null where there is none.
 */
export function computedFromChanged(
  evidence: readonly Evidence[],
  changed: ReadonlySet<string>,
): number | null {
  const left = evidence.map((one) => leftBehind(one, changed));
  const [first] = evidence;
  if (!first || left.includes(null)) return null;
  const accepted = first.accepted.findIndex((_, i) =>
    evidence.every((one, k) => {
      const [computation, inputs] = [one.accepted[i], left[k]];
      const evaluation = computation && inputs ? tryEvaluate(computation, inputs) : null;
      return evaluation !== null && computation?.returns.every((name) => agrees(evaluation, one, name));
    }),
  );
  return accepted < 0 ? null : accepted;
}
