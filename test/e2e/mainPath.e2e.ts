import assert from 'node:assert/strict';
import { Tutor } from './tutor';
import { Workbench } from './workbench';

const solution = `import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = (1 / m) * np.dot(A1.T, dZ2)
    db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)
    dA1 = np.dot(dZ2, W2.T)
    dZ1 = dA1 * np.where(Z1 > 0, 1, 0)
    dW1 = (1 / m) * np.dot(X.T, dZ1)
    db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
    return dW1, db1, dW2, db2`;

/** The line with the mistake, and the same line right. */
const right = '    dW1 = (1 / m) * np.dot(X.T, dZ1)';
const wrong = '    dW1 = np.dot(X.T, dZ1)';

const timeLimitSeconds = 4;

describe('the main path', () => {
  let workbench: Workbench;
  let tutor: Tutor;

  before(async () => {
    workbench = await Workbench.open({ settings: { 'backpropTutor.timeoutSeconds': timeLimitSeconds } });
  });

  after(async () => {
    await workbench.close();
  });

  afterEach(async function () {
    await workbench.pictureOf(this.currentTest);
  });

  it('opens the panel from the command palette', async () => {
    tutor = await Tutor.open(workbench);
    assert.equal(await tutor.button('Check').count(), 1);
  });

  it('shows the two-layer network, its equations and its snippet', async () => {
    await tutor.goTo('Backward pass, two layers');
    for (const name of ['Equations', 'Network', 'Snippet', 'Results']) {
      assert.equal(await tutor.region(name).count(), 1, name);
    }
    // KaTeX writes MathML beside what it draws, for those who do not see it.
    assert.ok((await tutor.region('Equations').locator('math').count()) >= 6);
  });

  it('passes the solution that is typed into the snippet', async () => {
    await tutor.typeSnippet(solution);
    assert.equal(await tutor.text(), solution);
    await tutor.check(/pass/i);
    for (const name of ['dW1', 'db1', 'dW2', 'db2']) {
      const row = tutor.region('Results').getByRole('row').filter({ hasText: name });
      assert.match((await row.first().textContent()) ?? '', /agrees/, name);
    }
  });

  it('draws the cost curve of the snippet over the reference', async () => {
    await tutor.tab('Cost curve').click();
    const results = tutor.region('Results');
    await results.locator('canvas').first().waitFor();
    // The notes' first printed cost, which both the reference and the learner must reach.
    await results.getByText('0.296').first().waitFor({ state: 'attached' });
    await tutor.tab('Gradients').click();
  });

  it('says which gradient is wrong after one line is broken', async () => {
    await tutor.pasteSnippet(solution.replace(right, wrong));
    await tutor.check(/dW1/);
    const row = (name: string) => tutor.region('Results').getByRole('row').filter({ hasText: name }).first();
    assert.match((await row('dW1').textContent()) ?? '', /differs/);
    for (const name of ['db1', 'dW2', 'db2']) {
      assert.match((await row(name).textContent()) ?? '', /agrees/, name);
    }
  });

  it('points at the broken line and names the mistake', async () => {
    const results = tutor.region('Results');
    const line = solution.split('\n').indexOf(right) + 1;
    assert.equal(await results.getByText(`line ${String(line)}`, { exact: true }).count(), 1);
    await results.getByText('number of samples').first().waitFor();
  });

  it('stops an endless loop at its time limit, and the next check passes', async () => {
    await tutor.pasteSnippet(solution.replace('    dZ2 = A2 - Y', '    while True: pass'));
    const start = Date.now();
    await tutor.check(/error/i);
    const took = Date.now() - start;
    assert.ok(took < (timeLimitSeconds + 1) * 1000, `${String(took)} ms`);
    await tutor.pasteSnippet(solution);
    await tutor.check(/pass/i);
  });
});
