/** Code with samples in columns, in real Pythons: the course's own, and as people write it, right and with mistakes. */
import { strict as assert } from 'node:assert';
import { course, exerciseById } from '../../src/course/course';
import { heldMoments, notesRate, trainingRun } from '../../src/course/trainingRun';
import { grade } from '../support/grade';
import type { Report } from '../../src/grader/report';
import { requestFor } from '../../src/grader/request';
import { describeEach } from './support';

const backward = `import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.where(Z1 <= 0, 0, dA1)
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
`;

const bySample = `import numpy as np

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[1]
    dW1, dW2 = np.zeros(W1.shape), np.zeros(W2.shape)
    db1, db2 = np.zeros((W1.shape[0], 1)), np.zeros((W2.shape[0], 1))
    for i in range(m):
        x, a1, z1 = X[:, i:i+1], A1[:, i:i+1], Z1[:, i:i+1]
        d2 = A2[:, i:i+1] - Y[:, i:i+1]
        d1 = (W2.T @ d2) * (z1 > 0)
        dW2 += d2 @ a1.T
        db2 += d2
        dW1 += d1 @ x.T
        db1 += d1
    return dW1 / m, db1 / m, dW2 / m, db2 / m
`;

const dictionaries = `import numpy as np

def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    dZ2 = cache["A2"] - Y
    grads = {}
    grads["dW2"] = dZ2 @ cache["A1"].T / m
    grads["db2"] = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (parameters["W2"].T @ dZ2) * (cache["Z1"] > 0)
    grads["dW1"] = dZ1 @ X.T / m
    grads["db1"] = np.sum(dZ1, axis=1, keepdims=True) / m
    return grads
`;

/** What is written instead of what, the code that a teacher would name, and the line. */
const mistakes: readonly (readonly [from: string, to: string, code: string, line: number])[] = [
  ['np.dot(dZ1, X.T) / m', 'np.dot(dZ1, X.T)', 'missing-mean', 11],
  ['m = X.shape[1]', 'm = X.shape[0]', 'wrong-mean', 7],
  ['np.sum(dZ1, axis=1, keepdims=True)', 'np.sum(dZ1, axis=1)', 'missing-keepdims', 12],
  ['np.sum(dZ2, axis=1, keepdims=True)', 'np.sum(dZ2, axis=0, keepdims=True)', 'wrong-axis', 8],
  ['np.where(Z1 <= 0, 0, dA1)', 'dA1', 'missing-activation-derivative', 10],
  ['np.dot(dZ1, X.T)', 'np.dot(X, dZ1.T)', 'transposed', 11],
  ['A2 - Y', 'Y - A2', 'wrong-sign', 6],
  ['np.dot(W2.T, dZ2)', 'np.dot(W2, dZ2)', 'operand-order', 9],
  ['np.dot(dZ2, A1.T)', 'np.dot(dZ2, Z1.T)', 'wrong-layer-input', 7],
  ['np.sum(dZ1, axis=1, keepdims=True)', 'np.sum(dZ1)', 'summed-everything', 12],
];

describeEach('samples in columns', (runtime) => {
  async function judge(id: string, source: string, samples: 'rows' | 'columns' = 'columns'): Promise<Report> {
    const exercise = exerciseById(id, samples);
    assert.ok(exercise);
    return grade(exercise, await runtime().run(requestFor(exercise, source, 20)), 'en');
  }

  function assertPasses(report: Report): void {
    assert.equal(report.verdict, 'pass', JSON.stringify([report.error, report.diagnoses]));
    assert.ok(report.gradientCheck.every(({ ok }) => ok));
    assert.equal(report.cost?.firstDivergence ?? null, null);
  }

  for (const { id, judging } of course) {
    if (!judging.columns) continue;
    it(`${id}: the course’s solution passes, its training beside the reference’s`, async () => {
      const exercise = exerciseById(id, 'columns');
      const report = await judge(id, exercise?.solution ?? '');
      assertPasses(report);
      const { cost } = report;
      if (!cost || !exercise?.picture || !exercise.judging.curve?.drive) return;
      assert.ok(cost.parameters, 'what the training made of the parameters');
      const own = heldMoments(exercise.picture, cost.parameters);
      const picture = { ...exercise.picture, convention: report.convention ?? exercise.picture.convention };
      const { moments } = trainingRun(picture, notesRate, cost.every);
      for (const [at, { weights, dead }] of own.entries()) {
        assert.deepEqual(dead, moments[at]?.dead);
        for (const [name, entries] of weights)
          assert.ok(
            entries.every(
              (entry, i) => Math.abs(entry - (moments[at]?.weights.get(name)?.[i] ?? NaN)) < 1e-5,
            ),
            `${name} before update ${String(at * cost.every)}`,
          );
      }
      assert.equal(own.length, cost.learner.length);
    });
  }

  it('pass as people write them: a sample at a time, and in dictionaries', async () => {
    for (const source of [backward, bySample, dictionaries]) {
      assertPasses(await judge('backward-2-layer', source));
    }
  });

  for (const [from, to, code, line] of mistakes) {
    it(`${code}: ${to}`, async () => {
      const wrong = backward.replace(from, to);
      assert.notEqual(wrong, backward);
      const { diagnoses } = await judge('backward-2-layer', wrong);
      assert.deepEqual(
        diagnoses.map((one) => [one.code, one.line]),
        [[code, line]],
      );
    });
  }

  it('are told from samples in rows, whichever is asked for', async () => {
    const rows = exerciseById('backward-2-layer')?.solution ?? '';
    const [first] = (await judge('backward-2-layer', rows)).diagnoses;
    assert.equal(first?.code, 'samples-in-rows');
    assert.match(first.message, /each column of X is one sample/u);
    const [other] = (await judge('backward-2-layer', backward, 'rows')).diagnoses;
    assert.equal(other?.code, 'samples-in-columns');
  });
});
