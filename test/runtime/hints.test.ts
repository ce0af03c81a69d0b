/** Python errors that a teacher would explain: the same kinds of them, with the same details, in every Python. */
import { strict as assert } from 'node:assert';
import { hintSentence } from '../../src/grader/hints/hints';
import type { PyArray } from '../../src/python/runtime';
import { describeEach, errorOf } from './support';

function ramp(rows: number, columns: number): PyArray {
  const data = Float64Array.from({ length: rows * columns }, (_, i) => 0.5 * i - 3);
  return { kind: 'array', dtype: 'float64', shape: [rows, columns], data };
}

type Expected = readonly [code: string, details?: Readonly<Record<string, string>>];

/** The body of `f(X, W)`, X (4, 3) and W (3, 5). */
const bodies: Readonly<Record<string, Expected>> = {
  'if X > 0: return 1': ['ambiguous-truth', { name: 'X' }],
  'return X if X else W': ['ambiguous-truth'],
  'return max(X, 0)': ['ambiguous-truth'],
  'return X[0, 0][1]': ['not-subscriptable'],
  'layer2_error = X\nreturn l2_error': ['undefined-name', { suggestion: 'layer2_error' }],
  'dZ1 = X\nreturn dz1': ['undefined-name', { suggestion: 'dZ1' }],
  'gradient = X\nreturn gradeint': ['undefined-name', { suggestion: 'gradient' }],
  'hidden_delta = X\nreturn delta': ['undefined-name', { suggestion: 'hidden_delta' }],
  'return maximum(0, X)': ['undefined-name', { suggestion: 'np.maximum' }],
  'return qqq': ['undefined-name', { suggestion: '' }],
  'return late + 1\nlate = 2': ['unbound-local', { name: 'late' }],
  "cache = {'Z1': X}\nreturn cache['z1']": [
    'no-such-key',
    { name: 'cache', key: "'z1'", suggestion: "'Z1'" },
  ],
  "cache = {'Z1': X}\nreturn cache['Z3'] * 2": ['no-such-key', { key: "'Z3'", suggestion: '' }],
  'return X @ X': ['product-clash', { left: 'X', leftShape: '(4, 3)', fits: 'same' }],
  'return np.dot(X, W.T)': ['product-clash', { right: 'W.T', rightShape: '(5, 3)', fits: 'columns' }],
  'return X.T.dot(W)': ['product-clash', { leftShape: '(3, 4)', fits: 'rows' }],
  'return np.matmul(W, X)': ['product-clash', { fits: 'swapped' }],
  'return X * W': ['entry-clash', { operation: '*', fits: 'product' }],
  'X += W': ['entry-clash', { fits: 'product' }],
  'return X - np.ones(4)': ['entry-clash', { rightShape: '(4,)', fits: 'one-dimension' }],
  'def g(x): x\nz = g(X)\nreturn z * 2': ['none-value', { name: 'z', made: 'g' }],
  'def g(x): x\nreturn g(X).T': ['none-value'],
  'return X(W)': ['not-callable', { name: 'X' }],
  'return X.shape()': ['not-callable', { name: 'X.shape' }],
  'return np.dot[X, W]': ['call-in-brackets'],
  'c, d = (1, 2, 3)': ['unpack-count', { wanted: '2' }],
  'm, n, k = X.shape': ['unpack-count', { wanted: '3', given: '2' }],
  'K = X.astype(int)\nK -= 0.5 * X': ['integer-array', { name: 'K' }],
  'a = X.sum(axis=0)\nreturn a.shape[1]': ['fewer-dimensions', { name: 'a', shape: '(3,)' }],
  'a = X[0]\nreturn a[:, 0]': ['fewer-dimensions', { name: 'a' }],
  'return X[7]': ['index-out-of-bounds', { index: '7', size: '4', shape: '(4, 3)', many: '1' }],
  'return X[0][3]': ['index-out-of-bounds', { many: '' }],
  'return X.sum(axis=2)': ['no-such-axis', { axis: '2', dimensions: '2' }],
  'for i in X.shape[0]: pass': ['not-iterable', { type: 'int' }],
  'for i in range(X.shape[0] / 2): pass': ['not-a-count', { type: 'float' }],
  'return math.exp(X)': ['scalar-needed', { name: 'math.exp' }],
  'return len(X[0, 0])': ['no-length'],
  'a = [1, 2]\nreturn a - a': ['not-an-array', { type: 'list', name: 'a' }],
  'return [1.0] * 0.5': ['not-an-array', { type: 'list' }],
  'def g(a): return a, a\nboth = g(X)\nreturn both - 1': [
    'not-an-array',
    { type: 'tuple', name: 'both', made: 'g' },
  ],
  'return np.relu(X)': ['no-such-function', { name: 'relu' }],
  'return np.maxmium(X, 0)': ['no-such-function', { suggestion: 'maximum' }],
  'return np.float(3)': ['removed-name'],
  'return X.append(3)': ['no-such-attribute', { name: 'append' }],
  'rows = [1]\nreturn rows.shape': ['no-such-attribute', { type: 'list', holder: 'rows' }],
  'return f(X, W)': ['endless-recursion'],
  'return 1 / 0': ['division-by-zero'],
  'b = np.broadcast_to(X, (2, 4, 3))\nb[0] = 1': ['read-only', { name: 'b' }],
  'return X.reshape(5, 5)': ['reshape'],
  'def g(a, b): return a\nreturn g(1)': ['wrong-arguments', { name: 'g', signature: 'g(a, b)' }],
  'class N:\n    def go(x): return x\nreturn N().go(3)': ['missing-self', { class: 'N', variant: 'self' }],
  'class N:\n    def go(self, x): return x\nreturn N.go(3)': ['missing-self', { variant: 'instance' }],
  't = (1, 2)\nt[0] = 3': ['no-item-assignment', { name: 't', type: 'tuple' }],
  'return [1, 2][0, 1]': ['list-index', { type: 'list' }],
  'return [1][4]': ['list-too-short'],
  'exit()': ['system-exit'],
};

