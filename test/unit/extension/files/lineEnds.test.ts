import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  editLineEnds,
  joinLineEnds,
  splitLineEnds,
  uniformEnds,
} from '../../../../src/extension/files/lineEnds';
import {
  applyChanges,
  areApplicable,
  difference,
  type TextChange,
} from '../../../../src/protocol/textChanges';
import { changesOf, textOf, wishes } from '../editedText';

/** Files whose lines end in every way, with few different lines, so that equal ones meet often. */
const raw = textOf(['a', 'b', '가', '🙂', '\n', '\r\n', '\r']);

/** A file and changes of its LF text. */
const editedFile = fc
  .tuple(raw, wishes)
  .map(([file, wished]) => ({ file, changes: changesOf(splitLineEnds(file).text, wished) }));

function edit(file: string, changes: readonly TextChange[]): string {
  const { text, ends } = splitLineEnds(file);
  const after = applyChanges(text, changes);
  return joinLineEnds(after, editLineEnds(ends, text, after, changes));
}

/** Where an offset into the LF text is in the file. */
function rawOffset(file: string, offset: number): number {
  let at = 0;
  for (let seen = 0; seen < offset; seen++) at += file.startsWith('\r\n', at) ? 2 : 1;
  return at;
}

describe('the line ends of a file', () => {
  it('are there again when the text is joined with them', () => {
    fc.assert(
      fc.property(raw, (file) => {
        const { text, ends } = splitLineEnds(file);
        assert.equal(text.includes('\r'), false);
        assert.equal(ends.length, text.split('\n').length - 1);
        assert.equal(joinLineEnds(text, ends), file);
      }),
    );
  });

  it('stay, byte for byte, wherever nothing was edited', () => {
    fc.assert(
      fc.property(editedFile, ({ file, changes }) => {
        const { text } = splitLineEnds(file);
        assert.ok(areApplicable(changes, text.length));
        const after = edit(file, changes);
        assert.equal(splitLineEnds(after).text, applyChanges(text, changes));
        // Two line ends that have come together and would be one are the exception; see below.
        fc.pre(!after.includes('\r\r\n'));
        // What is outside of all changes stands in the new file as it stood in the old one, in order.
        let [at, rest] = [0, after];
        for (const { from, to, insert } of changes) {
          const kept = file.slice(at, rawOffset(file, from));
          assert.ok(rest.startsWith(kept), `${JSON.stringify(kept)} at the start of ${JSON.stringify(rest)}`);
          rest = rest.slice(kept.length);
          const taken = rawOffset(rest, insert.length);
          assert.equal(splitLineEnds(rest.slice(0, taken)).text, insert);
          rest = rest.slice(taken);
          at = rawOffset(file, to);
        }
        assert.equal(rest, file.slice(at));
      }),
    );
  });

  it('stay for the lines that a whole new text has in common with the old one', () => {
    const file = 'import numpy\r\n\ndef relu(x):\r    return x\r\n\nprint(1)\n';
    const { text, ends } = splitLineEnds(file);
    const after = '# new\n' + text.replace('return x', 'return max(x, 0)').replace('print(1)', 'print(2)');
    const changes = difference(text, after);
    assert.equal(changes.length, 1);
    assert.equal(
      joinLineEnds(after, editLineEnds(ends, text, after, changes)),
      '# new\r\nimport numpy\r\n\ndef relu(x):\r    return max(x, 0)\r\n\nprint(2)\n',
    );
  });

  it('never become one where two of them meet', () => {
    assert.equal(edit('a\rb\nc', [{ from: 2, to: 3, insert: '' }]), 'a\r\r\nc');
  });

  it('of one kind stay of one kind', () => {
    fc.assert(
      fc.property(editedFile, fc.constantFrom('\n', '\r\n', '\r'), ({ file, changes }, end) => {
        const { text } = splitLineEnds(file);
        const ends = uniformEnds(end, text);
        fc.pre(ends.length > 0);
        const after = applyChanges(text, changes);
        const now = editLineEnds(ends, text, after, changes);
        assert.deepEqual(now, uniformEnds(end, after));
      }),
    );
  });

  it('are kept in long texts too, in a moment', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `line ${String(i)}${i % 3 ? '\n' : '\r\n'}`);
    const file = lines.join('');
    const { text, ends } = splitLineEnds(file);
    const after = `first\n${text.replaceAll('line 1', 'row 1')}`;
    const started = performance.now();
    const now = editLineEnds(ends, text, after, difference(text, after));
    assert.ok(performance.now() - started < 2000);
    assert.equal(now.length, 20_001);
    assert.equal(now.at(-1), ends.at(-1));
  });

  it('of a new line are those of the line that it was typed into', () => {
    assert.equal(edit('a\r\nb\nc', [{ from: 3, to: 3, insert: '\nx' }]), 'a\r\nb\nx\nc');
    assert.equal(edit('a\r\nb', [{ from: 3, to: 3, insert: '\nx' }]), 'a\r\nb\r\nx');
    assert.equal(edit('', [{ from: 0, to: 0, insert: 'x\ny\n' }]), 'x\ny\n');
  });

  it('are those from before where no line is left to go by', () => {
    assert.equal(
      edit('a\r\n', [
        { from: 0, to: 0, insert: '\n' },
        { from: 1, to: 2, insert: '' },
      ]),
      '\r\na',
    );
    const changes = [{ from: 0, to: 0, insert: 'x\n' }];
    assert.deepEqual(editLineEnds([], '', 'x\n', changes, '\r\n'), ['\r\n']);
  });
});
