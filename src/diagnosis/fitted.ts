/** Mistakes whose constant is read off what came back: everything is right but for one factor. */
import type { Computation, Step } from '../engine/computation';
import type { Values } from '../engine/operation';
import { withStep } from '../engine/computation';
import { scale, type Tensor } from '../engine/tensor';
import { coarser, isClose } from '../engine/tolerance';
import { ratioOf } from './agreement';
import { catalogue } from './catalogue/catalogue';
import type { SomeEvidence } from './candidates';
import { tryEvaluate } from './evidence';
import type { Mistake } from './mistake';
import type { Mutant } from './mutants';

/** Factors that have a name of their own. */
const named: readonly { readonly ratio: number; readonly code: string; readonly variant: string }[] = [
  { ratio: -1, code: 'wrong-sign', variant: 'negative' },
  { ratio: 2, code: 'factor-two', variant: 'double' },
  { ratio: 0.5, code: 'factor-two', variant: 'half' },
];

/** The mistake that multiplying by a factor is, and which of its variants. */
export function mistakeOfFactor(ratio: number): { readonly mistake: Mistake; readonly variant: string } {
  const known = named.find((one) => isClose(ratio, one.ratio));
  const code = known?.code ?? 'scaled';
  const mistake = catalogue.find((one) => one.code === code);
  if (!mistake) throw new Error(`no mistake has the code ${code}`);
  return { mistake, variant: known?.variant ?? 'by' };
}

/** One factor on each probe, by the arrays that the probe gives: steps may write over some of them, not over all. */
type Factors = ReadonlyMap<Tensor, number>;

function factorOn(values: Values, factors: Factors): number {
  for (const value of values.values()) {
    const factor = factors.get(value);
    if (factor !== undefined) return factor;
  }
  return 1;
}

/** What each wrong array is of the right one on each probe, where that is one number on every probe; else null. */
function factorsOf(
  name: string,
  computations: readonly Computation[],
  evidence: SomeEvidence,
): readonly number[] | null {
  const factors = evidence.map((one, i): number | null => {
    const computation = computations[i];
    const evaluation = computation && tryEvaluate(computation, one.inputs);
    const [given, right] = [one.returned.get(name), evaluation?.values.get(name)];
    return given && right ? ratioOf(given, right) : null;
  });
  return factors.every((factor) => factor !== null) ? factors : null;
}

/** Whether a factor is the same on every probe, and so may belong to a single number. */
function isConstant(factors: readonly number[], evidence: SomeEvidence): boolean {
  const [first = NaN] = factors;
  const precision = evidence.map(precisionIn).reduce(coarser);
  return factors.every((factor) => isClose(factor, first, precision));
}

function precisionIn({ returned }: SomeEvidence[0]) {
  return [...returned.values()].map((value) => value.precision ?? 'double').reduce(coarser, 'double');
}

function isSame(a: readonly number[], b: readonly number[], evidence: SomeEvidence): boolean {
  const precision = evidence.map(precisionIn).reduce(coarser);
  return a.every((factor, i) => isClose(factor, b[i] ?? NaN, precision));
}

function fittedAt(steps: readonly Step[], computation: Computation, factors: Factors, first: number): Mutant {
  const { mistake, variant } = mistakeOfFactor(first);
  const applyTo = (to: Computation): Computation =>
    steps.reduce((changed, step) => {
      const own = [...changed.steps, ...(changed.loop?.steps ?? [])].find(({ name }) => name === step.name);
      if (!own) return changed;
      return withStep(changed, own, (values, right) => scale(right(), factorOn(values, factors)));
    }, to);
  return {
    key: `${mistake.code}/fitted/${steps.map(({ name }) => name).join('/')}`,
    mistake,
    variant,
    steps: steps.map(({ name }) => name),
    position: computation.steps.findIndex(({ name }) => name === steps[0]?.name),
    computation: applyTo(computation),
    applyTo,
    isFitted: true,
  };
}

/**
 * The ways in which one factor, read off the wrong arrays, could have come into a computation: at a single step, or at
 * all gradients that share it. `computations` is the computation on each probe. A factor that differs from probe to
 * probe counts only where several arrays share it on each of them.
 */
export function fittedMutants(
  computations: readonly [Computation, ...Computation[]],
  evidence: SomeEvidence,
  wrong: readonly string[],
): readonly Mutant[] {
  const [computation] = computations;
  if (computation.loop) return [];
  const factors = wrong.flatMap((name) => {
    const found = factorsOf(name, computations, evidence);
    return found ? [{ name, found }] : [];
  });
  const distinct = factors.filter(
    ({ found }, i) => factors.findIndex((other) => isSame(other.found, found, evidence)) === i,
  );
  return distinct.flatMap(({ found }) => {
    const sharing = factors.filter((other) => isSame(other.found, found, evidence)).map(({ name }) => name);
    const isShared = sharing.length > 1;
    const isSteady = isConstant(found, evidence);
    if (!isSteady && !isShared) return [];
    const marks = evidence.flatMap(({ inputs }, i) =>
      [...inputs.values()].map((value): [Tensor, number] => [value, found[i] ?? 1]),
    );
    // What changes from probe to probe has no name among the known factors.
    const first = isSteady ? (found[0] ?? 1) : NaN;
    const at = (steps: readonly Step[]): Mutant => fittedAt(steps, computation, new Map(marks), first);
    const ends = computation.steps.filter(({ name }) => sharing.includes(name));
    return [...computation.steps.map((step) => at([step])), ...(ends.length > 1 ? [at(ends)] : [])];
  });
}
