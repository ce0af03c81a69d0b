import assert from 'node:assert/strict';
import { inputsOf } from '../../../src/course/judging/probe';
import { hiddenGradients } from '../../../src/course/exercises/hiddenGradients';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import type { Evidence, Observation } from '../../../src/diagnosis/evidence';
import { lineOfResult, locate } from '../../../src/diagnosis/locate';
import { mutantsOf } from '../../../src/diagnosis/mutants';
import { placements } from '../../../src/diagnosis/placement';
import { evaluate, type Computation } from '../../../src/engine/computation';
import { map, transpose, type Tensor } from '../../../src/engine/tensor';
import { observed, probeFor, referenceOf } from './pretended';

const probe = probeFor(backward2Layer, 'distinct');
const inputs = inputsOf(probe);
const reference = referenceOf(backward2Layer, probe);

/** A pretended snippet with one mistake, and the line that is found for it. */
class Scene {
  readonly computation: Computation;
  readonly mutant;
  private readonly wrong;
  private readonly right;

  constructor(
    key: string,
    private readonly base: Computation = reference,
  ) {
    const mutant = mutantsOf(base, [...inputs.keys()]).find((one) => one.key === key);
    assert.ok(mutant, `known: ${key}`);
    this.mutant = mutant;
    this.computation = mutant.applyTo(base);
    this.wrong = evaluate(this.computation, inputs).values;
    this.right = evaluate(base, inputs).values;
  }

  /** What the mistaken snippet computes under that name. */
  value(name: string): Tensor {
    const value = this.wrong.get(name);
    assert.ok(value);
    return value;
  }

  rightValue(name: string): Tensor {
    const value = this.right.get(name);
    assert.ok(value);
    return value;
  }

  line(
    observations: readonly Observation[],
    returnLines: Readonly<Record<string, number>> = {},
  ): number | null {
    const evidence: Evidence = {
      inputs,
      accepted: [this.base],
      returned: new Map(this.base.returns.map((name) => [name, this.value(name)])),
      observations,
      returnLines: new Map(Object.entries(returnLines)),
    };
    return locate(this.base, this.computation, this.mutant, evidence);
  }
}

