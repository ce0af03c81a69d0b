import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numericalGradient } from '../../support/numericalGradient';
import type { GradientCheck, GradientCheckInput, KnownSlopes } from '../../../src/engine/gradientCheck';
import { checkGradients } from '../../../src/engine/gradientCheck';
import { toleranceFor } from '../../../src/engine/tolerance';
import { patternOf } from '../../../src/engine/kinks';
import { LegacyRandom } from '../../../src/engine/random';
import type { Tensor } from '../../../src/engine/tensor';
import { map, scale, sum, tensor, zeros } from '../../../src/engine/tensor';
import { assertNear } from '../network/randomNetworks';

/** Sum of relu(x·w) squared, with its kinks: x is fixed, w (5, 3) and a bias c (1, 3) are differentiated by. */
function kinkedCheck(): GradientCheckInput & { readonly gradients: Map<string, Tensor> } {
  // Drawn so that two of the three units are on: where all are off, every gradient is 0.
  const random = new LegacyRandom(3);
  const [x, w, c] = [random.randn(5), random.randn(5, 3), random.randn(1, 3)];
  const sums = (at: ReadonlyMap<string, Tensor>): Tensor => ({
    shape: [1, 3],
    data: Float64Array.from({ length: 3 }, (_, j) =>
      x.data.reduce(
        (total, value, i) => total + value * (at.get('w')?.data[i * 3 + j] ?? NaN),
        at.get('c')?.data[j] ?? NaN,
      ),
    ),
  });
  const parameters = new Map([
    ['w', w],
    ['c', c],
  ]);
  const dc = map(sums(parameters), (z) => 2 * Math.max(0, z));
  assert.equal(dc.data.filter((slope) => slope !== 0).length, 2);
  const dw = tensor(
    [5, 3],
    Array.from(w.data, (_, i) => (x.data[Math.floor(i / 3)] ?? NaN) * (dc.data[i % 3] ?? NaN)),
  );
  return {
    parameters,
    cost: (at) => {
      const preActivation = sums(at);
      const cost = sum(map(preActivation, (z) => Math.max(0, z) ** 2));
      return { cost, pattern: patternOf([{ kinks: [0], preActivation }]) };
    },
    gradients: new Map([
      ['w', dw],
      ['c', dc],
    ]),
  };
}

function only(checks: readonly GradientCheck[]): GradientCheck {
  const [check] = checks;
  assert.ok(check && checks.length === 1);
  return check;
}

describe('numericalGradient', () => {
  it('differentiates any scalar function of arrays', () => {
    const [A, b] = [new LegacyRandom(3).randn(2, 3), tensor([2], [0.5, -1])];
    const f = ([x, y]: readonly Tensor[]): number =>
      sum(map(x ?? b, Math.exp)) + sum(map(y ?? b, (v) => v ** 3));
    const [dA, db] = numericalGradient(f, [A, b]);
    assert.ok(dA && db);
    assertNear(dA.gradient, map(A, Math.exp), 1e-9);
    assertNear(
      db.gradient,
      map(b, (v) => 3 * v * v),
      1e-9,
    );
    assert.deepEqual(b.data, Float64Array.of(0.5, -1), 'the given arrays stay as they are');
  });

  it('shrinks its step until no side changes, and does not judge what is at the kink', () => {
    const x = tensor([4], [1, 2e-4, -3e-6, 0]);
    const f = ([at]: readonly Tensor[]): { cost: number; pattern: Uint8Array } => ({
      cost: sum(map(at ?? x, (v) => Math.max(0, v) ** 2)),
      pattern: Uint8Array.from(at?.data ?? [], (v) => (v > 0 ? 1 : 0)),
    });
    const [found] = numericalGradient(f, [x]);
    assert.ok(found);
    assertNear(tensor([3], found.gradient.data.subarray(0, 3)), tensor([3], [2, 4e-4, 0]), 1e-9);
    assert.ok(Number.isNaN(found.gradient.data[3]));
    assert.equal(found.notJudged, 1);
  });

  it('would be wrong across the kink, which is why it shrinks', () => {
    const f = ([at]: readonly Tensor[]): number => Math.max(0, at?.data[0] ?? NaN);
    const [across] = numericalGradient(f, [tensor([1], [2e-4])], { steps: [1e-3] });
    assert.ok(Math.abs((across?.gradient.data[0] ?? 1) - 0.6) < 1e-9);
  });
});

