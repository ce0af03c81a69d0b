/** The check of a learner's own file, end to end in the built-in Python. */
import { strict as assert } from 'node:assert';
import type { GradcheckReport } from '../../src/owncode/report';
import { checkerOfOwnCode } from '../support/ownCode';

const network = `
import numpy as np
np.random.seed(0)
X = np.random.randn(6, 3)
Y = np.random.rand(6, 2)
W1, b1 = np.random.randn(3, 4) * 0.01, np.zeros((1, 4), dtype=int)
W2, b2 = np.random.randn(4, 2), np.zeros(2)

def forward(X, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.tanh(Z1)
    return Z1, A1, A1 @ W2 + b2

def compute_cost(A2, Y):
    return np.sum((A2 - Y) ** 2) / 2 / len(Y)

def backward(X, Y, Z1, A1, A2, W2):
    dZ2 = (A2 - Y) / len(Y)
    dW2 = A1.T @ dZ2
    db2 = dZ2.sum(axis=0)
    dZ1 = dZ2 @ W2.T * (1 - A1 ** 2)
    return X.T @ dZ1, dZ1.sum(axis=0, keepdims=True), dW2, db2
`;
const declaration = `
def gradcheck():
    Z1, A1, A2 = forward(X, W1, b1, W2, b2)
    dW1, db1, dW2, db2 = backward(X, Y, Z1, A1, A2, W2)
    return compute_cost(A2, Y), {'W2': dW2, 'b2': db2, 'W1': dW1, 'b1': db1}, {'W1': W1, 'b1': b1, 'W2': W2, 'b2': b2}
`;
/** Without a declaration the gradients need names. */
const named = network.replace(
  'return X.T @ dZ1, dZ1.sum(axis=0, keepdims=True), dW2, db2',
  'dW1 = X.T @ dZ1\n    db1 = dZ1.sum(axis=0, keepdims=True)\n    return dW1, db1, dW2, db2',
);

