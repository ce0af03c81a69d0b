/** What can be told of a call that broke off, from what it had computed until then. */
import type { Computation } from '../engine/computation';
import type { Values } from '../engine/operation';
import type { Tensor } from '../engine/tensor';
import { forms, isHeld } from './trace';
import { same, sameEntries } from './agreement';
import type { Evidence } from './evidence';
import { tryEvaluate, tryReevaluate } from './evidence';
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

/** What a mistake gives at the step where it is made, whatever clashes further on; null where that cannot be computed. */
function atStep(mutant: Mutant, name: string, inputs: Values, computation: Computation): Tensor | null {
  const base = tryEvaluate(computation, inputs);
  const begun = upTo(mutant.computation, name);
  const evaluation = base
    ? tryReevaluate(begun, inputs, { computation, evaluation: base })
    : tryEvaluate(begun, inputs);
  return evaluation?.values.get(name) ?? null;
}

type Sized = readonly (readonly [Mutant, string])[];

/** Probes and accepted computations stay, and so do the sizes that mistakes make in them. */
const sized = new WeakMap<Values, WeakMap<Computation, Sized>>();

/** Mistakes at one step that make an array of another number of entries; where constants are applied changes none. */
function otherSizes(computation: Computation, { inputs }: Evidence): Sized {
  const known = sized.get(inputs) ?? new WeakMap<Computation, Sized>();
  sized.set(inputs, known);
  const before = known.get(computation) ?? findOtherSizes(computation, inputs);
  known.set(computation, before);
  return before;
}

function findOtherSizes(computation: Computation, inputs: Values): Sized {
  if (computation.loop) return [];
  const base = tryEvaluate(computation, inputs);
  return mutantsOf(computation, [...inputs.keys()]).flatMap((mutant) => {
    const [name, another] = mutant.steps;
    if (name === undefined || another !== undefined) return [];
    const right = base?.values.get(name);
    const wrong = atStep(mutant, name, inputs, computation);
    // Only another number of entries makes shapes clash further on; of anything else the clash says nothing.
    if (!wrong || !right || wrong.data.length === right.data.length) return [];
    // What was given is held by many a line, and says nothing of how the step was made.
    if ([...inputs.values()].some((input) => sameEntries(input.data, wrong.data))) return [];
    return [[mutant, name] as const];
  });
}

interface WrongSize {
  readonly mutant: Mutant;
  /** What it gives at its step. */
  readonly wrong: Tensor;
}

const wrongSized = new WeakMap<Values, WeakMap<Computation, readonly WrongSize[]>>();

/** The arrays of other sizes with the constants applied as in `computation`; they stay as well. */
function wrongSizes(computation: Computation, possible: Sized, inputs: Values): readonly WrongSize[] {
  const known = wrongSized.get(inputs) ?? new WeakMap<Computation, readonly WrongSize[]>();
  wrongSized.set(inputs, known);
  const before = known.get(computation);
  if (before) return before;
  const made = possible.flatMap(([mutant, name]): WrongSize[] => {
    const wrong = tryEvaluate(upTo(mutant.applyTo(computation), name), inputs)?.values.get(name);
    return wrong ? [{ mutant, wrong }] : [];
  });
  known.set(computation, made);
  return made;
}

function slipsIn(accepted: number, layouts: readonly Layout[], evidence: Evidence): readonly Slip[] {
  const { inputs, observations } = evidence;
  const own = laidOut(evidence, { accepted, placement: 0 });
  if (!own) return [];
  const possible = otherSizes(own, evidence);
  if (possible.length === 0) return [];
  return layouts.flatMap((layout) => {
    const computation = laidOut(evidence, layout);
    if (!computation) return [];
    return wrongSizes(computation, possible, inputs).flatMap(({ mutant, wrong }): Slip[] => {
      const holder = observations.find((one) => isHeld(wrong, [one]));
      return holder ? [{ layout, mutant, line: holder.line }] : [];
    });
  });
}

/** The layouts of each accepted computation. */
function byAccepted(evidence: Evidence): readonly (readonly [number, readonly Layout[]])[] {
  const all = layoutsOf(evidence);
  return evidence.accepted.map((_, accepted) => [
    accepted,
    all.filter((layout) => layout.accepted === accepted),
  ]);
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
  const seen = { ...evidence, observations: odd };
  const slips = byAccepted(seen).flatMap(([accepted, layouts]) => slipsIn(accepted, layouts, seen));
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
  const slips = byAccepted(shown).flatMap(([accepted, layouts]) => {
    const layout = { accepted, placement: 0 };
    const [base, elsewhere] = [laidOut(shown, layout), laidOut(clashed, layout)];
    if (!base || !elsewhere || base.loop) return [];
    const right = layouts.flatMap((one) => {
      const computation = laidOut(shown, one);
      const evaluation = computation && tryEvaluate(computation, shown.inputs);
      return evaluation ? [evaluation.values] : [];
    });
    const isMadeThere = (name: string): boolean =>
      right.some((values) => {
        const value = values.get(name);
        return value !== undefined && isHeld(value, there);
      });
    const others = new Map(mutantsOf(elsewhere, [...clashed.inputs.keys()]).map((one) => [one.key, one]));
    return mutantsOf(base, [...shown.inputs.keys()]).flatMap((mutant): Slip[] => {
      const [name, another] = mutant.steps;
      const other = others.get(mutant.key);
      if (name === undefined || another !== undefined || !other || !isMadeThere(name)) return [];
      const own = right[0]?.get(name);
      const wrong = atStep(mutant, name, shown.inputs, base);
      if (!own || !wrong || !same(own, wrong)) return [];
      return tryEvaluate(upTo(other.computation, name), clashed.inputs) ? [] : [{ layout, mutant, line }];
    });
  });
  const [first] = slips;
  const isOne = slips.every(({ mutant }) => mutant.mistake.code === first?.mutant.mistake.code);
  return first && isOne ? first : null;
}
