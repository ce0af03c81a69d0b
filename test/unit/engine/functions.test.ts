import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Activation } from '../../../src/engine/activation';
import { activate, throughActivation } from '../../../src/engine/activation';
import { activations, identity, logistic, relu, sigmoid, tanh } from '../../../src/engine/activations';
import { numericalGradient } from '../../support/numericalGradient';
import type { Loss } from '../../../src/engine/loss';
import {
  binaryCrossEntropy,
  crossEntropy,
  halvedSquaredError,
  hinge,
  losses,
  meanSquaredError,
} from '../../../src/engine/losses';
import { softmax } from '../../../src/engine/softmax';
import { LegacyRandom } from '../../../src/engine/random';
import type { Tensor } from '../../../src/engine/tensor';
import { map, multiply, scale, ShapeError, sum, tensor, zeros } from '../../../src/engine/tensor';
import { assertNear, near } from '../network/randomNetworks';

const slope = ({ entry }: Activation, z: number): number => entry?.slope(z) ?? NaN;

describe('activations', () => {
  for (const activation of Object.values(activations)) {
    const { name, entry, kinks } = activation;
    if (!entry) continue;
    const { value: apply, slope: derivative } = entry;

    it(`${name}: the derivative is the slope, away from the kinks`, () => {
      fc.assert(
        fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
          // At 0 a second derivative may jump, which a difference feels as well.
          fc.pre([...kinks, 0].every((kink) => Math.abs(z - kink) > 1e-4));
          const slope = (apply(z + 1e-5) - apply(z - 1e-5)) / 2e-5;
          assert.ok(near(derivative(z), slope, 1e-9), `${String(derivative(z))} against ${String(slope)}`);
        }),
      );
    });

    it(`${name}: stays finite far out, and passes NaN on`, () => {
      for (const z of [-1e4, 1e4])
        assert.ok(Number.isFinite(apply(z)) && Number.isFinite(derivative(z)), String(z));
      assert.ok(Number.isNaN(apply(NaN)));
      assert.ok(Number.isNaN(activate(activation, tensor([1], [NaN])).data[0]));
    });

    it(`${name}: has loops that give what its functions give`, () => {
      fc.assert(
        fc.property(fc.array(fc.double({ min: -1e6, max: 1e6 }), { maxLength: 9 }), fc.nat(), (zs, seed) => {
          const Z = tensor([zs.length], zs);
          const dA = new LegacyRandom(seed).randn(zs.length);
          assertNear(
            map(activate(activation, Z), (a) => (Number.isNaN(a) ? 1 : a)),
            map(Z, (z) => (Number.isNaN(z) ? 1 : apply(z))),
            0,
          );
          const finite = map(Z, (z) => (Number.isNaN(z) ? 0 : z));
          assertNear(throughActivation(activation, dA, finite), multiply(dA, map(finite, derivative)), 0);
        }),
      );
    });
  }

  for (const activation of Object.values(activations)) {
    it(`${activation.name}: carries back the gradient of any function of its values`, () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 4 }),
          fc.integer({ min: 1, max: 4 }),
          fc.nat(),
          (m, n, seed) => {
            const random = new LegacyRandom(seed);
            const [Z, dA] = [random.randn(m, n), random.randn(m, n)];
            fc.pre(Z.data.every((z) => activation.kinks.every((kink) => Math.abs(z - kink) > 1e-4)));
            const [numerical] = numericalGradient(
              ([z]) => (z ? sum(multiply(dA, activate(activation, z))) : NaN),
              [Z],
            );
            assert.ok(numerical);
            assertNear(throughActivation(activation, dA, Z), numerical.gradient, 1e-8);
          },
        ),
      );
    });
  }

  it('relu is 0 with derivative 0 at its one kink, as in the notes', () => {
    assert.deepEqual([relu.entry?.value(0), relu.entry?.slope(0), relu.kinks], [0, 0, [0]]);
    assert.deepEqual(
      [sigmoid, tanh, identity].map(({ kinks }) => kinks),
      [[], [], []],
    );
  });

  it('sigmoid and tanh keep the digits of their derivatives far out', () => {
    assert.ok(near(slope(sigmoid, 30) / Math.exp(-30), 1, 1e-12));
    assert.ok(near(slope(sigmoid, -30) / Math.exp(-30), 1, 1e-12));
    assert.ok(near(slope(tanh, 15) / (4 * Math.exp(-30)), 1, 1e-12));
  });
});

