import { strict as assert } from 'node:assert';
import type { ActivationName } from '../../../src/engine/activations';
import { activations } from '../../../src/engine/activations';
import { read } from '../../../src/engine/operation';
import type { LossName } from '../../../src/engine/losses';
import { losses } from '../../../src/engine/losses';
import { scalar } from '../../../src/engine/tensor';
import { isClose } from '../../../src/engine/tolerance';
import { evaluate } from '../../../src/engine/computation';
import { costStep, forwardSteps } from '../../../src/network/steps';
import { recognise } from '../../../src/owncode/recognise/recognise';
import type { Measured } from '../../../src/owncode/measured';
import { shareOf } from '../../support/share';
import { measuredOf, network, networkOf, plain, type Style } from './generated';

/** Outputs by the loss that suits them. */
const outputs: readonly (readonly [LossName, ActivationName])[] = [
  ['squared-error', 'identity'],
  ['squared-error', 'relu'],
  ['squared-error', 'sigmoid'],
  ['squared-error', 'tanh'],
  ['binary-cross-entropy', 'sigmoid'],
  ['cross-entropy', 'softmax'],
  ['hinge', 'identity'],
];

const hidden = (Object.keys(activations) as ActivationName[]).filter((name) => name !== 'softmax');

/** Every way to lie, and every form of a bias that fits it. */
const styles: readonly Style[] = [
  plain,
  { ...plain, bias: '(n,)' },
  { ...plain, isTurned: true, bias: '(n,)' },
  { ...plain, samples: 'columns', bias: '(n, 1)' },
  { ...plain, samples: 'columns', isTurned: true, bias: '(n, 1)' },
];

/** What is recovered, run by the network's own steps, must give the loss that was measured. */
function assertGivesLoss(measured: Measured): void {
  const found = recognise(measured);
  assert.ok(found);
  const { spec, values, lossFactor, penalty } = found;
  const m = read(values, 'X').shape[0] ?? NaN;
  const inputs = new Map([...values, ['lam', scalar(((penalty ?? 0) * 2 * m) / lossFactor)] as const]);
  const steps = [...forwardSteps(spec), costStep(spec)];
  const cost = read(evaluate({ steps, loop: null, returns: [] }, inputs).values, 'cost').data[0] ?? NaN;
  assert.ok(
    isClose(cost * lossFactor, measured.loss),
    `${String(cost * lossFactor)} ${String(measured.loss)}`,
  );
}

function namesOf({ layers, loss }: { layers: readonly { activation: string }[]; loss: string }): string {
  return [...layers.map(({ activation }) => activation), loss].join(' ');
}

