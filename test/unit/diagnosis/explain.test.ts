import assert from 'node:assert/strict';
import type { Exercise } from '../../../src/course/judgedExercise';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { exactGradient } from '../../../src/course/exercises/exactGradient';
import { hiddenGradients } from '../../../src/course/exercises/hiddenGradients';
import { outputGradients } from '../../../src/course/exercises/outputGradients';
import type { SomeEvidence } from '../../../src/diagnosis/candidates';
import { tryEvaluate } from '../../../src/diagnosis/evidence';
import { explain } from '../../../src/diagnosis/explain';
import { locate } from '../../../src/diagnosis/locate';
import { mutantsOf, type Mutant } from '../../../src/diagnosis/mutants';
import { laidOut, placements } from '../../../src/diagnosis/placement';
import type { Computation } from '../../../src/engine/computation';
import { same } from '../../../src/diagnosis/agreement';
import { inputsOf, type Probe } from '../../../src/course/judging/probe';
import { lineOf, probeFor, referenceOf, snippetOf } from './pretended';

const purposes = ['distinct', 'again'] as const;

/** What a snippet with these mistakes does on both probes; null where it would raise there. */
function evidenceOf(
  exercise: Exercise,
  keys: readonly string[],
  accepted = 0,
  place: (computation: Computation, probe: Probe) => Computation = (computation) => computation,
): SomeEvidence | null {
  const evidence = purposes.flatMap((purpose) => {
    const probe = probeFor(exercise, purpose);
    const inputs = inputsOf(probe);
    const base = referenceOf(exercise, probe, accepted);
    const mutants = keys.map((key) =>
      mutantsOf(base, [...inputs.keys()]).find((mutant) => mutant.key === key),
    );
    assert.ok(
      mutants.every((mutant) => mutant !== undefined),
      `known: ${keys.join(', ')}`,
    );
    const mistaken = mutants.reduce<Computation>(
      (changed, mutant) => mutant.applyTo(changed),
      place(base, probe),
    );
    return tryEvaluate(mistaken, inputs) ? [snippetOf(exercise, probe, mistaken)] : [];
  });
  const [main, ...others] = evidence;
  return main && others.length === purposes.length - 1 ? [main, ...others] : null;
}

function codes(evidence: SomeEvidence): readonly string[] {
  return explain(evidence)?.mutants.map(({ mistake }) => mistake.code) ?? [];
}

function named(
  keys: readonly string[],
  exercise: Exercise = backward2Layer,
  accepted = 0,
): readonly string[] {
  const evidence = evidenceOf(exercise, keys, accepted);
  assert.ok(evidence);
  return codes(evidence);
}

/** Every mistake of an exercise that runs on the probes and changes what comes back. */
function allKeys(exercise: Exercise, accepted: number): readonly Mutant[] {
  const probe = probeFor(exercise, 'distinct');
  const inputs = inputsOf(probe);
  const computation = referenceOf(exercise, probe, accepted);
  const right = exercise.judging.references(probe).map((one) => tryEvaluate(one.computation, inputs));
  return mutantsOf(computation, [...inputs.keys()]).filter((mutant) => {
    const evaluation = tryEvaluate(mutant.computation, inputs);
    if (!evaluation) return false;
    return right.every((one) =>
      computation.returns.some((name) => {
        const [a, b] = [one?.values.get(name), evaluation.values.get(name)];
        return a === undefined || b === undefined || !same(a, b);
      }),
    );
  });
}

