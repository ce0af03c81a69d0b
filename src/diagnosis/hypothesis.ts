/** One accepted computation as the one that a snippet meant, and the mistakes that it would then have made. */
import type { Computation } from '../engine/computation';
import type { Budget } from './budget';
import {
  baseOf,
  bestPlacement,
  candidates,
  Candidates,
  holdsElsewhere,
  type Base,
  type Candidate,
  type Placed,
  type SomeEvidence,
} from './candidates';
import { agrees, tryEvaluate, type Evidence } from './evidence';
import { fittedMutants } from './fitted';
import { support } from './support';
import type { Mutant } from './mutants';
import { laidOut, layoutsOf, shownOf, type Layout } from './placement';
import { reachedBy } from './reach';

/** Mistakes that turn one accepted computation into what came back, on every probe. */
export interface Found {
  readonly placed: Placed;
  readonly mutants: readonly Mutant[];
  /** How far the trace speaks for the last mistake found, where that was asked. */
  readonly support?: number;
  /** False where mistakes of different codes give the same numbers. */
  readonly unique: boolean;
  /** The names that stay wrong; none where the mistakes explain everything. */
  readonly unexplained: readonly string[];
}

/** How many mistakes at once are looked for one after the other. */
const mostMistakes = 3;

/** How many first mistakes are followed up where several mend equally much. */
const mostBranches = 4;

/** Fewer steps that the trace does not hold, more of its arrays accounted for, then the notes' own placement of the constants. */
export function comparePlaced(a: Placed, b: Placed): number {
  return a.unseen - b.unseen || b.accounted - a.accounted || a.layout.placement - b.layout.placement;
}

export class Hypothesis {
  /** Names that come out right on every probe. */
  readonly right: ReadonlySet<string>;
  readonly wrong: readonly string[];
  /** How many of its steps the trace does not hold, its constants placed as the trace likes it best. */
  readonly unseen: number;
  readonly layouts: readonly Layout[];
  private readonly asInNotes: Layout;
  private readonly base: Base | null;
  private readonly computations: readonly [Computation, ...Computation[]];
  private known: Candidates | null = null;

  constructor(
    readonly accepted: number,
    readonly evidence: SomeEvidence,
    private readonly budget: Budget,
  ) {
    const [main] = evidence;
    this.asInNotes = { accepted, placement: 0 };
    this.layouts = layoutsOf(main).filter((layout) => layout.accepted === accepted);
    const [own, ...others] = evidence.flatMap((one) => laidOut(one, this.asInNotes) ?? []);
    if (!own) throw new Error(`no accepted computation ${String(accepted)}`);
    this.computations = [own, ...others];
    this.base = baseOf(own, main);
    const evaluations = evidence.map((one, i) => {
      const computation = this.computations[i];
      return computation ? tryEvaluate(computation, one.inputs) : null;
    });
    this.right = new Set(
      own.returns.filter((name) =>
        evidence.every((one, i) => {
          const evaluation = evaluations[i];
          return evaluation !== null && evaluation !== undefined && agrees(evaluation, one, name);
        }),
      ),
    );
    this.wrong = own.returns.filter((name) => !this.right.has(name));
    this.unseen = Math.min(
      ...this.layouts.map((layout) => {
        const computation = laidOut(main, layout);
        return computation ? shownOf(computation, main).unseen : Infinity;
      }),
    );
  }

  private get main(): Evidence {
    return this.evidence[0];
  }

  private get others(): readonly Evidence[] {
    return this.evidence.slice(1);
  }

  /** Every known mistake that could have to do with what is wrong. */
  all(): Candidates | null {
    this.known ??= this.base && candidates(this.base, this.main, null);
    return this.known;
  }

  /** One known mistake that explains everything. */
  single(): Found | null {
    const { base } = this;
    return base && this.complete(base.computation, [], this.all());
  }

  /** One factor, read off what came back, that explains everything. */
  factor(): Found | null {
    const { base } = this;
    return base && this.complete(base.computation, [], this.fitted());
  }

  private fitted(): Candidates | null {
    if (!this.base) return null;
    const mutants = fittedMutants(this.computations, this.evidence, this.wrong);
    return new Candidates(mutants, this.base, this.main, null);
  }

  /** Mistakes one after the other, each of which mends something and spoils nothing. */
  inTurn(most: number = mostMistakes): Found | null {
    return this.base && this.following(this.base, [], Math.min(most, mostMistakes));
  }

