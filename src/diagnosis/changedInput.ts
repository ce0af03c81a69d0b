/** Data that a snippet makes into other data before it computes: with those, all else follows just as it came back. */
import { sameShape, type Tensor } from '../engine/tensor';
import { sameEntries } from './agreement';
import { agreeing, tryEvaluate, type Evidence, type Observation } from './evidence';
import { placeOf, type Place } from './place';

export interface ChangedInput {
  readonly name: string;
  readonly line: number;
}

/** How many arrays are tried for one of the data. */
const mostTried = 12;

/** Where the searched probe holds arrays that could stand for one of the data; each array once. */
function placesFor(given: Tensor, { inputs, observations }: Evidence): readonly Observation[] {
  const found: Observation[] = [];
  for (const one of observations) {
    const isNew =
      one.name !== 'return' &&
      sameShape(one.value.shape, given.shape) &&
      [...inputs.values(), ...found.map(({ value }) => value)].every(
        (other) => !sameEntries(other.data, one.value.data),
      );
    if (isNew) found.push(one);
    if (found.length === mostTried) break;
  }
  return found;
}

function explains(name: string, place: Place, accepted: number, probes: readonly Evidence[]): boolean {
  return probes.every((evidence) => {
    const [computation, value] = [evidence.accepted[accepted], place(evidence)];
    if (!computation || !value) return false;
    const evaluation = tryEvaluate(computation, new Map([...evidence.inputs, [name, value]]));
    return agreeing(computation, evaluation, evidence).size === computation.returns.length;
  });
}

/**
 * The data that were changed, and the line that does it; null where that is not all that is wrong. The first probe is
 * searched, the others confirm; only those with a trace count.
 */
export function findChangedInput(
  probes: readonly Evidence[],
  accepted: number,
  names: readonly string[],
): ChangedInput | null {
  const [main, ...others] = probes.filter(({ observations }) => observations.length > 0);
  if (!main) return null;
  for (const name of names) {
    const given = main.inputs.get(name);
    if (!given) continue;
    for (const one of placesFor(given, main)) {
      if (explains(name, placeOf(one), accepted, [main, ...others])) return { name, line: one.line };
    }
  }
  return null;
}
