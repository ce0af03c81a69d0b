/** Wrong computations: the verdict, the table, the convention and the findings of a report. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { backward3Layer } from '../../../src/course/exercises/backward3Layer';
import { forward2Layer } from '../../../src/course/exercises/forward2Layer';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import { inputsOf } from '../../../src/course/judging/probe';
import { allSteps, evaluate } from '../../../src/engine/computation';
import { read, positive } from '../../../src/engine/operation';
import {
  map,
  matmul,
  multiply,
  scale,
  subtract,
  transpose,
  zip,
  type Tensor,
} from '../../../src/engine/tensor';
import type { PyValue } from '../../../src/python/runtime';
import { firstLine, lineOf, probeFor, referenceOf } from '../diagnosis/pretended';
import { networkFolders } from '../networkFolders';
import { at, both, judge, only, returning, returnLineOf } from './pretendedRun';

const shown = probeFor(backward2Layer, 'shown');
const reference = referenceOf(backward2Layer, shown);
const line = (step: string): number => lineOf(reference, step);
const twice = (value: Tensor): Tensor => scale(value, 2);

/** Spoils an array as no known mistake does: each entry otherwise. */
const odd = (value: Tensor): Tensor => ({
  shape: value.shape,
  data: value.data.map((entry, i) => entry * (1 + 0.1 * Math.sin(3 + i)) + 0.01 * (i + 1)),
});

