/** Where a snippet first held what a known mistake holds and the solution does not. */
import { same, sameEntries } from '../../diagnosis/agreement';
import type { Observation } from '../../diagnosis/evidence';
import { lineOfResult } from '../../diagnosis/locate';
import type { Tensor } from '../../engine/tensor';
import type { OnRecorded } from './explain';

function isHeld(value: Tensor, among: readonly Tensor[]): boolean {
  return among.some((one) => same(one, value));
}

/** Numbers that many steps hold by chance tell nothing. */
function tellsSomething({ data }: Tensor): boolean {
  if (data.length > 1) return data.some((entry) => entry !== data[0]);
  const [only = 0] = data;
  return !Number.isInteger(only);
}

function firstHolding(observations: readonly Observation[], values: readonly Tensor[]): number | null {
  for (const value of values) {
    const found = observations.find((one) => same(one.value, value));
    if (found) return found.line;
  }
  return null;
}

/** The line of the mistake in the snippet; that of the wrong result where the trace does not tell it. */
export function lineOfMistake(mistake: number, target: string, pairs: readonly OnRecorded[]): number | null {
  const traced = pairs.filter(({ evidence }) => evidence.observations.length > 0);
  for (const { evidence, recorded } of traced) {
    const made = recorded.mistakes[mistake];
    if (!made) continue;
    const right = [...recorded.held, ...recorded.right.values(), ...evidence.inputs.values()];
    const telling = (values: readonly Tensor[]): readonly Tensor[] =>
      values.filter((value) => tellsSomething(value) && !isHeld(value, right));
    const marked = firstHolding(evidence.observations, telling(made.marks));
    if (marked !== null) return marked;
    const returned = telling([...made.returned.values()]);
    const ofMistake = telling(made.held);
    const first = evidence.observations.find(
      ({ value }) => isHeld(value, ofMistake) || returned.some((one) => sameEntries(one.data, value.data)),
    );
    if (first) return first.line;
  }
  const [any] = traced;
  return any?.evidence.returned.has(target) === true ? lineOfResult(target, any.evidence) : null;
}
