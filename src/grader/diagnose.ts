/** From wrong results to diagnoses, in the order: shape of the fault, known mistakes, constant factors, unknown. */
import type { Language } from '../course/exercise';
import { constantRatio, same, sameEntries } from '../diagnosis/agreement';
import type { Evidence } from '../diagnosis/evidence';
import { tryEvaluate } from '../diagnosis/evidence';
import { explain, type Explanation } from '../diagnosis/explain';
import { lineOfResult, locate } from '../diagnosis/locate';
import type { Facts } from '../diagnosis/mistake';
import { replay, type Mutant } from '../diagnosis/mutants';
import { laidOut } from '../diagnosis/placement';
import type { Computation } from '../engine/computation';
import { allSteps, read } from '../engine/computation';
import { sameShape, transpose, type Tensor } from '../engine/tensor';
import { diagnosis, numbersOf } from './facts';
import type { Diagnosis } from './report';
import type { Comparison } from './values';

function differs(a: Tensor | undefined, b: Tensor | undefined): boolean {
  return a === undefined || b === undefined || !same(a, b);
}

/** What a mistake spoils first among the returned arrays; the step itself where it is returned. */
function targetOf(without: Computation, withIt: Computation, evidence: Evidence): string | null {
  const before = tryEvaluate(without, evidence.inputs);
  const after = tryEvaluate(withIt, evidence.inputs);
  const order = [...new Set(allSteps(withIt).map((step) => step.name)), ...withIt.returns];
  return (
    order.find(
      (name) => withIt.returns.includes(name) && differs(before?.values.get(name), after?.values.get(name)),
    ) ?? null
  );
}

/** The name of the array in a variant such as `with:A1`. */
function detailOf(variant: string): string {
  return /:(.+)$/.exec(variant)?.[1] ?? '';
}

function slipOf(variant: string): string {
  return variant.split(':', 1)[0] ?? variant;
}

/** What a sentence may say of a mistake in numbers: from the learner's own data where they show it, else from a probe. */
function numbersFor(
  target: string,
  explanation: Explanation,
  before: readonly Mutant[],
  evidence: readonly Evidence[],
): Partial<Facts> {
  const numbers = evidence.flatMap((one) => {
    const base = laidOut(one, explanation.layout);
    const without = base && replay(base, [...one.inputs.keys()], before);
    return without ? [numbersOf(target, one, tryEvaluate(without, one.inputs))] : [];
  });
  return numbers.find((one) => one.ratio !== 1) ?? numbers[0] ?? {};
}

/** One diagnosis for each mistake of an explanation, in order of execution. */
export function fromExplanation(
  explanation: Explanation,
  main: Evidence,
  shown: Evidence | null,
  language: Language,
): readonly Diagnosis[] {
  let computation = laidOut(main, explanation.layout);
  return explanation.mutants.flatMap((mutant, i): Diagnosis[] => {
    if (!computation) return [];
    const without = computation;
    const withIt = mutant.applyTo(without);
    computation = withIt;
    const target = targetOf(without, withIt, main) ?? mutant.steps[0] ?? '';
    const before = explanation.mutants.slice(0, i);
    return [
      diagnosis(
        mutant.mistake.code,
        language,
        {
          target,
          step: mutant.steps[0] ?? target,
          variant: slipOf(mutant.variant),
          detail: detailOf(mutant.variant),
          ...numbersFor(target, explanation, before, shown ? [shown, main] : [main]),
        },
        {
          line: locate(without, withIt, mutant, main),
          confidence: explanation.unique ? 'certain' : 'likely',
        },
      ),
    ];
  });
}

