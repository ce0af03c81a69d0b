/** What a change of some steps can reach. */
import type { Computation } from '../engine/computation';
import { allSteps } from '../engine/computation';
import { readsOf } from '../engine/reads';

/**
 * The names that steps can change, directly or through what reads them. Steps with a computation of their own read
 * nobody knows what; in a loop everything reaches everything.
 */
export function reachedBy(computation: Computation, steps: readonly string[]): ReadonlySet<string> {
  if (computation.loop)
    return new Set([...allSteps(computation).map(({ name }) => name), ...computation.returns]);
  const reached = new Set(steps);
  let begun = false;
  for (const { name, operation, compute } of allSteps(computation)) {
    begun ||= reached.has(name);
    const reads = readsOf(operation).some((read) => reached.has(read));
    if (begun && (reads || compute)) reached.add(name);
  }
  return reached;
}
