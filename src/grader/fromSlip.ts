/** Diagnoses of calls that raised, from what they had computed until then. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import { findHidden, findSlip, type Slip } from '../diagnosis/brokenOff';
import { slip } from '../diagnosis/mutants';
import { diagnosis } from '../diagnosis/finding';
import { tracedEvidence, type Judged } from './observe';
import type { Diagnosis } from './report';

function fromSlip({ mutant, line }: Slip, language: Language): Diagnosis {
  const [step = ''] = mutant.steps;
  const facts = { target: step, variant: slip(mutant.variant) };
  return diagnosis(mutant.mistake.code, language, facts, { line, confidence: 'likely' });
}

/** Only arrays that do not fit each other tell of sizes; other errors have other causes. */
function clashes(raised: readonly Judged[]): readonly Judged[] {
  return raised.filter(({ call }) => call.error?.type === 'ValueError');
}

/** An array of the wrong size that a call made before Python stumbled over it. */
export function fromTrace(
  exercise: Exercise,
  raised: readonly Judged[],
  language: Language,
): readonly Diagnosis[] {
  for (const { probe, call } of clashes(raised)) {
    const slip = findSlip(tracedEvidence(exercise, probe, call));
    if (slip) return [fromSlip(slip, language)];
  }
  return [];
}

/** A line that gives the right array on the learner's own data, and raises on other sizes. */
export function fromHidden(
  exercise: Exercise,
  shown: Judged,
  raised: readonly Judged[],
  language: Language,
): readonly Diagnosis[] {
  const evidence = tracedEvidence(exercise, shown.probe, shown.call);
  for (const { probe, call } of clashes(raised)) {
    const line = call.error?.line ?? null;
    const slip = line === null ? null : findHidden(evidence, tracedEvidence(exercise, probe, call), line);
    if (slip) return [fromSlip(slip, language)];
  }
  return [];
}
