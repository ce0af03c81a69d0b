/** Every sentence that a learner may read, in each of its variants and both languages, reads as one. */
import assert from 'node:assert/strict';
import type { Language } from '../../../src/course/exercise';
import { withParticle } from '../../../src/network/particles';
import { catalogueSentences, hintTexts, type Told } from './everySentence';

/** What no sentence of either language has. */
const never: readonly (readonly [RegExp, string])[] = [
  [/undefined|null|NaN|\[object|\$\{/u, 'a placeholder that was not filled'],
  [/ {2}/u, 'two spaces'],
  [/ [,.;:?)]/u, 'a space before a mark'],
  [/[([] /u, 'a space after a bracket'],
  [/\(\?\)| \?(?: |$)|`\?`/u, 'a question mark for what is not known'],
  [/\(\(\d/u, 'a shape in brackets of its own and others'],
  [/([.?!,])\1(?!\.)(?<!\.\.\.)/u, 'a mark twice'],
  [/(?:^|[^`])``(?:[^`]|$)/u, 'a name that is empty'],
];
const ofLanguage: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/[가-힣]/u, 'Korean'],
    [/\(s\)/u, 'a plural in brackets'],
    [/\b1 (?:\w+ )?(?:units|samples|values|names|entries|dimensions)\b/u, 'one in the plural'],
    [/\ba [aeio]\w/iu, '`a` before a vowel'],
    [/\b(\w+) \1\b/iu, 'a word twice'],
  ],
  ko: [
    [
      /은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|와\(과\)|과\(와\)|\(으\)로|\(이\)/u,
      'two particles',
    ],
    [/나요\?|가요\?|까요\?/u, 'another register'],
    [/행렬곱|원소 별|인자값|어레이|매트릭스/u, 'another word for a thing'],
  ],
};

function faultsOf({ code, made, texts }: Told): readonly string[] {
  return (['en', 'ko'] as const).flatMap((language) => {
    // What is quoted as code is the learner's.
    const text = texts[language].replace(/`[^`]+`/gu, '`x`').replace(/'[^' ]*'/gu, "'x'");
    const found = [...never, ...ofLanguage[language]]
      .filter(([pattern]) => pattern.test(text))
      .map(([, what]) => what);
    const end = language === 'en' ? /[.?]$/u : /(?:다|요)\.$|까\?$|[^가-힣]\.$/u;
    if (!end.test(text)) found.push('no end');
    if (language === 'ko' && !/[가-힣]/u.test(text)) found.push('no Korean');
    return found.map((what) => `${code} (${language}): ${what}: ${texts[language]} ← ${made}`);
  });
}

describe('every sentence of a finding', function () {
  this.timeout(60_000);

  it('reads as one in each of its variants, in both languages', () => {
    const all = catalogueSentences();
    assert.ok(all.length > 150, String(all.length));
    assert.deepEqual(all.flatMap(faultsOf), []);
  });

  it('reads as one where it says what a Python error means', () => {
    const all = hintTexts();
    assert.ok(all.length > 60, String(all.length));
    assert.deepEqual(all.flatMap(faultsOf), []);
  });
});

describe('a Korean particle', () => {
  it('goes with the end of the word as it is read', () => {
    const subjects = [
      'dW1',
      'dW2',
      '`Z3`',
      "cache['A6']",
      'X',
      'N',
      '`cost`',
      '`sum`',
      '배열',
      '리스트',
      'f(x, W2)',
    ];
    assert.deepEqual(
      subjects.map((word) => withParticle(word, '은', '는')),
      [
        'dW1은',
        'dW2는',
        '`Z3`은',
        "cache['A6']은",
        'X는',
        'N은',
        '`cost`는',
        '`sum`은',
        '배열은',
        '리스트는',
        'f(x, W2)는',
      ],
    );
    assert.equal(withParticle('float16', '으로', '로'), 'float16으로');
    assert.equal(withParticle('float32', '으로', '로'), 'float32로');
    assert.equal(withParticle('W1', '으로', '로'), 'W1로');
  });
});
