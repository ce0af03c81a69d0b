import assert from 'node:assert/strict';
import type { BuiltinPython } from './builtinPython';
import { startBuiltinPython } from './builtinPython';

/** The notes' network, trained as they train it. */
const NOTES = `
import numpy as np

def relu(x):
    return np.maximum(0, x)

np.random.seed(42)
X = np.random.rand(100, 3)
Y = np.random.rand(100, 1)
np.random.seed(42)
W1 = np.random.randn(3, 5); b1 = np.zeros((1, 5)); W2 = np.random.randn(5, 1); b2 = np.zeros((1, 1))
costs = []
for i in range(1000):
    Z1 = np.dot(X, W1) + b1
    A1 = relu(Z1)
    Z2 = np.dot(A1, W2) + b2
    A2 = relu(Z2)
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = (1/m) * np.dot(A1.T, dZ2)
    db2 = (1/m) * np.sum(dZ2, axis=0, keepdims=True)
    dA1 = np.dot(dZ2, W2.T)
    dZ1 = dA1 * np.where(Z1 > 0, 1, 0)
    dW1 = (1/m) * np.dot(X.T, dZ1)
    db1 = (1/m) * np.sum(dZ1, axis=0, keepdims=True)
    W1 -= 0.01 * dW1; b1 -= 0.01 * db1; W2 -= 0.01 * dW2; b2 -= 0.01 * db2
    if i % 100 == 0:
        costs.append(float((1/m) * np.sum((A2 - Y)**2)))
`;

const PRINTED = [
  0.29617825471294423, 0.15269541445708593, 0.1361997979546046, 0.12646802945091326, 0.11914873921362253,
  0.11360293902089343, 0.1093644928277771, 0.10602391756213714, 0.10337393702103816, 0.10130153664427889,
];

describe('the built-in numpy package', function () {
  this.timeout(300_000);
  let python: BuiltinPython;

  before(async () => {
    python = await startBuiltinPython();
  });

  const value = (program: string): unknown =>
    JSON.parse(String(python.run(`import json, numpy as np\n${program}`)));

  it('trains the network of the notes to the printed costs', () => {
    const costs = value(`${NOTES}\njson.dumps(costs)`) as number[];
    costs.forEach((cost, i) => {
      const printed = PRINTED[i] ?? 0;
      assert.ok(Math.abs(cost - printed) <= 1e-12 * printed, `${String(cost)} is not ${String(printed)}`);
    });
    assert.equal(costs.length, PRINTED.length);
  });

  it('gives arrays out as float64 in C order and takes them back', () => {
    const program = `
a = np.arange(6).reshape(2, 3).T
name, shape, data = np._to_bytes(a)
back = np._from_bytes(data, shape, name)
json.dumps([name, list(shape), len(data), (back == a).all().item(), str(back.dtype)])`;
    assert.deepEqual(value(program), ['int64', [3, 2], 48, true, 'int64']);
    assert.throws(() => value('np._from_bytes(b"1234", (2, 2))'), /do not fit the shape/);
  });

  it('names what it does not have, and the way out', () => {
    const message = value(`
try:
    np.ma.array([1, 2])
except NotImplementedError as error:
    text = str(error)
json.dumps([text, isinstance(np._UnsupportedError('x'), AttributeError)])`) as [string, boolean];
    assert.match(message[0], /^np\.ma is not part of the built-in NumPy\. .*Select Python/);
    assert.equal(message[1], true);
  });

  it('frees arrays with their last reference, and keeps memory for their views', () => {
    const program = `
import gc
def used():
    x = np.zeros(1000000)
    return x[10:20]
views = []
address = None
for i in range(300):
    v = used()
    v += i
views = [np.arange(5.)[i:] for i in range(5)]
json.dumps([v.tolist(), [w.sum().item() for w in views]])`;
    assert.deepEqual(value(program), [new Array(10).fill(299), [10, 10, 9, 7, 4]]);
  });

  it('refuses an array beyond memory with an error, and goes on', () => {
    const program = `
try:
    np.zeros((100000, 100000))
except MemoryError as error:
    text = str(error)
json.dumps([text, float(np.ones(3).sum())])`;
    assert.deepEqual(value(program), [
      'Unable to allocate 74.5 GiB for an array with shape (100000, 100000) and data type float64',
      3,
    ]);
  });

  it('copies deeply, also inside other objects', () => {
    const program = `
import copy
a = np.arange(3.)
b = copy.deepcopy({'w': [a, a], 's': np.float64(2)})
b['w'][0][0] = 9
r = np.random.RandomState(1); s = copy.deepcopy(r)
json.dumps([a.tolist(), b['w'][1].tolist(), type(b['s']).__name__, float(r.rand() - s.rand())])`;
    assert.deepEqual(value(program), [[0, 1, 2], [9, 1, 2], 'float64', 0]);
  });

  it('leaves no way to JavaScript in reach', () => {
    const program = `
found = []
try:
    import _backprop_numpy
    found.append('module')
except ImportError:
    pass
from numpy._backend import k
found += [n for n, v in vars(k).items() if 'Js' in type(v).__name__]
json.dumps(found)`;
    assert.deepEqual(value(program), []);
  });
});
