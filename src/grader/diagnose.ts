/** From wrong results to diagnoses, in the order: shape of the fault, known mistakes, constant factors, unknown. */
import type { Language } from '../course/exercise';
import { scaleFactor, same, sameEntries } from '../diagnosis/agreement';
import type { Evidence } from '../diagnosis/evidence';
import { explain } from '../diagnosis/explain';
import { firstWrongStep } from '../diagnosis/firstWrong';
import { lineOfResult } from '../diagnosis/locate';
import { allSteps, read } from '../engine/computation';
import { sameShape, transpose, type Tensor } from '../engine/tensor';
import { diagnosis, numbersOf } from './facts';
import { differs, fromExplanation, isClose } from './fromExplanation';
import type { Diagnosis } from './report';
import type { Comparison } from './values';

/** Said where the learner's own data come out right all the same. */
const hiddenOnNotes: Readonly<Record<Language, string>> = {
  en: ' (With the notes’ data and starting values it comes out right all the same; elsewhere it does not.)',
  ko: ' (노트의 데이터와 초깃값에서는 우연히 맞지만, 다른 데이터에서는 틀립니다.)',
};

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

/** The one number that every actual array is of its expected one, or null where there is no such number. */
function commonRatio(
  pairs: readonly { readonly expected: Tensor; readonly actual: Tensor }[],
): number | null {
  const ratios = pairs.map(({ expected, actual }) =>
    sameShape(expected.shape, actual.shape) ? scaleFactor(actual.data, expected.data) : null,
  );
  const [ratio = null] = ratios;
  return ratio !== null && ratios.every((one) => one !== null && isClose(one, ratio)) ? ratio : null;
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
  const ratio = commonRatio(judged);
  if (ratio === null) return null;
  const known = signatures.find((signature) => isClose(ratio, signature.ratio));
  return diagnosis(
    known?.code ?? 'scaled',
    language,
    { ...facts, variant: known?.variant ?? '', ratio },
    { line, confidence: 'likely' },
  );
}

type OnProbe = Comparison['perProbe'][number];

function differsIn({ evidence, evaluation }: OnProbe, name: string): boolean {
  return differs(evidence.returned.get(name), evaluation.values.get(name));
}

/** The probe to search first: one that is wrong and has a trace, and not the learner's own data if another will do. */
function searchOrder(best: Comparison, shown: Evidence | null): readonly Evidence[] {
  const isWrong = (one: OnProbe): boolean => best.wrong.some((name) => differsIn(one, name));
  const cost = (one: OnProbe): number => (isWrong(one) ? 0 : 2) + (one.evidence === shown ? 1 : 0);
  return [...best.perProbe].sort((a, b) => cost(a) - cost(b)).map(({ evidence }) => evidence);
}

/**
 * Whether one odd constant, the same on every probe, is all that separates every result from the right one. Two known
 * mistakes that multiply to it would be a coincidence.
 */
function isOneConstant({ perProbe, wrong, computation }: Comparison): boolean {
  if (wrong.length < 2 || wrong.length < computation.returns.length) return false;
  const ratio = commonRatio(
    perProbe.flatMap(({ evidence, evaluation }) =>
      wrong.map((name) => ({
        expected: read(evaluation.values, name),
        actual: read(evidence.returned, name),
      })),
    ),
  );
  return ratio !== null && signatures.every((known) => !isClose(Math.abs(ratio), Math.abs(known.ratio)));
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
    if (explanation && !isCoincidence) {
      const [found, ...more] = fromExplanation(explanation, main, shown, language);
      const own = best.perProbe.find(({ evidence }) => evidence === shown);
      const isHidden = own && best.wrong.every((name) => !differsIn(own, name));
      if (found && isHidden) {
        return [{ ...found, message: found.message + hiddenOnNotes[language] }, ...more];
      }
      if (found) return [found, ...more];
    }
  }
  const { collect } = best.computation.loop ?? {};
  const order = allSteps(best.computation).map(({ name }) => (name === collect?.step ? collect.into : name));
  const [first = ''] = [...best.wrong].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const signature = fromSignature(first, best, shown, language);
  if (signature) return [signature];
  const begin = main ? firstWrongStep(main) : null;
  // In a loop what is computed last spoils, a round later, what is computed first.
  const isEarlier = (name: string): boolean =>
    best.computation.loop !== null || order.lastIndexOf(name) <= order.lastIndexOf(first);
  const where =
    begin && isEarlier(begin.name) ? begin : { name: first, line: main ? lineOfResult(first, main) : null };
  return [
    diagnosis(
      'unknown',
      language,
      { target: first, step: where.name },
      { line: where.line, confidence: 'likely' },
    ),
  ];
}
