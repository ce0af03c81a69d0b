/** Right computations, whatever the exercise: they pass without a word, in every accepted convention. */
import assert from 'node:assert/strict';
import { course } from '../../../src/course/course';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { backward3Layer } from '../../../src/course/exercises/backward3Layer';
import type { Exercise } from '../../../src/course/judgedExercise';
import { inputsOf } from '../../../src/course/judging/probe';
import { agreesWith } from '../../../src/engine/compare';
import { evaluate } from '../../../src/engine/computation';
import { read } from '../../../src/engine/operation';
import type { PyValue } from '../../../src/python/runtime';
import { map, multiply, type Tensor } from '../../../src/engine/tensor';
import { at, judge } from './pretendedRun';

function references(exercise: Exercise) {
  const [probe] = exercise.judging.probes();
  assert.ok(probe);
  return { probe, accepted: exercise.judging.references(probe) };
}

/** The first of the accepted computations that gives the same on every probe: a fused loss may go in two steps. */
function firstOfSame(exercise: Exercise, i: number): number {
  const results = (accepted: number): readonly Tensor[] =>
    exercise.judging.probes().flatMap((one) => {
      const computation = exercise.judging.references(one)[accepted]?.computation;
      if (!computation || computation.loop) return [];
      const { values } = evaluate(computation, inputsOf(one));
      return exercise.returns.map((name) => read(values, name));
    });
  const own = results(i);
  if (own.length === 0) return i;
  for (let other = 0; other < i; other++) {
    if (results(other).every((value, at) => agreesWith(value, own[at] ?? value))) return other;
  }
  return i;
}

describe('a right computation', function () {
  this.timeout(120_000);

  for (const exercise of course) {
    const { probe, accepted } = references(exercise);
    for (const [i, { convention, computation }] of accepted.entries()) {
      const name = `${exercise.id}, accepted ${String(i)}`;

      it(`passes without a finding: ${name}`, () => {
        const report = judge(exercise, { accepted: i });
        assert.equal(report.schema, 1);
        assert.equal(report.exercise, exercise.id);
        assert.equal(report.verdict, 'pass');
        assert.deepEqual(report.diagnoses, []);
        assert.equal(report.error, null);
        const named = accepted[firstOfSame(exercise, i)]?.convention ?? null;
        assert.deepEqual(report.convention, named && { ...named, samples: 'rows', biasShape: '(1, n)' });
      });

      it(`is shown with the numbers of the learner's own data: ${name}`, () => {
        const { values } = evaluate(computation, inputsOf(probe));
        const report = judge(exercise, { accepted: i });
        const isFirst = firstOfSame(exercise, i) === i;
        assert.deepEqual(
          report.values.map((one) => one.name),
          exercise.returns,
        );
        for (const value of report.values) {
          const { shape, data } = read(values, value.name);
          assert.ok(value.ok, value.name);
          assert.deepEqual(value.expectedShape, shape);
          assert.deepEqual(value.actualShape, shape);
          if (!isFirst) {
            assert.ok((value.maxRelError ?? NaN) < 1e-12, value.name);
            continue;
          }
          assert.equal(value.maxRelError, 0);
          assert.equal(value.ratio, data.every((entry) => entry === 0) ? null : 1);
          const detail = report.details?.find((one) => one.name === value.name);
          assert.deepEqual(detail?.shape, shape);
          assert.deepEqual(detail.expected, Array.from(data));
          assert.deepEqual(detail.actual, Array.from(data));
        }
        assert.equal(report.details?.length, report.values.length);
      });

      it(`agrees with central differences, all of them: ${name}`, () => {
        const { gradientCheck } = judge(exercise, { accepted: i });
        const differentiable = exercise.judging.differentiable?.(inputsOf(probe), convention);
        const checked = [...(differentiable?.parameters ?? [])];
        assert.deepEqual(gradientCheck.map((one) => one.name).sort(), checked.map(([one]) => one).sort());
        for (const [parameter, { data }] of checked) {
          const one = gradientCheck.find((each) => each.name === parameter);
          assert.ok(one?.ok, parameter);
          assert.ok(one.maxRelError < 1e-5);
          assert.equal(one.checked + one.notJudged, data.length);
          assert.ok(one.checked >= data.length / 2, `${parameter}: most entries are judged`);
        }
      });

      it(`trains as the reference does: ${name}`, () => {
        const { cost } = judge(exercise, { accepted: i });
        assert.equal(cost === null, exercise.judging.curve === null);
        if (!cost) return;
        assert.ok(cost.reference.length > 10);
        if (firstOfSame(exercise, i) === i) assert.deepEqual(cost.learner, cost.reference);
        assert.equal(cost.firstDivergence, null);
      });
    }
  }

  it('may be a number of any kind, or a flat list, where numbers are asked for', () => {
    const trained = course.find(({ id }) => id === 'train-2-layer');
    assert.ok(trained);
    const asList = (value: PyValue): PyValue => {
      if (value.kind !== 'tuple') return value;
      const items = value.items.map((item): PyValue => {
        if (item.kind !== 'array' || item.shape.length !== 1) return item;
        return {
          kind: 'list',
          items: Array.from(item.data, (entry): PyValue => ({ kind: 'number', type: 'float', value: entry })),
        };
      });
      return { kind: 'list', items };
    };
    const report = judge(trained, { returns: asList });
    assert.equal(report.verdict, 'pass');
    assert.deepEqual(report.values.at(-1)?.actualShape, [1000]);
  });

  it('may take the slope at 0 as it likes: no network of a backward pass has a unit there', () => {
    for (const exercise of [backward2Layer, backward3Layer]) {
      const [last = ''] = exercise.returns.filter((name) => name.startsWith('db')).slice(-1);
      const layer = last.slice(2);
      const report = judge(exercise, {
        accepted: 3,
        change: at(`dZ${layer}`, (_, values) =>
          multiply(
            read(values, `dA${layer}`),
            map(read(values, `Z${layer}`), (z) => (z >= 0 ? 1 : 0)),
          ),
        ),
      });
      assert.equal(report.verdict, 'pass', exercise.id);
    }
  });

  it('is followed by no remark but its convention', () => {
    for (const exercise of course) {
      const { remarks, convention } = judge(exercise);
      assert.ok(
        remarks.every(({ code }) => code === 'convention' && convention !== null),
        exercise.id,
      );
    }
  });
});
