/** Korean particles after a word that is not known in advance: a name of the learner's, a number, a shape. */

/** How digits are read: 영, 일, 이, 삼 … Those that end in a consonant. */
const closedDigits = '013678';
/** Letters whose names end in a consonant where they stand by themselves: 엘, 엠, 엔, 알. */
const closedLetters = 'lmnr';
/** Words are read as they sound; `dot` and `step` as well as `loss` mostly get a vowel at their end: 로스. */
const closedEnds = /(?:[lmn]|le|ng)$/;

/** What `로` follows as it follows a vowel: 일, 칠, 팔; 엘, 알. */
const liquidEnds = /[178]\W*$|(?:^|[^a-z])[lr]\W*$/iu;

/** Whether a word ends in a consonant when a Korean reads it. */
function isClosed(word: string): boolean {
  const plain = /([\p{L}\p{N}_]+)[^\p{L}\p{N}_]*$/u.exec(word)?.[1] ?? '';
  const last = plain.at(-1) ?? '';
  const hangul = last.charCodeAt(0) - 0xac00;
  if (hangul >= 0 && hangul < 11172) return hangul % 28 > 0;
  if (/\d/.test(last)) return closedDigits.includes(last);
  const [letters = ''] = /[a-z]+$|[A-Z]$/.exec(plain) ?? [];
  return letters.length < 2 ? closedLetters.includes(last.toLowerCase()) : closedEnds.test(letters);
}

/** A word with the particle that goes with its end: `withParticle('dW1', '은', '는')` is `dW1은`. */
export function withParticle(word: string, afterConsonant: string, afterVowel: string): string {
  const isLiquid = afterConsonant === '으로' && liquidEnds.test(word);
  return word + (isClosed(word) && !isLiquid ? afterConsonant : afterVowel);
}
