import assert from 'node:assert/strict';
import fc from 'fast-check';
import { copy } from '../../../src/engine/centralDifferences';
import { checkGradients } from '../../../src/engine/gradientCheck';
import { backward, forward, lossGradient, namedGradients } from '../../../src/engine/network';
import { networkCost } from '../../../src/engine/networkCost';
import { LegacyRandom } from '../../../src/engine/random';
import { examples, near } from './randomNetworks';

const runs = { numRuns: 60, seed: 7 };

describe('the cost along lines', () => {
  it('is the cost of the network whose parameter was moved, with the same sides', () => {
    fc.assert(
      fc.property(examples, fc.constantFrom(1e-3, -1e-3, 1e-6, 0.7, -2), ({ layers, X, Y, loss }, t) => {
        const { parameters, cost, lines } = networkCost(layers, X, Y, loss);
        const random = new LegacyRandom(5);
        const whole = cost(parameters);
        assert.ok(near(lines.here().cost, whole.cost, 1e-13));
        assert.deepEqual(lines.here().pattern, whole.pattern);
        for (const [name, array] of parameters) {
          const moved = (by: (i: number) => number): ReturnType<typeof cost> => {
            const data = array.data.map((value, i) => value + t * by(i));
            return cost(new Map(parameters).set(name, { shape: array.shape, data }));
          };
          array.data.forEach((_, entry) => {
            const one = lines.along(name, { entry })(t);
            const plain = moved((i) => (i === entry ? 1 : 0));
            assert.ok(near(one.cost, plain.cost, 1e-13), `${name}[${String(entry)}]`);
            assert.deepEqual(one.pattern, plain.pattern);
          });
          const direction = random.randn(array.data.length).data;
          const along = lines.along(name, { direction })(t);
          const plain = moved((i) => direction[i] ?? NaN);
          assert.ok(near(along.cost, plain.cost, 1e-13), `along ${name}`);
          assert.deepEqual(along.pattern, plain.pattern);
        }
      }),
      runs,
    );
  });

  it('gives gradient checks that differ in nothing but the last digits', () => {
    fc.assert(
      fc.property(examples, fc.constantFrom('exact', 'directions'), ({ layers, X, Y, loss }, mode) => {
        const pass = forward(layers, X);
        const gradients = namedGradients(backward(pass, lossGradient(pass, Y, loss)));
        const { lines, ...plain } = networkCost(layers, X, Y, loss);
        const check = (given: object) =>
          checkGradients({ ...plain, ...given, gradients, mode, random: new LegacyRandom(3) });
        const [all, quick] = [check({}), check({ lines })];
        all.forEach((one, i) => {
          const other = quick[i];
          assert.ok(other);
          assert.deepEqual(
            [other.name, other.ok, other.checked, other.notJudged],
            [one.name, one.ok, one.checked, one.notJudged],
          );
          assert.ok(near(other.maxRelError, one.maxRelError, 1e-6));
        });
      }),
      runs,
    );
  });

  it('leaves the network and what it said of `here` as they were', () => {
    const [example] = fc.sample(examples, { numRuns: 1, seed: 11 });
    assert.ok(example);
    const { layers, X, Y, loss } = example;
    const before = layers.map(({ weights, bias }) => [copy(weights), copy(bias)]);
    const { lines } = networkCost(layers, X, Y, loss);
    const here = { ...lines.here(), pattern: lines.here().pattern?.slice() };
    lines.along('W1', { entry: 0 })(5);
    lines.along('b1', { entry: 0 })(-5);
    assert.deepEqual({ ...lines.here() }, here);
    assert.deepEqual(
      layers.map(({ weights, bias }) => [weights, bias]),
      before,
    );
    assert.throws(() => lines.along('W9', { entry: 0 }), /expected W1, b1/u);
    assert.throws(() => lines.along('x', { entry: 0 }), /got x/u);
  });
});
