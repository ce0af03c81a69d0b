import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { inputsOf } from '../../../src/course/judging/probe';
import type { Evidence, HelperCall, Observation } from '../../../src/diagnosis/evidence';
import { lineOfSlope } from '../../../src/diagnosis/slopeMaker';
import { relu } from '../../../src/engine/activations';
import { evaluate } from '../../../src/engine/computation';
import { positive, read, type OperationOf } from '../../../src/engine/operation';
import { map, multiply, type Tensor } from '../../../src/engine/tensor';
import { observed, probeFor, referenceOf } from './pretended';

const probe = probeFor(backward2Layer, 'distinct');
const inputs = inputsOf(probe);
const reference = referenceOf(backward2Layer, probe);
const right = evaluate(reference, inputs);
const mask: OperationOf<'throughActivation'> = {
  kind: 'throughActivation',
  activation: relu,
  carried: 'dA1',
  preActivation: 'Z1',
};

const given = (name: string): Tensor => read(inputs, name);
const carried = read(right.values, 'dA1');
const sigmoid = map(given('Z1'), (z) => 1 / (1 + Math.exp(-z)));
const ones = map(given('Z1'), () => 1);

/** The line that makes a slope, of a snippet that multiplies it by the carried error. */
function line(
  slope: Tensor,
  observations: readonly Observation[],
  calls: readonly HelperCall[] = [],
): number | null {
  const wrong = multiply(carried, slope);
  const evidence: Evidence = {
    inputs,
    accepted: [reference],
    returned: new Map(),
    observations: [...observations, observed(20, 'dZ1', wrong)],
    calls,
    returnLines: new Map(),
  };
  return lineOfSlope(mask, wrong, reference, right, right, evidence);
}

function called(given: readonly Tensor[], more: Partial<HelperCall> = {}): HelperCall {
  return { line: 20, frame: 'helper', depth: 1, given, at: 0, ...more };
}

describe('the line that makes a slope', () => {
  it('is that of its own name, and none where the snippet holds no slope', () => {
    assert.equal(line(sigmoid, [observed(12, 's', sigmoid)]), 12);
    assert.equal(line(sigmoid, []), null);
  });

  it('is in the helper that was given the right array, and at the call of one that was given another', () => {
    const returned = [observed(3, 'return', sigmoid, 'helper', 1)];
    assert.equal(line(sigmoid, returned, [called([given('Z1')])]), 3);
    assert.equal(line(sigmoid, returned, [called([given('A1')])]), 3, 'A1 tells the slope as well');
    assert.equal(line(sigmoid, returned, [called([], { kept: [given('Z1')] })]), 3);
    assert.equal(line(sigmoid, returned, [called([given('X')])]), 20);
  });

  it('is at the call of a helper that gives the slope at what it was given', () => {
    const other = positive(carried);
    const returned = [observed(3, 'return', other, 'helper', 1)];
    assert.equal(line(other, returned, [called([carried], { kept: [given('Z1')] })]), 20);
  });

  it('is at the call of a helper that is another function by its own name', () => {
    const returned = [observed(3, 'return', sigmoid, 'sigmoid', 1)];
    assert.equal(line(sigmoid, returned, [called([given('Z1')], { frame: 'sigmoid' })]), 20);
  });

  it('is not that of a right array, unless its name says that it is a slope', () => {
    const activation = given('A1');
    assert.equal(line(activation, [observed(5, 'A1', activation)]), null);
    assert.equal(line(activation, [observed(5, 'relu_deriv', activation)]), 5);
    const returned = observed(3, 'return', activation, 'relu', 1);
    assert.equal(line(activation, [returned], [called([given('Z1')], { frame: 'relu' })]), null);
  });

  it('takes ones for a slope in a helper, or under such a name', () => {
    assert.equal(line(ones, [observed(5, 'ones', ones)]), null);
    assert.equal(line(ones, [observed(5, 'mask', ones)]), 5);
    assert.equal(line(ones, [observed(3, 'return', ones, 'helper', 1)], [called([given('Z1')])]), 3);
  });

  it('is not where the slope only begins and becomes right', () => {
    const slope = positive(given('Z1'));
    assert.equal(line(ones, [observed(5, 'mask', ones), observed(6, 'mask', slope)]), null);
    assert.equal(line(slope, [observed(6, 'mask', slope)]), null);
  });
});
