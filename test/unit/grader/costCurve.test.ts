import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { reluDerivative } from '../../../src/course/exercises/reluDerivative';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import { notesConvention } from '../../../src/network/conventions';
import { costReport } from '../../../src/grader/costCurve';
import type { CostReport } from '../../../src/grader/report';
import type { DriveResult } from '../../../src/python/runtime';

const { curve } = backward2Layer.judging;
assert.ok(curve);
const reference = curve.reference(notesConvention);

/** What a training returns: its costs, and the parameters on the way. */
function trained(costs: Float64Array, held = new Float64Array()): DriveResult {
  const items = [costs, held].map(
    (data) => ({ kind: 'array', dtype: 'float64', shape: [data.length], data }) as const,
  );
  return { name: 'training', returned: { kind: 'tuple', items }, error: null };
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

  it('tells the learner’s own parameters at the costs it tells, where each has kept its size', () => {
    const { parameters } = curve.drive ?? {};
    assert.ok(parameters);
    const size = [...parameters.values()].reduce((sum, { data }) => sum + data.length, 0);
    const held = Float64Array.from({ length: size * 3 }, (_, at) => (at === 5 ? NaN : at / 7));
    const told = (data: Float64Array<ArrayBuffer>): CostReport['parameters'] =>
      costReport(backward2Layer, trained(reference.slice(0, 41), data), null, notesConvention)?.parameters;
    const report = told(held);
    assert.ok(report);
    assert.deepEqual(
      report.arrays.map(({ name, shape }) => [name, ...shape]),
      [...parameters].map(([name, { shape }]) => [name, ...shape]),
    );
    assert.deepEqual(
      report.moments.map((moment) => moment.length),
      [size, size, size],
    );
    assert.deepEqual(
      [report.moments[0]?.[5], report.moments[1]?.[0]],
      [null, Number((size / 7).toPrecision(6))],
    );
    assert.equal(told(held.slice(0, -1)), undefined);
    assert.equal(told(new Float64Array()), undefined);
  });

  it('is none where an exercise trains nothing', () => {
    assert.equal(costReport(reluDerivative, null, null, null), null);
  });
});
