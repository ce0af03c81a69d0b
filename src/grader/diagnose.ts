/** From wrong results to diagnoses, in the order: known mistakes, what the arrays say by themselves, unknown. */
import type { Language } from '../course/exercise';
import { same, sameNumbers } from '../diagnosis/agreement';
import type { Evidence } from '../diagnosis/evidence';
import { choose, type Explanation } from '../diagnosis/explain';
import { firstWrongStep } from '../diagnosis/firstWrong';
import { lineOfResult } from '../diagnosis/locate';
import { reachedBy } from '../diagnosis/reach';
import { allSteps } from '../engine/computation';
import { read } from '../engine/operation';
import { sameShape } from '../engine/tensor';
import { isGradient } from '../network/arrayName';
import { diagnosis, isKnownCode, numbersOf } from '../diagnosis/finding';
import { fromExplanation } from '../diagnosis/fromExplanation';
import type { Diagnosis } from './report';
import { followsSigns, saturated } from './signatures/saturated';
import { recognise } from './signatures/signatures';
import { fewestWrong, isRightOn, tellingProbe, type Comparison, type OnProbe } from './values';

/** The accepted computation that a report speaks of, and what is to be said of the arrays that leave it. */
export interface Told {
  readonly comparison: Comparison;
  readonly diagnoses: readonly Diagnosis[];
  /** Whether the line of the first was seen to hold just what the known mistake holds there. */
  readonly isShown?: boolean;
}

/** Said where the learner's own data come out right all the same. */
const hiddenOnNotes: Readonly<Record<Language, string>> = {
  en: ' (With the data shown it comes out right all the same; elsewhere it does not.)',
  ko: ' (여기 쓰인 데이터에서는 우연히 맞지만, 다른 데이터에서는 틀립니다.)',
};

/**
 * Whether all probes whose results have the same shape gave bit for bit the same, where the reference differs. What
 * follows the signs of the reference is computed all the same.
 */
export function isHardCoded(name: string, comparison: Comparison): boolean {
  const results = comparison.perProbe.map(({ evidence, evaluation }) => ({
    given: read(evidence.returned, name),
    right: read(evaluation.values, name),
  }));
  const pairs = results.flatMap((one, i) =>
    results
      .slice(i + 1)
      .filter((other) => sameShape(one.given.shape, other.given.shape))
      .map((other) => [one, other] as const),
  );
  const isRepeated = pairs.every(([a, b]) => a.given.data.every((x, i) => x === b.given.data[i]));
  const isConstant = isRepeated && pairs.some(([a, b]) => !sameNumbers(a.right, b.right));
  return isConstant && !followsSigns(comparison, name);
}

/** The place in which each right array came back, where all are right and only their order is not. */
export function wrongOrder(
  comparisons: readonly Comparison[],
): { readonly comparison: Comparison; readonly target: string; readonly other: string } | null {
  for (const comparison of comparisons) {
    const names = comparison.computation.returns;
    const found = names.map((name) =>
      names.find((other) =>
        comparison.perProbe.every(({ evidence, evaluation }) => {
          const actual = evidence.returned.get(name);
          return actual !== undefined && same(actual, read(evaluation.values, other));
        }),
      ),
    );
    const at = names.findIndex((name, i) => found[i] !== name);
    const [target, other] = [names[at], found[at]];
    const isOrder = new Set(found).size === names.length && found.every((one) => one !== undefined);
    if (isOrder && target !== undefined && other !== undefined) return { comparison, target, other };
  }
  return null;
}

/** The probe to search first: one that is wrong and has a trace, and not the learner's own data if another will do. */
function searchOrder(comparisons: readonly Comparison[], shown: Evidence | null): readonly Evidence[] {
  const best = fewestWrong(comparisons);
  const isWrong = (one: OnProbe): boolean => best.wrong.some((name) => !isRightOn(one, name));
  const cost = (one: OnProbe): number => (isWrong(one) ? 0 : 2) + (one.evidence === shown ? 1 : 0);
  return [...best.perProbe].sort((a, b) => cost(a) - cost(b)).map(({ evidence }) => evidence);
}

/** Long training runs are not searched: every mistake would have to be trained as long. */
const mostSearchedRounds = 10;

