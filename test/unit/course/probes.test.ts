/** What every exercise's probes must be like, so that no mistake hides and no right code is judged by chance. */
import assert from 'node:assert/strict';
import { course } from '../../../src/course/course';
import { callNameOf, inputsOf, type Probe } from '../../../src/course/judging/probe';
import { evaluate } from '../../../src/engine/computation';
import { type Values } from '../../../src/engine/operation';

/** How near to ReLU's kink a pre-activation may come: rounding, and a step of a central difference, must not cross. */
const margin = 0.01;

const drawn: readonly Probe['purpose'][] = ['distinct', 'again', 'square'];

/** The arrays that a probe gives, and those that the reference computes of them, where that is no training. */
function arraysOf(probe: Probe, exercise: (typeof course)[number]): Values {
  const inputs = inputsOf(probe);
  const [reference] = exercise.judging.references(probe);
  return reference && !reference.computation.loop ? evaluate(reference.computation, inputs).values : inputs;
}

describe('the probes', () => {
  for (const exercise of course) {
    describe(exercise.id, () => {
      const probes = exercise.judging.probes();
      const of = (purpose: Probe['purpose']): Probe | undefined =>
        probes.find((probe) => probe.purpose === purpose);

      it('begin with the learner’s own data, and try other numbers of the same sizes', () => {
        assert.equal(new Set(probes.map(callNameOf)).size, probes.length);
        assert.equal(probes[0]?.purpose, 'shown');
        // Starting weights are drawn of sizes alone: there are no numbers to try.
        if (exercise.id === 'initialize-weights') return;
        const [distinct, again] = [of('distinct'), of('again')];
        assert.ok(distinct && again);
        const [a, b] = [inputsOf(distinct), inputsOf(again)];
        let compared = 0;
        for (const [name, { shape, data }] of a) {
          const other = b.get(name);
          if (shape.length === 0) continue;
          assert.deepEqual(other?.shape, shape, name);
          assert.notDeepEqual(other.data, data, `${name} is the same on both: hard-coded results would hide`);
          compared++;
        }
        assert.ok(compared > 0);
      });

      it('have pairwise distinct sizes where mistakes of shape would hide behind equal ones', () => {
        const distinct = of('distinct');
        assert.ok(distinct);
        const extents = [...inputsOf(distinct).values()].flatMap(({ shape }) => shape).filter((n) => n > 1);
        const weights = [...inputsOf(distinct)].filter(([name]) => /^W\d$/u.test(name));
        for (const [name, { shape }] of weights) assert.notEqual(shape[0], shape[1], name);
        assert.ok(new Set(extents).size > 1 || extents.length <= 1);
      });

      it('keep every pre-activation of the drawn networks away from the kink', () => {
        for (const purpose of drawn) {
          const probe = of(purpose);
          if (!probe) continue;
          for (const [name, { data }] of arraysOf(probe, exercise)) {
            if (!/^Z\d$/u.test(name) && !(name === 'x' && exercise.id.startsWith('relu'))) continue;
            const nearest = data.reduce((least, z) => Math.min(least, Math.abs(z)), Infinity);
            assert.ok(nearest > margin, `${purpose}: ${name} comes as near as ${nearest.toExponential(1)}`);
          }
        }
      });

      it('switch every unit of the drawn networks on for some samples and off for others', () => {
        for (const purpose of drawn) {
          const probe = of(purpose);
          if (!probe) continue;
          for (const [name, { shape, data }] of arraysOf(probe, exercise)) {
            const [rows = 0, units = 0] = shape;
            if (!/^Z\d$/u.test(name)) continue;
            for (let unit = 0; unit < units; unit++) {
              const on = Array.from({ length: rows }, (_, row) => data[row * units + unit] ?? NaN).filter(
                (z) => z > 0,
              );
              assert.ok(on.length > 0 && on.length < rows, `${purpose}: unit ${String(unit)} of ${name}`);
            }
          }
        }
      });

      it('are the same at every call', () => {
        assert.deepEqual(
          exercise.judging.probes().map((probe) => [...inputsOf(probe)]),
          probes.map((probe) => [...inputsOf(probe)]),
        );
      });
    });
  }
});
