/** A long training whose beginning is wrong need not run to its end. */
import assert from 'node:assert/strict';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { withCurve } from '../../../src/grader/curve';
import { askedProbes, isWrongEarly } from '../../../src/grader/early';
import { judge as judgeRun } from '../../../src/grader/grade';
import { scale } from '../../../src/engine/tensor';
import type { DriveResult, SnippetRun } from '../../../src/python/runtime';
import { at, pyArray, pyNone, raisedError, runOf, type Pretence } from './pretendedRun';

const wrong: Pretence = { change: at('dW1', (right) => scale(right, 2)) };

/** As Python gives it where the long training was left out. */
function early(pretence: Pretence): SnippetRun {
  const run = runOf(train2Layer, pretence);
  return { ...run, calls: run.calls.filter(({ name }) => name !== 'shown') };
}

function trained(costs: readonly number[], error: DriveResult['error'] = null): DriveResult {
  const array = (data: readonly number[]) => pyArray({ shape: [data.length], data: Float64Array.from(data) });
  return {
    name: 'training',
    returned: error ? null : { kind: 'tuple', items: [array(costs), array([])] },
    error,
  };
}

describe('a long training', () => {
  it('is asked last, and of no exercise that trains nothing', () => {
    const { asked, long } = askedProbes(train2Layer);
    assert.equal(long?.purpose, 'shown');
    assert.equal(asked.at(-1), long);
    assert.equal(askedProbes(backward2Layer).long, null);
  });

  it('is left out where its beginning is wrong by its numbers', () => {
    assert.ok(isWrongEarly(train2Layer, early(wrong).calls));
    assert.ok(!isWrongEarly(train2Layer, early({}).calls));
  });

  it('runs where anything else is wrong', () => {
    const none: Pretence = { ...wrong, returns: () => pyNone };
    const raises: Pretence = {
      ...wrong,
      call: (call) =>
        call.name === 'distinct' ? { ...call, error: raisedError('ValueError: no', 9) } : call,
    };
    const varies: Pretence = {
      ...wrong,
      call: (call) => (call.name === 'distinct' ? { ...call, deterministic: false } : call),
    };
    const infinite: Pretence = { change: at('dW1', (right) => scale(right, Infinity)) };
    for (const one of [none, raises, varies, infinite]) {
      assert.ok(!isWrongEarly(train2Layer, early(one).calls));
    }
  });

  it('that was left out is judged as one that was not, and says after how many iterations', () => {
    const [whole, begun] = [runOf(train2Layer, wrong), early(wrong)].map(
      (run) => judgeRun(train2Layer, run, 'en').report,
    );
    assert.ok(whole && begun);
    assert.equal(begun.verdict, 'fail');
    assert.deepEqual(begun.diagnoses, whole.diagnoses);
    assert.equal(begun.values[0]?.iterations, 120);
    assert.equal(whole.values[0]?.iterations, undefined);
    assert.equal(begun.cost, null);
  });

  it('gets its curve where somebody looks, and what it comes to', () => {
    const graded = judgeRun(train2Layer, early(wrong), 'en');
    const costs = Array.from({ length: 1000 }, (_, i) => (i < 300 ? i : NaN));
    const { cost, remarks } = withCurve(train2Layer, graded, trained(costs), 'en');
    assert.equal(cost?.learner.length, 50);
    assert.deepEqual(cost.learner.slice(13, 17), [260, 280, null, null]);
    assert.deepEqual(
      remarks.map(({ code }) => code),
      ['training-overflows'],
    );
    const raised = withCurve(train2Layer, graded, trained([], raisedError('ValueError: late', 7)), 'en');
    assert.match(raised.remarks.at(-1)?.message ?? '', /ValueError: late/u);
  });
});
