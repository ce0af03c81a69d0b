/** All ways in which the catalogue can change a computation, each as a computation of its own. */
import type { Computation, Step } from '../engine/computation';
import { allSteps, changedStep, withStep } from '../engine/computation';
import { catalogue } from './catalogue/catalogue';
import { readName } from '../network/arrayName';
import type { Mistake, Variant, WholeChange } from './mistake';

/** One mistake made at one step, or alike at several. */
export interface Mutant {
  /** The same for the same mistake in the computation of another probe. */
  readonly key: string;
  readonly mistake: Mistake;
  readonly variant: string;
  /** The steps that it changes, in order of execution. */
  readonly steps: readonly string[];
  /** Where in the computation the first of them stands. */
  readonly position: number;
  readonly computation: Computation;
  /** Those steps as it changes them; missing where they are not all that it changes. */
  readonly changed?: readonly Step[];
  /** Makes the same mistake in a computation that other mistakes may have changed already. */
  readonly applyTo: (computation: Computation) => Computation;
  /** True where its constant was read off what came back: it is known by itself and not by its key. */
  readonly isFitted?: true;
}

interface Change {
  readonly mistake: Mistake;
  readonly step: Step;
  readonly variant: Variant;
}

/** `with:A1` → `with`: what is the same for the same slip at another step. */
export function slip(variant: string): string {
  return variant.split(':', 1)[0] ?? variant;
}

/** What the step is in its layer: all weights, all biases; and all gradients, whose kinds differ. */
function roleOf({ name, operation }: Step): string {
  const isGradient = operation.kind === 'weightGradient' || operation.kind === 'biasGradient';
  return isGradient ? 'gradient' : (readName(name)?.role ?? name);
}

function together(changes: readonly Change[], computation: Computation): Mutant | null {
  const [first] = changes;
  if (!first) return null;
  const applyTo = (to: Computation): Computation =>
    changes.reduce((changed, { step, variant }) => withStep(changed, step, variant.compute), to);
  const steps = changes.map((change) => change.step.name);
  const position = allSteps(computation).findIndex(({ operation }) => operation === first.step.operation);
  return {
    key: [first.mistake.code, first.variant.id, ...steps].join('/'),
    mistake: first.mistake,
    variant: first.variant.id,
    steps,
    position,
    // Most mutants of a computation that others have changed already are never asked for it.
    get computation() {
      return applyTo(computation);
    },
    get changed() {
      return changes.map(({ step, variant }) => changedStep(step, variant.compute));
    },
    applyTo,
  };
}

/**
 * The sets of steps at which one slip is made alike: all of one kind, of one layer, of one role (in one layer),
 * all that know it.
 */
function groups(changes: readonly Change[]): (readonly Change[])[] {
  const told = changes.map((change) => ({
    change,
    slip: `${change.mistake.code}/${slip(change.variant.id)}`,
    kind: change.step.operation.kind,
    layer: String(readName(change.step.name)?.layer ?? ''),
    role: roleOf(change.step),
  }));
  const by = (key: (one: (typeof told)[number]) => string): (readonly Change[])[] => {
    const sets = new Map<string, Change[]>();
    for (const one of told) {
      const name = key(one);
      const set = sets.get(name);
      if (!set) sets.set(name, [one.change]);
      else if (!set.some((other) => other.step === one.change.step)) set.push(one.change);
    }
    return [...sets.values()].filter((set) => set.length > 1);
  };
  const found = [
    ...by(({ slip, kind }) => `${slip}/${kind}`),
    ...by(({ slip, layer }) => `${slip}/${layer}`),
    ...by(({ slip, role }) => `${slip}/${role}`),
    ...by(({ slip, role, layer }) => `${slip}/${role}/${layer}`),
    ...by(({ slip }) => slip),
  ];
  const seen = new Set<string>();
  return found.filter((set) => {
    const key = set.map(({ mistake, step, variant }) => `${mistake.code}/${step.name}/${variant.id}`).join();
    return seen.size < seen.add(key).size;
  });
}

const wholes = new WeakMap<Computation, Map<Mistake, readonly WholeChange[]>>();

/** How a mistake can change a whole computation: a search for two mistakes asks for it over and over. */
function wholeChanges(mistake: Mistake, computation: Computation): readonly WholeChange[] {
  if (!mistake.whole) return [];
  const known = wholes.get(computation) ?? new Map<Mistake, readonly WholeChange[]>();
  wholes.set(computation, known);
  const changes = known.get(mistake) ?? mistake.whole(computation);
  known.set(mistake, changes);
  return changes;
}

/** A computation is asked for its mutants on every probe, and again for each mistake that is confirmed there. */
const known = new WeakMap<Computation, readonly Mutant[]>();

/** Every mutant of a computation. `inputs` are the names of the arrays it is given. */
export function mutantsOf(computation: Computation, inputs: readonly string[]): readonly Mutant[] {
  const before = known.get(computation);
  if (before) return before;
  const mutants = makeMutants(computation, inputs, catalogue);
  known.set(computation, mutants);
  return mutants;
}

function makeMutants(
  computation: Computation,
  inputs: readonly string[],
  mistakes: readonly Mistake[],
): readonly Mutant[] {
  const steps = allSteps(computation);
  const changes: Change[] = [];
  const names = [...inputs];
  for (const step of steps) {
    if (!names.includes(step.name)) names.push(step.name);
    for (const mistake of mistakes) {
      for (const variant of mistake.step?.(step, names) ?? []) changes.push({ mistake, step, variant });
    }
  }
  const whole = mistakes.flatMap((mistake) =>
    wholeChanges(mistake, computation).map((change): Mutant => ({
      key: [mistake.code, change.id, change.step].join('/'),
      mistake,
      variant: change.id,
      steps: [change.step],
      position: steps.findLastIndex((step) => step.name === change.step),
      computation: change.computation,
      applyTo: (to) => wholeChanges(mistake, to).find(({ id }) => id === change.id)?.computation ?? to,
    })),
  );
  const atSteps = [...changes.map((change) => [change]), ...groups(changes)].flatMap((set) => {
    const mutant = together(set, computation);
    return mutant ? [mutant] : [];
  });
  return [...whole, ...atSteps];
}

/** The computation of one probe with the mistakes that were found on another; null where one cannot be made here. */
export function replay(
  computation: Computation,
  inputs: readonly string[],
  mutants: readonly Mutant[],
): Computation | null {
  return mutants.reduce<Computation | null>((changed, one) => {
    if (!changed) return null;
    const { key, mistake } = one;
    if (one.isFitted) return one.applyTo(changed);
    // A key begins with its mistake's code: of a computation that is not searched, no others need be made.
    const same = catalogue.filter(({ code }) => code === mistake.code);
    const mutants = known.get(changed) ?? makeMutants(changed, inputs, same);
    return mutants.find((mutant) => mutant.key === key)?.computation ?? null;
  }, computation);
}
