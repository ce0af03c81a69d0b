/** Every sentence of the catalogue and of the hints, in each of its variants, as a learner may read it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { course } from '../../../src/course/course';
import type { Language } from '../../../src/course/exercise';
import { inputsOf } from '../../../src/course/judging/probe';
import { catalogue } from '../../../src/diagnosis/catalogue/catalogue';
import type { Facts } from '../../../src/diagnosis/mistake';
import { mutantsOf, slip } from '../../../src/diagnosis/mutants';
import { hintSentence } from '../../../src/grader/hints/hints';

export interface Told {
  readonly code: string;
  /** What it was made with, for whoever reads a failure. */
  readonly made: string;
  readonly texts: Readonly<Record<Language, string>>;
}

const source = join(__dirname, '../../../src');

/** The words that a sentence compares its facts with: `f.variant === 'sign'`, `case 'twice'`, `sign: \`…`. */
function wordsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/(?:===|startsWith\(|endsWith\(|includes\(|case) ?'([^']*)'/g)];
  const keys = [...text.matchAll(/^\s+'?([a-z][\w-]*)'?:\s*(?:\(|`|')/gm)];
  return [...quoted, ...keys].map(([, word = '']) => word);
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

interface Seen {
  readonly variant: string;
  readonly step: string;
  readonly detail: string;
}

/** What the mistakes of a code are made of in the exercises. */
function seenOf(): ReadonlyMap<string, readonly Seen[]> {
  const seen = new Map<string, Map<string, Seen>>();
  for (const { judging } of course) {
    for (const probe of judging.probes().slice(0, 1)) {
      for (const { computation } of judging.references(probe)) {
        for (const mutant of mutantsOf(computation, [...inputsOf(probe).keys()])) {
          const variant = slip(mutant.variant);
          const known = seen.get(mutant.mistake.code) ?? new Map<string, Seen>();
          const detail = /:(.+)$/.exec(mutant.variant)?.[1] ?? '';
          const key = `${variant} ${mutant.steps[0]?.replace(/\d/u, '') ?? ''} ${detail === '' ? '' : 'with'}`;
          if (!known.has(key)) known.set(key, { variant, step: mutant.steps[0] ?? '', detail });
          seen.set(mutant.mistake.code, known);
        }
      }
    }
  }
  return new Map([...seen].map(([code, known]) => [code, [...known.values()]]));
}

const numbers: readonly Partial<Facts>[] = [
  { ratio: null, samples: null, expectedShape: '', actualShape: null },
  { ratio: 2, samples: 100, expectedShape: '(3, 5)', actualShape: '(3, 5)' },
  { ratio: 0.5, samples: 100, expectedShape: '(1, 5)', actualShape: '(5,)' },
  { ratio: -1, samples: 100, expectedShape: '(1, 5)', actualShape: '(100, 5)', isEveryGradient: true },
  { ratio: 100, samples: 100, expectedShape: '()', actualShape: '(1, 1)' },
  { ratio: 0.01, samples: 100, expectedShape: '(5, 1)', actualShape: '(1, 5)', isEveryGradient: true },
  { ratio: 0.37, samples: 100, expectedShape: '(1, 1)', actualShape: '()' },
];

/** What is told beside the array, where that is not its name or nothing. */
const known: Readonly<Record<string, readonly string[]>> = {
  'input-mutated': ['A1'],
  'non-finite': ['inf', 'nan'],
  'not-numeric': ['a dict'],
  'wrong-cost-count': ['3/4', '1/1000', '0/5'],
  'wrong-return-count': ['3 values'],
  'wrong-return-order': ['db1'],
  'wrong-return-value': ['db1'],
  'wrong-key': ['A1'],
  'missing-key': ['', "'dW1', 'db1'"],
  clipped: ['', '0.05'],
  'not-returned': ['', 'inner', 'item'],
};
/** What is said only of arrays that came back, so that their shapes are known. */
const ofShapes: readonly string[] = ['wrong-shape', 'missing-keepdims'];

/** Each text once: with other arrays and numbers it is the same sentence. */
function template(text: string, { detail, step, target, actualShape, expectedShape }: Facts): string {
  const parts = [detail, step, target, actualShape ?? '', expectedShape].filter((part) => part.length > 1);
  const bare = parts.reduce((left, part) => left.replaceAll(part, 'D'), text);
  return bare
    .replace(/\b[XY]\b/gu, 'N')
    .replace(/\bd?[A-Z]\d\b/gu, 'N')
    .replace(/-?\d+(\.\d+)?/gu, '#');
}

export function catalogueSentences(): readonly Told[] {
  const folder = join(source, 'diagnosis/catalogue');
  const words = unique(
    readdirSync(folder).flatMap((name) => wordsIn(readFileSync(join(folder, name), 'utf8'))),
  );
  const seen = seenOf();
  const all: Told[] = [];
  for (const { code, sentence } of catalogue) {
    const found = new Set<string>();
    const made: readonly Seen[] = seen.get(code) ?? [];
    // What is said of results that no mistake of the catalogue computes.
    const said = ['', ...words].flatMap((variant) =>
      (known[code] ?? ['', 'A1']).map((detail) => ({ variant, step: 'dW2', detail })),
    );
    for (const { variant, step, detail } of made.length > 0 ? made : said) {
      const given = numbers.filter(({ actualShape }) => actualShape !== null || !ofShapes.includes(code));
      for (const [number, target] of given.flatMap((number) => [
        [number, step] as const,
        [number, step === 'dW1' ? 'db1' : 'dW1'] as const,
      ])) {
        const facts = { variant, step, target, detail, ratio: null, samples: null, ...number } as Facts;
        const texts = { en: sentence.en(facts), ko: sentence.ko(facts) };
        const key = template(texts.en, facts) + template(texts.ko, facts);
        if (found.has(key)) continue;
        found.add(key);
        all.push({ code, made: JSON.stringify(facts), texts });
      }
    }
  }
  return all;
}

/** What a hint may tell: everything, and what of it is optional left out. */
const details = {
  name: 'dW1',
  suggestion: 'dZ1',
  key: "'dW1'",
  keys: "'dW2', 'db2'",
  module: 'numpy',
  type: 'tuple',
  holder: 'grads',
  shape: '(3, 5)',
  made: 'backward',
  argument: 'Z1',
  axis: '2',
  size: '3',
  index: '5',
  dimensions: '2',
  many: '1',
  wanted: '4',
  given: '2',
  line: '7',
  statement: 'data = load()',
  reason: 'error',
  behind: '3',
  cause: 'import pandas',
  signature: 'f(x)',
  class: 'Net',
  names: '`g`',
  kind: 'int',
  code: 'print x',
  left: 'X',
  right: 'W2',
  leftShape: '(3, 5)',
  rightShape: '(4, 1)',
  from: 'float64',
  to: 'int64',
  more: '1',
  fits: 'same',
  said: '',
};
const types = ['list', 'tuple', 'dict', 'str', 'int', 'float', 'numpy.ndarray', 'array', 'function'];
const optional = [
  'suggestion',
  'keys',
  'shape',
  'made',
  'argument',
  'many',
  'behind',
  'given',
  'more',
] as const;

export function hintTexts(): readonly Told[] {
  const folder = join(source, 'grader', 'hints');
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const codes = files.flatMap((text) =>
    [...text.matchAll(/^ {2}'?([a-z][a-z0-9-]*)'?: \{$/gm)].map(([, code = '']) => code),
  );
  const words = unique(files.flatMap(wordsIn));
  return unique(codes).flatMap((code) => {
    const found = new Map<string, Told>();
    const all = [
      ...words.flatMap((word) =>
        (['variant', 'reason', 'fits'] as const).map((key) => ({ ...details, variant: '', [key]: word })),
      ),
      ...types.map((type) => ({ ...details, variant: '', type })),
      ...optional.map((key) => ({ ...details, variant: '', suggestion: '', many: '', [key]: '' })),
      { ...details, variant: '', name: '' },
    ];
    for (const given of all) {
      const [en, ko] = (['en', 'ko'] as const).map((language) =>
        hintSentence({ code, details: given }, language),
      );
      // Of a name error the name is always known.
      if (!en || !ko || (given.name === '' && en.includes('``'))) continue;
      found.set(en + ko, { code, made: JSON.stringify(given), texts: { en, ko } });
    }
    return [...found.values()];
  });
}
