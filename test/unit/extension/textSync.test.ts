import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  lineStarts,
  moveLines,
  offsetAt,
  positionAt,
  toLf,
  toTextChanges,
} from '../../../src/extension/files/textSync';
import { applyChanges } from '../../../src/protocol/textChanges';
import { changesOf, lfText as text, wishes } from './editedText';

/** A text with changes that fit it. */
const edited = fc
  .tuple(text, wishes)
  .map(([before, wished]) => ({ before, changes: changesOf(before, wished) }));

describe('offsets and positions', () => {
  it('lead back to each other', () => {
    fc.assert(
      fc.property(text, fc.nat(), (sample, seed) => {
        const offset = seed % (sample.length + 1);
        const starts = lineStarts(sample);
        const position = positionAt(starts, offset);
        assert.equal(offsetAt(starts, sample.length, position), offset);
        assert.equal(sample.slice(0, offset).split('\n').length - 1, position.line);
      }),
    );
  });

  it('end at the end of the text', () => {
    assert.equal(offsetAt(lineStarts('a\nb'), 3, { line: 9, character: 0 }), 3);
    assert.equal(offsetAt(lineStarts('a\nb'), 3, { line: 1, character: 9 }), 3);
  });
});

describe('line ends', () => {
  it('become LF whatever they were', () => {
    assert.equal(toLf('a\r\nb\rc\nd'), 'a\nb\nc\nd');
  });
});

describe('changes that an editor tells', () => {
  it('are taken over from an editor with either line end, in whatever order it names them', () => {
    fc.assert(
      fc.property(edited, fc.boolean(), fc.boolean(), ({ before, changes }, reverse, crlf) => {
        const starts = lineStarts(before);
        const after = applyChanges(before, changes);
        const told = changes.map(({ from, to, insert }) => ({
          range: { start: positionAt(starts, from), end: positionAt(starts, to) },
          text: crlf ? insert.replaceAll('\n', '\r\n') : insert,
        }));
        const taken = toTextChanges(before, after, reverse ? told.reverse() : told);
        assert.deepEqual(taken, changes);
      }),
    );
  });

  it('fall back on the difference where the editor tells something else than it did', () => {
    const change = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'x' };
    assert.deepEqual(toTextChanges('ab', 'aXb', [change]), [{ from: 1, to: 1, insert: 'X' }]);
  });
});

describe('lines', () => {
  it('move with what is inserted and removed above them', () => {
    const before = 'one\ntwo\nthree';
    const move = (from: number, to: number, insert: string) =>
      moveLines([1, 2, 3], before, [{ from, to, insert }]);
    assert.deepEqual(move(0, 0, 'zero\n'), [2, 3, 4]);
    assert.deepEqual(move(0, 4, ''), [null, 1, 2]);
    assert.deepEqual(move(3, 3, '\nand a half'), [1, 3, 4]);
    assert.deepEqual(move(13, 13, '\nfour'), [1, 2, 3]);
  });

  it('are lost where they were edited', () => {
    const before = 'one\ntwo\nthree';
    const move = (from: number, to: number, insert: string) =>
      moveLines([1, 2, 3], before, [{ from, to, insert }]);
    assert.deepEqual(move(5, 6, 'W'), [1, null, 3]);
    assert.deepEqual(move(4, 4, 'x'), [1, null, 3]);
    // Joining two lines edits both.
    assert.deepEqual(move(3, 4, ''), [null, null, 2]);
  });

  it('keep their text wherever they go', () => {
    fc.assert(
      fc.property(edited, ({ before, changes }) => {
        const lines = before.split('\n');
        const after = applyChanges(before, changes).split('\n');
        const moved = moveLines(
          lines.map((_, index) => index + 1),
          before,
          changes,
        );
        moved.forEach((line, index) => {
          if (line !== null) assert.equal(after[line - 1], lines[index]);
        });
      }),
    );
  });
});