describe('the check of own code', () => {
  const check = checkerOfOwnCode();

  function verdicts({ checks }: GradcheckReport): Record<string, string> {
    return Object.fromEntries(
      checks.flatMap(({ parameters }) => parameters.map(({ name, verdict }) => [name, verdict])),
    );
  }

  it('judges what a file declares, integer biases and another order of keys included', async () => {
    const report = await check(network + declaration);
    assert.equal(report.verdict, 'agree', JSON.stringify(report));
    assert.deepEqual(Object.values(verdicts(report)), ['agree', 'agree', 'agree', 'agree']);
  });

  it('finds the arrays whose gradients differ, and no others', async () => {
    const report = await check(network.replace(' * (1 - A1 ** 2)', '') + declaration);
    assert.equal(report.verdict, 'differ');
    const wrong = Object.entries(verdicts(report)).flatMap(([name, verdict]) =>
      verdict === 'differ' ? [name] : [],
    );
    assert.deepEqual(
      wrong.map((name) => /[Wb]\d/u.exec(name)?.[0]),
      ['W1', 'b1'],
    );
  });

  it('calls one factor for all a convention, and a factor for one array a mistake', async () => {
    const all = await check(network.replace('(A2 - Y) / len(Y)', '(Y - A2)') + declaration);
    assert.equal(all.verdict, 'scaled');
    assert.ok(Math.abs((all.checks[0]?.scale ?? 0) + 6) < 1e-3);
    const one = await check(network.replace('dW2 = A1.T @ dZ2', 'dW2 = 2 * A1.T @ dZ2') + declaration);
    assert.equal(one.verdict, 'differ');
    assert.equal(
      one.checks[0]?.parameters.find(({ verdict }) => verdict === 'differ')?.ratio?.toFixed(4),
      '2.0000',
    );
  });

  it('writes a declaration that gives the same verdict when it is put into the file', async () => {
    for (const source of [named, named.replace(' * (1 - A1 ** 2)', '')]) {
      const found = await check(source);
      const [first] = found.checks;
      assert.ok(first, JSON.stringify(found));
      assert.notEqual(first.how, 'declared');
      const inserted = await check(`${source}\n\n${first.declaration}\n`);
      assert.equal(inserted.checks[0]?.how, 'declared');
      assert.equal(inserted.verdict, found.verdict);
      const told = ({ checks }: GradcheckReport): unknown =>
        checks[0]?.parameters.map(({ verdict }) => verdict);
      assert.deepEqual(told(inserted), told(found));
    }
  });

  it('reads the loss before anything is changed, and sets back what the function changes', async () => {
    const source = `
import numpy as np
rng = np.random.default_rng(3)
class Net:
    def __init__(self):
        self.w, self.b, self.seen = [0.3, -0.2], 0.1, []
    def step(self, x, y, lr):
        out = self.w[0] * x[0] + self.w[1] * x[1] + self.b
        error = out - y
        self.seen.append(error)
        self.w = [w - lr * error * value for w, value in zip(self.w, x)]
        self.b -= lr * error
        return 0.5 * error ** 2
net = Net()
def gradcheck():
    w, b = net.w, net.b
    loss = net.step([1.5, 2.0], 0.7, 0.1)
    grads = [[(old - new) / 0.1 for old, new in zip(w, net.w)], (b - net.b) / 0.1]
    return loss, grads, [net.w, net.b]
`;
    const report = await check(source);
    assert.equal(report.verdict, 'agree', JSON.stringify(report));
  });

  it('does not judge slopes at a kink, nor a loss that is drawn anew each time', async () => {
    const kink = await check(`
import numpy as np
w = np.array([1.0, 2.0])
def gradcheck():
    return np.abs(w - w.round(8)).sum() * 1e3 + (w ** 2).sum(), 2 * w, w
`);
    assert.notEqual(kink.verdict, 'differ');
    const drawn = await check(`
import numpy as np
w = np.ones(2)
state = [0]
import time
def gradcheck():
    return (w ** 2).sum() + time.perf_counter(), 2 * w, w
`);
    assert.equal(drawn.verdict, 'not-judged');
  });

  it('gives the same numbers in every run, also of generators that are made without a seed', async () => {
    const drawn = `
import random
import numpy as np
w = np.array([random.random(), np.random.rand(), np.random.default_rng().random()])
c = np.array([np.random.RandomState().rand(), random.Random().random(), len(list(set('abc'))[0])])
print(w, c, list(set(['a', 'b', 'cd', 'ef'])))
def gradcheck():
    return (c * w).sum(), c, w
`;
    const [one, two] = [await check(drawn), await check(drawn)];
    assert.equal(one.verdict, 'agree');
    assert.deepEqual([one.stdout, one.checks[0]?.loss], [two.stdout, two.checks[0]?.loss]);
  });

  it('finds a bias to which the training of the file has added one entry for each sample', async () => {
    const trained = (slope: string): string => `${named}
for epoch in range(3):
    Z1, A1, A2 = forward(X, W1, b1, W2, b2)
    loss = compute_cost(A2, Y)
    dW1, db1, dW2, db2 = backward(X, Y, Z1, A1, A2, W2)
    db1 = ${slope}
    W1, b1, W2, b2 = W1 - 0.1 * dW1, b1 - 0.1 * db1, W2 - 0.1 * dW2, b2 - 0.1 * db2
`;
    const dZ1 = '(A2 - Y) / len(Y) @ W2.T * (1 - A1 ** 2)';
    assert.equal((await check(trained(`(${dZ1}).sum(axis=0)`))).verdict, 'agree');
    const spread = await check(trained(dZ1));
    assert.equal(spread.verdict, 'differ');
    assert.deepEqual(
      Object.entries(verdicts(spread)).filter(([, verdict]) => verdict === 'differ'),
      [['b1', 'differ']],
    );
  });

  it('tells each fault by its own message, and the next check is unharmed', async () => {
    const cases: readonly (readonly [source: string, kind: string, line: number | null])[] = [
      ['import numpy as np\ndef gradcheck(:\n    pass\n', 'syntax', 2],
      ['print "loss", 3\n', 'syntax', 1],
      ['def gradcheck():\n    while True: pass\n', 'timeout', 2],
      ['def gradcheck():\n    return gradcheck()\n', 'exception', 2],
      [
        'import numpy as np\ndef gradcheck():\n    return np.zeros((20000, 20000)).sum(), 1.0, 1.0\n',
        'memory',
        3,
      ],
      ['def gradcheck():\n    return 1 / 0, 1.0, 1.0\n', 'exception', 2],
    ];
    for (const [source, kind, line] of cases) {
      const report = await check(source, 3);
      assert.equal(report.error?.kind, kind, JSON.stringify(report));
      assert.equal(report.error.line, line, JSON.stringify(report.error));
      assert.equal((await check(network + declaration)).verdict, 'agree');
    }
    assert.equal((await check('x = 1\n')).verdict, 'nothing-found');
  });

  it('says what a declaration lacks', async () => {
    const shapes: readonly (readonly [string, RegExp])[] = [
      ['def gradcheck():\n    return 1.0, 2.0\n', /three things/u],
      [
        'import numpy as np\ndef gradcheck():\n    return np.ones(3), np.ones(3), np.ones(3)\n',
        /one number/u,
      ],
      [
        'import numpy as np\ndef gradcheck():\n    w = np.ones(3)\n    return w.sum(), np.ones(3), w.copy()\n',
        /copies/u,
      ],
    ];
    for (const [source, message] of shapes) {
      const report = await check(source);
      assert.match(report.refused[0]?.message ?? JSON.stringify(report), message);
    }
  });

  it('does not run what must not run: input, endless loops and missing packages around the functions', async () => {
    const source = `${named}
import torch
from sklearn.datasets import load_iris
data = load_iris()
name = input('name? ')
while True:
    pass
`;
    const report = await check(source);
    assert.equal(report.verdict, 'agree', JSON.stringify(report).slice(0, 800));
  });
});
