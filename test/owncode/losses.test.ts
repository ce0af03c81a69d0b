/** Which loss a check of own code goes by where none is declared, and what it says where that is open. */
import assert from 'node:assert/strict';
import { gradcheck } from '../../src/owncode/gradcheck';
import type { GradcheckReport } from '../../src/owncode/report';
import type { PythonRuntime } from '../../src/python/runtime';
import { builtinRuntime } from '../support/runtimes';

/** A script of two layers; `delta` is the error of its output, `shown` what it prints. */
function script(targets: string, delta: string, shown: string): string {
  return `import numpy as np

rng = np.random.RandomState(3)
x = rng.randn(6, 3)
target = ${targets}
v = rng.randn(3, 4)
u = rng.randn(4, 1)
for turn in range(30):
    h = np.tanh(x @ v)
    o = 1 / (1 + np.exp(-(h @ u)))
    miss = o - target
    delta = ${delta}
    back = delta @ u.T * (1 - h * h)
    ${shown}
    u -= 0.1 * h.T @ delta
    v -= 0.1 * x.T @ back
`;
}

const classes = 'np.array([[0.0], [1.0], [1.0], [0.0], [1.0], [0.0]])';
const quantities = 'np.array([[0.2], [0.7], [0.4], [0.9], [0.3], [0.6]])';
const squares = 'print("squares: " + str(np.mean(miss ** 2)))';

/** Samples in columns, and a cost that takes none but targets in columns. */
const definitions = (delta: string): string => `import numpy as np

def init_weights(n_x, n_h, n_y):
    return {"W1": np.random.randn(n_h, n_x), "W2": np.random.randn(n_y, n_h)}

def forward(X, weights):
    A1 = np.tanh(weights["W1"] @ X)
    A2 = 1 / (1 + np.exp(-(weights["W2"] @ A1)))
    return A2, {"A1": A1, "A2": A2}

def cost(A2, Y):
    return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / Y.shape[1]

def backward(weights, cache, X, Y):
    count = X.shape[1]
    dZ2 = ${delta}
    dZ1 = weights["W2"].T @ dZ2 * (1 - cache["A1"] ** 2)
    return {"dW1": dZ1 @ X.T / count, "dW2": dZ2 @ cache["A1"].T / count}
`;

/** A network that learns from pairs, and tells its cost of all of them. */
const pairs = (delta: string): string => `import random
import numpy as np

np.random.seed(2)

class Net:
    def __init__(self):
        self.ws = [np.random.randn(4, 3), np.random.randn(2, 4)]

    def run(self, a):
        for w in self.ws:
            a = 1 / (1 + np.exp(-(w @ a)))
        return a

    def mean_cost(self, samples):
        return sum(0.5 * np.sum((self.run(x) - y) ** 2) for x, y in samples) / len(samples)

    def learn(self, samples):
        for turn in range(3):
            random.shuffle(samples)
            self.step(samples[:5])
            print(turn, self.mean_cost(samples))

    def step(self, batch):
        sums = [np.zeros_like(w) for w in self.ws]
        for x, y in batch:
            sums = [s + g for s, g in zip(sums, self.backprop(x, y))]
        self.ws = [w - 0.5 / len(batch) * s for w, s in zip(self.ws, sums)]

    def backprop(self, x, y):
        h = 1 / (1 + np.exp(-(self.ws[0] @ x)))
        o = 1 / (1 + np.exp(-(self.ws[1] @ h)))
        d2 = ${delta}
        d1 = self.ws[1].T @ d2 * h * (1 - h)
        return [d1 @ x.T, d2 @ h.T]

Net().learn([(np.random.rand(3, 1), np.random.rand(2, 1)) for _ in range(12)])
`;

describe('the loss of a check of own code', function () {
  this.timeout(300_000);
  let on: PythonRuntime;

  before(() => {
    on = builtinRuntime();
  });
  after(() => on.dispose());

  const check = (source: string): Promise<GradcheckReport> =>
    gradcheck(source, { file: 'program.py', timeoutSeconds: 60, seed: 0, language: 'en' }, on);
  const lines = ({ checks }: GradcheckReport): readonly (number | null)[] =>
    checks.flatMap(({ diagnoses }) => diagnoses.map(({ line }) => line));

  it('is the printed one, also within a text', async () => {
    const report = await check(script(classes, 'miss * o * (1 - o)', squares));
    assert.equal(report.verdict, 'scaled');
    assert.match(report.checks[0]?.declaration ?? '', /np\.mean\(miss \*\* 2\)/u);
  });

  it('is no cross-entropy where the targets are quantities', async () => {
    const report = await check(script(quantities, 'miss', 'pass'));
    assert.ok(!['agree', 'scaled'].includes(report.verdict), report.verdict);
  });

  it('is left open where a cross-entropy fits and a squared error is printed', async () => {
    const report = await check(script(classes, 'miss', squares));
    assert.equal(report.verdict, 'not-judged');
    assert.match(report.checks[0]?.remarks.join(' ') ?? '', /binary cross-entropy.*only you can tell/u);
  });

  it('is said to be only tried where the file has none', async () => {
    const report = await check(script(classes, 'miss', 'pass'));
    assert.equal(report.verdict, 'agree');
    assert.match(report.checks[0]?.remarks.join(' ') ?? '', /has no loss that could be called/u);
  });

  it("is the file's cost, which takes targets of one shape, and no other that fits", async () => {
    assert.equal((await check(definitions('cache["A2"] - Y'))).verdict, 'agree');
    const wrong = await check(definitions('(cache["A2"] - Y) * cache["A2"] * (1 - cache["A2"])'));
    assert.equal(wrong.verdict, 'differ');
    assert.deepEqual(lines(wrong), [16]);
  });

  it("is the file's cost of pairs, for those of the round", async () => {
    const right = await check(pairs('(o - y) * o * (1 - o)'));
    assert.ok(['agree', 'scaled'].includes(right.verdict), right.verdict);
    const wrong = await check(pairs('(o - y)'));
    assert.equal(wrong.verdict, 'differ');
  });

  it('is not looked for past a module that is not there, which is told by its name', async () => {
    for (const line of ['from .layers import sigmoid', 'from layers import sigmoid', 'import layers']) {
      const source = `import numpy as np\n${line}\ndef backward(x, w, d):\n    return sigmoid(x) * d\nw = sigmoid(np.ones(3))\n`;
      const { verdict, refused } = await check(source);
      assert.equal(verdict, 'not-judged');
      assert.match(refused.map(({ message }) => message).join(' '), /the module layers, which/u);
    }
  });
});
