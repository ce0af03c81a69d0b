/** Finding in the panel's editor. */
import assert from 'node:assert/strict';
import { matchesIn, neighbour, replacementOf, type Query } from '../../../src/panel/find/matches';

const plain: Query = { text: '', matchCase: false, wholeWord: false, isPattern: false };
const text = 'dW1 = X.T\ndw1 = dW12\n델타 = dW1';
const found = (query: Partial<Query>): readonly string[] | undefined =>
  matchesIn(text, { ...plain, ...query })?.map(({ from, to }) => `${String(from)} ${text.slice(from, to)}`);

describe('finding', () => {
  it('takes signs for themselves and letters for either case, unless asked otherwise', () => {
    assert.deepEqual(found({ text: 'X.T' }), ['6 X.T']);
    assert.deepEqual(found({ text: 'x.t' }), ['6 X.T']);
    assert.deepEqual(found({ text: '.' }), ['7 .']);
    assert.deepEqual(found({ text: 'dW1' })?.length, 4);
    assert.deepEqual(found({ text: 'dW1', matchCase: true }), ['0 dW1', '16 dW1', '26 dW1']);
  });

  it('finds whole words, of any alphabet', () => {
    assert.deepEqual(found({ text: 'dW1', matchCase: true, wholeWord: true }), ['0 dW1', '26 dW1']);
    assert.deepEqual(found({ text: '델', wholeWord: true }), []);
    assert.deepEqual(found({ text: '델타', wholeWord: true }), ['21 델타']);
  });

  it('follows a pattern, finds nothing of no length, and says when it is none', () => {
    assert.deepEqual(found({ text: '^d.1', isPattern: true, matchCase: true }), ['0 dW1', '10 dw1']);
    assert.deepEqual(found({ text: 'q*', isPattern: true }), []);
    assert.equal(matchesIn(text, { ...plain, text: '(', isPattern: true }), null);
    assert.deepEqual(found({ text: '' }), []);
  });

  it('goes on from the selection, and around', () => {
    const matches = matchesIn(text, { ...plain, text: 'dW1', matchCase: true }) ?? [];
    const from = (at: { from: number; to: number }, step: 1 | -1): number | undefined =>
      neighbour(matches, at, step)?.from;
    assert.equal(from({ from: 0, to: 0 }, 1), 0);
    assert.equal(from({ from: 0, to: 3 }, 1), 16);
    assert.equal(from({ from: 26, to: 29 }, 1), 0);
    assert.equal(from({ from: 0, to: 3 }, -1), 26);
    assert.equal(from({ from: 20, to: 20 }, -1), 16);
    assert.equal(neighbour([], { from: 0, to: 0 }, 1), null);
  });

  it('replaces by what is written, and of a pattern by what it caught', () => {
    const first = (query: Partial<Query>, by: string): string => {
      const whole = { ...plain, ...query };
      const match = matchesIn(text, whole)?.[0];
      assert.ok(match);
      return replacementOf(text, whole, match, by);
    };
    assert.equal(first({ text: 'dW1' }, '$1\\n'), '$1\\n');
    assert.equal(first({ text: '(d)(W)', isPattern: true }, '$2$1-$&'), 'Wd-dW');
    assert.equal(first({ text: 'dW', isPattern: true }, '$$\\t\\n$1'), '$\t\n$1');
    // What a pattern looks at beside the match is there when it is replaced, too.
    assert.equal(first({ text: '(?<== )(X)', isPattern: true }, '[$1]'), '[X]');
  });
});