  /**
   * Mistakes in places apart, each of which mends its own arrays: chosen from what is known of each alone, as few as
   * mend most.
   */
  apart(): Found | null {
    const { base } = this;
    if (!base) return null;
    const improving = [this.all(), this.fitted()].flatMap((some) => some?.improving() ?? []);
    const chosen: Candidate[] = [];
    let isUnique = true;
    // A rival of another code is less where the trace speaks against it or it changes more steps.
    const supportOf = (mutant: Mutant): number =>
      support(base.computation, mutant.computation, mutant, this.main);
    const isLess = (rival: Mutant, best: Mutant): boolean =>
      rival.mistake.code === best.mistake.code ||
      rival.isFitted === true ||
      rival.steps.length > best.steps.length ||
      supportOf(rival) < supportOf(best);
    let right: ReadonlySet<string> = base.right;
    while (chosen.length < mostMistakes && right.size < base.computation.returns.length) {
      const gain = (one: Candidate): number => [...one.agreeing].filter((name) => !right.has(name)).length;
      const most = Math.max(0, ...improving.map(gain));
      if (most === 0) break;
      const ranked = this.bySupport(
        base.computation,
        improving.filter((one) => gain(one) === most),
      );
      const before = [...chosen];
      const names = right;
      const holds = ({ mutant, agreeing }: Candidate): boolean => {
        const mutants = inOrder([...before.map((one) => one.mutant), mutant]);
        return holdsElsewhere(this.asInNotes, mutants, this.evidence, [...names, ...agreeing]);
      };
      const best = ranked.find(holds);
      if (!best) break;
      isUnique &&= ranked.every(
        (rival) => rival === best || isLess(rival.mutant, best.mutant) || !holds(rival),
      );
      chosen.push(best);
      right = new Set([...right, ...best.agreeing]);
    }
    const stays = (): readonly string[] => base.computation.returns.filter((name) => !right.has(name));
    // What is made of an array that stays wrong says nothing of the step that made it.
    const isBelow = ({ mutant }: Candidate): boolean =>
      stays().some((name) => {
        const reached = reachedBy(base.computation, [name]);
        return mutant.steps.some((step) => step !== name && reached.has(step));
      });
    for (let below = chosen.findIndex(isBelow); below >= 0; below = chosen.findIndex(isBelow)) {
      chosen.splice(below, 1);
      right = new Set([...base.right, ...chosen.flatMap(({ agreeing }) => [...agreeing])]);
    }
    if (chosen.length === 0) return null;
    const names = [...right];
    const mutants = inOrder(chosen.map(({ mutant }) => mutant));
    const placed = bestPlacement(this.layouts, mutants, this.main, names);
    return (
      placed && {
        placed,
        mutants,
        unique: isUnique && stays().length === 0,
        unexplained: stays(),
      }
    );
  }

  private bySupport(computation: Computation, some: readonly Candidate[]): readonly Candidate[] {
    return some
      .map((one) => ({ one, support: support(computation, one.mutant.computation, one.mutant, this.main) }))
      .sort(
        (a, b) =>
          Number(a.one.mutant.isFitted ?? false) - Number(b.one.mutant.isFitted ?? false) ||
          b.support - a.support ||
          a.one.mutant.steps.length - b.one.mutant.steps.length,
      )
      .map(({ one }) => one);
  }

  private following(base: Base, before: readonly Mutant[], limit: number): Found | null {
    const all = before.length === 0 ? this.all() : candidates(base, this.main, this.budget);
    if (before.length > 0) {
      const complete = this.complete(base.computation, before, all);
      if (complete) return complete;
    }
    if (before.length + 1 >= limit) return null;
    const improving = all?.improving() ?? [];
    const most = Math.max(0, ...improving.map((one) => one.agreeing.size));
    const followed = this.bySupport(
      base.computation,
      improving.filter((one) => one.agreeing.size === most),
    ).slice(0, mostBranches);
    for (const { mutant } of followed) {
      const next = baseOf(mutant.computation, this.main);
      const rest = next && this.following(next, [...before, mutant], limit);
      if (rest) return rest;
    }
    return null;
  }

  /** The best of the mistakes that leave nothing wrong. */
  private complete(
    computation: Computation,
    before: readonly Mutant[],
    all: Candidates | null,
  ): Found | null {
    const complete = (all?.complete() ?? [])
      .filter((mutant) => holdsElsewhere(this.asInNotes, [...before, mutant], this.others))
      .flatMap((mutant) => {
        const placed = bestPlacement(this.layouts, [...before, mutant], this.main);
        const shown = support(computation, mutant.computation, mutant, this.main);
        return placed ? [{ mutant, placed, support: shown }] : [];
      })
      // What the trace shows comes first; then fewer changed steps are the simpler explanation; then the catalogue's order.
      .sort(
        (a, b) =>
          comparePlaced(a.placed, b.placed) ||
          b.support - a.support ||
          a.mutant.steps.length - b.mutant.steps.length,
      );
    const [best, ...rivals] = complete;
    if (!best) return null;
    const equals = rivals.filter(
      (other) =>
        other.mutant.steps.length === best.mutant.steps.length &&
        other.support === best.support &&
        comparePlaced(other.placed, best.placed) === 0,
    );
    return {
      placed: best.placed,
      mutants: inOrder([...before, best.mutant]),
      support: best.support,
      unique: equals.every((other) => other.mutant.mistake.code === best.mutant.mistake.code),
      unexplained: [],
    };
  }
}

/** Mistakes in the order in which a computation makes them. */
export function inOrder(mutants: readonly Mutant[]): readonly Mutant[] {
  return [...mutants].sort((a, b) => a.position - b.position);
}
