/** What a Python error means here, in one sentence: the one table for all kinds that the harness tells apart. */
import type { Language } from '../../course/exercise';
import type { ErrorHint } from '../../python/runtime';
import { clashSentences } from './clashes';
import { nameSentences } from './names';
import { programSentences } from './programs';
import type { HintSentence } from './sentence';
import { valueSentences } from './values';

const sentences: Readonly<Record<string, HintSentence>> = {
  ...nameSentences,
  ...valueSentences,
  ...programSentences,
  ...clashSentences,
};

/** The sentence for a hint, or null where its kind has none. */
export function hintSentence(hint: ErrorHint | null, language: Language): string | null {
  return hint === null ? null : (sentences[hint.code]?.[language](hint.details) ?? null);
}
