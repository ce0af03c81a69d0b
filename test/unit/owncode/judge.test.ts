/** Verdicts that only the way a file is called can decide. */
import assert from 'node:assert/strict';
import { judgeMeasured } from '../../../src/owncode/judge';
import type { Measured } from '../../../src/owncode/measured';

/** Two arrays, the analytic slopes of which are these multiples of the numeric ones, entry by entry. */
function measured(factors: readonly (readonly number[])[], part: Partial<Measured> = {}): Measured {
  return {
    function: 'backward',
    line: 1,
    how: 'own-run',
    declaration: 'def gradcheck():\n    return loss, grads, params',
    lossName: 'loss',
    assumedLoss: null,
    isMeant: false,
    isContradicted: false,
    loss: 1,
    again: 1,
    epsilon: null,
    parameters: factors.map((of, at) => {
      const numeric = of.map((_, i) => 0.3 + 0.1 * i);
      const analytic = numeric.map((slope, i) => slope * (of[i] ?? 1));
      return {
        name: `W${String(at + 1)}`,
        gradientName: `dW${String(at + 1)}`,
        guessed: false,
        value: { shape: [of.length], data: Float64Array.from(numeric) },
        gradient: { shape: [of.length], data: Float64Array.from(analytic) },
        differences: numeric.map((slope, entry) => ({
          entry,
          numeric: slope,
          analytic: analytic[entry] ?? 0,
          kink: false,
        })),
      };
    }),
    observations: [],
    inputs: [],
    ...part,
  };
}

const wrong = [
  [0.4, 1.7, -2],
  [3, 0.2, 5],
];
const right = [
  [1, 1, 1],
  [1, 1, 1],
];

describe('the verdict on a loss that was found', () => {
  it('is silent where nothing fits a loss that may be another than the one that is meant', () => {
    const { verdict, reason } = judgeMeasured(measured(wrong));
    assert.deepEqual([verdict, reason], ['not-judged', 'nothing-fits']);
  });

  it('is that they differ where the way the file is called leaves no other loss', () => {
    assert.equal(judgeMeasured(measured(wrong, { isMeant: true })).verdict, 'differ');
  });

  it('is silent, with every array, where the file has a loss of which these are no gradients', () => {
    const told = measured(right, {
      isContradicted: true,
      lossName: 'cost()',
      assumedLoss: 'binary cross-entropy',
    });
    const { verdict, reason, scale, parameters } = judgeMeasured(told);
    assert.deepEqual([verdict, reason, scale], ['not-judged', 'another-loss', null]);
    assert.ok(parameters.every((one) => one.verdict === 'not-judged'));
  });

  it('is that they agree where the loss is the only one', () => {
    assert.equal(judgeMeasured(measured(right)).verdict, 'agree');
  });
});
