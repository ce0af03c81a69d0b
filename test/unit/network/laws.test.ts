/** What holds of the passes of every network. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnForm } from '../../support/columnForm';
import { type Step } from '../../../src/engine/computation';
import { read, type Values } from '../../../src/engine/operation';
import { checkGradients } from '../../../src/engine/gradientCheck';
import { notesData, notesSettings } from '../../../src/engine/notes';
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
import { nameOf } from '../../../src/network/arrayName';
import { layerByLayer } from '../../support/layerByLayer';
import { exactConvention, notesConvention, type OutputConvention } from '../../../src/network/conventions';
import { differentiableOf } from '../../../src/network/differences';
import { notesStart } from '../../../src/network/notes';
import { reluNetwork, type NetworkSpec } from '../../../src/network/spec';
import {
  backwardSteps,
  forwardSteps,
  gradientSteps,
  gradientsOf,
  hiddenSteps,
  parametersOf,
} from '../../../src/network/steps';
import { dualCost } from './dual';
import { after, assertNear, exactOf, examples, near, passOf } from './randomNetworks';

/** The steps behind the output's error. */
function behindOutput(spec: NetworkSpec): readonly Step[] {
  const count = spec.layers.length;
  const hidden = Array.from({ length: count - 1 }, (_, i) => hiddenSteps(spec, count - 1 - i));
  return [...gradientSteps(spec, count), ...hidden.flat()];
}

