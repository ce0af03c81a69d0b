import assert from 'node:assert/strict';
import { pythonLanguage } from '@codemirror/lang-python';
import { termOfName } from '../../../src/panel/text/terms';
import { findDefinitions } from '../../../src/panel/snippet/definitions';

describe('definitions in a snippet', () => {
  const find = (source: string): readonly string[] =>
    findDefinitions(pythonLanguage.parser.parse(source), (from, to) => source.slice(from, to)).map(
      ({ term, kind }) => `${kind === 'parameter' ? '(' : ''}${term}`,
    );

  it('are parameters and the targets of assignments', () => {
    assert.deepEqual(find('def f(X, W_1, h=h0):\n    Z1 = X @ W1\n    Z1 += b\n    return Z1\n'), [
      '(X',
      '(W1',
      '(h',
      'Z1',
      'Z1',
    ]);
  });

  it('include every name of a tuple and of a chain', () => {
    assert.deepEqual(find('a, (b, c) = f(x)\nd = e = a\n'), ['a', 'b', 'c', 'd', 'e']);
  });

  it('do not include what is only read, or written into', () => {
    assert.deepEqual(find('print(a)\na[0] = 1\nobject.a = b\na == b\n'), []);
  });

  it('know the notes’ other spelling', () => {
    assert.equal(termOfName('dW_1'), 'dW1');
    assert.equal(termOfName('dy_dx'), 'dy_dx');
  });
});
