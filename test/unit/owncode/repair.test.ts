import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isKnownCode } from '../../../src/diagnosis/finding';
import { tensor } from '../../../src/engine/tensor';
import type { Measured, Repair } from '../../../src/owncode/measured';
import { repaired } from '../../../src/owncode/repair/repaired';
import { clauses } from '../../../src/owncode/repair/sentences';

const rooms = join(import.meta.dirname, '../../../src/owncode/python/repair');

function measured(repair: Repair | null): Measured {
  const value = tensor([1, 2], [1, 2]);
  const parameter = {
    name: 'W',
    gradientName: 'dW',
    guessed: false,
    value,
    gradient: value,
    differences: [],
  };
  return {
    function: 'backward',
    line: 3,
    how: 'declared',
    declaration: '',
    lossName: 'loss',
    assumedLoss: null,
    isMeant: false,
    isContradicted: false,
    loss: 1,
    again: 1,
    epsilon: null,
    repair,
    parameters: [parameter],
    observations: [],
    inputs: [],
  };
}

describe('the mistake that one change takes back', () => {
  it('is told with its line and the gradient that it makes right', () => {
    const [first] = repaired(measured({ code: 'missing-mean', line: 7, target: 0 }), 'en');
    assert.equal(first?.code, 'missing-mean');
    assert.equal(first.line, 7);
    assert.match(first.message, /^In this line, .*\bdW\b/u);
  });

  it('is told without a line where it could be made in several', () => {
    const [first] = repaired(measured({ code: 'missing-mean', line: null, target: 0 }), 'ko');
    assert.equal(first?.line, null);
    assert.match(first.message, /^역전파에서/u);
  });

  it('is nothing where there was no repair, and where its code has no sentence', () => {
    assert.deepEqual(repaired(measured(null), 'en'), []);
    assert.deepEqual(repaired(measured({ code: 'no-such-code', line: 1, target: 0 }), 'en'), []);
  });

  it('has a code of the catalogue for every sentence', () => {
    assert.deepEqual(
      Object.keys(clauses).filter((code) => !isKnownCode(code)),
      [],
    );
  });

  it('has a sentence for every code that an edit gives', () => {
    const ranked = readFileSync(join(rooms, 'told.py'), 'utf8');
    const codes = [...(/_NARROWER = \(([^)]*)\)/u.exec(ranked)?.[1] ?? '').matchAll(/"([\w-]+)"/gu)].map(
      ([, code]) => code,
    );
    assert.ok(codes.length > 20);
    assert.deepEqual([...codes].sort(), Object.keys(clauses).sort());
  });
});