describe('explain', function () {
  this.timeout(240_000);

  it('finds nothing where nothing is wrong', () => {
    assert.deepEqual(named([]), []);
    assert.deepEqual(named([], backward2Layer, 3), []);
  });

  for (const exercise of [outputGradients, hiddenGradients, exactGradient]) {
    it(`names every single mistake of ${exercise.id} by its code, and points at its step`, () => {
      const mistaken = allKeys(exercise, 0);
      assert.ok(mistaken.length > 50);
      const misses = mistaken.flatMap(({ key, mistake, steps }) => {
        const evidence = evidenceOf(exercise, [key]);
        if (!evidence) return [];
        const [main] = evidence;
        const explanation = explain(evidence);
        const [found] = explanation?.mutants ?? [];
        if (found?.mistake.code !== mistake.code) return [`${key}: ${found?.key ?? 'nothing'}`];
        // What a later step writes over shows in the trace as a change in place, which is not pretended here.
        if (mistake.code === 'overwritten-array') return [];
        // Right arrays in each other's places show on the return line alone.
        if (mistake.code === 'wrong-return-value') return [];
        const base = explanation && laidOut(main, explanation.layout);
        const line = base && locate(base, found.applyTo(base), found, main);
        const lines = steps.map((step) =>
          lineOf(referenceOf(exercise, probeFor(exercise, 'distinct')), step),
        );
        return line !== null && lines.includes(line)
          ? []
          : [`${key}: line ${String(line)}, not ${lines.join('/')}`];
      });
      assert.deepEqual(misses, []);
    });
  }

  it('names two mistakes in different layers, in order of execution', () => {
    assert.deepEqual(named(['missing-mean/sum/dW1', 'missing-keepdims/flat/db2']), [
      'missing-keepdims',
      'missing-mean',
    ]);
  });

  it('names two mistakes on one path', () => {
    assert.deepEqual(named(['missing-activation-derivative/through/dZ1', 'missing-sum/plain/db1']), [
      'missing-activation-derivative',
      'missing-sum',
    ]);
    assert.deepEqual(named(['wrong-sign/negative/dZ2', 'missing-activation-derivative/through/dZ1']), [
      'wrong-sign',
      'missing-activation-derivative',
    ]);
  });

  it('names three mistakes, and not four', () => {
    const three = ['missing-mean/sum/dW2', 'missing-keepdims/flat/db2', 'missing-sum/plain/db1'];
    assert.deepEqual(named(three), ['missing-mean', 'missing-keepdims', 'missing-sum']);
    assert.deepEqual(named([...three, 'wrong-sign/negative/dW1']), []);
  });

  it('tells a mistake from a convention: 2 in one layer only is a mistake, 2 everywhere is none', () => {
    assert.deepEqual(named(['factor-two/double/dW2/db2']), ['factor-two']);
    assert.deepEqual(named(['factor-two/double/dZ2']), []);
    assert.deepEqual(named(['factor-two/double/dZ2'], outputGradients), ['factor-two']);
  });

  it('finds the same mistake in every convention', () => {
    for (const accepted of [0, 1, 2, 3]) {
      assert.deepEqual(named(['activation-instead-of-derivative/activation/dZ1'], backward2Layer, accepted), [
        'activation-instead-of-derivative',
      ]);
    }
  });

  it('sees in the trace where 1/m and 2 are applied', () => {
    const probe = probeFor(backward2Layer, 'distinct');
    const { length } = placements(referenceOf(backward2Layer, probe, 1), inputsOf(probe));
    assert.ok(length > 1);
    for (let placement = 0; placement < length; placement++) {
      const evidence = evidenceOf(backward2Layer, ['double-mean/twice/dW1'], 1, (computation, on) => {
        const placed = placements(computation, inputsOf(on))[placement];
        assert.ok(placed);
        return placed;
      });
      assert.ok(evidence);
      const explanation = explain(evidence);
      assert.deepEqual(explanation?.layout, { accepted: 1, placement });
      assert.deepEqual(
        explanation.mutants.map(({ key }) => key),
        ['double-mean/twice/dW1'],
      );
    }
  });

  it('does not explain what holds on one probe only', () => {
    const evidence = evidenceOf(backward2Layer, ['wrong-sign/negative/dW1']);
    const other = evidenceOf(backward2Layer, ['missing-mean/sum/dW1']);
    assert.ok(evidence?.[1] && other?.[1]);
    assert.equal(explain([evidence[0], other[1]]), null);
  });

  it('explains nothing by what it does not know', () => {
    const evidence = evidenceOf(backward2Layer, []);
    assert.ok(evidence);
    const [main, ...others] = evidence;
    const spoil = (one: typeof main): typeof main => {
      const dW1 = one.returned.get('dW1');
      assert.ok(dW1);
      const data = dW1.data.map((value, i) => value + Math.sin(i));
      return { ...one, returned: new Map([...one.returned, ['dW1', { shape: dW1.shape, data }]]) };
    };
    assert.equal(explain([spoil(main), ...others.map(spoil)]), null);
  });
});
