/** Two mistakes that spoil the same arrays, so that neither mends anything alone. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { inputsOf, type ProbePurpose } from '../../../src/course/judging/probe';
import type { SomeEvidence } from '../../../src/diagnosis/candidates';
import type { Evidence } from '../../../src/diagnosis/evidence';
import { explain } from '../../../src/diagnosis/explain';
import { mutantsOf } from '../../../src/diagnosis/mutants';
import type { Computation } from '../../../src/engine/computation';
import { probeFor, referenceOf, snippetOf } from './pretended';

/** What a snippet with these mistakes does on a probe. */
function evidenceOf(purpose: ProbePurpose, keys: readonly string[]): Evidence {
  const probe = probeFor(backward2Layer, purpose);
  const base = referenceOf(backward2Layer, probe);
  const known = mutantsOf(base, [...inputsOf(probe).keys()]);
  const mistaken = keys.reduce<Computation>((changed, key) => {
    const mutant = known.find((one) => one.key === key);
    assert.ok(mutant, `known: ${key}`);
    return mutant.applyTo(changed);
  }, base);
  return snippetOf(backward2Layer, probe, mistaken);
}

function untraced(evidence: Evidence): Evidence {
  return { ...evidence, observations: [] };
}

const two = ['wrong-sign/negative/dA1', 'activation-instead-of-derivative/activation/dZ1'];

describe('the search for pairs', function () {
  this.timeout(120_000);

  it('finds two mistakes on one path, in order of execution', () => {
    const evidence: SomeEvidence = [evidenceOf('distinct', two), evidenceOf('again', two)];
    const pair = explain(evidence);
    assert.deepEqual(
      pair?.mutants.map(({ key }) => key),
      two,
    );
    assert.equal(pair.unique, true);
  });

  it('takes of pairs with the same results the one that the trace shows', () => {
    // A minus at dZ1 gives the same arrays as one at dA1; only the trace knows where it stands.
    const [, second = ''] = two;
    for (const keys of [two, [second, 'wrong-sign/negative/dZ1']]) {
      const evidence: SomeEvidence = [evidenceOf('distinct', keys), evidenceOf('again', keys)];
      const found = explain(evidence)?.mutants.map(({ key }) => key);
      assert.ok(found);
      assert.equal(found.includes('wrong-sign/negative/dA1'), keys === two, found.join());
    }
  });

  it('is not sure where pairs of other names give the same and the trace holds nothing', () => {
    const evidence: SomeEvidence = [
      untraced(evidenceOf('distinct', two)),
      untraced(evidenceOf('again', two)),
    ];
    const pair = explain(evidence);
    assert.ok(pair);
    assert.deepEqual(pair.mutants.map(({ mistake }) => mistake.code).sort(), [
      'activation-instead-of-derivative',
      'wrong-sign',
    ]);
  });

  it('finds none that holds on one probe only', () => {
    const other = ['missing-activation-derivative/through/dZ1'];
    assert.equal(explain([evidenceOf('distinct', two), evidenceOf('again', other)]), null);
  });

  it('finds none where nothing is wrong', () => {
    assert.equal(explain([evidenceOf('distinct', []), evidenceOf('again', [])]), null);
  });
});
