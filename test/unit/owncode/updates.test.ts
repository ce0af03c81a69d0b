import { strict as assert } from 'node:assert';
import type { Observation } from '../../../src/diagnosis/evidence';
import { addScaled, tensor } from '../../../src/engine/tensor';
import { withUpdates } from '../../../src/owncode/naming/updates';

const W = tensor([2, 3], [1, -2, 3, 0.5, 4, -1]);
const gradient = tensor([2, 3], [0.1, 0.2, -0.3, 0.4, 0, 0.6]);

function seen(line: number, value: Observation['value'], depth = 1): Observation {
  return { line, frame: 'backward', depth, name: 'self.W1', index: null, value };
}

function linesOf(observations: readonly Observation[]): readonly number[] {
  const all = withUpdates(observations, new Map([['W1', W]]), new Map([['dW1', gradient]]));
  return all.filter(({ name }) => name === 'dW1').map(({ line }) => line);
}

describe('a gradient that only an update shows', () => {
  it('is held by the line that moves the parameter along it, whatever the rate', () => {
    assert.deepEqual(linesOf([seen(7, addScaled(W, -0.01, gradient))]), [7]);
    assert.deepEqual(linesOf([seen(8, addScaled(W, 3, gradient))]), [8]);
  });

  it('is not held where the parameter is as it was, or moves otherwise', () => {
    assert.deepEqual(linesOf([seen(7, W), seen(8, addScaled(W, 0.1, W))]), []);
  });

  it('is not looked for in the check itself', () => {
    assert.deepEqual(linesOf([seen(7, addScaled(W, -0.01, gradient), 0)]), []);
  });
});
