/** The fields of a report that are no judgement: what was printed, shapes, times, central differences, the curve. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { chainRule } from '../../../src/course/exercises/chainRule';
import { hiddenGradients } from '../../../src/course/exercises/hiddenGradients';
import { outputGradients } from '../../../src/course/exercises/outputGradients';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import type { Exercise } from '../../../src/course/judgedExercise';
import { add, scale, tensor, type Tensor } from '../../../src/engine/tensor';
import { grade } from '../../support/grade';
import { firstLine, lineOf, probeFor, referenceOf } from '../diagnosis/pretended';
import { at, judge, pyArray, returning, runOf } from './pretendedRun';

const reference = referenceOf(backward2Layer, probeFor(backward2Layer, 'shown'));
const moved = (value: Tensor): Tensor => add(value, tensor([], [0.01]));

describe('a report', function () {
  this.timeout(120_000);

  it('passes on what was printed, and the times', () => {
    const report = judge(backward2Layer, {
      run: { stdout: 'hello\n', timings: { startMs: 240, runMs: 35 } },
    });
    assert.equal(report.stdout, 'hello\n');
    assert.deepEqual(report.timings, { startMs: 240, runMs: 35, gradeMs: 0 });
  });

  it('gives the shapes of the locals of the learner’s own data, line by line', () => {
    const { shapes } = judge(backward2Layer);
    const shape = (name: string): unknown => shapes.find((one) => one.name === name);
    assert.deepEqual(shape('dZ2'), { line: firstLine, name: 'dZ2', shape: [100, 1] });
    assert.deepEqual(shape('dW1'), { line: lineOf(reference, 'dW1'), name: 'dW1', shape: [3, 5] });
    assert.equal(shapes.length, reference.steps.length);
  });

  it('gives each local’s shape once for a line, the last, and none of helpers', () => {
    const local = { line: 20, frame: 'learner', depth: 0, name: 'a', inPlace: false };
    const value = (shape: readonly number[]) => pyArray({ shape, data: new Float64Array(4) });
    const { shapes } = judge(backward2Layer, {
      call: (call) => ({
        ...call,
        trace: [
          { ...local, value: value([4]) },
          { ...local, value: value([2, 2]) },
          { ...local, name: 'return', value: value([4]) },
          { ...local, name: 'b', depth: 1, frame: 'helper', value: value([4]) },
          { ...local, name: 'n', value: { kind: 'number', type: 'int', value: 1 } },
        ],
      }),
    });
    assert.deepEqual(shapes, [{ line: 20, name: 'a', shape: [2, 2] }]);
  });

  it('gives the shapes of a short training with the learner’s own data where the long one is not traced', () => {
    const { shapes } = judge(train2Layer);
    assert.deepEqual(shapes.find(({ name }) => name === 'Z1')?.shape, [100, 5]);
  });

  it('gives shapes where the run broke off', () => {
    const report = judge(backward2Layer, {
      change: at('dW2', () => {
        throw new Error('clash');
      }),
    });
    assert.equal(report.verdict, 'error');
    assert.ok(report.shapes.some(({ name }) => name === 'dZ2'));
  });

  it('says the same in both languages but for its sentences', () => {
    const run = runOf(backward2Layer, { change: at('dW1', (right) => scale(right, 2)) });
    const [en, ko] = [grade(backward2Layer, run, 'en'), grade(backward2Layer, run, 'ko')];
    const silent = (report: typeof en) => ({
      ...report,
      diagnoses: report.diagnoses.map((one) => ({ ...one, message: '' })),
      remarks: report.remarks.map((one) => ({ ...one, message: '' })),
    });
    assert.deepEqual(silent(en), silent(ko));
    assert.match(ko.diagnoses[0]?.message ?? '', /[가-힣].*니다/u);
    assert.doesNotMatch(en.diagnoses[0]?.message ?? '', /[가-힣]/u);
  });

  it('is JSON without loss, whatever the numbers', () => {
    const report = judge(backward2Layer, {
      change: at('dW1', (right) => ({ ...right, data: right.data.with(0, NaN).with(1, Infinity) })),
    });
    assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  });
});

describe('central differences in a report', function () {
  this.timeout(120_000);

  const gradients: readonly (readonly [Exercise, string])[] = [
    [backward2Layer, 'dW1'],
    [backward2Layer, 'db2'],
    [outputGradients, 'dW2'],
    [hiddenGradients, 'db1'],
    [chainRule, 'dy_dx'],
  ];
  for (const [exercise, name] of gradients) {
    it(`disagree with a wrong array and with it alone: ${exercise.id}, ${name}`, () => {
      const { gradientCheck } = judge(exercise, { change: at(name, moved) });
      assert.ok(gradientCheck.length > 0);
      for (const one of gradientCheck) {
        assert.equal(one.ok, one.name !== name, one.name);
        assert.equal(one.maxRelError > 1e-5, one.name === name);
      }
    });
  }

  it('leave out what has no shape to compare', () => {
    const flat = returning(backward2Layer, 'dW1', (value) =>
      value.kind === 'array' ? { ...value, shape: [value.data.length] } : value,
    );
    const names = judge(backward2Layer, { returns: flat }).gradientCheck.map(({ name }) => name);
    assert.deepEqual(names, ['db1', 'dW2', 'db2']);
  });

  it('are of the function that the convention differentiates', () => {
    for (const accepted of [0, 1, 2, 3]) {
      const { gradientCheck } = judge(backward2Layer, { accepted, change: at('dW2', moved) });
      assert.deepEqual(
        gradientCheck.filter(({ ok }) => !ok).map(({ name }) => name),
        ['dW2'],
        `accepted ${String(accepted)}`,
      );
    }
  });

  it('count an infinite error as the largest that can be written', () => {
    const { gradientCheck } = judge(backward2Layer, {
      change: at('dW1', (right) => ({ ...right, data: right.data.with(0, Infinity) })),
    });
    const one = gradientCheck.find(({ name }) => name === 'dW1');
    assert.deepEqual([one?.ok, one?.maxRelError], [false, 1]);
  });
});

describe('the curve in a report', function () {
  this.timeout(120_000);
  const curve = backward2Layer.judging.curve?.reference({
    scale: 1,
    outputDerivative: 'identity',
    mean: 'samples',
  });

  it('parts from the reference where the costs do', () => {
    assert.ok(curve);
    const costs = curve.map((value, i) => (i < 40 ? value : value * 1.01));
    const { cost } = judge(backward2Layer, { costs });
    assert.equal(cost?.firstDivergence, 40);
    assert.equal(cost.learner[0], cost.reference[0]);
    assert.notEqual(cost.learner.at(-1), cost.reference.at(-1));
  });

  it('is the learner’s own where the exercise returns costs', () => {
    const worse = returning(train2Layer, 'costs', (value) =>
      value.kind === 'array'
        ? { ...value, data: value.data.map((entry, i) => entry + (i < 3 ? 0 : 1)) }
        : value,
    );
    assert.equal(judge(train2Layer, { returns: worse }).cost?.firstDivergence, 3);
  });

  it('warns where it falls although a gradient is wrong', () => {
    assert.ok(curve);
    const { remarks } = judge(backward2Layer, {
      change: at('dW1', (right) => scale(right, 2)),
      costs: curve,
    });
    assert.deepEqual(
      remarks.map(({ code, target }) => [code, target]).filter(([code]) => code === 'cost-falls'),
      [['cost-falls', 'dW1']],
    );
  });
});
