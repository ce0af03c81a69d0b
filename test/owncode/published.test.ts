/** What a check of own code says of files as people publish them, and of declarations that cannot be called. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gradcheck } from '../../src/owncode/gradcheck';
import type { GradcheckReport } from '../../src/owncode/report';
import type { PythonRuntime } from '../../src/python/runtime';
import { builtinRuntime } from '../support/runtimes';
import { filesOf, programsOf } from './programs';

/** A linear model in few lines, to which a declaration is added. */
const linear = `import numpy as np
X = np.array([[1.0, 2.0], [0.5, -1.0], [2.0, 0.3]])
y = np.array([1.0, 0.0, 2.0])
w = np.array([0.1, -0.2])
def loss(w):
    return 0.5 * np.sum((X @ w - y) ** 2)
def slope(w):
    return X.T @ (X @ w - y)
`;

describe('own code as people publish it', function () {
  this.timeout(300_000);
  let runtime: PythonRuntime;

  before(() => {
    runtime = builtinRuntime();
  });

  after(() => runtime.dispose());

  const check = (source: string, timeoutSeconds = 10): Promise<GradcheckReport> =>
    gradcheck(source, { file: 'program.py', timeoutSeconds, seed: 0, language: 'en' }, runtime);

  const refusal = async (source: string): Promise<string> => {
    const { verdict, refused } = await check(source);
    assert.equal(verdict, 'not-judged');
    return refused.map(({ message }) => message).join('\n');
  };

  it('tells how a declaration is to be called where it cannot be called as it stands', async () => {
    const body = 'return loss(w), slope(w), w\n';
    assert.match(await refusal(`${linear}def gradcheck(w):\n    ${body}`), /leave w out of the brackets/u);
    assert.match(await refusal(`${linear}async def gradcheck():\n    ${body}`), /write def in place of/u);
    const exchanged = 'def gradcheck():\n    return loss(w), w, slope(w)\n';
    assert.match(await refusal(linear + exchanged), /seem to be exchanged/u);
    assert.equal((await check(`${linear}def gradcheck():\n    ${body}`)).verdict, 'agree');
  });

  it('takes no class of the file for a generator of random numbers', async () => {
    const declared = `class Generator:
    def __init__(self):
        self.w = w
net = Generator()
def gradcheck():
    return loss(net.w), slope(net.w), net.w
`;
    assert.equal((await check(linear + declared)).verdict, 'agree');
  });

  it('names what is missing, or what a module of Python 2 is now', async () => {
    const torch = 'import torch\ndef backward(x, dout):\n    return torch.mm(x, dout)\n';
    assert.match(await refusal(torch), /module torch/u);
    const old = 'import cPickle\nweights = cPickle.load(3)\ndef backward(d):\n    return weights * d\n';
    assert.match(await refusal(old), /cPickle is a module of Python 2; in Python 3 it is pickle/u);
  });

  it('goes on as a program does whose file is not there', async () => {
    const configured = `import json
import numpy as np
try:
    settings = json.load(open('settings.json'))
except FileNotFoundError:
    settings = {'scale': 2.0}
${linear}def gradcheck():
    return settings['scale'] * loss(w), settings['scale'] * slope(w), w
`;
    assert.equal((await check(configured)).verdict, 'agree');
  });

  it('does not call all right where a number of a row of weights is never updated', async () => {
    const program = programsOf('styles').find(({ name }) => name === 'styles/neuron-dicts');
    const [fault] = program?.faults ?? [];
    assert.ok(fault);
    const { verdict } = await check(fault.source);
    assert.ok(verdict === 'differ' || verdict === 'not-judged', verdict);
  });

  it('takes an object’s loss after its forward pass, so that it is not said to be another', async () => {
    const source = readFileSync(join(import.meta.dirname, 'styles', 'text-embedding-mean.py'), 'utf8');
    const { checks } = await check(source, 60);
    assert.deepEqual(
      checks.map(({ verdict, remarks }) => ({ verdict, remarks })),
      [{ verdict: 'agree', remarks: [] }],
    );
  });

  it('keeps its verdict where a change that is tried for the mistake’s name makes a loop endless', async () => {
    const program = programsOf('styles').find(({ name }) => name === 'styles/tensor-topological');
    const [fault] = program?.faults ?? [];
    assert.ok(fault);
    assert.equal((await check(fault.source, 60)).verdict, 'differ');
  });

  it('does not leave out the array whose shape it guessed wrongly, and call the rest right', async () => {
    const program = `import numpy as np

def propagate(w, b, X, Y):
    m = X.shape[1]
    A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    grads = {"dw": np.dot(X, (Y - A).T) / m, "db": np.sum(A - Y) / m}
    return grads, cost

def optimize(w, b, X, Y, iterations, rate):
    for i in range(iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - rate * grads["dw"]
        b = b - rate * grads["db"]
    return w, b, cost
`;
    assert.notEqual((await check(program)).verdict, 'agree');
    assert.equal((await check(program.replace('Y - A).T', 'A - Y).T'))).verdict, 'agree');
  });

  it('takes the gradients that a step is given for those of the parameters, whatever else the step remembers', async () => {
    const program = `import numpy as np

class Softmax:
    def __init__(self):
        r = np.random.RandomState(0)
        self.p = {"W": r.randn(4, 3), "b": np.zeros(3)}
        self.m = {k: np.zeros_like(v) for k, v in self.p.items()}
        self.v = {k: np.zeros_like(v) for k, v in self.p.items()}
        self.t = 0

    def forward(self, X):
        self.X = X
        e = np.exp(X @ self.p["W"] + self.p["b"])
        self.out = e / e.sum(1, keepdims=True)

    def loss(self, y):
        return -np.log(self.out[np.arange(len(y)), y]).mean()

    def backward(self, y):
        d = self.out.copy()
        d[np.arange(len(y)), y] -= 1
        d /= len(y)
        return {"W": self.X.T @ d, "b": d.sum(0)}

    def step(self, g, lr=0.01):
        self.t += 1
        for k in self.p:
            self.m[k] = 0.9 * self.m[k] + 0.1 * g[k]
            self.v[k] = 0.999 * self.v[k] + 0.001 * g[k] ** 2
            rest = np.sqrt(self.v[k] / (1 - 0.999 ** self.t)) + 1e-8
            self.p[k] -= lr * (self.m[k] / (1 - 0.9 ** self.t)) / rest

r = np.random.RandomState(1)
X, y = r.randn(9, 4), r.randint(0, 3, 9)
model = Softmax()
for _ in range(5):
    model.forward(X)
    loss = model.loss(y)
    model.step(model.backward(y))
`;
    assert.equal((await check(program)).verdict, 'agree');
    assert.equal((await check(program.replace('d.sum(0)}', '2 * d.sum(0)}'))).verdict, 'differ');
  });

  it('has a sentence, and not only a name, for every file that cannot be judged', async () => {
    for (const [name, source] of filesOf('unjudgeable')) {
      const { verdict, refused, error } = await check(source);
      if (verdict === 'nothing-found') continue;
      assert.ok(error !== null || refused.every(({ message }) => /[a-z] .*\./u.test(message)), name);
    }
  });
});
