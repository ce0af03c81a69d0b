import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { inputsOf } from '../../../src/course/judging/probe';
import { explain } from '../../../src/diagnosis/explain';
import { mutantsOf } from '../../../src/diagnosis/mutants';
import { fromExplanation } from '../../../src/diagnosis/fromExplanation';
import { probeFor, referenceOf, snippetOf } from './pretended';

const probe = probeFor(backward2Layer, 'distinct');
const reference = referenceOf(backward2Layer, probe);

/** What is said of a snippet whose gradients of those names have no 1/m. */
function said(names: readonly string[], language: 'en' | 'ko'): string {
  const mutant = mutantsOf(reference, [...inputsOf(probe).keys()]).find(
    ({ mistake, steps }) =>
      mistake.code === 'missing-mean' &&
      steps.length === names.length &&
      names.every((name) => steps.includes(name)),
  );
  assert.ok(mutant);
  const evidence = snippetOf(backward2Layer, probe, mutant.applyTo(reference));
  const explanation = explain([evidence]);
  assert.ok(explanation);
  const [first] = fromExplanation(explanation, evidence, () => [evidence], language);
  assert.equal(first?.code, 'missing-mean');
  return first.message;
}

describe('the sentence of a missing mean', () => {
  const all = ['dW1', 'db1', 'dW2', 'db2'];

  it('says of all gradients that they are those of the sum', () => {
    assert.match(said(all, 'en'), /gradients are those of the sum.*a convention too/);
    assert.match(said(all, 'ko'), /합의 기울기입니다/);
  });

  it('says nothing of the kind where only some have no 1/m', () => {
    assert.doesNotMatch(said(['dW1'], 'en'), /convention/);
    assert.doesNotMatch(said(['dW1'], 'ko'), /합의 기울기/);
  });
});
