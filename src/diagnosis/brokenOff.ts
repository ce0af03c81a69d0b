/** What can be told of a call that broke off, from what it had computed until then. */
import type { Computation } from '../engine/computation';
import { forms, isHeld } from './trace';
import { same, sameEntries } from './agreement';
import type { Evidence } from './evidence';
import { tryEvaluate } from './evidence';
import { laidOut, layoutsOf, type Layout } from './placement';
import { mutantsOf, type Mutant } from './mutants';

/** A mistake that a trace shows though nothing came back. */
export interface Slip {
  readonly layout: Layout;
  readonly mutant: Mutant;
  /** The line that first held what the mistake gives. */
  readonly line: number;
}

function rightValues(evidence: Evidence): readonly Float64Array[] {
  return layoutsOf(evidence).flatMap((layout) => {
    const computation = laidOut(evidence, layout);
    const evaluation = computation && tryEvaluate(computation, evidence.inputs);
    return evaluation ? [...evaluation.first.values()].flatMap(forms) : [];
  });
}

/** A computation up to a step; what comes after it may clash. */
function upTo(computation: Computation, name: string): Computation {
  const end = computation.steps.findIndex((step) => step.name === name) + 1;
  return { ...computation, steps: computation.steps.slice(0, end) };
}

function slipsIn(computation: Computation, layout: Layout, evidence: Evidence): readonly Slip[] {
  const { inputs, observations } = evidence;
  return mutantsOf(computation, [...inputs.keys()]).flatMap((mutant): Slip[] => {
    const [name, another] = mutant.steps;
    if (name === undefined || another !== undefined) return [];
    const right = tryEvaluate(upTo(computation, name), inputs)?.values.get(name);
    const wrong = tryEvaluate(upTo(mutant.computation, name), inputs)?.values.get(name);
    // Only another number of entries makes shapes clash further on; of anything else the clash says nothing.
    if (!wrong || !right || wrong.data.length === right.data.length) return [];
    // What was given is held by many a line, and says nothing of how the step was made.
    if ([...inputs.values()].some((input) => sameEntries(input.data, wrong.data))) return [];
    const holder = observations.find((one) => isHeld(wrong, [one]));
    return holder ? [{ layout, mutant, line: holder.line }] : [];
  });
}

/**
 * The mistake that made an array of a size that later clashed; null where the trace holds none, or where mistakes of
 * different codes would have made it.
 */
export function findSlip(evidence: Evidence): Slip | null {
  const right = rightValues(evidence);
  const odd = evidence.observations.filter(
    ({ value }) => !right.some((data) => sameEntries(data, value.data)),
  );
  const slips = layoutsOf(evidence).flatMap((layout) => {
    const computation = laidOut(evidence, layout);
    return computation ? slipsIn(computation, layout, { ...evidence, observations: odd }) : [];
  });
  const [first] = slips;
  if (!first || slips.some(({ mutant }) => mutant.mistake.code !== first.mutant.mistake.code)) return null;
  return slips.reduce((best, one) => (one.line < best.line ? one : best));
}

/**
 * The mistake that the learner's own data hide: on them a line gives the right array, and on other sizes it raises. Null
 * where no known mistake behaves so, or where mistakes of different codes do. `clashed` is the probe on which it raised.
 */
export function findHidden(shown: Evidence, clashed: Evidence, line: number): Slip | null {
  const there = shown.observations.filter((one) => one.line === line);
  const slips = layoutsOf(shown).flatMap((layout) => {
    const [base, elsewhere] = [laidOut(shown, layout), laidOut(clashed, layout)];
    if (!base || !elsewhere) return [];
    const others = new Map(mutantsOf(elsewhere, [...clashed.inputs.keys()]).map((one) => [one.key, one]));
    return mutantsOf(base, [...shown.inputs.keys()]).flatMap((mutant): Slip[] => {
      const [name, another] = mutant.steps;
      const other = others.get(mutant.key);
      if (name === undefined || another !== undefined || !other) return [];
      const right = tryEvaluate(upTo(base, name), shown.inputs)?.values.get(name);
      const wrong = tryEvaluate(upTo(mutant.computation, name), shown.inputs)?.values.get(name);
      if (!right || !wrong || !same(right, wrong) || !isHeld(right, there)) return [];
      return tryEvaluate(upTo(other.computation, name), clashed.inputs) ? [] : [{ layout, mutant, line }];
    });
  });
  const [first] = slips;
  const isOne = slips.every(({ mutant }) => mutant.mistake.code === first?.mutant.mistake.code);
  return first && isOne ? first : null;
}
