import { strict as assert } from 'node:assert';
import { columns, paintFor, width, wrap } from '../../../src/cli/style';

describe('text for a terminal', () => {
  it('counts a Korean letter as two columns and a colour as none', () => {
    assert.equal(width('dW1'), 3);
    assert.equal(width('기울기'), 6);
    assert.equal(width('\u001b[31m✗\u001b[39m'), 1);
  });

  it('aligns columns in both languages', () => {
    const rows = columns([
      ['연쇄', 'a'],
      ['cost', 'bb'],
      ['x', 'c'],
    ]);
    assert.deepEqual(rows, ['연쇄  a', 'cost  bb', 'x     c']);
  });

  it('wraps words at the width and keeps every word', () => {
    const text = 'one two three four five six seven';
    const lines = wrap(text, 14, '  ').split('\n');
    assert.ok(lines.every((line) => line.startsWith('  ') && line.length <= 14));
    assert.equal(lines.map((line) => line.trim()).join(' '), text);
  });

  it('paints only where a terminal wants it', () => {
    const before = process.env['NO_COLOR'];
    try {
      delete process.env['NO_COLOR'];
      assert.equal(paintFor({ isTTY: true })('red', 'x'), '\u001b[31mx\u001b[39m');
      assert.equal(paintFor({})('red', 'x'), 'x');
      process.env['NO_COLOR'] = '1';
      assert.equal(paintFor({ isTTY: true })('red', 'x'), 'x');
    } finally {
      if (before === undefined) delete process.env['NO_COLOR'];
      else process.env['NO_COLOR'] = before;
    }
  });
});
