/** Laws of conventions: gradients that follow one throughout are right, whatever constant that is; others are not. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { backward3Layer } from '../../../src/course/exercises/backward3Layer';
import { inputsOf, type Probe } from '../../../src/course/judging/probe';
import type { Computation } from '../../../src/engine/computation';
import type { OutputConvention } from '../../../src/network/conventions';
import { scale } from '../../../src/engine/tensor';
import { at, both, judge } from './pretendedRun';

/** Every gradient that comes back, times a factor: as a snippet that puts the constant somewhere else. */
function allTimes(factor: number): (computation: Computation) => Computation {
  return (computation) =>
    both(...computation.returns.map((name) => at(name, (right) => scale(right, factor))))(computation);
}

/** What a convention multiplies A − Y by on a probe: the scale, divided by the outputs where all entries are averaged. */
function factorOf({ scale: factor, mean }: OutputConvention, probe: Probe): number {
  const outputs = inputsOf(probe).get('Y')?.shape[1] ?? 1;
  return mean === 'entries' ? factor / outputs : factor;
}

describe('the laws of conventions', function () {
  this.timeout(120_000);

  for (const exercise of [backward2Layer, backward3Layer]) {
    const [first] = exercise.judging.probes();
    const references = first ? exercise.judging.references(first) : [];
    for (const [from, { convention: one }] of references.entries()) {
      for (const { convention: other } of references) {
        if (!one || !other || one === other || one.outputDerivative !== other.outputDerivative) continue;
        it(`${exercise.id}: gradients of one convention are another’s but for its factor, ${JSON.stringify([one, other])}`, () => {
          const report = judge(exercise, {
            accepted: from,
            change: (computation, probe) =>
              allTimes(factorOf(other, probe) / factorOf(one, probe))(computation),
          });
          assert.equal(report.verdict, 'pass');
          assert.deepEqual(report.diagnoses, []);
          assert.deepEqual(report.convention, { ...other, samples: 'rows', biasShape: '(1, n)' });
          assert.ok(report.gradientCheck.every(({ ok }) => ok));
        });
      }
    }
  }

  it('all gradients times any other factor follow none', () => {
    const factors = fc.double({ min: 0.05, max: 20, noNaN: true }).filter((factor) => {
      // What the conventions make of each other: 2 and ½, and 1/n for a mean over n outputs.
      const nearest = [0.5, 1, 2, 1 / 3, 2 / 3].map((one) => Math.abs(factor - one));
      return Math.min(...nearest) > 1e-3;
    });
    fc.assert(
      fc.property(factors, fc.constantFrom(0, 3), (factor, accepted) => {
        const report = judge(backward2Layer, { accepted, change: allTimes(factor) });
        assert.equal(report.verdict, 'fail');
        assert.equal(report.convention, null);
        assert.ok(report.values.some(({ ok }) => !ok));
        assert.ok(report.diagnoses.length > 0);
      }),
      { numRuns: 2 },
    );
  });

  it('one gradient in another convention than the rest is a fault', () => {
    fc.assert(
      fc.property(fc.constantFrom(...backward2Layer.returns), fc.constantFrom(2, 0.5), (name, factor) => {
        const report = judge(backward2Layer, { change: at(name, (right) => scale(right, factor)) });
        assert.equal(report.verdict, 'fail');
        assert.deepEqual(
          report.values.filter(({ ok }) => !ok).map((value) => value.name),
          [name],
        );
      }),
      { numRuns: 2 },
    );
  });
});
