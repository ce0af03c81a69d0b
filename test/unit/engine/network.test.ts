import assert from 'node:assert/strict';
import fc from 'fast-check';
import { relu } from '../../../src/engine/activations';
import { columnForm } from '../../../src/engine/columnForm';
import { checkGradients } from '../../../src/engine/gradientCheck';
import { halvedSquaredError, meanSquaredError } from '../../../src/engine/losses';
import type { Layer, LayerGradients, OutputConvention } from '../../../src/engine/network';
import {
  backward,
  conventionGradient,
  exactConvention,
  forward,
  lossGradient,
  namedGradients,
  namedIntermediates,
  namedParameters,
  notesConvention,
} from '../../../src/engine/network';
import { networkCost } from '../../../src/engine/networkCost';
import { notesData, notesNetwork } from '../../../src/engine/notes';
import { LegacyRandom } from '../../../src/engine/random';
import type { Tensor } from '../../../src/engine/tensor';
import {
  add,
  matmul,
  scale,
  ShapeError,
  sumAxis,
  tensor,
  transpose,
  zeros,
} from '../../../src/engine/tensor';
import { dualCost } from './dual';
import { assertNear, examples, near, type Example } from './randomNetworks';

function exactGradients({ layers, X, Y, loss }: Example): LayerGradients[] {
  const pass = forward(layers, X);
  return backward(pass, lossGradient(pass, Y, loss));
}

function get(values: ReadonlyMap<string, Tensor>, name: string): Tensor {
  const value = values.get(name);
  assert.ok(value, `no ${name}`);
  return value;
}

