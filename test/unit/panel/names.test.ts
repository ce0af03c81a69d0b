import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitSentence } from '../../../src/panel/text/names';

describe('a sentence about the snippet', () => {
  const names = new Set(['dW1', 'X', 'm', 'dy_dx']);
  const code = (text: string): readonly string[] =>
    splitSentence(text, names)
      .filter(({ isCode }) => isCode)
      .map(({ text: part }) => part);

  it('shows names of arrays, whatever stands beside them', () => {
    assert.deepEqual(code('dW1 is off: dW1 (X.T), dW10, xX, dy_dx.'), ['dW1', 'dW1', 'X', 'dy_dx']);
    assert.deepEqual(code('dW1은 X를 m으로 나눈다.'), ['dW1', 'X']);
  });

  it('shows what stands between backticks', () => {
    assert.deepEqual(code('The blank `...` is still there; `m = 3` is not.'), ['...', 'm = 3']);
    assert.deepEqual(code('An open ` stays.'), []);
  });

  it('leaves everything else as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('dW1', 'X', ' ', '.', '은', '<b>', '$', '`') }),
        (text) => {
          const joined = splitSentence(text, names)
            .map((part) => part.text)
            .join('');
          assert.equal(joined.replaceAll('`', ''), text.replaceAll('`', ''));
        },
      ),
    );
  });
});
