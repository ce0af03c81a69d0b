import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import { reachedBy } from '../../../src/diagnosis/reach';
import { allSteps, type Computation } from '../../../src/engine/computation';
import { zeros } from '../../../src/engine/tensor';
import { probeFor, referenceOf } from './pretended';

const computation = referenceOf(backward2Layer, probeFor(backward2Layer, 'distinct'));

function reachOf(of: Computation, steps: readonly string[]): ReadonlySet<string> {
  const reached = reachedBy(of, steps);
  return new Set(of.returns.filter((name) => reached.has(name)));
}

describe('what a change reaches', () => {
  it('is itself and what is made of it, and nothing before or beside it', () => {
    assert.deepEqual([...reachedBy(computation, ['dZ1'])].sort(), ['dW1', 'dZ1', 'db1']);
    assert.deepEqual([...reachedBy(computation, ['dW2'])], ['dW2']);
    assert.deepEqual([...reachOf(computation, ['dA1'])].sort(), ['dW1', 'db1']);
    assert.deepEqual([...reachOf(computation, ['dZ2'])].sort(), ['dW1', 'dW2', 'db1', 'db2']);
  });

  it('is everything after it that has a computation of its own', () => {
    const steps = computation.steps.map((step) =>
      step.name === 'db1' ? { ...step, compute: () => zeros([1, 1]) } : step,
    );
    assert.ok(reachedBy({ ...computation, steps }, ['dW2']).has('db1'));
    assert.ok(!reachedBy(computation, ['dW2']).has('db1'));
  });

  it('is all in a loop', () => {
    const training = referenceOf(train2Layer, probeFor(train2Layer, 'brief'));
    const reached = reachedBy(training, ['dW2']);
    assert.ok(allSteps(training).every(({ name }) => reached.has(name)));
    assert.deepEqual([...reachOf(training, ['dW2'])].sort(), [...training.returns].sort());
  });
});
