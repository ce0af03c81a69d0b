/** All ways in which the catalogue can change a computation, each as a computation of its own. */
import type { Computation, Step } from '../engine/computation';
import { allSteps, withStep } from '../engine/computation';
import { catalogue } from './catalogue/catalogue';
import type { Mistake, Variant } from './mistake';

/** One mistake made at one step, or alike at several. */
export interface Mutant {
  readonly mistake: Mistake;
  readonly variant: string;
  /** The steps that it changes, in order of execution. */
  readonly steps: readonly string[];
  readonly computation: Computation;
}

interface Change {
  readonly mistake: Mistake;
  readonly step: Step;
  readonly variant: Variant;
}

/** `with:A1` → `with`: what is the same for the same slip at another step. */
function slip(variant: string): string {
  return variant.split(':', 1)[0] ?? variant;
}

function layerOf(step: Step): string {
  return /\d+$/.exec(step.name)?.[0] ?? '';
}

function together(changes: readonly Change[], computation: Computation): Mutant | null {
  const [first] = changes;
  if (!first) return null;
  return {
    mistake: first.mistake,
    variant: first.variant.id,
    steps: changes.map((change) => change.step.name),
    computation: changes.reduce(
      (changed, { step, variant }) => withStep(changed, step, variant.compute),
      computation,
    ),
  };
}

/** The sets of steps at which one slip is made alike: all of one kind, all of one layer, all that know it. */
function groups(changes: readonly Change[]): (readonly Change[])[] {
  const by = (key: (change: Change) => string): (readonly Change[])[] => {
    const sets = new Map<string, Change[]>();
    for (const change of changes) {
      const set = sets.get(key(change)) ?? [];
      if (!set.some((other) => other.step === change.step)) set.push(change);
      sets.set(key(change), set);
    }
    return [...sets.values()].filter((set) => set.length > 1);
  };
  const slipOf = ({ mistake, variant }: Change): string => `${mistake.code}/${slip(variant.id)}`;
  const found = [
    ...by((change) => `${slipOf(change)}/${change.step.operation.kind}`),
    ...by((change) => `${slipOf(change)}/${layerOf(change.step)}`),
    ...by(slipOf),
  ];
  const seen = new Set<string>();
  return found.filter((set) => {
    const key = set.map(({ mistake, step, variant }) => `${mistake.code}/${step.name}/${variant.id}`).join();
    return seen.size < seen.add(key).size;
  });
}

/** Every mutant of a computation. `inputs` are the names of the arrays it is given. */
export function mutantsOf(computation: Computation, inputs: readonly string[]): readonly Mutant[] {
  const steps = allSteps(computation);
  const changes: Change[] = [];
  const known = [...inputs];
  for (const step of steps) {
    if (!known.includes(step.name)) known.push(step.name);
    for (const mistake of catalogue) {
      for (const variant of mistake.step?.(step, known) ?? []) changes.push({ mistake, step, variant });
    }
  }
  const whole = catalogue.flatMap((mistake) =>
    (mistake.whole?.(computation) ?? []).map((change): Mutant => ({
      mistake,
      variant: change.id,
      steps: [change.step],
      computation: change.computation,
    })),
  );
  const atSteps = [...changes.map((change) => [change]), ...groups(changes)].flatMap((set) => {
    const mutant = together(set, computation);
    return mutant ? [mutant] : [];
  });
  return [...whole, ...atSteps];
}
