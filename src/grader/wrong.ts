/** What is told of results that are not right. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { Evidence } from '../diagnosis/evidence';
import { returnedOn } from '../diagnosis/evidence';
import type { CallResult } from '../python/runtime';
import { isCrossEntropySlope } from './crossEntropy';
import { diagnoseWrong, wrongOrder, type Told } from './diagnose';
import { diagnosis } from '../diagnosis/finding';
import { computedFromChanged } from './inputCause';
import { diagnoseRecorded } from './recorded/diagnoseRecorded';
import type { Diagnosis } from './report';
import { fewestWrong, type Comparison } from './values';

/** `shown` is what came back on the learner's own data, `evidence` what did on all; `calls` are those that gave it. */
export function findWrong(
  exercise: Exercise,
  calls: readonly CallResult[],
  comparisons: readonly Comparison[],
  shown: Evidence,
  evidence: readonly Evidence[],
  language: Language,
): Told {
  const best = fewestWrong(comparisons);
  if (calls.some(({ deterministic }) => deterministic === false)) return { comparison: best, diagnoses: [] };
  const infinite = findInfinite(shown, language);
  if (infinite) return { comparison: best, diagnoses: [infinite] };
  const cause = fromChangedInputs(exercise, calls, comparisons, evidence);
  if (cause) return cause;
  const order = wrongOrder(comparisons);
  const { recorded } = exercise.judging;
  const explained = recorded
    ? diagnoseRecorded(exercise, recorded, comparisons, shown, language)
    : diagnoseWrong(comparisons, shown, language);
  const { comparison, diagnoses } = explained;
  const isUnsure = diagnoses.some(({ code, confidence }) => code === 'unknown' || confidence === 'likely');
  // One permutation is simpler than two mistakes that happen to give it.
  if (order && (isUnsure || diagnoses.length > 1)) {
    const line = evidence[0]?.returnLines.get(comparison.wrong[0] ?? '') ?? null;
    const { target, other } = order;
    return {
      comparison: order.comparison,
      diagnoses: [diagnosis('wrong-return-order', language, { target, detail: other }, { line })],
    };
  }
  return explained;
}

/** Where nothing is wrong but that arguments were written over before they were read again. */
function fromChangedInputs(
  exercise: Exercise,
  calls: readonly CallResult[],
  comparisons: readonly Comparison[],
  evidence: readonly Evidence[],
): Told | null {
  if (exercise.judging.mayChangeInputs) return null;
  const changed = new Set(calls.flatMap(({ changedInputs }) => changedInputs.map(({ name }) => name)));
  if (changed.size === 0) return null;
  const accepted = computedFromChanged(evidence, changed);
  const comparison = comparisons.find((one) => one.accepted === accepted);
  return comparison ? { comparison, diagnoses: [] } : null;
}

function findInfinite(shown: Evidence, language: Language): Diagnosis | null {
  for (const [name, value] of shown.returned) {
    const bad = value.data.find((entry) => !Number.isFinite(entry));
    if (bad === undefined) continue;
    const trace = shown.observations.find(({ value: seen }) =>
      seen.data.some((entry) => !Number.isFinite(entry)),
    );
    return diagnosis(
      'non-finite',
      language,
      {
        target: name,
        detail: Number.isNaN(bad) ? 'nan' : 'inf',
        variant: trace && isCrossEntropySlope(trace.value, shown.inputs) ? 'cross-entropy' : '',
      },
      { line: trace?.line ?? returnedOn(name, shown) },
    );
  }
  return null;
}

/**
 * Where a perturbed x was not put back, that is the mistake, and that x changed follows from it. Where nothing else is
 * known, arguments that were written over come first: what follows may come of it.
 */
export function withSide(wrong: readonly Diagnosis[], side: readonly Diagnosis[]): readonly Diagnosis[] {
  const further = side.filter(({ code }) => !wrong.some((one) => one.code === code));
  return wrong[0]?.code === 'unknown' ? [...further, ...wrong] : [...wrong, ...further];
}
