/** What a training of the learner's own held on the way, seen without knowing its names. */
import { strict as assert } from 'node:assert';
import { train2Layer } from '../../src/course/exercises/train2Layer';
import { heldMoments, notesRate, trainingRun, type TrainingMoment } from '../../src/course/trainingRun';
import { requestFor } from '../../src/grader/request';
import { grade } from '../support/grade';
import { describeEach } from './support';

const { picture, solution } = train2Layer;

const inOne = `import numpy as np

def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    net = {"w": [np.random.randn(X.shape[1], 5)], "b": np.zeros((1, 5))}
    v, c = np.random.randn(5, Y.shape[1]), np.zeros((1, Y.shape[1]))
    losses = np.zeros(iterations)
    step = 0
    while step < iterations:
        h = np.maximum(X @ net["w"][0] + net["b"], 0)
        out = np.maximum(h @ v + c, 0)
        losses[step] = np.sum((out - Y) ** 2) / len(X)
        e = (out - Y) / len(X)
        d = (e @ v.T) * (h > 0)
        v = v - learning_rate * h.T @ e
        c = c - learning_rate * e.sum(axis=0, keepdims=True)
        net["w"][0] = net["w"][0] - learning_rate * X.T @ d
        net["b"] = net["b"] - learning_rate * d.sum(axis=0, keepdims=True)
        step += 1
    return net["w"][0], net["b"], v, c, list(losses)
`;

const elsewhere = solution
  .replace('def train(X, Y, learning_rate, iterations):', 'def fit(X, Y, learning_rate, iterations):')
  .concat('\n\ndef train(*given):\n    return fit(*given)\n');

const unseen = solution.replace(
  'return W1, b1, W2, b2, costs',
  'return W1 + 0, b1 + 0, W2 + 1, b2 + 0, costs',
);

describeEach('a training that is watched', (runtime) => {
  async function momentsOf(source: string): Promise<readonly TrainingMoment[] | null> {
    assert.ok(picture);
    const { cost } = grade(train2Layer, await runtime().run(requestFor(train2Layer, source, 20)), 'en');
    assert.ok(cost);
    return cost.parameters ? heldMoments(picture, cost.parameters) : null;
  }

  for (const [how, source] of Object.entries({
    'as the course writes it': solution,
    'in one function, a dictionary and a while loop': inOne,
    'in a function that train calls': elsewhere,
  }))
    it(`is the reference's, ${how}`, async () => {
      assert.ok(picture);
      const own = await momentsOf(source);
      const { moments } = trainingRun(picture, notesRate, 20);
      assert.equal(own?.length, moments.length);
      for (const [at, { weights, dead }] of moments.entries()) {
        const mine: TrainingMoment | undefined = own[at];
        assert.deepEqual(mine?.dead, dead);
        for (const [name, entries] of weights)
          for (const [i, entry] of entries.entries())
            assert.ok(
              Math.abs(entry - (mine.weights.get(name)?.[i] ?? NaN)) < 1e-5,
              `${name} before update ${String(20 * at)}`,
            );
      }
    });

  it('is the learner’s own where it goes wrong', async () => {
    const wrong = solution.replace('dZ1 = dA1 * relu_derivative(Z1)', 'dZ1 = dA1');
    const own = await momentsOf(wrong);
    const right = await momentsOf(solution);
    assert.deepEqual(own?.[0], right?.[0]);
    assert.notDeepEqual(own?.at(-1), right?.at(-1));
  });

  it('prints to its end, and each warning, where only its beginning was judged', async () => {
    const cost = 'costs.append(compute_cost(A2, Y))';
    const loud = `${cost}\n        if i % 400 == 0: print(i, np.log(np.zeros(1)))`;
    for (const more of [loud, `${loud}\n        A2 = 2 * A2`]) {
      const source = solution.replace(cost, more);
      assert.notEqual(source, solution);
      const { calls, stdout } = await runtime().run(requestFor(train2Layer, source, 20));
      assert.equal(
        calls.some(({ name }) => name === 'shown'),
        more === loud,
      );
      assert.deepEqual(
        stdout.split('\n').filter((line) => line.includes('inf')),
        ['0 [-inf]', '400 [-inf]', '800 [-inf]'],
      );
      assert.match(stdout, /RuntimeWarning: divide by zero/u);
    }
  });

  it('is not told where nothing that it held is what came back', async () => {
    assert.equal(await momentsOf(unseen), null);
  });
});
