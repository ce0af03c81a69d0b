/** What a mistake gives, one array at a time and all at once. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { backward3Layer } from '../../../src/course/exercises/backward3Layer';
import { forward3Layer } from '../../../src/course/exercises/forward3Layer';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import { inputsOf } from '../../../src/course/judging/probe';
import { Given } from '../../../src/diagnosis/given';
import { mutantsOf } from '../../../src/diagnosis/mutants';
import { evaluate } from '../../../src/engine/computation';
import { ShapeError } from '../../../src/engine/tensor';
import { probeFor, referenceOf } from './pretended';

describe('what a mistake gives', () => {
  for (const exercise of [forward3Layer, backward2Layer, backward3Layer, train2Layer]) {
    it(`is to the last digit the same array by array as all at once: ${exercise.id}`, () => {
      const probe = probeFor(exercise, exercise === train2Layer ? 'brief' : 'distinct');
      const inputs = inputsOf(probe);
      const computation = referenceOf(exercise, probe);
      const base = { computation, evaluation: evaluate(computation, inputs) };
      // The last name first: what stands before it must not have been asked for.
      const names = [...computation.returns].reverse();
      let compared = 0;
      for (const mutant of mutantsOf(computation, [...inputs.keys()])) {
        const [single, whole] = [new Given(base, inputs, false), new Given(base, inputs, true)];
        const all = whole.all(mutant);
        if (!all) continue;
        const arrays = single.arrays(mutant);
        for (const name of names) {
          const one = arrays(name);
          const other = all.values.get(name);
          assert.deepEqual(one?.shape, other?.shape, `${mutant.key}: ${name}`);
          assert.deepEqual([...(one?.data ?? [])], [...(other?.data ?? [])], `${mutant.key}: ${name}`);
          if (!single.reach(mutant).has(name)) assert.equal(one, base.evaluation.values.get(name));
          compared++;
        }
      }
      assert.ok(compared > 100, String(compared));
    });
  }

  it('is nothing as a whole where a step cannot be computed that the asked array does not need', () => {
    const probe = probeFor(backward2Layer, 'distinct');
    const inputs = inputsOf(probe);
    const computation = referenceOf(backward2Layer, probe);
    const base = { computation, evaluation: evaluate(computation, inputs) };
    const [mutant] = mutantsOf(computation, [...inputs.keys()]).filter(({ steps }) => steps.join() === 'dA1');
    assert.ok(mutant);
    const step = computation.steps.find(({ name }) => name === 'dA1');
    assert.ok(step);
    const clash = (): never => {
      throw new ShapeError('no such product');
    };
    const steps = computation.steps.map((one) => (one === step ? { ...one, compute: clash } : one));
    const clashing = {
      ...mutant,
      computation: { ...computation, steps },
      changed: [{ ...step, compute: clash }],
    };
    const given = new Given(base, inputs, false);
    const arrays = given.arrays(clashing);
    assert.equal(arrays('dW1'), null);
    assert.equal(arrays('dW2'), base.evaluation.values.get('dW2'));
    assert.equal(given.all(clashing), null);
  });
});