/** Whether all probes whose results have the same shape gave bit for bit the same, where the reference differs. */
export function isHardCoded(name: string, { perProbe }: Comparison): boolean {
  const results = perProbe.map(({ evidence, evaluation }) => ({
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
  return isRepeated && pairs.some(([a, b]) => !sameEntries(a.right.data, b.right.data));
}

/** The place in which each right array came back, where all are right and only their order is not. */
export function wrongOrder(comparisons: readonly Comparison[]): readonly (readonly [string, string])[] {
  for (const { perProbe, computation } of comparisons) {
    const names = computation.returns;
    const found = names.map((name) =>
      names.find((other) =>
        perProbe.every(({ evidence, evaluation }) => {
          const actual = evidence.returned.get(name);
          return actual !== undefined && same(actual, read(evaluation.values, other));
        }),
      ),
    );
    if (new Set(found).size === names.length && found.every((other) => other !== undefined)) {
      return names.flatMap((name, i) => (found[i] !== name ? [[name, found[i] ?? ''] as const] : []));
    }
  }
  return [];
}

const signatures: readonly { readonly code: string; readonly variant: string; readonly ratio: number }[] = [
  { code: 'wrong-sign', variant: 'negative', ratio: -1 },
  { code: 'factor-two', variant: 'double', ratio: 2 },
  { code: 'factor-two', variant: 'half', ratio: 0.5 },
];

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.abs(b);
}

/** What one wrong array says by itself where no known mistake explains all of them. */
function fromSignature(
  name: string,
  comparison: Comparison,
  shown: Evidence | null,
  language: Language,
): Diagnosis | null {
  const judged = comparison.perProbe.map(({ evidence, evaluation }) => ({
    evidence,
    expected: read(evaluation.values, name),
    actual: read(evidence.returned, name),
  }));
  const [first] = judged;
  if (!first) return null;
  const line = lineOfResult(name, first.evidence);
  const about = shown ?? first.evidence;
  const evaluation = comparison.perProbe.find(({ evidence }) => evidence === about)?.evaluation ?? null;
  const facts = { target: name, ...numbersOf(name, about, evaluation) };
  const isTransposed = judged.every(
    ({ expected, actual }) =>
      expected.shape.length === 2 && actual.shape.length === 2 && same(transpose(expected), actual),
  );
  if (isTransposed && !judged.every(({ expected, actual }) => sameShape(expected.shape, actual.shape))) {
    return diagnosis('transposed', language, { ...facts, variant: 'result' }, { line, confidence: 'likely' });
  }
  const ratios = judged.map(({ expected, actual }) =>
    sameShape(expected.shape, actual.shape) ? constantRatio(actual.data, expected.data) : null,
  );
  const [ratio] = ratios;
  if (ratio === undefined || ratio === null || ratios.some((one) => one === null || !isClose(one, ratio))) {
    return null;
  }
  const known = signatures.find((signature) => isClose(ratio, signature.ratio));
  return diagnosis(
    known?.code ?? 'scaled',
    language,
    { ...facts, variant: known?.variant ?? '', ratio },
    { line, confidence: 'likely' },
  );
}

/** The probe to search first: one that is wrong and has a trace, and not the learner's own data if another will do. */
function searchOrder(best: Comparison, shown: Evidence | null): readonly Evidence[] {
  const isWrong = ({ evidence, evaluation }: Comparison['perProbe'][number]): boolean =>
    best.wrong.some((name) => differs(evidence.returned.get(name), evaluation.values.get(name)));
  const cost = (one: Comparison['perProbe'][number]): number =>
    (isWrong(one) ? 0 : 2) + (one.evidence === shown ? 1 : 0);
  return [...best.perProbe].sort((a, b) => cost(a) - cost(b)).map(({ evidence }) => evidence);
}

/**
 * Whether one odd constant, the same on every probe, is all that separates every result from the right one. Two known
 * mistakes that multiply to it would be a coincidence.
 */
function isOneConstant({ perProbe, wrong, computation }: Comparison): boolean {
  if (wrong.length < 2 || wrong.length < computation.returns.length) return false;
  const ratios = perProbe.flatMap(({ evidence, evaluation }) =>
    wrong.map((name) => {
      const [actual, expected] = [read(evidence.returned, name), read(evaluation.values, name)];
      return sameShape(actual.shape, expected.shape) ? constantRatio(actual.data, expected.data) : null;
    }),
  );
  const [ratio] = ratios;
  if (ratio === undefined || ratio === null) return false;
  const isOdd = signatures.every((known) => !isClose(Math.abs(ratio), Math.abs(known.ratio)));
  return isOdd && ratios.every((one) => one !== null && isClose(one, ratio));
}

/** Long training runs are not searched: every mistake would have to be trained as long. */
const mostSearchedRounds = 10;

/** The mistakes behind wrong results. Never empty: at the least, `unknown` with the array that is wrong first. */
export function diagnoseWrong(
  comparisons: readonly Comparison[],
  shown: Evidence | null,
  language: Language,
): readonly Diagnosis[] {
  const [best] = comparisons;
  if (!best) return [];
  const isShort = (one: Evidence): boolean => (one.accepted[0]?.loop?.times ?? 0) <= mostSearchedRounds;
  const [main, ...others] = searchOrder(best, shown).filter(isShort);
  if (main) {
    const explanation = explain([main, ...others]);
    const isCoincidence = (explanation?.mutants.length ?? 0) > 1 && isOneConstant(best);
    if (explanation && !isCoincidence) return fromExplanation(explanation, main, shown, language);
  }
  const { collect } = best.computation.loop ?? {};
  const order = allSteps(best.computation).map(({ name }) => (name === collect?.step ? collect.into : name));
  const [first = ''] = [...best.wrong].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const signature = fromSignature(first, best, shown, language);
  if (signature) return [signature];
  const line = main ? lineOfResult(first, main) : null;
  return [diagnosis('unknown', language, { target: first }, { line, confidence: 'likely' })];
}
