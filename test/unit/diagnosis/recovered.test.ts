import assert from 'node:assert/strict';
import { evaluate, type Computation } from '../../../src/engine/computation';
import { read, type Values } from '../../../src/engine/operation';
import { scale } from '../../../src/engine/tensor';
import { conventionsOf } from '../../../src/network/conventions';
import { stepsOf } from '../../../src/network/cut';
import type { NetworkSpec } from '../../../src/network/spec';
import { gradientsOf } from '../../../src/network/steps';
import { findMistakes, type RecoveredRun } from '../../../src/diagnosis/recovered';
import { mutantsOf } from '../../../src/diagnosis/mutants';
import { arraysOf } from '../network/specs';
import { firstLine, observed } from './pretended';

const spec: NetworkSpec = {
  layers: [
    { units: 'n_hidden', activation: 'tanh' },
    { units: 'n_hidden2', activation: 'tanh', bias: false },
    { units: 'n_out', activation: 'sigmoid' },
  ],
  loss: 'binary-cross-entropy',
  penalty: 'l2',
};

/** A backward pass of the network, changed by the first mistake whose key begins so; one step a line. */
function runOf(key: string | null): RecoveredRun {
  const given = arraysOf(spec, 50);
  const returns = gradientsOf(spec);
  const [convention] = conventionsOf(spec);
  assert.ok(convention);
  const right: Computation = {
    steps: stepsOf({ spec, given: [...given.keys()], returned: returns }, convention),
    loop: null,
    returns,
  };
  const mutant =
    key === null ? null : mutantsOf(right, [...given.keys()]).find((one) => one.key.startsWith(key));
  assert.notEqual(mutant, undefined);
  const { values, first } = evaluate(mutant?.computation ?? right, given);
  const observations = right.steps.flatMap(({ name, operation }, i) => {
    const value = first.get(operation);
    return value ? [observed(firstLine + i, name, value)] : [];
  });
  const gradients: Values = new Map(returns.map((name) => [name, read(values, name)]));
  return { spec, given, gradients, trace: { observations } };
}

describe('a recovered network', () => {
  it('has nothing to be told of where its gradients are right', () => {
    const told = findMistakes(runOf(null), 'en');
    assert.deepEqual([told.findings, told.unexplained], [[], []]);
    assert.equal(told.convention.mean, 'samples');
  });

  it('is told the mistake and its line, without any exercise', () => {
    const { findings, unexplained } = findMistakes(runOf('missing-mean/sum/dW2'), 'en');
    assert.deepEqual(
      findings.map(({ code, target, line }) => ({ code, target, line })),
      [{ code: 'missing-mean', target: 'dW2', line: firstLine + 5 }],
    );
    assert.match(findings[0]?.message ?? '', /dW2 is 7 times/u);
    assert.deepEqual(unexplained, []);
  });

  it('may be trained on a multiple of the loss', () => {
    const run = runOf('wrong-axis');
    const climbing = new Map([...run.gradients].map(([name, value]) => [name, scale(value, -1)]));
    const told = findMistakes({ ...run, gradients: climbing, factor: -1 }, 'en');
    assert.deepEqual(
      told.findings.map(({ code }) => code),
      ['wrong-axis'],
    );
  });

  it('is not accused of what nothing explains', () => {
    const run = runOf(null);
    const gradients = new Map(run.gradients);
    const { shape } = read(gradients, 'dW1');
    gradients.set('dW1', {
      shape,
      data: new Float64Array(shape.reduce((a, b) => a * b)).map((_, i) => i * i),
    });
    const told = findMistakes({ ...run, gradients }, 'ko');
    assert.deepEqual([told.findings, told.unexplained], [[], ['dW1']]);
  });
});
