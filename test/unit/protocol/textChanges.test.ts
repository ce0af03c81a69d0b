import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges, areApplicable, difference } from '../../../src/protocol/textChanges';

/** Texts whose pairs of code units share halves, so that a difference could cut one. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '가', '😀', '😁', '🙂'), maxLength: 12 });

describe('changes', () => {
  it('are refused out of order, overlapping or beyond the end', () => {
    assert.equal(
      areApplicable(
        [
          { from: 2, to: 3, insert: '' },
          { from: 0, to: 1, insert: '' },
        ],
        5,
      ),
      false,
    );
    assert.equal(
      areApplicable(
        [
          { from: 0, to: 3, insert: '' },
          { from: 2, to: 4, insert: '' },
        ],
        5,
      ),
      false,
    );
    assert.equal(areApplicable([{ from: 3, to: 6, insert: '' }], 5), false);
    assert.equal(areApplicable([{ from: 3, to: 2, insert: '' }], 5), false);
    assert.equal(
      areApplicable(
        [
          { from: 0, to: 0, insert: 'x' },
          { from: 5, to: 5, insert: 'y' },
        ],
        5,
      ),
      true,
    );
  });

  it('are the difference of two texts, as small as it can be', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = difference(before, after);
        assert.equal(applyChanges(before, changes), after);
        assert.equal(changes.length, before === after ? 0 : 1);
      }),
    );
    assert.deepEqual(difference('one two', 'one 2 two'), [{ from: 4, to: 4, insert: '2 ' }]);
  });

  it('replace nothing but what differs', () => {
    assert.deepEqual(difference('one two three', 'one 2 three'), [{ from: 4, to: 7, insert: '2' }]);
    assert.deepEqual(difference('aa', 'aaa'), [{ from: 2, to: 2, insert: 'a' }]);
  });

  it('never cut a surrogate pair', () => {
    // Both share their first code unit, 0xD83D.
    assert.deepEqual(difference('a🙂b', 'a🙃b'), [{ from: 1, to: 3, insert: '🙃' }]);
    fc.assert(
      fc.property(text, text, (before, after) => {
        for (const { from, to, insert } of difference(before, after)) {
          for (const part of [before.slice(0, from), insert, before.slice(to)])
            assert.doesNotThrow(() => encodeURIComponent(part));
        }
      }),
    );
  });
});
