/** What was typed in a page that went away: all of it is in the text afterwards, and none of it twice. */
import assert from 'node:assert/strict';
import { withTyped } from '../../../src/extension/snippet/typed';
import type { Typed } from '../../../src/protocol/messages';

/** "ab", then "c" on its way, then "d" behind it. */
const typed: Typed = {
  exercise: 'relu',
  page: 'page',
  count: 4,
  text: 'abcd',
  known: [
    { count: 2, text: 'ab' },
    { count: 3, text: 'abc' },
  ],
};
const came = (count: number, text: string) => ({ page: 'page', count, text });

describe('what a page had typed when it went away', () => {
  it('is nothing new where all of it has come, whatever has become of the text since', () => {
    for (const now of ['abcd', 'ab', '', 'quite another']) {
      assert.equal(withTyped(typed, came(4, 'abcd'), now), undefined);
      assert.equal(withTyped(typed, came(9, 'abcdefghi'), now), undefined);
    }
  });

  it('is what has not come yet', () => {
    assert.equal(withTyped(typed, came(2, 'ab'), 'ab'), 'abcd');
    assert.equal(withTyped(typed, came(3, 'abc'), 'abc'), 'abcd');
  });

  it('is merged with what was changed elsewhere meanwhile', () => {
    const lines: Typed = {
      ...typed,
      text: 'one\ntwo\nthree # typed\n',
      known: [{ count: 2, text: 'one\ntwo\nthree\n' }],
    };
    assert.equal(
      withTyped(lines, came(2, 'one\ntwo\nthree\n'), '# elsewhere\none\ntwo\nthree\n'),
      '# elsewhere\none\ntwo\nthree # typed\n',
    );
    // What came has been changed since: only what is new is added.
    assert.equal(
      withTyped(lines, came(2, 'one\ntwo\nthree\n'), 'ONE\ntwo\nthree\n'),
      'ONE\ntwo\nthree # typed\n',
    );
  });

  it('is found by the texts that the page knew where nobody remembers how much has come', () => {
    for (const now of ['ab', 'abc']) assert.equal(withTyped(typed, undefined, now), 'abcd');
    assert.equal(withTyped(typed, undefined, 'abcd'), undefined);
    assert.equal(withTyped(typed, undefined, 'x\nab'), 'x\nabcd');
  });

  it('begins where it came to, where that is none of the texts that the page knew', () => {
    assert.equal(withTyped(typed, came(1, 'a'), 'a'), 'abcd');
  });
});
