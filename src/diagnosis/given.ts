/** What a known mistake gives on a probe: no more of it is computed than is asked for. */
import type { Computation, Evaluation, Step } from '../engine/computation';
import { Asked, canBeAsked } from '../engine/asked';
import type { Values } from '../engine/operation';
import { keptNumbers } from '../engine/room';
import type { Tensor } from '../engine/tensor';
import { tryReevaluate } from './evidence';
import type { Mutant } from './mutants';
import { reachedBy } from './reach';

/** An accepted computation, or one with mistakes, and what it gives on a probe. */
export interface Evaluated {
  readonly computation: Computation;
  readonly evaluation: Evaluation;
}

/** What is known by now of what a mistake gives: single arrays, and all of them; null where it cannot be computed. */
interface Known {
  readonly arrays: Map<string, Tensor | null>;
  all?: Evaluation | null;
}

/** Probes stay, and so does what a mistake in an accepted computation gives on them. */
const lasting = new WeakMap<Values, WeakMap<Mutant, Known>>();

/** The names that a mistake can change, of all steps and of what is returned. */
interface Reach {
  readonly steps: ReadonlySet<string>;
  readonly returned: ReadonlySet<string>;
}

/** What the mistakes in one computation give on one probe. */
export class Given {
  private readonly known: WeakMap<Mutant, Known>;
  private readonly reaches = new Map<string, Reach>();
  /** The steps by name, where single arrays can be computed. */
  private readonly steps: ReadonlyMap<string, Step> | null;

  /** What stays for the next snippet is kept: it takes memory of its own. */
  constructor(
    private readonly base: Evaluated,
    private readonly inputs: Values,
    private readonly isLasting: boolean,
  ) {
    this.known = (isLasting ? lasting.get(inputs) : null) ?? new WeakMap<Mutant, Known>();
    if (isLasting) lasting.set(inputs, this.known);
    const { steps } = base.computation;
    const isApart = new Set(steps.map(({ operation }) => operation)).size === steps.length;
    const canAsk = isApart && canBeAsked(base.computation, inputs);
    this.steps = canAsk ? new Map(steps.map((step) => [step.name, step])) : null;
  }

  /** What a mistake can change of what is returned. */
  reach(mutant: Mutant): ReadonlySet<string> {
    return this.reachIn(mutant).returned;
  }

  private reachIn({ mistake, steps }: Mutant): Reach {
    const key = `${mistake.whole ? 'whole' : ''}/${steps.join('/')}`;
    const known = this.reaches.get(key);
    if (known) return known;
    const { computation } = this.base;
    const reached = reachedBy(computation, steps);
    const { returns } = computation;
    const returned = new Set(mistake.whole ? returns : returns.filter((name) => reached.has(name)));
    const reach = { steps: reached, returned };
    this.reaches.set(key, reach);
    return reach;
  }

  /**
   * Single arrays that a mistake gives; null for one that cannot be computed. Where a step that no asked array needs cannot be
   * computed, `all` is null all the same.
   */
  arrays(mutant: Mutant): (name: string) => Tensor | null {
    const { steps } = this;
    const known = this.of(mutant);
    const { changed } = mutant;
    if (known.all !== undefined || !steps || !changed) {
      const all = this.all(mutant);
      return (name) => all?.values.get(name) ?? null;
    }
    const reached = this.reachIn(mutant).steps;
    const asked = new Asked(
      this.inputs,
      (name) => (reached.has(name) ? undefined : this.base.evaluation.values.get(name)),
      (name) => changed.find((step) => step.name === name) ?? steps.get(name),
    );
    return (name) => {
      const before = known.arrays.get(name);
      if (before !== undefined) return before;
      const value = this.kept(tryGet(asked, name));
      known.arrays.set(name, value);
      return value;
    };
  }

  /** All that is returned, with a mistake; null where that cannot be computed. */
  all(mutant: Mutant): Evaluation | null {
    const known = this.of(mutant);
    if (known.all !== undefined) return known.all;
    const made = tryReevaluate(mutant.computation, this.inputs, this.base);
    known.all = made && {
      values: new Map(
        this.base.computation.returns.flatMap((name) => {
          const value = known.arrays.get(name) ?? this.kept(made.values.get(name) ?? null);
          return value ? [[name, value] as const] : [];
        }),
      ),
      first: new Map(),
    };
    known.arrays.clear();
    return known.all;
  }

  private of(mutant: Mutant): Known {
    const before = this.known.get(mutant);
    if (before) return before;
    const known: Known = { arrays: new Map() };
    this.known.set(mutant, known);
    return known;
  }

  private kept(value: Tensor | null): Tensor | null {
    return value && this.isLasting ? { ...value, data: keptNumbers(value.data) } : value;
  }
}

function tryGet(values: Asked, name: string): Tensor | null {
  try {
    return values.get(name) ?? null;
  } catch {
    return null;
  }
}