describe('checkGradients', () => {
  it('confirms exact gradients, entry by entry', () => {
    const checks = checkGradients(kinkedCheck());
    assert.deepEqual(
      checks.map(({ name, ok, checked, notJudged }) => [name, ok, checked, notJudged]),
      [
        ['w', true, 15, 0],
        ['c', true, 3, 0],
      ],
    );
    for (const { maxRelError } of checks) assert.ok(maxRelError < 1e-9, String(maxRelError));
  });

  it('names the entry of any gradient that is off by 1e-4', () => {
    fc.assert(
      fc.property(fc.constantFrom('w', 'c'), fc.nat(), (name, seed) => {
        const input = kinkedCheck();
        const right = input.gradients.get(name);
        assert.ok(right);
        const spoilt = seed % right.data.length;
        input.gradients.set(name, {
          ...right,
          data: right.data.map((v, i) => (i === spoilt ? v + 1e-4 : v)),
        });
        for (const check of checkGradients(input)) {
          assert.equal(check.ok, check.name !== name, JSON.stringify(check));
          if (check.name === name) assert.equal(check.worst?.index?.at(-1), spoilt % (right.shape[1] ?? 1));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('agrees along random directions, and finds there what is wrong in one entry', () => {
    const input = { ...kinkedCheck(), mode: 'directions' as const, random: new LegacyRandom(8) };
    for (const check of checkGradients(input)) {
      assert.ok(check.ok, JSON.stringify(check));
      assert.equal(check.checked, 4);
    }
    const right = input.gradients.get('w');
    assert.ok(right);
    input.gradients.set('w', { ...right, data: right.data.map((v, i) => (i === 7 ? v + 1e-3 : v)) });
    assert.deepEqual(
      checkGradients(input).map(({ ok }) => ok),
      [false, true],
    );
  });

  it('costs as many evaluations as there are directions, not parameters', () => {
    const evaluations = (width: number): number => {
      let count = 0;
      const random = new LegacyRandom(1);
      const x = random.randn(width, width);
      checkGradients({
        parameters: new Map([['x', x]]),
        cost: (at) => {
          count++;
          return { cost: sum(map(at.get('x') ?? x, (v) => v * v)) };
        },
        gradients: new Map([['x', scale(x, 2)]]),
        directions: 6,
        random,
      });
      return count;
    };
    assert.equal(evaluations(50), 13);
    assert.equal(evaluations(200), 13);
    assert.equal(evaluations(10), 201, 'small arrays are checked entry by entry');
  });

  it('checks every entry of a large array on request', () => {
    const x = new LegacyRandom(2).randn(50, 50);
    const check = only(
      checkGradients({
        parameters: new Map([['x', x]]),
        cost: (at) => ({ cost: sum(at.get('x') ?? x) }),
        gradients: new Map([['x', map(x, () => 1)]]),
        mode: 'exact',
      }),
    );
    assert.deepEqual([check.ok, check.checked], [true, 2500]);
  });

  it('counts the entries within reach of a kink and judges the others', () => {
    const z = tensor([1, 3], [0, 1, 0.25]);
    const check = only(
      checkGradients({
        parameters: new Map([['z', z]]),
        cost: (at) => {
          const preActivation = at.get('z') ?? z;
          const cost = sum(map(preActivation, (v) => Math.max(0, v)));
          return { cost, pattern: patternOf([{ kinks: [0], preActivation }]) };
        },
        gradients: new Map([['z', tensor([1, 3], [0, 1, 1])]]),
      }),
    );
    assert.deepEqual([check.ok, check.checked, check.notJudged], [true, 2, 1]);
  });

  it('measures a gradient too small for the cost against the rounding of the cost', () => {
    const x = tensor([1], [3]);
    const slope = (claimed: number): GradientCheck =>
      only(
        checkGradients({
          parameters: new Map([['x', x]]),
          cost: (at) => ({ cost: 1e4 + 1e-9 * (at.get('x')?.data[0] ?? NaN) }),
          gradients: new Map([['x', tensor([1], [claimed])]]),
        }),
      );
    assert.ok(slope(1e-9).ok);
    assert.ok(!slope(1e-2).ok);
  });

  it('refuses a claim that is not finite, of another shape, or of a name it does not know', () => {
    const input = kinkedCheck();
    const check = (name: string, claim: Tensor): GradientCheck =>
      only(checkGradients({ ...input, gradients: new Map([[name, claim]]) }));
    const broken = check('c', tensor([1, 3], [NaN, 0, 0]));
    assert.deepEqual([broken.ok, broken.maxRelError], [false, Infinity]);
    assert.throws(() => check('c', zeros([3])), /gradient c and its parameter to have the same shape/);
    assert.throws(() => check('b9', zeros([1])), /expected a parameter for the gradient b9/);
    assert.throws(() => checkGradients({ ...input, mode: 'directions' }), /random generator/);
  });

  it('has its threshold far above the error of right gradients', () => {
    const errors = checkGradients(kinkedCheck()).map(({ maxRelError }) => maxRelError);
    assert.ok(Math.max(...errors) * 1000 < toleranceFor().slope);
  });
});

describe('the sides of kinks', () => {
  it('are told for every entry of every function that has some', () => {
    const Z = tensor([2, 2], [-1, 1, 0, 7]);
    assert.deepEqual(patternOf([{ kinks: [0], preActivation: Z }]), Uint8Array.of(0, 1, 0, 1));
    const both = [
      { kinks: [], preActivation: Z },
      { kinks: [0, 6], preActivation: Z },
      { kinks: [0], preActivation: tensor([1], [-2]) },
    ];
    assert.deepEqual(patternOf(both), Uint8Array.of(0, 1, 0, 2, 0));
  });
});

describe('differences that are known', () => {
  it('judge other claims just as those that are computed anew, without the function', () => {
    const check = kinkedCheck();
    let calls = 0;
    const known: KnownSlopes = new Map();
    const counted: GradientCheckInput = {
      ...check,
      known,
      cost: (at) => {
        calls++;
        return check.cost(at);
      },
    };
    checkGradients(counted);
    assert.deepEqual([...known.keys()], ['w', 'c']);
    const wrong = new Map([...check.gradients].map(([name, claim]) => [name, scale(claim, 3)]));
    const before = calls;
    const again = checkGradients({ ...counted, gradients: wrong });
    assert.equal(calls, before + 1);
    assert.deepEqual(again, checkGradients({ ...check, gradients: wrong }));
    assert.ok(again.every(({ ok }) => !ok));
  });
});