describe('network: forward and backward', () => {
  it('computes two layers by hand', () => {
    const layers: Layer[] = [
      { weights: tensor([2, 2], [1, -1, 2, 1]), bias: tensor([1, 2], [0.5, -0.5]), activation: relu },
      { weights: tensor([2, 1], [3, -2]), bias: tensor([1, 1], [1]), activation: relu },
    ];
    const X = tensor([2, 2], [1, 1, -1, 0]);
    const pass = forward(layers, X);
    const named = namedIntermediates(
      pass,
      backward(pass, conventionGradient(pass, zeros([2, 1]), notesConvention)),
    );
    assertNear(get(named, 'Z1'), tensor([2, 2], [3.5, -0.5, -0.5, 0.5]), 0, 'Z1');
    assertNear(get(named, 'A1'), tensor([2, 2], [3.5, 0, 0, 0.5]), 0, 'A1');
    assertNear(get(named, 'Z2'), tensor([2, 1], [11.5, 0]), 0, 'Z2');
    assertNear(get(named, 'dZ2'), tensor([2, 1], [11.5, 0]), 0, 'dZ2');
    assertNear(get(named, 'dW2'), tensor([2, 1], [20.125, 0]), 0, 'dW2');
    assertNear(get(named, 'db2'), tensor([1, 1], [5.75]), 0, 'db2');
    assertNear(get(named, 'dA1'), tensor([2, 2], [34.5, -23, 0, 0]), 0, 'dA1');
    assertNear(get(named, 'dZ1'), tensor([2, 2], [34.5, 0, 0, 0]), 0, 'dZ1');
    assertNear(get(named, 'dW1'), tensor([2, 2], [17.25, 0, 17.25, 0]), 0, 'dW1');
    assertNear(get(named, 'db1'), tensor([1, 2], [17.25, 0]), 0, 'db1');
  });

  it('agrees with dual numbers in every entry of every gradient', () => {
    fc.assert(
      fc.property(examples, (example) => {
        exactGradients(example).forEach(({ dW, db }, layer) => {
          dW.data.forEach((value, entry) => {
            const { d } = dualCost(example, layer, 'weights', entry);
            assert.ok(
              near(value, d, 1e-11),
              `dW${String(layer + 1)}[${String(entry)}]: ${String(value)}, ${String(d)}`,
            );
          });
          db.data.forEach((value, entry) => {
            const { d } = dualCost(example, layer, 'bias', entry);
            assert.ok(
              near(value, d, 1e-11),
              `db${String(layer + 1)}[${String(entry)}]: ${String(value)}, ${String(d)}`,
            );
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('agrees with central differences', () => {
    fc.assert(
      fc.property(examples, (example) => {
        const { layers, X, Y, loss } = example;
        const gradients = namedGradients(exactGradients(example));
        for (const check of checkGradients({ ...networkCost(layers, X, Y, loss), gradients })) {
          assert.ok(check.ok, JSON.stringify(check));
          assert.equal(check.notJudged, 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the batch', () => {
    fc.assert(
      fc.property(examples, fc.nat(), (example, by) => {
        const rotate = ({ shape, data }: Tensor): Tensor => {
          const at = (by % (shape[0] ?? 1)) * (shape[1] ?? 1);
          return tensor(shape, [...data.subarray(at), ...data.subarray(0, at)]);
        };
        const turned = exactGradients({ ...example, X: rotate(example.X), Y: rotate(example.Y) });
        exactGradients(example).forEach(({ dW, db, dZ }, i) => {
          const other = turned[i];
          assert.ok(other);
          assertNear(other.dW, dW, 1e-12);
          assertNear(other.db, db, 1e-12);
          assertNear(other.dZ, rotate(dZ), 1e-12);
        });
      }),
    );
  });

  it('is linear in the output gradient', () => {
    fc.assert(
      fc.property(examples, fc.double({ min: -4, max: 4, noNaN: true }), ({ layers, X, Y, loss }, factor) => {
        const pass = forward(layers, X);
        const first = lossGradient(pass, Y, loss).dZ;
        const second = new LegacyRandom(5).randn(...first.shape);
        const through = (dZ: Tensor): LayerGradients[] => backward(pass, { dA: dZ, dZ });
        const [one, two] = [through(first), through(second)];
        through(add(first, scale(second, factor))).forEach((both, i) => {
          const [a, b] = [one[i], two[i]];
          assert.ok(a && b);
          for (const name of ['dW', 'db', 'dZ', 'dA'] as const) {
            assertNear(both[name], add(a[name], scale(b[name], factor)), 1e-11, name);
          }
        });
      }),
    );
  });

  it('is the transpose of the form with samples as columns', () => {
    fc.assert(
      fc.property(examples, (example) => {
        const { layers, X, Y, loss } = example;
        const pass = forward(layers, X);
        const rows = new Map([
          ...namedParameters(layers),
          ...namedIntermediates(pass, backward(pass, lossGradient(pass, Y, loss))),
        ]);
        const columns = columnForm(rows);
        const m = X.shape[0] ?? 0;
        layers.forEach((_, i) => {
          const l = String(i + 1);
          const input = get(columns, i === 0 ? 'X' : `A${String(i)}`);
          const [W, dZ] = [get(columns, `W${l}`), get(columns, `dZ${l}`)];
          assertNear(get(columns, `Z${l}`), add(matmul(W, input), get(columns, `b${l}`)), 1e-12, `Z${l}`);
          assertNear(get(columns, `dW${l}`), scale(matmul(dZ, transpose(input)), 1 / m), 1e-12, `dW${l}`);
          assertNear(get(columns, `db${l}`), scale(sumAxis(dZ, 1), 1 / m), 1e-12, `db${l}`);
          if (i > 0) assertNear(get(columns, `dA${String(i)}`), matmul(transpose(W), dZ), 1e-12, 'dA');
        });
        for (const [name, value] of columnForm(columns)) assertNear(value, get(rows, name), 0, name);
      }),
    );
  });

  it('gives the same results when it writes over an earlier pass', () => {
    fc.assert(
      fc.property(examples, (example) => {
        const { layers, X, Y, loss } = example;
        const fresh = exactGradients(example);
        const old = forward(layers, scale(X, -3));
        const oldGradients = backward(old, lossGradient(old, Y, loss));
        const pass = forward(layers, X, old);
        backward(pass, lossGradient(pass, Y, loss), oldGradients).forEach((gradients, i) => {
          assert.deepEqual({ ...gradients }, { ...fresh[i] });
        });
        assert.ok(pass.Z[1] === old.Z[1], 'the arrays of the earlier pass are used');
      }),
    );
  });
});

describe('network: conventions of the output', () => {
  const { X, Y } = notesData();
  const pass = forward(notesNetwork(), X);
  const firstWeights = (convention: OutputConvention): Tensor => {
    const [first] = backward(pass, conventionGradient(pass, Y, convention));
    assert.ok(first);
    return first.dW;
  };

  it('scale 2 is twice scale 1', () => {
    for (const outputDerivative of ['identity', 'relu'] as const) {
      const one = firstWeights({ scale: 1, outputDerivative, mean: 'samples' });
      assertNear(firstWeights({ scale: 2, outputDerivative, mean: 'samples' }), scale(one, 2), 1e-15);
    }
  });

  it("is the exact gradient of the notes' cost with scale 2 and the output's ReLU, and of half of it with scale 1", () => {
    const exact = backward(pass, lossGradient(pass, Y, meanSquaredError));
    assert.deepEqual(backward(pass, conventionGradient(pass, Y, exactConvention)), exact);
    const halved = backward(pass, lossGradient(pass, Y, halvedSquaredError));
    const convention: OutputConvention = { scale: 1, outputDerivative: 'relu', mean: 'samples' };
    assert.deepEqual(backward(pass, conventionGradient(pass, Y, convention)), halved);
  });

  it('differs from it under the rule of the notes, where most outputs are masked at the start', () => {
    const exact = firstWeights(exactConvention);
    const notes = firstWeights(notesConvention);
    const masked = pass.Z[2]?.data.filter((z) => z <= 0).length;
    assert.equal(masked, 76);
    assert.ok(exact.data.every((value, i) => Math.abs(value - 2 * (notes.data[i] ?? NaN)) > 1e-4));
  });
});

describe('network: shapes at the door', () => {
  const layer = (weights: readonly number[], bias: readonly number[]): Layer => ({
    weights: zeros(weights),
    bias: zeros(bias),
    activation: relu,
  });
  const refused: readonly [string, Layer[], Tensor, RegExp][] = [
    ['X of one axis', [layer([3, 5], [1, 5])], zeros([3]), /X to be a matrix.*\(3,\)/],
    ['rows of W1', [layer([4, 5], [1, 5])], zeros([9, 3]), /W1: expected 3 rows.*column of X.*\(4, 5\)/],
    [
      'rows of W2',
      [layer([3, 5], [1, 5]), layer([4, 1], [1, 1])],
      zeros([9, 3]),
      /W2: expected 5 rows.*W1.*\(4, 1\)/,
    ],
    ['width of b1', [layer([3, 5], [1, 4])], zeros([9, 3]), /b1: expected shape \(1, 5\), got \(1, 4\)/],
    ['axes of b1', [layer([3, 5], [5])], zeros([9, 3]), /b1: expected shape \(1, 5\), got \(5,\)/],
    ['no layers', [], zeros([9, 3]), /at least one layer/],
  ];
  for (const [what, layers, X, message] of refused) {
    it(`refuses ${what}`, () => {
      assert.throws(
        () => forward(layers, X),
        (error) => error instanceof ShapeError && message.test(error.message),
      );
    });
  }

  it('refuses a target of another shape than the output', () => {
    const pass = forward([layer([3, 2], [1, 2])], zeros([4, 3]));
    assert.throws(() => conventionGradient(pass, zeros([4, 1]), notesConvention), ShapeError);
    assert.throws(() => lossGradient(pass, zeros([2]), meanSquaredError), ShapeError);
    assert.throws(() => backward(pass, { dA: zeros([4, 1]), dZ: zeros([4, 1]) }), ShapeError);
  });
});
