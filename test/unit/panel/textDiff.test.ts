import assert from 'node:assert/strict';
import fc from 'fast-check';
import { replacementBetween } from '../../../src/panel/sync/textDiff';

describe('replacementBetween', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '가', '😀', '😁'), maxLength: 12 });

  it('turns the one text into the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { from, to, insert } = replacementBetween(before, after);
        assert.equal(before.slice(0, from) + insert + before.slice(to), after);
      }),
    );
  });

  it('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { from, to, insert } = replacementBetween(before, after);
        for (const part of [before.slice(0, from), insert, before.slice(to)])
          assert.doesNotThrow(() => encodeURIComponent(part));
      }),
    );
  });

  it('replaces only what differs', () => {
    assert.deepEqual(replacementBetween('one two three', 'one 2 three'), { from: 4, to: 7, insert: '2' });
    assert.deepEqual(replacementBetween('same', 'same'), { from: 4, to: 4, insert: '' });
    assert.deepEqual(replacementBetween('aa', 'aaa'), { from: 2, to: 2, insert: 'a' });
  });
});