describe('a network recovered from a run', () => {
  for (const [i, [loss, output]] of outputs.entries()) {
    for (const [j, style] of styles.entries()) {
      const how = `${style.samples}${style.isTurned ? ', W turned' : ''}, b ${style.bias}`;
      it(`${output} under ${loss}, ${how}, with hidden functions of all kinds`, () => {
        // The ways to lie share them, and so do the outputs.
        for (const activation of shareOf(hidden, 3, i + j)) {
          const spec = network(activation, 2, output, loss);
          const measured = measuredOf(spec, networkOf(spec, 3), style);
          const found = recognise(measured);
          assert.ok(found, activation);
          assert.equal(namesOf(found.spec), namesOf(spec));
          assert.equal(found.samples, style.samples);
          assert.deepEqual(found.sizes, [4, 6, 3]);
          assertGivesLoss(measured);
        }
      });
    }
  }

  it('of one to four layers, with and without biases', () => {
    for (const layers of [1, 2, 3, 4]) {
      for (const bias of [true, false]) {
        const spec = network('tanh', layers, 'softmax', 'cross-entropy', bias);
        for (const style of styles) assertGivesLoss(measuredOf(spec, networkOf(spec, 4), style));
      }
    }
  });

  it('with one output, from targets in any shape', () => {
    const spec = network('relu', 2, 'sigmoid', 'binary-cross-entropy');
    const arrays = networkOf(spec, 5, 1);
    for (const style of styles) {
      const measured = measuredOf(spec, arrays, style);
      assertGivesLoss(measured);
      const inputs = measured.inputs.map((one) =>
        one.name === 'wanted' ? { ...one, value: { ...one.value, shape: [9] } } : one,
      );
      assertGivesLoss({ ...measured, inputs });
    }
  });

  it('from the numbers of the classes', () => {
    const spec = network('relu', 2, 'softmax', 'cross-entropy');
    for (const style of styles) {
      assertGivesLoss(measuredOf(spec, networkOf(spec, 6), { ...style, labels: true }));
    }
  });

  it('where no line keeps what is between the layers', () => {
    for (const [loss, output] of outputs) {
      const spec = network('tanh', 3, output, loss);
      const measured = measuredOf(spec, networkOf(spec, 7), { ...plain, isTraced: false });
      assert.equal(namesOf(recognise(measured)?.spec ?? { layers: [], loss: '' }), namesOf(spec));
    }
  });

  it('by the factor of its loss', () => {
    for (const [loss, output] of outputs) {
      const spec = network('sigmoid', 2, output, loss);
      for (const factor of [1, 1 / 2, 9, 9 / 2, 1 / 3, 1 / 6, -1]) {
        const found = recognise(measuredOf(spec, networkOf(spec, 8), { ...plain, factor }));
        assert.ok(found);
        assert.ok(isClose(found.lossFactor, factor), `${loss}: ${String(found.lossFactor)}`);
      }
    }
  });

  it('with a penalty, whatever stands before it', () => {
    for (const [loss, output] of outputs) {
      const spec = network('tanh', 2, output, loss);
      for (const penalty of [0.05, 0.5, 0.003]) {
        const measured = measuredOf(spec, networkOf(spec, 9), { ...plain, penalty, factor: 1 / 2 });
        const found = recognise(measured);
        assert.ok(found, loss);
        assert.equal(found.spec.penalty, 'l2');
        assert.ok(Math.abs((found.penalty ?? NaN) - penalty) < 1e-6);
        assertGivesLoss(measured);
      }
    }
  });

  it('is refused where the loss is another, or its differences are', () => {
    const spec = network('tanh', 2, 'identity', 'squared-error');
    const measured = measuredOf(spec, networkOf(spec, 10), plain);
    const loss = measured.loss * 1.001;
    assert.equal(recognise({ ...measured, loss, again: loss }), null);
    const parameters = measured.parameters.map((one, i) =>
      i > 0
        ? one
        : { ...one, differences: one.differences.map((d) => ({ ...d, numeric: d.numeric * 1.01 })) },
    );
    assert.equal(recognise({ ...measured, parameters }), null);
    assert.equal(recognise({ ...measured, again: measured.loss + 1e-6 }), null);
  });

  it('is refused where a parameter that the loss depends on has no place in it', () => {
    const spec = network('tanh', 2, 'identity', 'squared-error');
    const measured = measuredOf(spec, networkOf(spec, 11), plain);
    const [first] = measured.parameters;
    assert.ok(first);
    assert.equal(recognise({ ...measured, parameters: [...measured.parameters, first] }), null);
  });

  it('is found beside many numbers that the loss does not depend on, and given up where it depends on all', () => {
    const spec = network('relu', 2, 'sigmoid', 'binary-cross-entropy');
    const measured = measuredOf(spec, networkOf(spec, 13), plain);
    const numbers = (numeric: number | null): Measured['parameters'] =>
      Array.from({ length: 60 }, (_, i) => ({
        name: `losses[${String(i)}]`,
        gradientName: null,
        guessed: true,
        value: scalar(i + 0.5),
        gradient: null,
        differences: numeric === null ? [] : [{ entry: 0, numeric, analytic: NaN, kink: false }],
      }));
    assertGivesLoss({ ...measured, parameters: [...measured.parameters, ...numbers(0)] });
    assertGivesLoss({ ...measured, parameters: [...measured.parameters, ...numbers(null)] });
    assert.equal(recognise({ ...measured, parameters: [...measured.parameters, ...numbers(0.1)] }), null);
  });

  it('is told apart by the loss that has a small number in its logarithm', () => {
    const spec = network('relu', 2, 'sigmoid', 'binary-cross-entropy');
    const arrays = networkOf(spec, 12);
    const measured = measuredOf(spec, arrays, plain);
    const [A, Y] = [read(arrays, 'A2'), read(arrays, 'Y')];
    const epsilon = 1e-8;
    const loss =
      -A.data.reduce((total, a, i) => {
        const y = Y.data[i] ?? NaN;
        return total + y * Math.log(a + epsilon) + (1 - y) * Math.log(1 - a + epsilon);
      }, 0) / 9;
    assert.notEqual(loss, losses['binary-cross-entropy'].cost(A, Y));
    assert.equal(recognise({ ...measured, loss, again: loss, epsilon })?.spec.loss, 'binary-cross-entropy');
  });
});
