import assert from 'node:assert/strict';
import { numericalGradient } from '../../../src/course/exercises/numericalGradient';
import { lineOfResult } from '../../../src/diagnosis/locate';
import { map } from '../../../src/engine/tensor';
import { observed, probeFor, referenceOf, snippetOf } from './pretended';

const probe = probeFor(numericalGradient, 'distinct');
const evidence = snippetOf(numericalGradient, probe, referenceOf(numericalGradient, probe));
const [[name, value] = []] = evidence.returned;

describe('the line of a result of a given function', () => {
  assert.ok(name !== undefined && value);
  const zeros = map(value, () => 0);
  const told = { ...evidence, returned: new Map([[name, zeros]]), asked: [{ line: 8, at: 1 }] };

  it('is not the one that held the same before the function was asked', () => {
    assert.equal(lineOfResult(name, { ...told, observations: [observed(4, 'grad', zeros)] }), 8);
    const later = [observed(4, 'grad', zeros), observed(9, 'grad', zeros)];
    assert.equal(lineOfResult(name, { ...told, observations: later }), 9);
  });

  it('is the first that holds it where nothing was asked', () => {
    assert.equal(lineOfResult(name, { ...told, asked: [], observations: [observed(4, 'grad', zeros)] }), 4);
  });
});
