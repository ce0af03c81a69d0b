/** Diagnoses from mistakes: the sentence in the learner's language, with the numbers that were seen. */
import type { Language } from '../course/exercise';
import { ratioOf } from '../diagnosis/agreement';
import { catalogue } from '../diagnosis/catalogue/catalogue';
import type { Facts } from '../diagnosis/mistake';
import type { Values } from '../engine/computation';
import { formatShape } from '../engine/tensor';
import type { Samples } from '../engine/columnForm';
import { turnedText } from './orientation';
import type { Diagnosis, Finding } from './report';

/** Whether the catalogue has a sentence for a code. */
export function isKnownCode(code: string): boolean {
  return catalogue.some((entry) => entry.code === code);
}

/** The mistake of that code; the catalogue holds every code, so its absence is a fault of ours. */
function sentenceOf(code: string) {
  const mistake = catalogue.find((entry) => entry.code === code);
  if (!mistake) throw new Error(`no mistake has the code ${code}`);
  return mistake.sentence;
}

const noFacts: Facts = {
  target: '',
  step: '',
  variant: '',
  ratio: null,
  samples: null,
  expectedShape: '',
  actualShape: null,
  detail: '',
};

/** A diagnosis with its sentence. */
export function diagnosis(
  code: string,
  language: Language,
  facts: Partial<Facts> & { readonly target: string },
  where: {
    readonly line: number | null;
    readonly confidence?: 'certain' | 'likely';
    /** The returned array that shows it, where the sentence speaks of another. */
    readonly target?: string;
  },
): Finding {
  const target = where.target ?? facts.target;
  const all = { ...noFacts, step: facts.target, ...facts };
  return {
    code,
    target: target === '' ? null : target,
    line: where.line,
    confidence: where.confidence ?? 'certain',
    message: sentenceOf(code)[language](all),
    facts: all,
  };
}

/** The numbers that a sentence about one array may name: what came back beside what should have, on one probe. */
export function numbersOf(
  target: string,
  inputs: Values,
  given: Values,
  right: Values | null,
): Pick<Facts, 'ratio' | 'samples' | 'expectedShape' | 'actualShape'> {
  const [actual, expected] = [given.get(target), right?.get(target)];
  const data = inputs.get('X') ?? inputs.get('A2');
  return {
    ratio: actual && expected ? ratioOf(actual, expected) : null,
    samples: data?.shape[0] ?? null,
    expectedShape: expected ? formatShape(expected.shape) : '',
    actualShape: actual ? formatShape(actual.shape) : null,
  };
}

/** The codes that say of the one orientation what another says of the other. */
const opposite: Readonly<Record<string, string>> = { 'samples-in-columns': 'samples-in-rows' };

/** A finding as the report tells it: where samples are columns, its sentence has the shapes of columns. */
export function told({ facts, ...finding }: Finding, samples: Samples, language: Language): Diagnosis {
  if (samples === 'rows' || !facts) return finding;
  const code = opposite[finding.code] ?? finding.code;
  const turned: Facts = {
    ...facts,
    samplesIn: 'columns',
    expectedShape: turnedText(facts.expectedShape),
    actualShape: facts.actualShape === null ? null : turnedText(facts.actualShape),
  };
  // What was added to the sentence stays.
  const before = sentenceOf(finding.code)[language](facts);
  const message = finding.message.replace(before, () => sentenceOf(code)[language](turned));
  return { ...finding, code, message };
}