/** The names of wrong arrays in the order in which the computation makes them. */
function inOrderOf({ computation }: Comparison, names: readonly string[]): readonly string[] {
  const { collect } = computation.loop ?? {};
  const order = allSteps(computation).map(({ name }) => (name === collect?.step ? collect.into : name));
  return [...names].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** What is said of the first of some arrays that no known mistake explains. */
export function ofUnexplained(
  comparison: Comparison,
  names: readonly string[],
  main: Evidence | null,
  shown: Evidence | null,
  language: Language,
): Diagnosis {
  const ordered = inOrderOf(comparison, names);
  const [first = ''] = ordered;
  const found = recognise({ comparison, names: ordered, main }, isKnownCode);
  if (found) {
    const on = shown ? tellingProbe(found.target, comparison, shown)?.on : comparison.perProbe[0];
    const { inputs, returned } = on?.evidence ?? { inputs: new Map(), returned: new Map() };
    const numbers = numbersOf(found.target, inputs, returned, on?.evaluation.values ?? null);
    const line = found.line ?? (main ? lineOfResult(found.target, main) : null);
    const { target, step = target, variant = '', detail = '', ratio = numbers.ratio } = found;
    return diagnosis(
      found.code,
      language,
      { ...numbers, target, step, variant, detail, ratio },
      { line, confidence: 'likely' },
    );
  }
  const begin = main ? firstWrongStep(main) : null;
  const order = allSteps(comparison.computation).map(({ name }) => name);
  // In a loop what is computed last spoils, a round later, what is computed first.
  const isEarlier = (name: string): boolean =>
    comparison.computation.loop !== null || order.lastIndexOf(name) <= order.lastIndexOf(first);
  const where =
    begin && isEarlier(begin.name) ? begin : { name: first, line: main ? lineOfResult(first, main) : null };
  return diagnosis(
    'unknown',
    language,
    { target: first, step: where.name },
    { line: where.line, confidence: 'likely' },
  );
}

function ofExplanation(
  explanation: Explanation,
  comparison: Comparison,
  main: Evidence,
  shown: Evidence | null,
  language: Language,
): readonly Diagnosis[] {
  // Numbers are told of the data that the table shows.
  const told = (target: string): readonly Evidence[] => {
    const row = shown && tellingProbe(target, comparison, shown);
    return row ? [row.on.evidence, main] : [main];
  };
  const found = fromExplanation(explanation, main, told, language);
  const own = comparison.perProbe.find(({ evidence }) => evidence === shown);
  const isHidden = own && comparison.wrong.every((name) => isRightOn(own, name));
  return found.map((one, i) =>
    i === 0 && isHidden ? { ...one, message: one.message + hiddenOnNotes[language] } : one,
  );
}

/** What stays wrong for a reason of its own: where an explained mistake reaches, it may be that. */
function unexplained(explanation: Explanation, { computation }: Comparison): readonly string[] {
  const mutated = explanation.mutants.flatMap(({ steps }) => steps);
  const reached = reachedBy(computation, mutated);
  return explanation.unexplained.filter((name) => !reached.has(name));
}

/**
 * The computation of which every wrong array is a gradient that is the right one cut at a bound, or its signs: so plain, and so far from any
 * known mistake, that none need be looked for.
 */
function cut(comparisons: readonly Comparison[], main: Evidence | null): Comparison | null {
  const byFaults = comparisons.toSorted((a, b) => a.wrong.length - b.wrong.length);
  return (
    byFaults.find(
      (one) =>
        one.wrong.length > 0 &&
        one.wrong.every(isGradient) &&
        saturated({ comparison: one, names: inOrderOf(one, one.wrong), main }) !== null &&
        !one.wrong.some((name) => isHardCoded(name, one)),
    ) ?? null
  );
}

/**
 * The accepted computation that leaves the fewest faults, and the mistakes behind the wrong results. Never without a
 * diagnosis: at the least, `unknown` with the array that is wrong first.
 */
export function diagnoseWrong(
  comparisons: readonly Comparison[],
  shown: Evidence | null,
  language: Language,
): Told {
  const isShort = (one: Evidence): boolean => (one.accepted[0]?.loop?.times ?? 0) <= mostSearchedRounds;
  const [main, ...others] = searchOrder(comparisons, shown).filter(isShort);
  const plain = cut(comparisons, main ?? null);
  if (plain) {
    const told = ofUnexplained(plain, plain.wrong, main ?? null, shown, language);
    return { comparison: plain, diagnoses: [told] };
  }
  const choice = main && choose([main, ...others]);
  const comparison =
    comparisons.find(({ accepted }) => accepted === choice?.accepted) ?? fewestWrong(comparisons);
  const explanation = choice?.explanation ?? null;
  const explained = main && explanation ? ofExplanation(explanation, comparison, main, shown, language) : [];
  const rest = explanation ? unexplained(explanation, comparison) : comparison.wrong;
  const fixed = rest.length > 0 ? comparison.wrong.find((name) => isHardCoded(name, comparison)) : undefined;
  if (fixed !== undefined) {
    const on = shown ?? main;
    const line = on ? lineOfResult(fixed, on) : null;
    return { comparison, diagnoses: [diagnosis('hard-coded', language, { target: fixed }, { line })] };
  }
  const diagnoses =
    explained.length > 0 && rest.length === 0
      ? explained
      : [...explained, ofUnexplained(comparison, rest, main ?? null, shown, language)];
  return { comparison, diagnoses };
}
