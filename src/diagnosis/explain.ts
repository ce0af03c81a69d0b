/**
 * The choice of the accepted computation that a snippet meant, and the search for the mistakes that explain what came
 * back. Whoever speaks of the results speaks of this choice.
 */
import { Budget } from './budget';
import { gives, type SomeEvidence } from './candidates';
import { comparePlaced, Hypothesis, type Found } from './hypothesis';
import type { Mutant } from './mutants';
import { searchPairs } from './pairs';
import type { Layout } from './placement';

/** Mistakes that together give what came back, on every probe. */
export interface Explanation {
  /** Which of the accepted computations they change, with its constants where the snippet applies them. */
  readonly layout: Layout;
  /** In order of execution. */
  readonly mutants: readonly Mutant[];
  /** False where mistakes of different codes give the same numbers. */
  readonly unique: boolean;
  /** The names that are wrong for another reason; none where the mistakes explain everything. */
  readonly unexplained: readonly string[];
}

/** Which accepted computation a snippet follows, and what explains where it does not. */
export interface Choice {
  readonly accepted: number;
  readonly explanation: Explanation | null;
}

/** How many accepted computations are searched for mistakes that hide each other. */
const mostSearched = 3;

interface Account {
  readonly hypothesis: Hypothesis;
  readonly found: Found | null;
}

function explanationOf({ placed, mutants, unique, unexplained }: Found): Explanation {
  return { layout: placed.layout, mutants, unique, unexplained };
}

/** Mistakes, and arrays that are wrong for reasons of their own. */
function faultsOf({ hypothesis, found }: Account): number {
  return found ? found.mutants.length + found.unexplained.length : hypothesis.wrong.length;
}

/** Arrays that agree, then what the trace holds, then nearness to the notes. */
function compareHypotheses(a: Hypothesis, b: Hypothesis): number {
  return b.right.size - a.right.size || a.unseen - b.unseen || a.accepted - b.accepted;
}

function compareAccounts(a: Account, b: Account): number {
  return (
    faultsOf(a) - faultsOf(b) ||
    (a.found?.unexplained.length ?? 0) - (b.found?.unexplained.length ?? 0) ||
    b.hypothesis.right.size - a.hypothesis.right.size ||
    (a.found && b.found ? comparePlaced(a.found.placed, b.found.placed) : 0) ||
    (b.found?.support ?? 0) - (a.found?.support ?? 0) ||
    compareHypotheses(a.hypothesis, b.hypothesis)
  );
}

function chosen({ hypothesis, found }: Account): Choice {
  return { accepted: hypothesis.accepted, explanation: found && explanationOf(found) };
}

/** Hypotheses under which equally many arrays are right, best first: which of them was meant, a mistake may tell. */
function ranks(hypotheses: readonly Hypothesis[]): readonly (readonly Hypothesis[])[] {
  const sorted = [...hypotheses].sort(compareHypotheses);
  const sizes = [...new Set(sorted.map(({ right }) => right.size))];
  return sizes.map((size) => sorted.filter(({ right }) => right.size === size));
}

/** The best account that one kind of search gives, in the first rank in which it gives one. */
function firstOf(
  groups: readonly (readonly Hypothesis[])[],
  search: (hypothesis: Hypothesis) => Found | null,
): Account | null {
  for (const group of groups) {
    const accounts = group.flatMap((hypothesis): Account[] => {
      const found = search(hypothesis);
      return found ? [{ hypothesis, found }] : [];
    });
    const [best] = accounts.sort(compareAccounts);
    if (best) return best;
  }
  return null;
}

/**
 * The accepted computation that leaves the fewest faults, and the fewest known mistakes that turn it into what came
 * back, on every probe. The first probe is searched, the others confirm. The budget bounds the search: where it ends,
 * what was found until then is told.
 */
export function choose(evidence: SomeEvidence, budget: Budget = new Budget()): Choice {
  const [main] = evidence;
  const all = main.accepted.map((_, accepted) => new Hypothesis(accepted, evidence, budget));
  const right = all.find(({ wrong }) => wrong.length === 0);
  if (right) return { accepted: right.accepted, explanation: null };
  const groups = ranks(all);
  const one =
    firstOf(groups, (hypothesis) => hypothesis.single()) ??
    firstOf(groups, (hypothesis) => hypothesis.factor());
  if (one) return chosen(one);
  const accounts = groups
    .flat()
    .map((hypothesis): Account => ({ hypothesis, found: hypothesis.apart() }))
    .sort(compareAccounts);
  const [best] = accounts;
  if (!best) throw new Error('no accepted computation');
  if (best.found && faultsOf(best) === 2 && best.found.unexplained.length === 0) return chosen(best);
  const ranked = groups.flat().slice(0, mostSearched);
  for (const hypothesis of ranked) {
    const found = hypothesis.inTurn(faultsOf(best));
    if (found) return chosen({ hypothesis, found });
  }
  if (best.found?.unexplained.length === 0) return chosen(best);
  for (const hypothesis of ranked) {
    const found = searchPairs(hypothesis, budget);
    if (found) return chosen({ hypothesis, found });
  }
  return chosen(best);
}

/** The mistakes that explain everything that came back; null where nothing is wrong, or where there are none. */
export function explain(evidence: SomeEvidence, budget?: Budget): Explanation | null {
  const [main] = evidence;
  // Where nothing is wrong there is nothing to explain.
  if (main.accepted.some((computation) => gives(computation, main))) return null;
  const { explanation } = choose(evidence, budget);
  return explanation?.unexplained.length === 0 ? explanation : null;
}
