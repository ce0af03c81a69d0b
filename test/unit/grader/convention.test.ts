/** One convention for a whole report: findings, table, central differences and sentence speak of the same. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { backward3Layer } from '../../../src/course/exercises/backward3Layer';
import { exactGradient } from '../../../src/course/exercises/exactGradient';
import { inputsOf, type Probe } from '../../../src/course/judging/probe';
import { allSteps, withStep, type Computation } from '../../../src/engine/computation';
import { scale } from '../../../src/engine/tensor';
import { contradictionsOf } from './contradictions';
import { judge } from './pretendedRun';

function times(name: string, factor: number) {
  return (computation: Computation): Computation => {
    const step = allSteps(computation).find((one) => one.name === name);
    assert.ok(step);
    return withStep(computation, step, (_, right) => scale(right(), factor));
  };
}

describe('the convention of a report', function () {
  this.timeout(120_000);

  it('is the one that leaves the fewest faults: two arrays off by constants of their own are accused, and no other', () => {
    const report = judge(backward2Layer, {
      change: (computation) => times('db1', 4)(times('dW2', 2)(computation)),
    });
    assert.deepEqual(report.diagnoses.map(({ code, target }) => [code, target]).sort(), [
      ['factor-two', 'dW2'],
      ['scaled', 'db1'],
    ]);
    assert.deepEqual(
      report.values.filter(({ ok }) => !ok).map(({ name }) => name),
      ['db1', 'dW2'],
    );
    assert.deepEqual(contradictionsOf(report), []);
  });

  it('may take the mean over the outputs too, in every exercise with a whole backward pass', () => {
    for (const exercise of [backward2Layer, backward3Layer, exactGradient]) {
      const [probe] = exercise.judging.probes();
      assert.ok(probe);
      exercise.judging.references(probe).forEach(({ convention }, accepted) => {
        if (convention?.mean !== 'entries') return;
        const report = judge(exercise, { accepted });
        assert.equal(report.verdict, 'pass');
        assert.deepEqual(report.convention, { ...convention, samples: 'rows', biasShape: '(1, n)' });
        assert.deepEqual(contradictionsOf(report), []);
      });
    }
  });

  it('is a mistake where only some of the gradients follow it', () => {
    const outputsOf = (probe: Probe): number => inputsOf(probe).get('Y')?.shape[1] ?? 1;
    const report = judge(backward2Layer, {
      change: (computation, probe) => times('dW2', 1 / outputsOf(probe))(computation),
    });
    assert.equal(report.verdict, 'fail');
    assert.deepEqual(
      report.diagnoses.map(({ code, target }) => [code, target]),
      [['wrong-mean', 'dW2']],
    );
    // With one output it is right: the row speaks of data on which it is not.
    const row = report.values.find(({ name }) => name === 'dW2');
    assert.equal(row?.ok, false);
    assert.notEqual(row.data, undefined);
    assert.notEqual(row.worst?.actual, row.worst?.expected);
    assert.deepEqual(contradictionsOf(report), []);
  });
});
