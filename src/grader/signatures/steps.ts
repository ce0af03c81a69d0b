/** Updates that go by the right gradients and take other steps: by another rate, or by what the steps before were. */
import { ratioOf } from '../../diagnosis/agreement';
import { otherSteps } from '../../diagnosis/stepsTaken';
import { allSteps } from '../../engine/computation';
import { numberOf, type Values } from '../../engine/operation';
import { scale, subtract } from '../../engine/tensor';
import { isClose } from '../../engine/tolerance';
import { shortNumber } from '../../engine/shortNumber';
import type { Comparison } from '../values';
import type { Signature } from './signature';

/** What a parameter moved by, of rate times gradient, where that is one number for all entries; else null. */
function factorOf(
  name: string,
  computation: Comparison['computation'],
  given: Values,
  returned: Values,
): number | null {
  const operation = allSteps(computation).find((step) => step.name === name)?.operation;
  if (operation?.kind !== 'descend') return null;
  const [before, gradient, rate] = [operation.parameter, operation.gradient, operation.rate].map((one) =>
    given.get(one),
  );
  const after = returned.get(name);
  if (!before || !gradient || !rate || after?.shape.join() !== before.shape.join()) return null;
  return ratioOf(subtract(before, after), scale(gradient, numberOf(rate)));
}

/** The one number that all of some parameters moved by, of rate times gradient, on every probe; else null. */
function commonFactor({ computation, perProbe }: Comparison, names: readonly string[]): number | null {
  const factors = names.flatMap((name) =>
    perProbe.map(({ evidence: { inputs, returned } }) => factorOf(name, computation, inputs, returned)),
  );
  const [first = null] = factors;
  return first !== null && factors.every((one) => one !== null && isClose(one, first)) ? first : null;
}

export const steps: Signature = ({ comparison, names }) => {
  const [target] = names;
  if (target === undefined) return null;
  const factor = commonFactor(comparison, names);
  const explained = { code: 'wrong-update', target, explains: names };
  if (factor !== null) return { ...explained, variant: 'step-scaled', detail: shortNumber(factor, 4) };
  // Later rounds tell most; of more than a few there is no trace.
  const [on] = comparison.perProbe
    .filter(({ evidence }) => evidence.observations.length > 0)
    .sort((a, b) => rounds(b, comparison) - rounds(a, comparison));
  const computation = on?.evidence.accepted[comparison.accepted];
  const other = computation ? otherSteps(computation, on.evidence) : null;
  return (
    other && { ...explained, variant: other.kind, detail: shortNumber(other.factor, 4), line: other.line }
  );
};

function rounds({ evidence }: Comparison['perProbe'][number], { accepted }: Comparison): number {
  return evidence.accepted[accepted]?.loop?.times ?? 0;
}
