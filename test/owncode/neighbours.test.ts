/** Modules beside a learner's own file, in the built-in Python, which reads no files itself. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gradcheck } from '../../src/owncode/gradcheck';
import { neighboursOf } from '../../src/owncode/neighbours';
import type { GradcheckReport } from '../../src/owncode/report';
import { readBeside } from '../../src/python/readBeside';
import { builtinRuntime } from '../support/runtimes';

const layers = `import numpy as np
from common.functions import squash, slope


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


class Tanh:
    def forward(self, x):
        self.out = squash(x)
        return self.out

    def backward(self, dout):
        return dout * slope(self.out)
`;
const functions = `import numpy as np


def squash(x):
    return np.tanh(x)


def slope(out):
    return 1 - out ** 2
`;
const program = `import numpy as np
from layers import *

np.random.seed(0)
params = {'W1': np.random.randn(3, 4), 'b1': np.zeros(4), 'W2': np.random.randn(4, 2), 'b2': np.zeros(2)}
first, hidden, last = Affine(params['W1'], params['b1']), Tanh(), Affine(params['W2'], params['b2'])
x, t = np.random.randn(6, 3), np.random.randn(6, 2)

for step in range(20):
    y = last.forward(hidden.forward(first.forward(x)))
    loss = 0.5 * np.sum((y - t) ** 2)
    first.backward(hidden.backward(last.backward(y - t)))
    grads = {'W1': first.dW, 'b1': first.db, 'W2': last.dW, 'b2': last.db}
    for key in params:
        params[key] -= 0.01 * grads[key]
`;

describe('modules beside a file', function () {
  this.timeout(300_000);
  let folder = '';
  const runtime = builtinRuntime();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const check = (source: string): Promise<GradcheckReport> =>
    gradcheck(
      source,
      {
        file: 'train.py',
        timeoutSeconds: 60,
        seed: 0,
        language: 'en',
        folder,
        readBeside: readBeside(folder),
      },
      runtime,
    );

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'beside-')), 'project');
    write('layers.py', layers);
    write('common/functions.py', functions);
  });
  afterEach(() => {
    rmSync(dirname(folder), { recursive: true });
  });
  after(() => runtime.dispose());

  it('are imported, with what they import, and the file is judged', async () => {
    const report = await check(program);
    assert.equal(report.verdict, 'agree', JSON.stringify(report.refused));
    assert.deepEqual(
      report.checks[0]?.parameters.map(({ shape }) => shape),
      [[3, 4], [4], [4, 2], [2]],
    );
  });

  it('show a mistake that lies in one of them', async () => {
    write('common/functions.py', functions.replace('1 - out ** 2', '1 - out'));
    assert.equal((await check(program)).verdict, 'differ');
  });

  it('are told by name where they are not there, or lie elsewhere', async () => {
    write('../elsewhere.py', 'def secret():\n    return 1\n');
    symlinkSync(join(folder, '..', 'elsewhere.py'), join(folder, 'linked.py'));
    for (const name of ['missing_one', 'linked']) {
      const report = await check(program.replace('from layers import *', `from ${name} import *`));
      assert.equal(report.verdict, 'not-judged');
      assert.match(report.refused.map(({ message }) => message).join(' '), new RegExp(name, 'u'));
    }
  });

  it('reach no file, process or network', async () => {
    for (const line of ["open('/etc/passwd')", 'import os', 'import socket', '__import__("subprocess")']) {
      write('common/functions.py', `${line}\n${functions}`);
      assert.notEqual((await check(program)).verdict, 'agree', line);
    }
  });

  it('are asked for by names that stay within the folder, and only so many', async () => {
    const asked: string[] = [];
    const text = 'from ..above import a\nfrom .beside import b\nimport c.d as e, f\nimport numpy as np\n';
    const found = await neighboursOf(text, (path) => {
      asked.push(path);
      return Promise.resolve(path === 'f.py' ? 'import f\nimport g\n' : null);
    });
    assert.deepEqual(Object.keys(found), ['f']);
    assert.ok(
      asked.every((path) => /^\w+(?:\/\w+)*\.py$/u.test(path)),
      asked.join(' '),
    );
    assert.ok(!asked.some((path) => path.startsWith('numpy')));
    const many = Array.from({ length: 100 }, (_, i) => `import m${String(i)}`).join('\n');
    assert.equal(Object.keys(await neighboursOf(many, () => Promise.resolve('x = 1\n'))).length, 24);
    const large = await neighboursOf('import a\nimport b\n', () => Promise.resolve('#'.repeat(300_000)));
    assert.deepEqual(Object.keys(large), ['a']);
  });
});
