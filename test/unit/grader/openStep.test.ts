/** A step that is wrong in no known way is named with its line, whatever the snippet calls it. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { read } from '../../../src/engine/operation';
import { add, scale } from '../../../src/engine/tensor';
import type { CallResult } from '../../../src/python/runtime';
import { lineOf, probeFor, referenceOf } from '../diagnosis/pretended';
import { at, judge } from './pretendedRun';

const reference = referenceOf(backward2Layer, probeFor(backward2Layer, 'shown'));

/** The same call of a snippet whose names are not those of the equations. */
function renamed(call: CallResult): CallResult {
  const trace = call.trace.map((event) =>
    event.name === 'return' ? event : { ...event, name: `v${String(event.line)}` },
  );
  return { ...call, trace };
}

/** The error carried back, with something added that no known mistake adds. */
const change = at('dA1', (right, values) => add(right, scale(read(values, 'A1'), 0.1)));

describe('a step that is wrong in no known way', function () {
  this.timeout(120_000);

  it('is named with its line where the snippet has other names', () => {
    const { diagnoses } = judge(backward2Layer, { change, call: renamed });
    assert.deepEqual(
      diagnoses.map(({ code, line }) => [code, line]),
      [['unknown', lineOf(reference, 'dA1')]],
    );
    assert.match(diagnoses[0]?.message ?? '', /where dA1 belongs/);
    assert.match(diagnoses[0]?.message ?? '', /wrong in dW1 follows/);
  });

  it('is not named where no trace holds it', () => {
    const { diagnoses } = judge(backward2Layer, { change, call: (call) => ({ ...call, trace: [] }) });
    assert.deepEqual(
      diagnoses.map(({ code }) => code),
      ['unknown'],
    );
    assert.doesNotMatch(diagnoses[0]?.message ?? '', /belongs/);
  });
});