/** Whole texts that are no Python. */
const texts: Readonly<Record<string, Expected>> = {
  "def f(x):\n    print 'a'": ['python-2'],
  'def f(x):\n    raise ValueError, "negative"': ['python-2'],
  'def f(x):\n\tif x:\n        return 1': ['tabs-and-spaces'],
  '>>> import numpy as np': ['copied-session'],
  'In [3]: import numpy as np': ['copied-session'],
  '```python\nx = 1\n```': ['copied-markdown'],
  'x = (3 \u2212 1)': ['odd-character'],
  'print(\u201closs\u201d)': ['odd-character'],
  'def f(x):\n\u00a0\u00a0\u00a0\u00a0return x': ['odd-character'],
  'await f()': ['await-outside'],
  'def f(x):\nreturn 1': ['indentation', { variant: 'missing' }],
  'def f(x):\n    a = 1\n      b = 2': ['indentation', { variant: 'unexpected' }],
};

describeEach('hints', (runtime) => {
  async function explains(source: string, [code, details = {}]: Expected): Promise<void> {
    const { hint, message } = await errorOf(runtime(), source, {
      args: { X: ramp(4, 3), W: ramp(3, 5) },
    });
    assert.equal(hint?.code, code, `${source}\n${message}\n${JSON.stringify(hint)}`);
    for (const [key, expected] of Object.entries(details)) {
      assert.equal(hint.details[key], expected, `${source}\n${key} of ${JSON.stringify(hint.details)}`);
    }
    for (const language of ['en', 'ko'] as const) {
      const sentence = hintSentence(hint, language) ?? '';
      assert.ok(sentence.length > 10, `${code} has no sentence (${language})`);
      assert.doesNotMatch(sentence, /undefined|\[object|``|^ | {2}/u, sentence);
    }
  }

  for (const [body, expected] of Object.entries(bodies)) {
    it(`explain ${body.replaceAll('\n', '; ')}`, async () => {
      const lines = body.split('\n').map((line) => `    ${line}`);
      await explains(`import numpy as np\nimport math\ndef f(X, W):\n${lines.join('\n')}`, expected);
    });
  }

  for (const [source, expected] of Object.entries(texts)) {
    it(`explain the text ${JSON.stringify(source)}`, () => explains(source, expected));
  }

  it('tell that a name is the local of another function', () =>
    explains('def forward(X):\n    W1 = X\ndef f(X, W): return W1', [
      'undefined-name',
      { suggestion: 'forward', variant: 'elsewhere' },
    ]));

  it('name the signature where the function takes another number of parameters', () =>
    explains('def f(X, labels, extra): return X', [
      'signature',
      { wanted: 'f(X, W)', given: 'f(X, labels, extra)' },
    ]));

  it('are of kind memory where memory is the matter, whatever was raised', async function () {
    // Python is started anew after each.
    this.timeout(300_000);
    for (const body of ['np.zeros((10**6, 10**7))', '[0] * 10**30', 'np.zeros(10**20)', '[0] * 10**10']) {
      const error = await errorOf(runtime(), `import numpy as np\ndef f(): return ${body}`);
      assert.equal(error.kind, 'memory', `${body}: ${error.message}`);
    }
    assert.equal((await errorOf(runtime(), 'def f(): raise MemoryError')).kind, 'memory');
    const other = await errorOf(runtime(), 'import math\ndef f(): return math.exp(10000)');
    assert.equal(other.kind, 'exception');
  });

  it('do not ask an exception of the snippet what it says', async () => {
    const source =
      'asked = []\nclass Odd(ValueError):\n    def __str__(self):\n        asked.append(1)\n        return "truth value of an array"\n' +
      'def f(): raise Odd()';
    const error = await errorOf(runtime(), source);
    assert.equal(error.hint, null);
    assert.equal(error.kind, 'exception');
  });
});
