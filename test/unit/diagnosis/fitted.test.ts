import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import type { Evidence } from '../../../src/diagnosis/evidence';
import { fittedMutants, mistakeOfFactor } from '../../../src/diagnosis/fitted';
import { evaluate, type Computation } from '../../../src/engine/computation';
import { read } from '../../../src/engine/operation';
import { scale } from '../../../src/engine/tensor';
import { probeFor, referenceOf, snippetOf } from './pretended';

const first = probeFor(backward2Layer, 'distinct');
const second = probeFor(backward2Layer, 'again');
const computations: [Computation, Computation] = [
  referenceOf(backward2Layer, first),
  referenceOf(backward2Layer, second),
];

/** Evidence of a snippet whose arrays are the right ones times a factor, on two probes. */
function scaled(factors: readonly [Record<string, number>, Record<string, number>]): [Evidence, Evidence] {
  const on = (probe: typeof first, computation: Computation, by: Record<string, number>): Evidence => {
    const evidence = snippetOf(backward2Layer, probe, computation);
    const returned = [...evidence.returned].map(
      ([name, value]) => [name, scale(value, by[name] ?? 1)] as const,
    );
    return { ...evidence, returned: new Map(returned) };
  };
  return [on(first, computations[0], factors[0]), on(second, computations[1], factors[1])];
}

describe('a factor read off what came back', () => {
  it('has a name of its own where it is one of the known', () => {
    const named = (ratio: number): string => {
      const { mistake, variant } = mistakeOfFactor(ratio);
      return `${mistake.code}/${variant}`;
    };
    assert.deepEqual([-1, 2, 0.5, 3].map(named), [
      'wrong-sign/negative',
      'factor-two/double',
      'factor-two/half',
      'scaled/by',
    ]);
  });

  it('is tried at each step, and gives what came back where it was made', () => {
    const evidence = scaled([{ dW2: 3 }, { dW2: 3 }]);
    const mutants = fittedMutants(computations, evidence, ['dW2']);
    assert.equal(mutants.length, computations[0].steps.length);
    const own = mutants.find(({ steps }) => steps.join() === 'dW2');
    assert.equal(own?.mistake.code, 'scaled');
    const given = read(evidence[0].returned, 'dW2').data;
    const made = read(evaluate(own.applyTo(computations[0]), evidence[0].inputs).values, 'dW2').data;
    assert.ok(made.every((value, i) => Math.abs(value - (given[i] ?? NaN)) < 1e-12));
  });

  it('is tried at all gradients that share it', () => {
    const both = { dW1: 3, db1: 3 };
    const mutants = fittedMutants(computations, scaled([both, both]), ['dW1', 'db1']);
    assert.ok(mutants.some(({ steps }) => steps.join() === 'dW1,db1'));
    const apart = fittedMutants(
      computations,
      scaled([
        { dW1: 3, db1: 5 },
        { dW1: 3, db1: 5 },
      ]),
      ['dW1', 'db1'],
    );
    assert.ok(!apart.some(({ steps }) => steps.length > 1));
  });

  it('that differs from probe to probe counts only where several arrays share it', () => {
    assert.equal(fittedMutants(computations, scaled([{ dW1: 3 }, { dW1: 4 }]), ['dW1']).length, 0);
    const shared = scaled([
      { dW1: 3, db1: 3 },
      { dW1: 4, db1: 4 },
    ]);
    assert.ok(fittedMutants(computations, shared, ['dW1', 'db1']).length > 0);
  });

  it('is not looked for in trainings, nor where there is none', () => {
    const probe = probeFor(train2Layer, 'brief');
    const training = referenceOf(train2Layer, probe);
    assert.equal(fittedMutants([training], [snippetOf(train2Layer, probe, training)], ['W1']).length, 0);
    const evidence = scaled([{}, {}]);
    const odd = { ...evidence[0], returned: new Map([['dW1', read(evidence[0].inputs, 'W1')]]) };
    assert.equal(fittedMutants(computations, [odd, evidence[1]], ['dW1']).length, 0);
  });
});
