import assert from 'node:assert/strict';
import { forward2Layer } from '../../../src/course/exercises/forward2Layer';
import { findChangedInput } from '../../../src/diagnosis/changedInput';
import type { Evidence } from '../../../src/diagnosis/evidence';
import { evaluate } from '../../../src/engine/computation';
import { read } from '../../../src/engine/operation';
import { map, type Tensor } from '../../../src/engine/tensor';
import { observed, probeFor, referenceOf, snippetOf } from './pretended';

/** A snippet that makes X into something else on line 3 and goes on with that. */
function changing(purpose: 'distinct' | 'again', by: (value: Tensor) => Tensor): Evidence {
  const probe = probeFor(forward2Layer, purpose);
  const computation = referenceOf(forward2Layer, probe);
  const evidence = snippetOf(forward2Layer, probe, computation);
  const X = by(read(evidence.inputs, 'X'));
  const { values } = evaluate(computation, new Map([...evidence.inputs, ['X', X]]));
  return {
    ...evidence,
    returned: new Map(computation.returns.map((name) => [name, read(values, name)])),
    observations: [observed(2, 'm', X, 'helper', 1), observed(3, 'scaled', X)].slice(1),
  };
}

const halved = (value: Tensor): Tensor => map(value, (x) => x / 2);

describe('data made into other data', () => {
  it('are found where all else follows from them, on every probe', () => {
    const probes = [changing('distinct', halved), changing('again', halved)];
    assert.deepEqual(findChangedInput(probes, 0, ['X']), { name: 'X', line: 3 });
    assert.equal(findChangedInput(probes, 0, ['Y']), null);
  });

  it('are none where another probe does not follow, or holds nothing there', () => {
    const other = changing('again', halved);
    const wrong = new Map([...other.returned].map(([name, value]) => [name, map(value, (x) => x + 1)]));
    const on = (second: Evidence) => findChangedInput([changing('distinct', halved), second], 0, ['X']);
    assert.equal(on({ ...other, returned: wrong }), null);
    assert.equal(on({ ...other, observations: [observed(9, 'Z', read(other.inputs, 'X'))] }), null);
  });

  it('are not the data as they were given, and nothing is told without a trace', () => {
    assert.equal(findChangedInput([changing('distinct', (value) => value)], 0, ['X']), null);
    const silent = { ...changing('distinct', halved), observations: [] };
    assert.equal(findChangedInput([silent], 0, ['X']), null);
  });
});
