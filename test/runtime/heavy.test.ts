/**
 * Work that a few characters ask for and no check can do: in Python's own machinery, in numbers, texts, iterators and
 * matching, in NumPy. Whatever becomes of it, it ends with the limit, in words of its own, and harms no check after it.
 */
import assert from 'node:assert/strict';
import { relu } from '../../src/course/exercises/relu';
import { grade } from '../support/grade';
import { requestFor } from '../../src/grader/request';
import { assertHealthy, describeEachPython, patienceMs } from './support';

/** By what is heavy in it: what `relu(x)` does. Some of it is quick in one Python and not in another. */
const heavy: Readonly<Record<string, string>> = {
  'a sum over a range': 'return sum(range(10 ** 13))',
  'a power with a hundred million digits': 'return 7 ** (3 * 10 ** 8)',
  'the digits of a power': 'import sys; sys.set_int_max_str_digits(0); return str(3 ** (2 * 10 ** 6))',
  'a factorial': 'import math; return math.factorial(2 * 10 ** 7)',
  binomials: 'import math; return math.comb(3 * 10 ** 7, 10 ** 7)',
  'a pattern that goes back and back': "import re; return re.fullmatch(r'(z|zz)*y', 'z' * 50)",
  'products of iterators': 'import itertools; return sum(1 for _ in itertools.product(range(500), repeat=9))',
  'all permutations in a list': 'import itertools; return list(itertools.permutations(range(16)))',
  'an iterator without end': 'import itertools; return 0.5 in itertools.count()',
  'a queue that swallows everything':
    'import collections, itertools; collections.deque(itertools.repeat(0), maxlen=0)',
  'a sort that asks Python':
    'import functools; return sorted(range(4 * 10 ** 6), key=functools.cmp_to_key(lambda a, b: a % 7 - b % 7))',
  'a search in a text': "return 'x' * 10 ** 6 in ('x' * (10 ** 6 - 1) + 'y') * 200",
  'a text that grows as it is replaced':
    "s = 'ab' * 10 ** 6\n    while True:\n        s = s.replace('a', 'aa')",
  padding: "return f'{1:>{10 ** 11}}'",
  'equality of lists in lists':
    'a, b = [], []\n    for _ in range(45):\n        a, b = [a, a], [b, b]\n    return a == b',
  'the text of lists in lists': 'a = [0]\n    for _ in range(70):\n        a = [a, a]\n    return repr(a)',
  'lists in lists, returned': 'a = 1.0\n    for _ in range(70):\n        a = [a, a]\n    return a',
  'one list many times over': 'a = [0.5] * 40000\n    return [a] * 40000',
  fractions: 'from fractions import Fraction\n    return sum(Fraction(1, n) for n in range(1, 10 ** 6))',
  decimals:
    'import decimal\n    decimal.getcontext().prec = 2 * 10 ** 7\n    return decimal.Decimal(3).sqrt()',
  'an expression of a million terms': "return eval('+'.join(['1'] * 10 ** 6))",
  'a dictionary that grows': 'd = {}\n    while True:\n        d[len(d)] = len(d)',
  'a function that tries itself again':
    'def f():\n        try:\n            f()\n        except BaseException:\n            f()\n    f()',
  'a product of matrices': 'return np.ones((9000, 9000)) @ np.ones((9000, 9000))',
  'singular values': 'return np.linalg.svd(np.random.randn(2500, 2500))[1]',
  'a view of more than there is': 'return np.broadcast_to(np.ones(1), (10 ** 6, 10 ** 7)).sum()',
  'an array whose size runs over': 'return np.zeros((2 ** 16, 2 ** 16 + 2), dtype=bool).sum()',
  tiles: 'return np.tile(np.ones(1000), 10 ** 8)',
  'a sum over five indices': "return np.einsum('a,b,c,d,e->', *[np.ones(250)] * 5)",
  draws: 'return np.random.poisson(1e9, 2 * 10 ** 7)',
};

describeEachPython('heavy work', (runtime) => {
  const timeoutSeconds = 0.4;

  for (const [what, body] of Object.entries(heavy)) {
    it(`ends with the limit: ${what}`, async () => {
      const source = `import numpy as np\ndef relu(x):\n    ${body}\n`;
      const began = performance.now();
      const run = await runtime().run(requestFor(relu, source, timeoutSeconds));
      const took = performance.now() - began;
      assert.ok(took < timeoutSeconds * 1000 + patienceMs(), `it took ${took.toFixed(0)} ms`);
      const report = grade(relu, run, 'en');
      assert.notEqual(report.verdict, 'pass');
      const said = report.error?.message ?? report.diagnoses[0]?.message ?? '';
      assert.ok(said.length > 20, JSON.stringify(report));
      await assertHealthy(runtime());
    });
  }
});
