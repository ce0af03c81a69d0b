import assert from 'node:assert/strict';
import { updateWeights } from '../../../src/course/exercises/updateWeights';
import { inputsOf } from '../../../src/course/judging/probe';
import type { HelperCall, Observation } from '../../../src/diagnosis/evidence';
import { lineOfLost } from '../../../src/diagnosis/updates';
import { evaluate } from '../../../src/engine/computation';
import { numberOf, read } from '../../../src/engine/operation';
import { zip } from '../../../src/engine/tensor';
import { observed, probeFor, referenceOf } from './pretended';

const probe = probeFor(updateWeights, 'distinct');
const inputs = inputsOf(probe);
const reference = referenceOf(updateWeights, probe);
const right = evaluate(reference, inputs);
const made = read(right.values, 'W2');
const parameter = read(inputs, 'W2');

function line(
  observations: readonly Observation[],
  calls: readonly HelperCall[] = [],
  names: readonly string[] = ['W2'],
): number | null {
  return lineOfLost(names, reference, right, {
    inputs,
    accepted: [reference],
    returned: new Map(),
    observations,
    calls,
    returnLines: new Map(),
  });
}

describe('the line of an update that is lost', () => {
  it('is none where nothing was made, or where only a name of its own holds it', () => {
    assert.equal(line([]), null);
    assert.equal(line([observed(5, 'W2_new', made)]), null);
    assert.equal(line([observed(5, 'W2', made)]), null);
  });

  it('is the one that gives it to another argument’s name', () => {
    assert.equal(line([observed(5, 'dW2', made)]), 5);
  });

  it('is the one that binds a second name of the parameter anew', () => {
    assert.equal(line([observed(4, 'p', parameter), observed(5, 'p', made)]), 5);
    assert.equal(line([observed(4, 'p', parameter, 'other', 1), observed(5, 'p', made)]), null);
    assert.equal(line([observed(4, "p['W2']", parameter), observed(5, "p['W2']", made)]), null);
  });

  it('is the one that moves the gradient along its parameter', () => {
    const rate = numberOf(read(inputs, 'learning_rate'));
    const swapped = zip(parameter, read(inputs, 'dW2'), (p, g) => g - rate * p);
    assert.equal(line([observed(6, 'dW2', swapped)]), 6);
    assert.equal(line([observed(6, 'dW2', swapped)], [], ['W1']), null);
  });

  it('is the call of a helper whose result is dropped, and in one that gives nothing back', () => {
    const call: HelperCall = { line: 9, frame: 'step', depth: 1, given: [parameter], at: 0 };
    const inside = [observed(1, 'p', parameter, 'step', 1), observed(2, 'p', made, 'step', 1)];
    assert.equal(line([...inside, observed(3, 'return', made, 'step', 1)], [call]), 9);
    assert.equal(line(inside, [call]), 2);
  });
});
