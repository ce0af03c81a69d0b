import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import type { Evidence } from '../../../src/diagnosis/evidence';
import { computedFromChanged } from '../../../src/grader/inputCause';
import { evaluate } from '../../../src/engine/computation';
import { read } from '../../../src/engine/operation';
import { map, scale, type Tensor } from '../../../src/engine/tensor';
import { observed, probeFor, referenceOf, snippetOf } from '../diagnosis/pretended';

const changed = new Set(['A2']);

/** A snippet that writes over A2 and computes all else rightly from what is left, on a probe. */
function spoiled(purpose: 'distinct' | 'again', by: (value: Tensor) => Tensor): Evidence {
  const probe = probeFor(backward2Layer, purpose);
  const computation = referenceOf(backward2Layer, probe);
  const evidence = snippetOf(backward2Layer, probe, computation);
  const left = by(read(evidence.inputs, 'A2'));
  const { values } = evaluate(computation, new Map([...evidence.inputs, ['A2', left]]));
  return {
    ...evidence,
    returned: new Map(computation.returns.map((name) => [name, read(values, name)])),
    observations: [observed(5, 'A2', left)],
  };
}

const shifted = (value: Tensor): Tensor => map(value, (x) => x + 1);

describe('numbers that come of changed arguments', () => {
  it('follow the accepted computation that reads them as they were left', () => {
    assert.equal(computedFromChanged([spoiled('distinct', shifted), spoiled('again', shifted)], changed), 0);
  });

  it('are none where something else is wrong too, in one array on one probe', () => {
    const [one, other] = [spoiled('distinct', shifted), spoiled('again', shifted)];
    const returned = new Map(
      [...other.returned].map(([name, value]) => [name, name === 'dW1' ? scale(value, 3) : value]),
    );
    assert.equal(computedFromChanged([one, { ...other, returned }], changed), null);
  });

  it('are none where the trace does not tell how an argument was left', () => {
    const { observations, ...rest } = spoiled('distinct', shifted);
    const [own] = observations;
    assert.ok(own);
    for (const seen of [[], [{ ...own, depth: 1 }], [{ ...own, name: 'other' }], [{ ...own, index: 0 }]]) {
      assert.equal(computedFromChanged([{ ...rest, observations: seen }], changed), null);
    }
    assert.equal(computedFromChanged([spoiled('distinct', shifted)], new Set(['A1'])), null);
    assert.equal(computedFromChanged([], changed), null);
  });
});
