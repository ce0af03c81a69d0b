/** From wrong results to diagnoses where the reference is a solution: its own known mistakes, general signs, unknown. */
import type { Language, Text } from '../../course/exercise';
import type { Exercise } from '../../course/judgedExercise';
import type { Recording } from '../../course/judging/recording';
import { diagnosis } from '../../diagnosis/finding';
import type { Evidence } from '../../diagnosis/evidence';
import { lineOfResult } from '../../diagnosis/locate';
import { ratioOf } from '../../diagnosis/agreement';
import { formatShape } from '../../engine/tensor';
import { shortNumber } from '../../engine/shortNumber';
import { isHardCoded, ofUnexplained, type Told } from '../diagnose';
import type { Diagnosis } from '../report';
import { fewestWrong, type Comparison } from '../values';
import { explainedBy, pairedWith, reaches, type OnRecorded } from './explain';
import { generalSign } from './general';
import { placeOfMistake } from './locate';

/** A sentence of a folder with the numbers that were seen in its places: `{target}`, `{ratio}`, `{expected}`, `{actual}`. */
function filled(sentence: Text, language: Language, target: string, on: OnRecorded): string {
  const [given, right] = [on.evidence.returned.get(target), on.recorded.right.get(target)];
  const ratio = given && right ? ratioOf(given, right) : null;
  const values: Readonly<Record<string, string>> = {
    target,
    ratio: ratio === null ? '?' : shortNumber(ratio, 4),
    expected: right ? formatShape(right.shape) : '?',
    actual: given ? formatShape(given.shape) : '?',
  };
  return sentence[language].replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

/** What is known of the mistake behind results on one probe alone, where others gave none. */
export function recordedOnOne(
  exercise: Exercise,
  recording: Recording,
  evidence: Evidence,
  traced: readonly Evidence[],
  language: Language,
): readonly Diagnosis[] {
  const probes = exercise.judging.probes();
  const pairs = pairedWith(recording, probes, [evidence]);
  const wrong = recording.names.filter((name) => evidence.returned.has(name));
  return explainedBy(recording, pairs, wrong)
    .slice(0, 1)
    .flatMap(({ mistake, names: [target = ''] }) => {
      const known = recording.mistakes[mistake];
      const [on] = pairs;
      if (!known || !on) return [];
      const everywhere = [...pairedWith(recording, probes, traced), ...pairs];
      const line = known.hasLine ? placeOfMistake(mistake, target, everywhere).line : null;
      return [
        {
          code: known.code,
          target,
          line,
          confidence: 'certain',
          message: filled(known.sentence, language, target, on),
        },
      ];
    });
}

/** Never without a diagnosis: at the least, `unknown` with the array that is wrong first. */
export function diagnoseRecorded(
  exercise: Exercise,
  recording: Recording,
  comparisons: readonly Comparison[],
  shown: Evidence,
  language: Language,
): Told {
  const comparison = fewestWrong(comparisons);
  const { wrong, perProbe } = comparison;
  const pairs = pairedWith(
    recording,
    exercise.judging.probes(),
    perProbe.map(({ evidence }) => evidence),
  );
  const fixed = wrong.find((name) => isHardCoded(name, comparison));
  const explained = explainedBy(recording, pairs, wrong);
  if (fixed !== undefined && !explained.some(({ names }) => names.includes(fixed))) {
    const line = lineOfResult(fixed, shown);
    return { comparison, diagnoses: [diagnosis('hard-coded', language, { target: fixed }, { line })] };
  }
  let isShown = false;
  const diagnoses = explained.flatMap(({ mistake, names: [target = ''] }, i): Diagnosis[] => {
    const known = recording.mistakes[mistake];
    const on = pairs.find(({ evidence }) => evidence === shown) ?? pairs[0];
    if (!known || !on) return [];
    const place = known.hasLine ? placeOfMistake(mistake, target, pairs) : null;
    if (i === 0) isShown = place?.isShown ?? false;
    return [
      {
        code: known.code,
        target,
        line: place?.line ?? null,
        confidence: 'certain',
        message: filled(known.sentence, language, target, on),
      },
    ];
  });
  const left = wrong.filter(
    (name) => !explained.some(({ names, mistake }) => names.includes(name) || reaches(mistake, name, pairs)),
  );
  if (left.length === 0 && diagnoses.length > 0) return { comparison, diagnoses, isShown };
  const rest = left.length > 0 ? left : wrong;
  return { comparison, diagnoses: [...diagnoses, ofRest(comparison, rest, pairs, shown, language)], isShown };
}

/** What is said of the first of some arrays that no known mistake of the exercise explains. */
function ofRest(
  comparison: Comparison,
  names: readonly string[],
  pairs: readonly OnRecorded[],
  shown: Evidence,
  language: Language,
): Diagnosis {
  const main = pairs.find(({ evidence }) => evidence.observations.length > 0)?.evidence ?? null;
  for (const name of names) {
    const sign = generalSign(name, pairs);
    if (sign) {
      const line = main ? lineOfResult(name, main) : null;
      return { code: sign.code, target: name, line, confidence: 'likely', message: sign.sentence[language] };
    }
  }
  return ofUnexplained(comparison, names, main, shown, language);
}
