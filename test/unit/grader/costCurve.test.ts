import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { reluDerivative } from '../../../src/course/exercises/reluDerivative';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import { notesConvention } from '../../../src/network/conventions';
import { costReport } from '../../../src/grader/costCurve';
import type { DriveResult } from '../../../src/python/runtime';

const { curve } = backward2Layer.judging;
assert.ok(curve);
const reference = curve.reference(notesConvention);

function trained(costs: Float64Array): DriveResult {
  const returned = { kind: 'array', dtype: 'float64', shape: [costs.length], data: costs } as const;
  return { name: 'training', returned, error: null };
}

function parting(costs: Float64Array): number | null | undefined {
  return costReport(backward2Layer, trained(costs), null, notesConvention)?.firstDivergence;
}

describe('the cost curve', () => {
  it('lies on the reference, up to rounding', () => {
    assert.equal(parting(reference), null);
    assert.equal(parting(reference.map((cost, i) => cost * (1 + 1e-13 * Math.sin(i)))), null);
  });

  it('parts where the costs differ first, and where they are no numbers', () => {
    assert.equal(parting(reference.map((cost, i) => (i < 7 ? cost : cost * 1.001))), 7);
    assert.equal(parting(reference.map((cost, i) => (i < 31 ? cost : NaN))), 31);
  });

  it('may end early where the tutor trains with slow code, and parts there where the learner trains', () => {
    const cut = reference.slice(0, 130);
    assert.equal(parting(cut), null);
    const own = { shape: [cut.length], data: cut };
    assert.equal(costReport(train2Layer, null, own, notesConvention)?.firstDivergence, cut.length);
  });

  it('parts at once where training raised', () => {
    const raised: DriveResult = { name: 'training', returned: null, error: null };
    const report = costReport(backward2Layer, raised, null, notesConvention);
    assert.deepEqual([report?.learner, report?.firstDivergence], [[], 0]);
  });

  it('is drawn at regular distances, with gaps for what is no number', () => {
    const costs = reference.map((cost, i) => (i < 500 ? cost : Infinity));
    const report = costReport(backward2Layer, trained(costs), null, notesConvention);
    assert.ok(report);
    assert.equal(report.learner.length, report.reference.length);
    assert.equal(report.reference[3], reference[3 * report.every]);
    assert.deepEqual([report.learner[0], report.learner.at(-1)], [reference[0], null]);
  });

  it('is none where an exercise trains nothing', () => {
    assert.equal(costReport(reluDerivative, null, null, null), null);
  });
});
