/** Numbers in sentences are those of the table, which are those of the learner's own data. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { cost } from '../../../src/course/exercises/cost';
import { read } from '../../../src/engine/operation';
import { scale, sumAxis, type Tensor } from '../../../src/engine/tensor';
import { grade } from '../../support/grade';
import { at, both, judge, returning, runOf, type Pretence } from './pretendedRun';

/** Of the probes: 100 samples on the learner's own data, 11 and 5 on the others. */
const summed: Pretence = { change: at('dW1', (right) => scale(right, read100(right))) };

/** The batch of the probe a gradient was made on; every probe has its own sizes. */
function read100({ shape }: Tensor): number {
  return shape[0] === 3 ? 100 : shape[1] === 7 ? 11 : 5;
}

function message(pretence: Pretence, language: 'en' | 'ko' = 'en'): string {
  return grade(backward2Layer, runOf(backward2Layer, pretence), language)
    .diagnoses.map((one) => one.message)
    .join('\n');
}

describe('the numbers in a sentence', function () {
  this.timeout(120_000);

  it('are those of the learner’s own data, not of the probe on which the mistake was found', () => {
    for (const language of ['en', 'ko'] as const) {
      const told = message(summed, language);
      assert.match(told, /\b100\b|100(?=[^\d])/u);
      assert.doesNotMatch(told, /\b11\b/u);
    }
  });

  it('are the shapes of the learner’s own data', () => {
    const report = judge(backward2Layer, {
      change: at('db1', (_, values) => sumAxis(read(values, 'dZ1'), 1)),
    });
    const [one] = report.diagnoses;
    const table = report.values.find(({ name }) => name === 'db1');
    const shapes = [...(one?.message ?? '').matchAll(/\((\d+), ?(\d*)\)/gu)].map(([whole]) => whole);
    const known = [table?.expectedShape, table?.actualShape].map((shape) => `(${shape?.join(', ') ?? ''})`);
    for (const shape of shapes) assert.ok(known.includes(shape), `${shape} is in no row of the table`);
    assert.ok(one);
  });

  it('are those of its own array where there are several mistakes', () => {
    const told = judge(backward2Layer, {
      change: both(
        at('dW2', (right) => scale(right, 5)),
        at('db1', (right) => scale(right, -1)),
      ),
    });
    for (const { target, code } of told.diagnoses) {
      const table = told.values.find(({ name }) => name === target);
      assert.equal(table?.ok, false, `${code} accuses ${String(target)}, which the table ticks`);
    }
  });

  it('name a constant factor as the table does', () => {
    const report = judge(cost, { change: at('cost', (right) => scale(right, 0.37)) });
    assert.equal(report.values[0]?.ratio?.toFixed(2), '0.37');
    assert.match(report.diagnoses[0]?.message ?? '', /0\.37/u);
  });

  it('never accuse an array that the table ticks, whichever one is spoiled', () => {
    for (const [i, name] of backward2Layer.returns.entries()) {
      const factor = i % 2 === 0 ? -1 : 2;
      const report = judge(backward2Layer, { change: at(name, (right) => scale(right, factor)) });
      const wrong = report.values.filter(({ ok }) => !ok).map((value) => value.name);
      assert.deepEqual(wrong, [name]);
      assert.deepEqual(
        report.diagnoses.map(({ target }) => target),
        [name],
        `${name} times ${String(factor)}`,
      );
    }
  });

  it('are of the shapes that came back where only the shape is wrong', () => {
    const flat = returning(backward2Layer, 'db2', (value) =>
      value.kind === 'array' ? { ...value, shape: [value.data.length] } : value,
    );
    const report = judge(backward2Layer, { returns: flat });
    assert.match(report.diagnoses[0]?.message ?? '', /\(1,\)/u);
    assert.match(report.diagnoses[0]?.message ?? '', /\(1, 1\)/u);
  });
});
