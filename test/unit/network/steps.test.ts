import assert from 'node:assert/strict';
import { evaluate } from '../../../src/engine/computation';
import { read, type Values } from '../../../src/engine/operation';
import { numericalGradient } from '../../support/numericalGradient';
import { notesConvention } from '../../../src/network/conventions';
import { matrixShape, scale, subtract } from '../../../src/engine/tensor';
import { beside, nameOf } from '../../../src/network/arrayName';
import { layerByLayer } from '../../support/layerByLayer';
import { conventionsOf, fusedLoss, hasOutputSlope } from '../../../src/network/conventions';
import { stepsOf } from '../../../src/network/cut';
import { differentiableOf } from '../../../src/network/differences';
import { reluNetwork } from '../../../src/network/spec';
import {
  backwardSteps,
  costStep,
  forwardSteps,
  gradientsOf,
  meanOver,
  parametersOf,
} from '../../../src/network/steps';
import { assertNear } from './randomNetworks';
import { arraysOf, nameOfSpec, specs } from './specs';

const run = (steps: Parameters<typeof evaluate>[0]['steps'], inputs: Values): Values =>
  evaluate({ steps, loop: null, returns: [] }, inputs).values;

describe('the steps of a network', () => {
  for (const spec of specs) {
    it(`${nameOfSpec(spec)}: the backward pass is the gradient of the cost`, () => {
      const inputs = arraysOf(spec, 50);
      const names = parametersOf(spec);
      const exact = conventionsOf(spec).findLast(({ mean }) => mean === 'samples');
      assert.ok(exact);
      const gradients = run(backwardSteps(spec, exact), inputs);
      const numerical = numericalGradient(
        (parameters) => {
          const moved = new Map([...inputs, ...names.map((name, i) => [name, parameters[i]] as const)]);
          const values = run([...forwardSteps(spec), costStep(spec)], moved as Values);
          return read(values, 'cost').data[0] ?? NaN;
        },
        names.map((name) => read(inputs, name)),
      );
      names.forEach((name, i) => {
        const expected = numerical[i]?.gradient;
        assert.ok(expected);
        // An exact convention halves where the output has no slope to tell a half by.
        const half = exact.scale === 1 && spec.loss === 'squared-error' ? 2 : 1;
        assertNear(scale(read(gradients, `d${name}`), half), expected, 1e-7, `d${name}`);
      });
    });
  }

  for (const spec of specs.filter(({ penalty }) => !penalty)) {
    it(`${nameOfSpec(spec)}: each convention is the gradient of the function that it is differenced by`, () => {
      const inputs = arraysOf(spec, 50);
      const cut = {
        spec,
        given: ['X', 'Y', ...layerByLayer(spec.layers.length, 'Z', 'A'), ...parametersOf(spec)],
        returned: gradientsOf(spec),
      };
      const outputs = matrixShape(read(inputs, 'Y'))[1];
      for (const convention of conventionsOf(spec)) {
        const gradients = run(meanOver(stepsOf(cut, convention), convention, outputs), inputs);
        const { parameters, cost } = differentiableOf(cut, inputs, convention);
        assert.deepEqual([...parameters.keys()], cut.returned);
        const numerical = numericalGradient(
          (moved) =>
            cost(
              new Map([...parameters.keys()].map((name, i) => [name, moved[i] ?? read(parameters, name)])),
            ),
          [...parameters.values()],
          { steps: [1e-5, 1e-6] },
        );
        cut.returned.forEach((name, i) => {
          const expected = numerical[i]?.gradient;
          assert.ok(expected);
          assertNear(read(gradients, name), expected, 1e-7, `${name} under ${JSON.stringify(convention)}`);
        });
      }
    });
  }

  it('a hidden layer by itself is differenced by the pairing with the error that is given', () => {
    const spec = reluNetwork(3);
    const arrays = run(backwardSteps(spec, notesConvention), arraysOf(spec, 50));
    for (const layer of [1, 2]) {
      const cut = {
        spec,
        given: [nameOf('A', layer - 1), nameOf('Z', layer), nameOf('dZ', layer + 1), nameOf('W', layer + 1)],
        returned: [nameOf('dW', layer), nameOf('db', layer)],
      };
      const inputs = new Map(cut.given.map((name) => [name, read(arrays, name)]));
      const { parameters, cost } = differentiableOf(cut, inputs, notesConvention);
      const numerical = numericalGradient(
        (moved) => cost(new Map(cut.returned.map((name, i) => [name, moved[i] ?? read(parameters, name)]))),
        [...parameters.values()],
      );
      cut.returned.forEach((name, i) => {
        const expected = numerical[i]?.gradient;
        assert.ok(expected);
        assertNear(read(arrays, name), expected, 1e-8, name);
      });
    }
  });

  it('the fused error of a sigmoid or softmax with its cross-entropy is the one in two steps', () => {
    for (const spec of specs.filter(({ loss }) => loss.endsWith('cross-entropy'))) {
      const [atOnce, twoSteps] = conventionsOf(spec);
      assert.ok(atOnce && twoSteps && fusedLoss(spec));
      assert.deepEqual([hasOutputSlope(spec, atOnce), hasOutputSlope(spec, twoSteps)], [false, true]);
      const inputs = arraysOf(spec, 50);
      const delta = nameOf('dZ', spec.layers.length);
      const [one, two] = [atOnce, twoSteps].map((how) => read(run(backwardSteps(spec, how), inputs), delta));
      assert.ok(one && two);
      assertNear(one, two, 1e-12, nameOfSpec(spec));
      const [A, Y] = [read(inputs, nameOf('A', spec.layers.length)), read(inputs, 'Y')];
      assertNear(one, subtract(A, Y), 0, nameOfSpec(spec));
    }
  });
});

