/** Diagnoses from mistakes: the sentence in the learner's language, with the numbers that were seen. */
import type { Values } from '../engine/operation';
import { formatShape } from '../engine/tensor';
import { ratioOf } from './agreement';
import { catalogue } from './catalogue/catalogue';
import type { Facts, Sentence } from './mistake';

/** A mistake as a learner is told of it. */
export interface Finding {
  readonly code: string;
  /** The returned array that shows it. */
  readonly target: string | null;
  readonly line: number | null;
  readonly confidence: 'certain' | 'likely';
  readonly message: string;
  /** What the sentence was made of, as long as the report is being made. */
  readonly facts?: Facts;
}

/** Whether the catalogue has a sentence for a code. */
export function isKnownCode(code: string): boolean {
  return catalogue.some((entry) => entry.code === code);
}

/** The mistake of that code; the catalogue holds every code, so its absence is a fault of ours. */
export function sentenceOf(code: string): Sentence {
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
  language: keyof Sentence,
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
