import assert from 'node:assert/strict';
import { askedOf } from '../../../src/course/asked';
import { wholeCourse } from '../../support/wholeCourse';

const asked = (id: string): readonly string[] => {
  const exercise = wholeCourse.find((one) => one.id === id);
  assert.ok(exercise);
  return askedOf(exercise.folder?.definition ?? exercise);
};

describe('what an exercise asks to be written', () => {
  it('is the function of the starter', () => {
    assert.deepEqual(asked('relu'), ['relu(x)']);
    assert.deepEqual(asked('backward-2-layer'), ['backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2)']);
  });

  it('is every function that is asked for, with what the starter gives each', () => {
    assert.deepEqual(asked('affine-layer'), ['affine_forward(x, w, b)', 'affine_backward(dout, cache)']);
  });

  it('is a class by its name', () => {
    assert.deepEqual(asked('autograd-value'), ['class Value']);
  });

  it('is in the starter of every exercise, in both languages', () => {
    for (const exercise of wholeCourse)
      for (const head of askedOf(exercise.folder?.definition ?? exercise)) {
        const [name] = /^(?:class )?\w+/u.exec(head) ?? [''];
        for (const text of [exercise.starter.en, exercise.starter.ko])
          assert.match(text, new RegExp(`^(def )?${name}\\b`, 'mu'), exercise.id);
      }
  });
});
