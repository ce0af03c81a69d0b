/** Naming a mistake by its repair, end to end in the built-in Python: any code, no network that has to be known. */
import { strict as assert } from 'node:assert';
import type { OwnDiagnosis } from '../../src/owncode/report';
import { checkerOfOwnCode } from '../support/ownCode';

/** A network that the recogniser does not know: a skip around the hidden layer, a softplus, a penalty on one matrix. */
const program = `
import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(9, 3))
T = rng.normal(size=(9, 2))
P = {
    'U': rng.normal(size=(3, 4)),
    'c': np.zeros(4),
    'V': rng.normal(size=(4, 2)),
    'S': rng.normal(size=(3, 2)),
}
lam = 0.3


def softplus_slope(z):
    return 1 / (1 + np.exp(-z))


def forward(p, X):
    z = X @ p['U'] + p['c']
    h = np.log(1 + np.exp(z))
    return z, h, h @ p['V'] + X @ p['S']


def loss(p, out):
    return np.sum((out - T) ** 2) / len(X) + lam * np.sum(p['V'] ** 2)


def backward(p, z, h, out):
    e = 2 * (out - T) / len(X)
    carried = e @ p['V'].T
    dz = carried * softplus_slope(z)
    return {
        'U': X.T @ dz,
        'c': dz.sum(axis=0),
        'V': h.T @ e + 2 * lam * p['V'],
        'S': X.T @ e,
    }


def gradcheck():
    z, h, out = forward(P, X)
    return loss(P, out), backward(P, z, h, out), P
`;

/** What is written in place of what, and what is to be said of it. */
const planted: readonly (readonly [string, string, string])[] = [
  ['carried * softplus_slope(z)', 'carried', 'missing-activation-derivative'],
  ['carried * softplus_slope(z)', 'carried * softplus_slope(h)', 'wrong-slope'],
  ["e @ p['V'].T", "-e @ p['V'].T", 'wrong-sign'],
  ['dz.sum(axis=0)', 'dz.sum()', 'summed-everything'],
  ["h.T @ e + 2 * lam * p['V']", 'h.T @ e', 'penalty-missing'],
  ["h.T @ e + 2 * lam * p['V']", "h.T @ e + lam * p['V']", 'penalty-factor'],
  ["h.T @ e + 2 * lam * p['V']", "z.T @ e + 2 * lam * p['V']", 'wrong-layer-input'],
  ["'S': X.T @ e,", "'S': X.T @ e / len(X),", 'double-mean'],
  ["'S': X.T @ e,", "'S': X.T @ e * len(X),", 'missing-mean'],
];

describe('naming a mistake by its repair', () => {
  const check = checkerOfOwnCode();

  async function diagnoses(source: string): Promise<readonly OwnDiagnosis[]> {
    const { checks, error } = await check(source, 300);
    assert.equal(error, null);
    return checks.flatMap((each) => each.diagnoses);
  }

  it('says nothing of what is right', async () => {
    assert.deepEqual(await diagnoses(program), []);
  });

  for (const [right, wrong, code] of planted) {
    it(`names ${code} where ${wrong.trim()} stands, at its line`, async () => {
      const source = program.replace(right, () => wrong);
      const line = program.slice(0, program.indexOf(right)).split('\n').length;
      const [first, ...others] = await diagnoses(source);
      assert.deepEqual([first?.code, first?.line, others.length], [code, line, 0], first?.message);
    });
  }

  it('says nothing where two mistakes are made, since no one change takes both back', async () => {
    const two = program
      .replace('carried * softplus_slope(z)', 'carried')
      .replace('dz.sum(axis=0)', 'dz.sum() / 3');
    assert.deepEqual(await diagnoses(two), []);
  });

  it('names what a line leaves in a name, in a check that changes names of the file', async () => {
    const source = `
import numpy as np

rng = np.random.default_rng(0)
X, t = rng.normal(size=(5, 3)), rng.normal(size=5)
w, b = rng.normal(size=3), np.zeros(1)
calls = 0


def gradients(e):
    global calls
    calls += 1
    d = e.copy()
    d *= 1
    return 2 * X.T @ d + 0.2 * w, 2 * d.sum()


def gradcheck():
    e = X @ w + b - t
    return np.sum(e ** 2) / len(t) + 0.1 * np.sum(w ** 2), gradients(e), (w, b)
`;
    const [first, ...others] = await diagnoses(source);
    const line = source.slice(0, source.indexOf('d *= 1')).split('\n').length;
    assert.deepEqual([first?.code, first?.line, others.length], ['missing-mean', line, 0], first?.message);
  });

  it('leaves the functions as they were', async () => {
    // Two checks of one file: the second measures what the first has tried to repair.
    const again = `${program.replace('carried * softplus_slope(z)', 'carried')}\ndef gradcheck_again():\n    return gradcheck()\n`;
    const found = await diagnoses(again);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['missing-activation-derivative', 'missing-activation-derivative'],
    );
  });
});
