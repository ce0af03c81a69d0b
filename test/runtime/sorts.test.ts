/** What sort of error Python's own words tell of: in every Python the same code, for which there is a sentence. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { koreanOfError } from '../../src/grader/hints/koreanErrors';
import { describeEach, errorOf } from './support';

/** Texts that raise where they are read or run, by class and sort. */
const raising: Readonly<Record<string, string>> = {
  'SyntaxError bracket-open': 'a = (1\n',
  'SyntaxError bracket-unmatched': 'a = (1]\n',
  'SyntaxError quote-open': "a = 'b\n",
  'SyntaxError no-target': '1 = a\n',
  'SyntaxError return-outside': 'return 1\n',
  'SyntaxError argument-order': 'print(end="", 1)\n',
  'IndentationError block-missing': 'for i in range(3):\ni = 1\n',
  'IndentationError indented-more': 'a = 1\n  b = 2\n',
  'TypeError operands': 'def f(): return object() + object()',
  'TypeError argument-missing': 'def g(a): return a\ndef f(): return g()',
  'TypeError argument-count': 'def g(): return 1\ndef f(): return g(1)',
  'TypeError argument-unknown': 'def g(): return 1\ndef f(): return g(b=1)',
  'TypeError argument-twice': 'def g(a): return a\ndef f(): return g(1, a=1)',
  'TypeError not-callable': 'def f(): return object()()',
  'TypeError not-subscriptable': 'def f(): return object()[0]',
  'TypeError not-changeable': 'def f():\n    (1, 2)[0] = 3',
  'TypeError not-iterable': 'def f():\n    a, b = object()',
  'TypeError index-type': "def f(): return [1]['a']",
  'ValueError shapes': 'import numpy as np\ndef f(): return np.ones((2, 3)) + np.ones((4, 5))',
  'ValueError unpack-more': 'def f():\n    a, b = (1, 2, 3)',
  'ValueError unpack-fewer': 'def f():\n    a, b = (1,)',
  'ValueError truth-of-array': 'import numpy as np\ndef f(): return bool(np.ones(3))',
  'ValueError reshape': 'import numpy as np\ndef f(): return np.ones(6).reshape(4, 2)',
  'ValueError no-number': "def f(): return float('a')",
  'IndexError too-many-indices': 'import numpy as np\ndef f(): return np.ones(3)[0, 0]',
};

const other = ['ZeroDivisionError', 'KeyError', 'StopIteration'];

describeEach('sorts of errors', (runtime) => {
  for (const [expected, source] of Object.entries(raising)) {
    it(`are told: ${expected}`, async () => {
      const { type, sort, message } = await errorOf(runtime(), source, { args: {} });
      assert.equal(`${String(type)} ${String(sort)}`, expected, message);
    });
  }

  it('are none where the class says all', async () => {
    for (const name of other) {
      const { type, sort } = await errorOf(runtime(), `def f(): raise ${name}('was never closed')`, {
        args: {},
      });
      assert.deepEqual([type, sort], [name, null]);
    }
  });
});

describe('the sentences for sorts of errors', () => {
  it('are one for each sort that the harness tells, and none for any other', () => {
    const text = readFileSync(join(import.meta.dirname, '../../src/python/harness/sorts.py'), 'utf8');
    const table = text.slice(text.indexOf('_SORTS = {'), text.indexOf('def sort_of'));
    const told = table.split(/^ {4}"(?=\w+Error": \()/mu).slice(1);
    assert.ok(told.length >= 5);
    for (const part of told) {
      const type = /^\w+/u.exec(part)?.[0] ?? '';
      const sorts = [...part.matchAll(/", "([a-z-]+)"\)|\b_BLOCK\b/gu)].map(
        ([, sort]) => sort ?? 'block-missing',
      );
      assert.ok(sorts.length > 0, type);
      const sentences = [null, ...sorts].map((sort) => koreanOfError({ type, sort }));
      assert.equal(new Set(sentences).size, sentences.length, `${type}: a sort has no sentence of its own`);
    }
  });
});