describe('losses', () => {
  const targets: Readonly<Record<string, (random: LegacyRandom, m: number, n: number) => Tensor>> = {
    hinge: (random, m, n) => map(random.rand(m, n), (y) => (y < 0.5 ? -1 : 1)),
    'binary cross-entropy': (random, m, n) => map(random.rand(m, n), (y) => (y < 0.4 ? 0 : y < 0.8 ? 1 : y)),
  };
  const probabilities = new Set<Loss>([binaryCrossEntropy, crossEntropy]);

  for (const loss of [...Object.values(losses), halvedSquaredError]) {
    it(`${loss.name}: m times the derivative of the cost is the derivative of the samples' losses`, () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 5 }),
          fc.integer({ min: 1, max: 4 }),
          fc.nat(),
          (m, n, seed) => {
            const random = new LegacyRandom(seed);
            const drawn = random.randn(m, n);
            // Near 0 and 1 a cross-entropy is too steep for differences.
            const A = probabilities.has(loss) ? map(drawn, (z) => 0.1 + 0.8 * logistic(z)) : drawn;
            const Y = targets[loss.name]?.(random, m, n) ?? random.rand(m, n);
            fc.pre(loss !== hinge || A.data.every((a, i) => Math.abs(a * (Y.data[i] ?? NaN) - 1) > 1e-4));
            const [numerical] = numericalGradient(([a]) => (a ? loss.cost(a, Y) : NaN), [A]);
            assert.ok(numerical);
            assertNear(loss.derivative(A, Y), scale(numerical.gradient, m), 1e-7);
          },
        ),
      );
    });

    it(`${loss.name}: refuses a target of another shape`, () => {
      assert.throws(() => loss.cost(zeros([4, 1]), zeros([4])), ShapeError);
      assert.throws(() => loss.derivative(zeros([4, 1]), zeros([4])), ShapeError);
    });
  }

  it('the mean squared error divides by the samples only and sums over the outputs', () => {
    assert.equal(meanSquaredError.cost(tensor([2, 2], [1, 2, 3, 4]), zeros([2, 2])), 15);
    assert.equal(halvedSquaredError.cost(tensor([2, 2], [1, 2, 3, 4]), zeros([2, 2])), 7.5);
  });

  it('terms that a target of 0 leaves out do not poison a cross-entropy', () => {
    assert.equal(binaryCrossEntropy.cost(tensor([2, 1], [1, 0]), tensor([2, 1], [1, 0])), 0);
    assert.equal(crossEntropy.cost(tensor([1, 2], [1, 0]), tensor([1, 2], [1, 0])), 0);
    assert.equal(crossEntropy.cost(tensor([1, 2], [1, 0]), tensor([1, 2], [0, 1])), Infinity);
  });

  it('the hinge loss tells on which side of its kink each entry stands', () => {
    const [A, Y] = [tensor([1, 3], [0.5, 2, -3]), tensor([1, 3], [1, 1, -1])];
    assert.deepEqual([...(hinge.sides?.(A, Y) ?? [])], [1, 0, 0]);
    assert.equal(hinge.cost(A, Y), 0.5);
  });

  it('softmax gives probabilities and does not overflow', () => {
    const Z = tensor([2, 3], [1000, 0, -1000, 1, 2, 3]);
    assert.ok(near(sum(softmax(Z)), 2, 1e-12));
    assertNear(tensor([3], softmax(Z).data.subarray(0, 3)), tensor([3], [1, 0, 0]), 0);
  });
});
