import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { inputsOf } from '../../../src/course/judging/probe';
import { findHidden, findSlip } from '../../../src/diagnosis/brokenOff';
import type { Evidence, Observation } from '../../../src/diagnosis/evidence';
import { evaluate } from '../../../src/engine/computation';
import { read } from '../../../src/engine/operation';
import { map, tensor, type Tensor } from '../../../src/engine/tensor';
import { observed, probeFor, referenceOf } from './pretended';

const probe = probeFor(backward2Layer, 'shown');
const inputs = inputsOf(probe);
const [A2, Y] = [read(inputs, 'A2'), read(inputs, 'Y')];

function broken(...observations: readonly Observation[]): Evidence {
  return {
    inputs,
    accepted: backward2Layer.judging.references(probe).map(({ computation }) => computation),
    returned: new Map(),
    observations,
    returnLines: new Map(),
  };
}

/** `A2 - Y.ravel()`: every prediction against every target. */
const blownUp = tensor(
  [A2.data.length, Y.data.length],
  Array.from(A2.data).flatMap((a) => Array.from(Y.data, (y) => a - y)),
);

describe('a call that broke off', () => {
  it('shows the line that blew an array up, before the one that clashed', () => {
    const slip = findSlip(broken(observed(5, 'd', blownUp), observed(6, 'e', blownUp)));
    assert.equal(slip?.mutant.mistake.code, 'broadcast-blowup');
    assert.equal(slip.line, 5);
  });

  it('shows it whatever constants the snippet has put there', () => {
    for (const factor of [2, 1 / 100, 2 / 100]) {
      const scaled: Tensor = map(blownUp, (value) => value * factor);
      assert.equal(findSlip(broken(observed(7, 'd', scaled)))?.line, 7);
    }
  });

  it('tells nothing of right arrays, of arrays of the right size, and of unknown ones', () => {
    const { values } = evaluate(referenceOf(backward2Layer, probe), inputs);
    const delta = read(values, 'dZ2');
    assert.equal(findSlip(broken(observed(5, 'dZ2', delta), observed(6, 'dW2', read(values, 'dW2')))), null);
    assert.equal(
      findSlip(
        broken(
          observed(
            5,
            'dZ2',
            map(delta, (value) => -value),
          ),
        ),
      ),
      null,
    );
    assert.equal(findSlip(broken(observed(5, 'd', map(blownUp, Math.exp)))), null);
    assert.equal(findSlip(broken()), null);
  });
});

describe('a mistake that the own data hide', () => {
  const distinct = probeFor(backward2Layer, 'distinct');
  const clashed: Evidence = {
    inputs: inputsOf(distinct),
    accepted: backward2Layer.judging.references(distinct).map(({ computation }) => computation),
    returned: new Map(),
    observations: [],
    returnLines: new Map(),
  };
  const { values } = evaluate(referenceOf(backward2Layer, probe), inputs);

  it('is found by the line that is right on them and raises elsewhere', () => {
    const shown = broken(observed(5, 'dZ2', read(values, 'dZ2')), observed(8, 'back', read(values, 'dA1')));
    const slip = findHidden(shown, clashed, 8);
    assert.equal(slip?.mutant.mistake.code, 'elementwise-product');
    assert.deepEqual(slip.mutant.steps, ['dA1']);
  });

  it('is not found where that line makes something else', () => {
    const shown = broken(observed(5, 'dZ2', read(values, 'dZ2')), observed(8, 'back', read(values, 'dA1')));
    assert.equal(findHidden(shown, clashed, 5), null);
    assert.equal(findHidden(shown, clashed, 9), null);
  });
});
