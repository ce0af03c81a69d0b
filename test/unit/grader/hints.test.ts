import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportError } from '../../../src/grader/errors';
import { hintSentence } from '../../../src/grader/hints/hints';
import { raisedError } from './pretendedRun';

const harness = join(import.meta.dirname, '../../../src/python/harness');

/** What looks like a code there and is none: a module that is closed says so itself; the others are details. */
const notCodes: ReadonlySet<string> = new Set(['closed-module', 'one-dimension']);

/** The codes that the harness gives, read off its text. */
function codes(): readonly string[] {
  const text = ['hints', 'named', 'typed', 'valued', 'syntax', 'clashes', 'session', 'entry']
    .map((file) => readFileSync(join(harness, `${file}.py`), 'utf8'))
    .join('\n');
  const found = [
    ...text.matchAll(/(?:return|else|"code":|\(") ?"?([a-z0-9]+(?:-[a-z0-9]+)+)"(?:,| if| else|\s*\})/gu),
  ];
  return [...new Set(found.map((match) => match[1] ?? ''))].filter((code) => !notCodes.has(code));
}

describe('the sentences beside Python’s errors', () => {
  it('are there for every kind that the harness tells apart', () => {
    assert.ok(codes().length > 30, codes().join(' '));
    for (const code of codes()) {
      for (const language of ['en', 'ko'] as const) {
        const sentence = hintSentence({ code, details: {} }, language) ?? '';
        assert.ok(sentence.length > 10, `${code} (${language}): ${sentence}`);
        assert.doesNotMatch(sentence, /undefined/u, `${code} (${language})`);
      }
    }
  });

  it('stand after Python’s own words, in the learner’s language, once', () => {
    const said = 'A function of the snippet calls itself without coming to an end.';
    const error = raisedError(`RecursionError: maximum recursion depth exceeded\n${said}`, 3, {
      hint: { code: 'endless-recursion', details: { name: 'f', said } },
    });
    assert.equal(reportError(error, 'en').message, error.message);
    assert.equal(
      reportError(error, 'ko').message,
      'RecursionError: maximum recursion depth exceeded\n`f`가 끝없이 자기 자신을 부릅니다.',
    );
  });

  it('are not made up for an error of another kind', () => {
    assert.equal(hintSentence({ code: 'no-such-kind', details: {} }, 'en'), null);
    assert.equal(reportError(raisedError('OSError: odd', 1), 'en').message, 'OSError: odd');
    // Where Python's words are not the learner's, a sentence says no more than that it stopped.
    const [words, sentence] = reportError(raisedError('OSError: odd', 1), 'ko').message.split('\n');
    assert.equal(words, 'OSError: odd');
    assert.match(sentence ?? '', /오류/u);
  });
});
