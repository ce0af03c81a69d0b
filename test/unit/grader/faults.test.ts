/** What is told before, or instead of, comparing numbers: blanks, None, counts, kinds, side effects, constant results. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { cost } from '../../../src/course/exercises/cost';
import { numericalGradient } from '../../../src/course/exercises/numericalGradient';
import { relu } from '../../../src/course/exercises/relu';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import { updateWeights } from '../../../src/course/exercises/updateWeights';
import { map, type Tensor } from '../../../src/engine/tensor';
import type { CallResult, PyValue, TraceEvent } from '../../../src/python/runtime';
import { probeFor, referenceOf } from '../diagnosis/pretended';
import { at, judge, only, pyArray, pyNone, pyTuple, returning, returnLineOf } from './pretendedRun';

const reference = referenceOf(backward2Layer, probeFor(backward2Layer, 'shown'));
const returnLine = returnLineOf(reference);
const ellipsis: PyValue = { kind: 'other', type: 'ellipsis', text: 'Ellipsis' };
const text: PyValue = { kind: 'other', type: 'str', text: "'dW1'" };

function told(report: ReturnType<typeof judge>) {
  return report.diagnoses.map(({ code, target, line }) => [code, target, line]);
}

function event(line: number, name: string, value: PyValue, part: Partial<TraceEvent> = {}): TraceEvent {
  return { line, frame: 'learner', depth: 0, name, value, inPlace: false, ...part };
}

describe('faults of what came back', function () {
  this.timeout(120_000);

  it('nothing returned', () => {
    const report = judge(backward2Layer, { returns: () => pyNone });
    assert.equal(report.verdict, 'fail');
    assert.equal(report.error, null);
    assert.deepEqual(told(report), [['not-returned', 'dW1, db1, dW2, db2', returnLine]]);
    assert.deepEqual(report.values, []);
  });

  it('another number of values', () => {
    const fewer = (value: PyValue): PyValue =>
      pyTuple(...(value.kind === 'tuple' ? value.items.slice(0, 3) : []));
    const report = judge(backward2Layer, { returns: fewer });
    assert.equal(report.verdict, 'fail');
    assert.deepEqual(told(report), [['wrong-return-count', 'dW1, db1, dW2, db2', returnLine]]);
    assert.match(report.diagnoses[0]?.message ?? '', /3 values/u);
    const one = judge(backward2Layer, {
      returns: () => pyArray({ shape: [2], data: Float64Array.of(1, 2) }),
    });
    assert.match(one.diagnoses[0]?.message ?? '', /one value/u);
    const tuple = judge(relu, { returns: (value) => pyTuple(value, value) });
    assert.deepEqual(
      tuple.diagnoses.map(({ code }) => code),
      ['wrong-return-count'],
    );
  });

  it('the right arrays in another order', () => {
    const swapped = (value: PyValue): PyValue => {
      if (value.kind !== 'tuple') return value;
      const [dW1 = pyNone, db1 = pyNone, dW2 = pyNone, db2 = pyNone] = value.items;
      return pyTuple(dW2, db2, dW1, db1);
    };
    const report = judge(backward2Layer, { returns: swapped });
    assert.equal(report.verdict, 'fail');
    assert.equal(report.diagnoses[0]?.code, 'wrong-return-order');
    assert.equal(report.diagnoses[0].line, returnLine);
    assert.equal(report.diagnoses.length, 1);
  });

  it('None in one place, and the helper that gave it', () => {
    const withNone = returning(backward2Layer, 'db1', () => pyNone);
    assert.deepEqual(told(judge(backward2Layer, { returns: withNone })), [
      ['not-returned', 'db1', returnLine],
    ]);
    const report = judge(backward2Layer, {
      returns: withNone,
      call: (call) => ({
        ...call,
        trace: [...call.trace, event(4, 'return', pyNone, { frame: 'helper', depth: 1 })],
      }),
    });
    assert.deepEqual(told(report), [['not-returned', 'db1', 4]]);
    const costs = returning(train2Layer, 'costs', () => ({ kind: 'list', items: [pyNone, pyNone] }));
    assert.deepEqual(
      judge(train2Layer, { returns: costs }).diagnoses.map(({ code, target }) => [code, target]),
      [['not-returned', 'costs']],
    );
  });

  it('what is no array of numbers, and the rest is still compared', () => {
    const report = judge(backward2Layer, {
      change: at('dW2', (right) => map(right, (x) => -x)),
      returns: returning(backward2Layer, 'dW1', () => text),
    });
    assert.deepEqual(
      report.diagnoses.map(({ code, target }) => [code, target]),
      [
        ['not-numeric', 'dW1'],
        ['wrong-sign', 'dW2'],
      ],
    );
    assert.match(report.diagnoses[0]?.message ?? '', /text \(a str\)/u);
    assert.ok(report.values.some(({ name, ok }) => name === 'db1' && ok));
  });

  it('not a number, or infinite, with the line that made it first', () => {
    for (const [bad, word] of [
      [NaN, /NaN|nan/u],
      [Infinity, /\binf\b/u],
    ] as const) {
      const spoilt = (right: Tensor): Tensor => map(right, () => bad);
      const report = judge(backward2Layer, { change: at('db2', spoilt) });
      assert.equal(report.verdict, 'fail');
      assert.equal(report.diagnoses[0]?.code, 'non-finite');
      assert.equal(report.diagnoses[0].target, 'db2');
      assert.match(report.diagnoses[0].message, word);
      const table = report.values.find(({ name }) => name === 'db2');
      assert.deepEqual([table?.ok, table?.maxRelError, table?.worst?.actual], [false, null, null]);
      assert.equal(JSON.stringify(report).includes('NaN'), false);
    }
  });

  it('the starter’s blank, in a local and in the result', () => {
    const inLocal = judge(backward2Layer, {
      call: (call) => ({ ...call, trace: [event(6, 'dZ1', ellipsis), ...call.trace] }),
    });
    assert.equal(inLocal.verdict, 'fail');
    assert.deepEqual(
      inLocal.diagnoses.map(({ code, line }) => [code, line]),
      [['unimplemented', 6]],
    );
    const inResult = judge(backward2Layer, { returns: returning(backward2Layer, 'dW1', () => ellipsis) });
    assert.deepEqual(
      inResult.diagnoses.map(({ code, line }) => [code, line]),
      [['unimplemented', returnLine]],
    );
  });

  it('a blank where a statement belongs, only where the result is wrong', () => {
    const blanks = { blanks: [8] };
    assert.deepEqual(judge(backward2Layer, { run: blanks }).diagnoses, []);
    const wrong = judge(backward2Layer, { run: blanks, returns: () => pyNone });
    assert.deepEqual(
      wrong.diagnoses.map(({ code, line }) => [code, line]),
      [['unimplemented', 8]],
    );
  });
});

describe('faults beside the result', function () {
  this.timeout(120_000);

  const changing =
    (name: string, line: number | null) =>
    (call: CallResult): CallResult => ({ ...call, changedInputs: [{ name, line }] });

  it('an input that was changed, where the exercise forbids it', () => {
    const report = judge(backward2Layer, { call: changing('A1', 7) });
    assert.equal(report.verdict, 'fail');
    assert.deepEqual(
      report.diagnoses.map(({ code, line }) => [code, line]),
      [['input-mutated', 7]],
    );
    assert.match(report.diagnoses[0]?.message ?? '', /A1/u);
    assert.ok(report.values.every(({ ok }) => ok));
  });

  it('and not where the notes do it themselves', () => {
    for (const exercise of [updateWeights, train2Layer]) {
      const report = judge(exercise, { call: changing(exercise.parameters[0] ?? '', 7) });
      assert.equal(report.verdict, 'pass', exercise.id);
    }
  });

  it('an x that a numerical gradient did not put back', () => {
    const moved: TraceEvent[] = [11, 13].map((line) =>
      event(line, 'x', pyArray({ shape: [1], data: Float64Array.of(line) }), { inPlace: true }),
    );
    const report = judge(numericalGradient, {
      call: (call) => ({ ...changing('x', 11)(call), trace: [...call.trace, ...moved] }),
    });
    assert.deepEqual(
      report.diagnoses.map(({ code, line }) => [code, line]),
      [['perturbation-not-restored', 13]],
    );
  });

  it('another answer the second time', () => {
    const report = judge(backward2Layer, {
      call: (call) => (call.name === 'distinct' ? { ...call, deterministic: false, divergesAt: 5 } : call),
    });
    assert.equal(report.verdict, 'fail');
    assert.deepEqual(
      report.diagnoses.map(({ code, line }) => [code, line]),
      [['nondeterministic', 5]],
    );
  });

  it('another answer the second time explains wrong numbers: nothing else is said of them', () => {
    const report = judge(backward2Layer, {
      change: at('dW1', (right) => map(right, (x) => x + 0.5)),
      call: (call) => (call.name === 'distinct' ? { ...call, deterministic: false } : call),
    });
    assert.deepEqual(
      report.diagnoses.map(({ code }) => code),
      ['nondeterministic'],
    );
  });

  it('a result that does not depend on what is given', () => {
    const fixed = new Map<string, PyValue>();
    const report = judge(backward2Layer, {
      returns: (value, probe) => {
        // One answer for every shape, whatever the numbers are.
        const shape = probe.purpose === 'again' ? 'distinct' : probe.purpose;
        const known = fixed.get(shape) ?? value;
        fixed.set(shape, known);
        return known;
      },
    });
    assert.equal(report.verdict, 'fail');
    assert.equal(report.diagnoses[0]?.code, 'hard-coded');
  });

  it('a result that is cut at a bound depends on what is given', () => {
    const report = judge(backward2Layer, {
      change: at('dW1', (right) => map(right, (x) => Math.max(-0.05, Math.min(0.05, x)))),
    });
    assert.equal(report.verdict, 'fail');
    assert.ok(report.diagnoses.every(({ code }) => code !== 'hard-coded'));
  });

  it('another number of costs than rounds', () => {
    const shorter = returning(train2Layer, 'costs', (value) =>
      value.kind === 'array'
        ? { ...value, shape: [value.data.length - 1], data: value.data.slice(1) }
        : value,
    );
    const report = judge(train2Layer, { returns: shorter });
    assert.equal(report.verdict, 'fail');
    assert.equal(report.diagnoses[0]?.code, 'wrong-cost-count');
    assert.match(report.diagnoses[0].message, /999/u);
  });
});

describe('a number that is right only', () => {
  it('to single precision is not right to the digits that are asked for', () => {
    const report = judge(cost, { change: at('cost', (right) => map(right, (x) => x * (1 + 1e-4))) });
    assert.equal(report.verdict, 'fail');
  });

  it('but for the sixth digit is wrong', () => {
    const report = judge(backward2Layer, {
      change: at('dW1', (right) => map(right, (x) => x * (1 + 1e-5))),
    });
    assert.equal(report.verdict, 'fail');
    assert.equal(report.values[0]?.ok, false);
  });

  it('but for rounding is right', () => {
    const report = judge(backward2Layer, {
      change: at('dW1', (right) => map(right, (x) => x * (1 + 1e-12))),
    });
    assert.equal(report.verdict, 'pass');
  });

  it('for the notes’ data is not', () => {
    const report = judge(relu, {
      change: only(
        ['again'],
        at('a', (right) => map(right, (x) => x + 1)),
      ),
    });
    assert.equal(report.verdict, 'fail');
  });
});
