/** The search for the mistakes that explain what came back. */
import type { Computation } from '../engine/computation';
import {
  bestPlacement,
  candidates,
  gives,
  holdsElsewhere,
  type Candidate,
  type Placed,
  type SomeEvidence,
} from './candidates';
import type { Evidence } from './evidence';
import { agreeing, tryEvaluate } from './evidence';
import { support } from './locate';
import type { Mutant } from './mutants';
import { searchPairs } from './pairs';
import { isStarted, laidOut, layoutsOf, type Layout } from './placement';

/** Mistakes that together give exactly what came back, on every probe. */
export interface Explanation {
  /** Which of the accepted computations they change, with its constants where the snippet applies them. */
  readonly layout: Layout;
  /** In order of execution. */
  readonly mutants: readonly Mutant[];
  /** False where mistakes of different codes give the same numbers. */
  readonly unique: boolean;
}

/** How many mistakes at once are looked for one after the other. */
const mostMistakes = 3;

/** How many first mistakes are followed up where several mend equally much. */
const mostBranches = 4;

interface Found extends Explanation {
  readonly placed: Placed;
  readonly changed: number;
}

function isSuperset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > b.size && [...b].every((name) => a.has(name));
}

/** One search: from one accepted computation, changed by the mistakes found so far. */
class Search {
  private readonly main: Evidence;
  private readonly others: readonly Evidence[];
  private readonly layouts: readonly Layout[];

  constructor(
    private readonly layout: Layout,
    [main, ...others]: SomeEvidence,
  ) {
    this.main = main;
    this.others = others;
    this.layouts = layoutsOf(main).filter(({ accepted }) => accepted === layout.accepted);
  }

  from(computation: Computation, before: readonly Mutant[], right: ReadonlySet<string>): Found | null {
    const all = candidates(computation, this.main);
    const complete = this.complete(computation, before, all);
    if (complete) return complete;
    if (before.length + 1 >= mostMistakes) return null;
    const improving = all.filter((one) => isSuperset(one.agreeing, right));
    const most = Math.max(0, ...improving.map((one) => one.agreeing.size));
    const followed = improving
      .filter((one) => one.agreeing.size === most)
      .map((one) => ({
        ...one,
        support: support(computation, one.mutant.computation, one.mutant, this.main),
      }))
      .sort((a, b) => b.support - a.support || a.mutant.steps.length - b.mutant.steps.length)
      .slice(0, mostBranches);
    for (const { mutant, agreeing: now } of followed) {
      const rest = this.from(mutant.computation, [...before, mutant], now);
      if (rest) return rest;
    }
    return null;
  }

  /** The best of the mistakes that leave nothing wrong. */
  private complete(
    computation: Computation,
    before: readonly Mutant[],
    all: readonly Candidate[],
  ): Found | null {
    const complete = all
      .filter((one) => one.agreeing.size === computation.returns.length)
      .map((one) => one.mutant)
      .filter((mutant) => holdsElsewhere(this.layout, [...before, mutant], this.others))
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
      layout: best.placed.layout,
      placed: best.placed,
      changed: best.mutant.steps.length,
      mutants: [...before, best.mutant],
      unique: equals.every((other) => other.mutant.mistake.code === best.mutant.mistake.code),
    };
  }
}

/** Fewer steps that the trace does not hold, then the notes' own placement of the constants. */
function comparePlaced(a: Placed, b: Placed): number {
  return a.unseen - b.unseen || a.layout.placement - b.layout.placement;
}

function inOrder({ layout, mutants, unique }: Explanation): Explanation {
  return { layout, unique, mutants: [...mutants].sort((a, b) => a.position - b.position) };
}

function searchFrom(layouts: readonly Layout[], evidence: SomeEvidence): readonly Found[] {
  const [main] = evidence;
  return layouts.flatMap((layout) => {
    const computation = laidOut(main, layout);
    if (!computation) return [];
    const right = agreeing(computation, tryEvaluate(computation, main.inputs), main);
    const found = new Search(layout, evidence).from(computation, [], right);
    return found ? [found] : [];
  });
}

/**
 * The fewest known mistakes that turn one of the accepted computations into what came back, on every probe. Null where
 * there are none. The first probe is searched, the others confirm.
 */
export function explain(evidence: SomeEvidence): Explanation | null {
  const [main] = evidence;
  // Where nothing is wrong there is nothing to explain.
  if (main.accepted.some((computation) => gives(computation, main))) return null;
  const layouts = layoutsOf(main);
  const asInNotes = layouts.filter(({ placement }) => placement === 0);
  const started = layouts.filter((layout) => {
    const computation = laidOut(main, layout);
    return computation !== null && isStarted(computation, main);
  });
  const isIn = (some: readonly Layout[]) => (layout: Layout) => some.includes(layout);
  // One mistake in the convention that the trace shows is the best there can be.
  const shown = asInNotes.filter(({ accepted }) => started.some((layout) => layout.accepted === accepted));
  const first = searchFrom(shown, evidence);
  const found = first.some(({ mutants }) => mutants.length === 1)
    ? first
    : [
        ...first,
        ...searchFrom(
          asInNotes.filter((layout) => !isIn(shown)(layout)),
          evidence,
        ),
      ];
  const [fewest] = [...found].sort(
    (a, b) =>
      a.mutants.length - b.mutants.length || comparePlaced(a.placed, b.placed) || a.changed - b.changed,
  );
  if (fewest) return inOrder(fewest);
  for (const layout of asInNotes) {
    const pair = searchPairs(layout, evidence);
    if (pair) return inOrder(pair);
  }
  const [other] = searchFrom(
    started.filter(({ placement }) => placement > 0),
    evidence,
  );
  return other ? inOrder(other) : null;
}
