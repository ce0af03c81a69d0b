import assert from 'node:assert/strict';
import { parseProse } from '../../../src/panel/text/proseParser';

describe('prose', () => {
  it('has paragraphs with code, strong words, and TeX', () => {
    assert.deepEqual(parseProse('A `b` and\n**c**.\n\n$x^2$'), [
      [
        { kind: 'plain', text: 'A ' },
        { kind: 'code', text: 'b' },
        { kind: 'plain', text: ' and ' },
        { kind: 'strong', text: 'c' },
        { kind: 'plain', text: '.' },
      ],
      [{ kind: 'tex', text: 'x^2' }],
    ]);
  });

  it('leaves everything else as text', () => {
    assert.deepEqual(parseProse('<b>x</b> `open'), [[{ kind: 'plain', text: '<b>x</b> `open' }]]);
  });
});
