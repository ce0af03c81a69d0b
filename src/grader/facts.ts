/** Diagnoses from mistakes: the sentence in the learner's language, with the numbers that were seen. */
import type { Language } from '../course/exercise';
import { scaleFactor } from '../diagnosis/agreement';
import { catalogue } from '../diagnosis/catalogue/catalogue';
import type { Evidence } from '../diagnosis/evidence';
import type { Facts } from '../diagnosis/mistake';
import type { Evaluation } from '../engine/computation';
import { formatShape } from '../engine/tensor';
import type { Diagnosis } from './report';

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

/** The numbers that a sentence about one returned array may name, read off one probe. */
export function numbersOf(
  target: string,
  evidence: Evidence,
  reference: Evaluation | null,
): Pick<Facts, 'ratio' | 'samples' | 'expectedShape' | 'actualShape'> {
  const [actual, expected] = [evidence.returned.get(target), reference?.values.get(target)];
  const data = evidence.inputs.get('X') ?? evidence.inputs.get('A2');
  return {
    ratio: actual && expected ? scaleFactor(actual.data, expected.data) : null,
    samples: data?.shape[0] ?? null,
    expectedShape: expected ? formatShape(expected.shape) : '',
    actualShape: actual ? formatShape(actual.shape) : null,
  };
}