describe('a wrong computation', function () {
  this.timeout(120_000);

  it('fails, tells no convention, and ticks what is right', () => {
    const report = judge(backward2Layer, { change: at('dW1', twice) });
    assert.equal(report.verdict, 'fail');
    assert.equal(report.convention, null);
    assert.equal(report.error, null);
    assert.deepEqual(
      report.values.map(({ name, ok, ratio }) => [name, ok, ratio]),
      [
        ['dW1', false, 2],
        ['db1', true, 1],
        ['dW2', true, 1],
        ['db2', true, 1],
      ],
    );
  });

  it('is shown by its worst entry, of the learner’s own data', () => {
    const spoilt = (value: Tensor): Tensor => ({
      ...value,
      data: value.data.with(7, (value.data[7] ?? 0) * 3),
    });
    const { values, details } = judge(backward2Layer, { change: at('dW1', spoilt) });
    const right = read(evaluate(reference, inputsOf(shown)).values, 'dW1');
    const expected = right.data[7] ?? NaN;
    const [table] = values;
    assert.deepEqual(table?.worst, { index: [1, 2], expected, actual: 3 * expected });
    assert.equal(table.ratio, null);
    assert.ok(Math.abs((table.maxRelError ?? NaN) - 0.5) < 1e-12);
    assert.deepEqual(details?.[0]?.actual, Array.from(spoilt(right).data));
    assert.deepEqual(details[0].expected, Array.from(right.data));
  });

  it('is wrong in the table too where only a hidden probe shows it', () => {
    for (const purpose of ['distinct', 'again'] as const) {
      const report = judge(backward2Layer, { change: only([purpose], at('db1', odd)) });
      assert.equal(report.verdict, 'fail', purpose);
      assert.equal(report.convention, null);
      const table = report.values.find(({ name }) => name === 'db1');
      assert.equal(table?.ok, false, purpose);
      // The numbers are those that differ, and the row says of which data they are.
      assert.ok((table.maxRelError ?? 0) > 1e-3);
      assert.deepEqual(table.data, { samples: 11, outputs: 3 });
      assert.deepEqual(
        report.values.filter(({ ok }) => !ok).map(({ name }) => name),
        ['db1'],
      );
      assert.ok(report.diagnoses.length > 0);
    }
  });

  it('on equal sizes only is none: that probe explains, and does not judge', () => {
    const report = judge(backward2Layer, { change: only(['square'], at('db1', odd)) });
    assert.equal(report.verdict, 'pass');
    assert.deepEqual(report.diagnoses, []);
  });

  it('in the brief training only is none: that probe gives shapes, and does not judge', () => {
    const report = judge(train2Layer, { change: only(['brief'], at('dW1', odd)) });
    assert.equal(report.verdict, 'pass');
  });

  it('is named, with its array, its line and certainty', () => {
    const { diagnoses } = judge(backward2Layer, { change: at('dZ1', (_, values) => read(values, 'dA1')) });
    assert.equal(diagnoses.length, 1);
    const [only] = diagnoses;
    assert.equal(only?.code, 'missing-activation-derivative');
    assert.equal(only.line, line('dZ1'));
    assert.equal(only.confidence, 'certain');
    assert.match(only.message, /dZ1|dA1/u);
  });

  it('of an error carried on without the slope is of the function that it comes from', () => {
    const classifier = networkFolders.find(({ id }) => id === 'backward-classifier');
    assert.ok(classifier);
    const { diagnoses } = judge(classifier, {
      change: at('dA1', (_, values) => {
        const slope = map(read(values, 'A2'), (a) => a * (1 - a));
        const beforeIt = zip(read(values, 'dZ2'), slope, (delta, by) => delta / by);
        return matmul(beforeIt, transpose(read(values, 'W2')));
      }),
    });
    assert.deepEqual(
      diagnoses.map(({ code }) => code),
      ['missing-activation-derivative'],
    );
    assert.match(diagnoses[0]?.message ?? '', /the sigmoid/u);
    assert.doesNotMatch(diagnoses[0]?.message ?? '', /tanh/u);
  });

  it('is named at each of its places where there are several of one kind', () => {
    const { diagnoses } = judge(backward2Layer, {
      change: both(
        at('dW2', twice),
        at('db1', (right) => scale(right, -1)),
      ),
    });
    assert.deepEqual(
      diagnoses.map(({ code, target, line: where }) => [code, target, where]).sort(),
      [
        ['factor-two', 'dW2', line('dW2')],
        ['wrong-sign', 'db1', line('db1')],
      ].sort(),
    );
  });

  it('is named where two mistakes lie on one path and neither mends anything alone', () => {
    const { diagnoses } = judge(backward3Layer, {
      change: both(
        at('dZ2', (_, values) => read(values, 'dA2')),
        at('dA1', (right) => scale(right, -1)),
      ),
    });
    assert.ok(diagnoses.length >= 1);
    assert.ok(diagnoses.every(({ code }) => code !== 'unknown'));
    assert.ok(diagnoses.some(({ code }) => code === 'missing-activation-derivative'));
  });

  it('is named where both mistakes spoil the very same arrays', () => {
    const { diagnoses } = judge(backward2Layer, {
      change: both(
        at('dA1', (right) => scale(right, -1)),
        at('dZ1', (_, values) => multiply(read(values, 'dA1'), read(values, 'A1'))),
      ),
    });
    assert.deepEqual(
      diagnoses.map(({ code, line: where }) => [code, where]),
      [
        ['wrong-sign', line('dA1')],
        ['activation-instead-of-derivative', line('dZ1')],
      ],
    );
  });

  it('that nothing known explains is unknown, likely, with the array that is wrong first', () => {
    const { diagnoses, values } = judge(backward2Layer, { change: at('dA1', odd) });
    assert.equal(diagnoses.length, 1);
    assert.equal(diagnoses[0]?.code, 'unknown');
    assert.equal(diagnoses[0].confidence, 'likely');
    assert.equal(diagnoses[0].line, line('dA1'));
    assert.deepEqual(
      values.filter(({ ok }) => !ok).map(({ name }) => name),
      ['dW1', 'db1'],
    );
  });

  it('stands on the return line where the trace does not hold it', () => {
    const report = judge(backward2Layer, {
      change: at('dW1', twice),
      call: (call) => ({ ...call, trace: [] }),
    });
    assert.equal(report.diagnoses[0]?.line, returnLineOf(reference));
  });

  it('stands nowhere where the trace broke off before it', () => {
    const report = judge(backward2Layer, {
      change: at('dW1', twice),
      call: (call) => ({ ...call, trace: [], traceTruncated: true }),
    });
    assert.equal(report.diagnoses[0]?.code, 'factor-two');
    assert.equal(report.diagnoses[0].line, null);
  });

  it('has the place of each element where the return statement spans lines', () => {
    const report = judge(backward2Layer, {
      change: at('dW2', twice),
      call: (call) => ({ ...call, trace: [], returnLines: [30, 31, 32, 33] }),
    });
    assert.equal(report.diagnoses[0]?.line, 32);
  });

  it('is likely, not certain, where mistakes of different names give the same numbers', () => {
    // On a batch of one value per unit nothing tells a wrong sign from an error taken the other way round but the trace.
    const { diagnoses } = judge(backward2Layer, {
      change: both(...['dW1', 'db1', 'dW2', 'db2'].map((name) => at(name, (right) => scale(right, 0.37)))),
    });
    assert.equal(diagnoses.length, 1);
    assert.notEqual(diagnoses[0]?.confidence, 'certain');
  });

  it('keeps the shapes of what came back beside those that are asked for', () => {
    const flat = (value: PyValue): PyValue =>
      value.kind === 'array' ? { ...value, shape: [value.data.length] } : value;
    const report = judge(backward2Layer, { returns: returning(backward2Layer, 'db1', flat) });
    const table = report.values.find(({ name }) => name === 'db1');
    assert.deepEqual(table, {
      name: 'db1',
      ok: false,
      expectedShape: [1, 5],
      actualShape: [5],
      maxRelError: null,
      ratio: null,
      worst: null,
    });
    assert.equal(report.details?.find(({ name }) => name === 'db1')?.actual, null);
    assert.deepEqual(
      report.diagnoses.map(({ code, target }) => [code, target]),
      [['missing-keepdims', 'db1']],
    );
  });

  it('of a forward pass is named too', () => {
    const forwardReference = referenceOf(forward2Layer, probeFor(forward2Layer, 'shown'));
    const { diagnoses, gradientCheck } = judge(forward2Layer, {
      change: at('A1', (_, values) => map(read(values, 'Z1'), (z) => 1 / (1 + Math.exp(-z)))),
    });
    assert.equal(diagnoses[0]?.code, 'wrong-activation');
    assert.equal(diagnoses[0].line, lineOf(forwardReference, 'A1'));
    assert.deepEqual(gradientCheck, []);
  });

  it('of a training is named by its step, although all that comes back is spoiled', () => {
    const trained = referenceOf(train2Layer, probeFor(train2Layer, 'distinct'));
    const { diagnoses } = judge(train2Layer, {
      change: at('W1', (right, values) => subtract(scale(read(values, 'W1'), 2), right)),
    });
    assert.equal(diagnoses[0]?.code, 'gradient-ascent');
    const update = allSteps(trained).findLastIndex(({ name }) => name === 'W1');
    assert.equal(diagnoses[0].line, firstLine + update);
  });

  it('follows the convention with the fewest faults: the others’ arrays are right', () => {
    const report = judge(backward2Layer, { accepted: 3, change: at('db1', (right) => scale(right, -1)) });
    assert.deepEqual(
      report.values.filter(({ ok }) => !ok).map(({ name, ratio }) => [name, ratio]),
      [['db1', -1]],
    );
    assert.deepEqual(
      report.diagnoses.map(({ code, target }) => [code, target]),
      [['wrong-sign', 'db1']],
    );
  });

  it('is not saved by a slope of 1 that a mask of ones would be', () => {
    const report = judge(backward2Layer, {
      change: at('dZ1', (right, values) => multiply(right, positive(read(values, 'A1')))),
    });
    assert.equal(report.verdict, 'pass', 'relu′(A1) is relu′(Z1)');
  });
});
