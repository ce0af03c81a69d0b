/** Diagnoses from mistakes: the sentence in the learner's language, with the numbers that were seen. */
import type { Language } from '../course/exercise';
import { ratioOf } from '../diagnosis/agreement';
import { catalogue } from '../diagnosis/catalogue/catalogue';
import type { Facts } from '../diagnosis/mistake';
import type { Values } from '../engine/computation';
import { formatShape } from '../engine/tensor';
import type { Diagnosis } from './report';

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
): Diagnosis {
  const target = where.target ?? facts.target;
  return {
    code,
    target: target === '' ? null : target,
    line: where.line,
    confidence: where.confidence ?? 'certain',
    message: sentenceOf(code)[language]({ ...noFacts, step: facts.target, ...facts }),
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