describe('locate', () => {
  it('finds the line whatever the names are', () => {
    const scene = new Scene('wrong-sign/negative/dZ2');
    assert.equal(
      scene.line([
        observed(3, 'm', { shape: [], data: Float64Array.of(11) }),
        observed(4, '오차', scene.value('dZ2')),
        observed(5, 'grad', scene.value('dW2')),
      ]),
      4,
    );
  });

  it('takes the first array that is spoiled where the step itself is never held', () => {
    const scene = new Scene('wrong-sign/negative/dZ2');
    assert.equal(scene.line([observed(6, 'a', scene.value('db2')), observed(7, 'b', scene.value('dW2'))]), 7);
  });

  it('takes the line of the returned expression where the trace holds nothing', () => {
    const scene = new Scene('missing-mean/sum/dW1');
    assert.equal(scene.line([], { dW1: 8, db1: 9 }), 8);
    assert.equal(scene.line([]), null);
  });

  it('says nothing rather than something wrong: right values are no place', () => {
    const scene = new Scene('missing-mean/sum/dW1');
    assert.equal(scene.line([observed(5, 'delta', scene.value('dZ1'))]), null);
  });

  it('knows an array from its transpose where that is the mistake, and not where a snippet keeps columns', () => {
    const turned = new Scene('transposed/result/dW1');
    const right = turned.rightValue('dW1');
    assert.equal(turned.line([observed(5, 'columns', right), observed(6, 'dW1', turned.value('dW1'))]), 6);
    const signed = new Scene('wrong-sign/negative/dZ1');
    assert.equal(signed.line([observed(5, 'dz', transpose(signed.value('dZ1')))]), 5);
  });

  it('passes over what is summed before it is divided', () => {
    const scene = new Scene('missing-mean/sum/dW2');
    const rest = observed(8, 'dW2', scene.rightValue('dW2'));
    assert.equal(scene.line([observed(7, 'dW2', scene.value('dW2')), rest]), null);
    assert.equal(scene.line([observed(7, 'dW2', scene.value('dW2'))]), 7);
  });

  it('points at `dZ1 = dA1`, and at the product where that is bound to dZ1 at once', () => {
    const scene = new Scene('missing-activation-derivative/through/dZ1');
    const carried = scene.value('dA1');
    assert.equal(scene.line([observed(5, 'back', carried), observed(6, 'delta', carried)]), 6);
    assert.equal(scene.line([observed(5, 'delta', carried)]), 5);
    assert.equal(scene.line([observed(5, 'dA1', carried), observed(7, 'dW1', scene.value('dW1'))]), 7);
  });

  it('does not take unpacking for a new name', () => {
    const scene = new Scene('missing-activation-derivative/through/dZ1');
    const delta = scene.value('dZ2');
    const carried = scene.value('dA1');
    const unpacked = [observed(9, 'd2', delta), observed(9, 'd1', carried)];
    assert.equal(scene.line([observed(5, 'deltas', carried), ...unpacked]), 5);
  });

  it('points into a helper, but not into one that makes right values too', () => {
    const scene = new Scene('wrong-layer-input/with:Z1/dW2');
    const own = observed(2, 'return', scene.value('dW2'), 'gradient', 1);
    const call = observed(8, 'dW2', scene.value('dW2'));
    assert.equal(scene.line([own, call]), 2);
    const other = observed(2, 'return', scene.value('dW1'), 'gradient', 1);
    assert.equal(scene.line([own, call, other]), 8);
  });

  it('prefers the very numbers to a multiple of them', () => {
    const scene = new Scene('missing-sum/last-sample/db1');
    const row = map(scene.value('db1'), (value) => value * 11);
    assert.equal(scene.line([observed(6, 'row', row), observed(7, 'db1', scene.value('db1'))]), 7);
    assert.equal(scene.line([observed(6, 'row', row)]), 6);
  });

  it('sees a slip before the factor that a later line brings in under the same name', () => {
    const scene = new Scene('wrong-sign/negative/dZ2');
    const wrong = scene.value('dZ2');
    const times = (factor: number): Tensor => map(wrong, (value) => value * factor);
    assert.equal(scene.line([observed(4, 'd', times(11)), observed(5, 'd', wrong)]), 4);
    assert.equal(scene.line([observed(4, 'd', times(-11)), observed(5, 'd', wrong)]), 5);
    assert.equal(scene.line([observed(4, 'e', times(11)), observed(5, 'd', wrong)]), 5);
  });

  it('finds a factor in a snippet that takes the mean at once', () => {
    const early = placements(reference, inputs)[1];
    assert.ok(early);
    const scene = new Scene('wrong-sign/negative/dZ2', early);
    assert.equal(
      scene.line([observed(4, 'g', scene.value('dZ2')), observed(5, 'dW2', scene.value('dW2'))]),
      4,
    );
  });
});

describe('lineOfResult', () => {
  const on = probeFor(hiddenGradients, 'distinct');
  const given = inputsOf(on);
  const computation = referenceOf(hiddenGradients, on);
  const { values } = evaluate(computation, given);
  const db1 = values.get('db1');
  assert.ok(db1);
  const evidence = (observations: readonly Observation[]): Evidence => ({
    inputs: given,
    accepted: [computation],
    returned: new Map([['db1', db1]]),
    observations,
    returnLines: new Map([['db1', 9]]),
  });

  it('is where the result was first held in its shape', () => {
    const flat: Tensor = { shape: [db1.data.length], data: db1.data };
    assert.equal(lineOfResult('db1', evidence([observed(5, 's', flat), observed(6, 'b', db1)])), 6);
  });

  it('is the line of the returned expression where it was never held', () => {
    assert.equal(lineOfResult('db1', evidence([])), 9);
  });
});
