import assert from 'node:assert/strict';
import { course } from '../../../src/course/course';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { backward3Layer } from '../../../src/course/exercises/backward3Layer';
import { outputGradients } from '../../../src/course/exercises/outputGradients';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import { inputsOf } from '../../../src/course/judging/probe';
import { same } from '../../../src/diagnosis/agreement';
import { tryEvaluate } from '../../../src/diagnosis/evidence';
import { mutantsOf } from '../../../src/diagnosis/mutants';
import { placements } from '../../../src/diagnosis/placement';
import { evaluate, reevaluate } from '../../../src/engine/computation';
import { read } from '../../../src/engine/operation';
import { probeFor, referenceOf } from './pretended';

describe('where constants are applied', () => {
  it('changes the steps and not the results', () => {
    for (const exercise of [backward2Layer, backward3Layer]) {
      const probe = probeFor(exercise, 'distinct');
      const inputs = inputsOf(probe);
      for (const { computation, convention } of exercise.judging.references(probe)) {
        const [own, ...others] = placements(computation, inputs);
        assert.equal(own, computation);
        const choices = [true, convention?.scale === 2, convention?.mean === 'entries'].filter(Boolean);
        assert.equal(others.length, 2 ** choices.length - 1);
        const { values } = evaluate(computation, inputs);
        for (const other of others) {
          const moved = evaluate(other, inputs).values;
          for (const name of computation.returns) assert.ok(same(read(values, name), read(moved, name)));
          const delta = computation.steps[0]?.name ?? '';
          assert.ok(!same(read(values, delta), read(moved, delta)));
        }
      }
    }
  });

  it('is settled where the error is returned, and in a training', () => {
    for (const exercise of [outputGradients, train2Layer]) {
      const probe = probeFor(exercise, 'distinct');
      const computation = referenceOf(exercise, probe);
      assert.deepEqual(placements(computation, inputsOf(probe)), [computation]);
    }
  });
});

describe('evaluating what a mistake reaches', () => {
  for (const exercise of course) {
    it(`gives what evaluating everything gives: ${exercise.id}`, () => {
      const probe = probeFor(exercise, 'distinct');
      const inputs = inputsOf(probe);
      const computation = referenceOf(exercise, probe);
      const before = { computation, evaluation: evaluate(computation, inputs) };
      for (const mutant of mutantsOf(computation, [...inputs.keys()])) {
        const whole = tryEvaluate(mutant.computation, inputs);
        if (!whole) {
          assert.throws(() => reevaluate(mutant.computation, inputs, before));
          continue;
        }
        const part = reevaluate(mutant.computation, inputs, before);
        for (const name of computation.returns) {
          assert.ok(same(read(whole.values, name), read(part.values, name)), `${mutant.key}: ${name}`);
        }
      }
    });
  }
});
