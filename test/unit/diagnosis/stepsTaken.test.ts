import assert from 'node:assert/strict';
import { train2Layer } from '../../../src/course/exercises/train2Layer';
import { inputsOf } from '../../../src/course/judging/probe';
import type { Evidence, Observation } from '../../../src/diagnosis/evidence';
import { otherSteps, stepsTaken } from '../../../src/diagnosis/stepsTaken';
import { evaluate } from '../../../src/engine/computation';
import { numberOf, read, type Values } from '../../../src/engine/operation';
import { scalar, zeros, zip, type Tensor } from '../../../src/engine/tensor';
import { observed, probeFor, referenceOf } from './pretended';

const probe = probeFor(train2Layer, 'again');
const inputs = inputsOf(probe);
const reference = referenceOf(train2Layer, probe);
const { loop } = reference;
assert.ok(loop && loop.times > 1);
const { times, steps } = loop;
const rate = numberOf(read(inputs, 'learning_rate'));
const names = ['W1', 'b1', 'W2', 'b2'];

/** What a snippet does whose velocity is `keep` times the one before and `part` times the gradient, in each round. */
function training(keep: number, part: number, rateIn: (round: number) => number = () => rate): Evidence {
  const observations: Observation[] = [];
  const begin = evaluate({ ...reference, loop: null }, inputs).values;
  let weights: Values = new Map(names.map((name) => [name, read(begin, name)]));
  let speed = new Map<string, Tensor>();
  for (let round = 0; round < times; round++) {
    const at = evaluate({ steps, loop: null, returns: [] }, new Map([...inputs, ...weights])).values;
    const now = rateIn(round);
    observations.push(observed(10, 'lr', scalar(now)));
    const next = new Map(
      names.map((name): [string, Tensor] => {
        const gradient = read(at, `d${name}`);
        const before = speed.get(name) ?? zeros(gradient.shape);
        return [name, zip(before, gradient, (v, g) => keep * v + part * g)];
      }),
    );
    speed = next;
    for (const name of names) observations.push(observed(20, `v${name}`, read(next, name)));
    weights = new Map(
      names.map((name) => [name, zip(read(weights, name), read(next, name), (w, v) => w - now * v)]),
    );
    for (const name of names) observations.push(observed(30, name, read(weights, name)));
  }
  return { inputs, accepted: [reference], returned: weights, observations, returnLines: new Map() };
}

describe('the steps that a training took', () => {
  it('are those of the reference: once the gradient, and nothing of the step before', () => {
    const evidence = training(0, 1);
    const rounds = stepsTaken(reference, evidence);
    assert.equal(rounds?.length, times);
    assert.ok(
      rounds.every(({ ofGradient, ofStep }) => Math.abs(ofGradient - 1) < 1e-6 && Math.abs(ofStep) < 1e-6),
    );
    assert.equal(otherSteps(reference, evidence), null);
  });

  it('hold the step before, where there is momentum, of either kind', () => {
    for (const part of [1, 0.2]) {
      const found = otherSteps(reference, training(0.8, part));
      assert.equal(found?.kind, 'momentum');
      assert.ok(Math.abs(found.factor - 0.8) < 1e-6);
      assert.equal(found.line, 20);
    }
  });

  it('have another rate in later rounds, or the same in all', () => {
    const decayed = otherSteps(
      reference,
      training(0, 1, (round) => rate / (1 + round)),
    );
    assert.equal(decayed?.kind, 'rate-changes');
    assert.equal(decayed.line, 10);
    const third = otherSteps(reference, training(0, 1 / 3));
    assert.equal(third?.kind, 'step-scaled');
    assert.ok(Math.abs(third.factor - 1 / 3) < 1e-6);
  });

  it('are not told where they do not lead to what came back, or are not seen', () => {
    const evidence = training(0.8, 1);
    const returned = new Map([...evidence.returned, ['b2', zeros(read(evidence.returned, 'b2').shape)]]);
    assert.equal(stepsTaken(reference, { ...evidence, returned }), null);
    assert.equal(stepsTaken(reference, { ...evidence, observations: [] }), null);
  });
});
