import assert from 'node:assert/strict';
import fc from 'fast-check';
import { carryOver, mergeTexts } from '../../../../src/extension/files/mergeTexts';
import { textOf } from '../editedText';

const text = textOf(['a', 'b', '가', '🙂', '\n', '\n'], 30);

describe('two changes to one text', () => {
  it('are both there when they are apart', () => {
    assert.equal(
      mergeTexts('one\ntwo\nthree\n', 'ONE\ntwo\nthree\n', 'one\ntwo\nTHREE\n'),
      'ONE\ntwo\nTHREE\n',
    );
    assert.equal(
      mergeTexts('one\ntwo\n', 'one\ntwo\nthree\n', '# new\none\ntwo\n'),
      '# new\none\ntwo\nthree\n',
    );
  });

  it('are one where both sides did the same, or one did nothing', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        assert.equal(mergeTexts(base, other, other), other);
        assert.equal(mergeTexts(base, base, other), other);
        assert.equal(mergeTexts(base, other, base), other);
      }),
    );
  });

  it('are merged letter by letter where they are apart in one line', () => {
    assert.equal(mergeTexts('x = a + b\n', 'y = a + b\n', 'x = a + c\n'), 'y = a + c\n');
  });

  it('are both there, as lines, where they meet', () => {
    assert.equal(mergeTexts('x = 1\nz\n', 'x = 2\nz\n', 'x = 3\nz\n'), 'x = 2\nx = 3\nz\n');
    assert.equal(mergeTexts('a\nb\n', 'a\nmine\nb\n', 'a\nother\nb\n'), 'a\nmine\nother\nb\n');
  });

  it('have once what both sides wrote, however much each wrote besides', () => {
    const common = 'one\ntwo\nthree\n';
    assert.equal(mergeTexts('', `${common}mine\n`, `${common}other\n`), `${common}mine\nother\n`);
    assert.equal(
      mergeTexts('def f():\n    ...\n', `# 1\n${common}mine\n`, `${common}other\n# 2\n`),
      `# 1\n${common}mine\nother\n# 2\n`,
    );
  });

  it('are the longer one where one side has typed on in what the other wrote', () => {
    const solution = 'def f():\n    return 1\n';
    for (const starter of ['def f():\n    ...\n', '', solution]) {
      const [more, less] = [`${solution}# and more, and more`, `${solution}# and more`];
      assert.equal(mergeTexts(starter, more, less), more);
      assert.equal(mergeTexts(starter, less, more), more);
    }
  });

  it('take away what one side took away beside what the other wrote', () => {
    assert.equal(mergeTexts('a\nb\nc\nd\n', 'a\nc\nd\n', 'a\nb\nc\nD\n'), 'a\nc\nD\n');
  });

  it('are there once, merged with a text that has them already', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const merged = mergeTexts(base, ours, theirs);
        assert.equal(mergeTexts(theirs, merged, merged), merged);
        assert.equal(mergeTexts(base, base, merged), merged);
      }),
    );
  });

  it('lose nothing that either side wrote', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (base, a, b, c, d) => {
        const put = (what: string, from: number, to: number): string => {
          const [low, high] = [from % (base.length + 1), to % (base.length + 1)].sort((x, y) => x - y);
          return base.slice(0, low) + what + base.slice(high);
        };
        const merged = mergeTexts(base, put('<ours>', a, b), put('<theirs>', c, d));
        assert.ok(merged.includes('<ours>') && merged.includes('<theirs>'), merged);
      }),
    );
  });
});

describe('a text that was edited before it was read in its encoding', () => {
  it('keeps the edited lines, and takes all others as they are read now', () => {
    const base = '# \uFFFD\uFFFD\nx = 1\n# \uFFFD\n';
    const better = '# 가\nx = 1\n# 나\n';
    assert.equal(
      carryOver(base, '# \uFFFD\uFFFD\nx = 2\ny = 3\n# \uFFFD\n', better),
      '# 가\nx = 2\ny = 3\n# 나\n',
    );
    assert.equal(carryOver(base, '# \uFFFD\uFFFD\n# \uFFFD\n', better), '# 가\n# 나\n');
    assert.equal(carryOver(base, base, better), better);
    assert.equal(carryOver(base, base + 'more\n', better), better + 'more\n');
  });

  it('says where its lines are not those of the other reading', () => {
    assert.equal(carryOver('one\n', 'one\ntwo\n', 'a\nb\n'), undefined);
  });

  it('is the edited text where both readings are the same', () => {
    fc.assert(
      fc.property(text, text, (base, edited) => {
        assert.equal(carryOver(base, edited, base), edited);
      }),
    );
  });
});