describe('the passes of a network', () => {
  it('compute two layers by hand', () => {
    const spec = reluNetwork(2);
    const inputs = new Map([
      ['X', tensor([2, 2], [1, 1, -1, 0])],
      ['Y', zeros([2, 1])],
      ['W1', tensor([2, 2], [1, -1, 2, 1])],
      ['b1', tensor([1, 2], [0.5, -0.5])],
      ['W2', tensor([2, 1], [3, -2])],
      ['b2', tensor([1, 1], [1])],
    ]);
    const values = after([...forwardSteps(spec), ...backwardSteps(spec, notesConvention)], inputs);
    const expected: Readonly<Record<string, Tensor>> = {
      Z1: tensor([2, 2], [3.5, -0.5, -0.5, 0.5]),
      A1: tensor([2, 2], [3.5, 0, 0, 0.5]),
      Z2: tensor([2, 1], [11.5, 0]),
      dZ2: tensor([2, 1], [11.5, 0]),
      dW2: tensor([2, 1], [20.125, 0]),
      db2: tensor([1, 1], [5.75]),
      dA1: tensor([2, 2], [34.5, -23, 0, 0]),
      dZ1: tensor([2, 2], [34.5, 0, 0, 0]),
      dW1: tensor([2, 2], [17.25, 0, 17.25, 0]),
      db1: tensor([1, 2], [17.25, 0]),
    };
    for (const [name, array] of Object.entries(expected)) assertNear(read(values, name), array, 0, name);
  });

  it('agree with dual numbers in every entry of every gradient', () => {
    fc.assert(
      fc.property(examples, (example) => {
        const values = passOf(example);
        for (const parameter of parametersOf(example.spec)) {
          read(values, `d${parameter}`).data.forEach((value, entry) => {
            const { d } = dualCost(example, parameter, entry);
            assert.ok(
              near(value, d, 1e-11),
              `d${parameter}[${String(entry)}]: ${String(value)}, ${String(d)}`,
            );
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('agree with central differences', () => {
    fc.assert(
      fc.property(examples, ({ spec, inputs }) => {
        const values = passOf({ spec, inputs });
        const cut = {
          spec,
          given: ['X', 'Y', ...layerByLayer(spec.layers.length, 'Z', 'A'), ...parametersOf(spec)],
          returned: gradientsOf(spec),
        };
        const { parameters, cost, steps = [] } = differentiableOf(cut, values, exactOf(spec));
        const gradients = new Map(cut.returned.map((name) => [name, read(values, name)]));
        for (const check of checkGradients({ parameters, cost, steps, gradients })) {
          assert.ok(check.ok, JSON.stringify(check));
          assert.equal(check.notJudged, 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('do not depend on the order of the batch', () => {
    fc.assert(
      fc.property(examples, fc.nat(), ({ spec, inputs }, by) => {
        const rotate = ({ shape, data }: Tensor): Tensor => {
          const at = (by % (shape[0] ?? 1)) * (shape[1] ?? 1);
          return tensor(shape, [...data.subarray(at), ...data.subarray(0, at)]);
        };
        const turned = new Map(inputs)
          .set('X', rotate(read(inputs, 'X')))
          .set('Y', rotate(read(inputs, 'Y')));
        const [one, other] = [passOf({ spec, inputs }), passOf({ spec, inputs: turned })];
        for (const name of gradientsOf(spec)) assertNear(read(other, name), read(one, name), 1e-12, name);
        assertNear(read(other, 'dZ1'), rotate(read(one, 'dZ1')), 1e-12, 'dZ1');
      }),
    );
  });

  it('are linear in the error of the output', () => {
    fc.assert(
      fc.property(examples, fc.double({ min: -4, max: 4, noNaN: true }), ({ spec, inputs }, factor) => {
        const forward = passOf({ spec, inputs });
        const output = nameOf('dZ', spec.layers.length);
        const first = read(forward, output);
        const second = new LegacyRandom(5).randn(...first.shape);
        const through = (dZ: Tensor): Values => after(behindOutput(spec), new Map(forward).set(output, dZ));
        const [one, two, both] = [first, second, add(first, scale(second, factor))].map(through);
        assert.ok(one && two && both);
        for (const name of gradientsOf(spec)) {
          assertNear(read(both, name), add(read(one, name), scale(read(two, name), factor)), 1e-11, name);
        }
      }),
    );
  });

  it('are the transpose of the form with samples as columns', () => {
    fc.assert(
      fc.property(examples, ({ spec, inputs }) => {
        const rows = new Map([...passOf({ spec, inputs })].filter(([, { shape }]) => shape.length === 2));
        const columns = columnForm(rows);
        const get = (name: string): Tensor => read(columns, name);
        const m = read(inputs, 'X').shape[0] ?? 0;
        spec.layers.forEach((_, i) => {
          const l = String(i + 1);
          const [input, W, dZ] = [get(nameOf('A', i)), get(`W${l}`), get(`dZ${l}`)];
          assertNear(get(`Z${l}`), add(matmul(W, input), get(`b${l}`)), 1e-12, `Z${l}`);
          assertNear(get(`dW${l}`), scale(matmul(dZ, transpose(input)), 1 / m), 1e-12, `dW${l}`);
          assertNear(get(`db${l}`), scale(sumAxis(dZ, 1), 1 / m), 1e-12, `db${l}`);
          if (i > 0) assertNear(get(`dA${String(i)}`), matmul(transpose(W), dZ), 1e-12, 'dA');
        });
        for (const [name, value] of columnForm(columns)) assertNear(value, read(rows, name), 0, name);
      }),
    );
  });

  it('refuse arrays that do not fit', () => {
    const spec = reluNetwork(2);
    const right = new Map([...notesStart(), ...Object.entries(notesData())]);
    const steps = [...forwardSteps(spec), ...backwardSteps(spec, notesConvention)];
    const wrong: Readonly<Record<string, Tensor>> = {
      X: zeros([3]),
      W1: zeros([4, 5]),
      W2: zeros([4, 1]),
      b1: zeros([1, 4]),
      b2: zeros([5]),
      Y: zeros([100, 2]),
    };
    after(steps, right);
    for (const [name, array] of Object.entries(wrong)) {
      assert.throws(() => after(steps, new Map(right).set(name, array)), ShapeError, name);
    }
  });
});

describe('the conventions of the output', () => {
  const spec = reluNetwork(2);
  const inputs = new Map([...notesStart(), ...Object.entries(notesData())]);
  const firstWeights = (convention: OutputConvention): Tensor =>
    read(after([...forwardSteps(spec), ...backwardSteps(spec, convention)], inputs), 'dW1');

  it('scale 2 is twice scale 1', () => {
    for (const outputDerivative of ['identity', 'relu'] as const) {
      const one = firstWeights({ scale: 1, outputDerivative, mean: 'samples' });
      assertNear(firstWeights({ scale: 2, outputDerivative, mean: 'samples' }), scale(one, 2), 1e-15);
    }
  });

  it("differ from the exact one under the notes' rule, where most outputs are masked at the start", () => {
    const [exact, notes] = [firstWeights(exactConvention), firstWeights(notesConvention)];
    const masked = read(after(forwardSteps(spec), inputs), 'Z2').data.filter((z) => z <= 0).length;
    assert.equal(masked, 76);
    assert.equal(inputs.get('X')?.shape[0], notesSettings.samples);
    assert.ok(exact.data.every((value, i) => Math.abs(value - 2 * (notes.data[i] ?? NaN)) > 1e-4));
  });
});
