import assert from 'node:assert/strict';
import { warmUp } from '../../../src/grader/warmUp';

describe('the grader’s warm-up', () => {
  it('judges a right backward pass as right, with its shapes and central differences', () => {
    const { verdict, diagnoses, remarks, values, gradientCheck, shapes } = warmUp('right');
    assert.equal(verdict, 'pass');
    assert.deepEqual(diagnoses, []);
    assert.deepEqual(
      values.map(({ name, ok }) => [name, ok]),
      ['dW1', 'db1', 'dW2', 'db2'].map((name) => [name, true]),
    );
    assert.equal(gradientCheck.length, 4);
    assert.ok(shapes.some(({ name }) => name === 'dZ1'));
    assert.ok(!remarks.some(({ code }) => code === 'skipped'));
  });

  it('finds what is wrong with a wrong one', () => {
    const { verdict, diagnoses, values } = warmUp('wrong');
    assert.equal(verdict, 'fail');
    assert.deepEqual(
      values.filter(({ ok }) => !ok).map(({ name }) => name),
      ['dW2', 'db2'],
    );
    assert.deepEqual(
      diagnoses.map(({ code }) => code),
      ['missing-mean'],
    );
  });
});