describe('a cut of a network', () => {
  const spec = reluNetwork(2);
  const namesOf = (given: readonly string[], returned: readonly string[]): readonly string[] =>
    stepsOf({ spec, given, returned }, notesConvention).map(({ name }) => name);

  it('holds the steps between what is given and what comes back, in order', () => {
    assert.deepEqual(namesOf(['X', 'W1', 'b1', 'W2', 'b2'], ['A2', 'Z1']), ['Z1', 'A1', 'Z2', 'A2']);
    assert.deepEqual(namesOf(['A2', 'Y'], ['cost']), ['cost']);
    assert.deepEqual(namesOf(['A1', 'A2', 'Y'], ['dW2']), ['dZ2', 'dW2']);
    assert.deepEqual(namesOf(['X', 'Z1', 'dZ2', 'W2'], ['db1', 'dW1']), ['dA1', 'dZ1', 'dW1', 'db1']);
  });

  it('updates a parameter that comes back, and no other', () => {
    assert.deepEqual(namesOf(['W1', 'dW1', 'learning_rate'], ['W1']), ['W1']);
    assert.deepEqual(namesOf(['X', 'W1', 'b1', 'dW1', 'learning_rate'], ['W1', 'Z1']), ['Z1', 'W1']);
  });

  it('names what cannot be had of what is given', () => {
    assert.throws(() => namesOf(['A1', 'A2'], ['dW2']), /Y is not given/u);
    assert.throws(() => namesOf(['X'], ['V1']), /V1 is not given/u);
  });
});

describe('the names of arrays', () => {
  it('turn to another role or layer, and know the inputs for the activations of layer 0', () => {
    assert.equal(beside('dZ1', 'A', -1), 'X');
    assert.equal(beside('X', 'W', 1), 'W1');
    assert.equal(beside('dZ12', 'dA'), 'dA12');
    assert.equal(beside('Y', 'A'), null);
    assert.equal(beside('Z0', 'A'), null);
  });
});
