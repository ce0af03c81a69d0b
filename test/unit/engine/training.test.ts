import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { meanSquaredError } from '../../../src/engine/losses';
import type { Layer } from '../../../src/engine/network';
import {
  backward,
  conventionGradient,
  forward,
  lossGradient,
  notesConvention,
} from '../../../src/engine/network';
import { notesData, notesNetwork, notesSettings, runNotes } from '../../../src/engine/notes';
import { printedRuns, printedTolerance } from '../../../src/engine/notesFigures';
import { ShapeError, zeros } from '../../../src/engine/tensor';
import { descend, train } from '../../../src/engine/training';
import { assertNear, examples } from './randomNetworks';

interface Figures {
  readonly learningRate: number;
  readonly iterations: number;
  readonly network: { readonly input: number; readonly hidden: number; readonly output: number };
  readonly tolerance: { readonly costRelative: number; readonly weightAbsolute: number };
  readonly rowsWithoutPositiveOutputPreActivationAtStart: number;
  readonly runs: readonly {
    readonly seed: number;
    readonly every: number;
    readonly costs: readonly number[];
    readonly finalCost: number | null;
    readonly weights: Readonly<Record<string, readonly (readonly number[])[]>> | null;
  }[];
}

const figures = JSON.parse(readFileSync(join(__dirname, '../../data/notes-figures.json'), 'utf8')) as Figures;

describe('training', () => {
  it('is gradient descent, step by step, and leaves its start alone', () => {
    fc.assert(
      fc.property(examples, ({ layers, X, Y, loss }) => {
        const before = JSON.stringify(layers);
        const trained = train(layers, X, Y, { learningRate: 0.05, iterations: 4, loss });
        let step: readonly Layer[] = layers;
        const costs = [0, 1, 2, 3].map(() => {
          const pass = forward(step, X);
          const cost = loss.cost(pass.output, Y);
          step = descend(step, backward(pass, lossGradient(pass, Y, loss)), 0.05);
          return cost;
        });
        assert.deepEqual(Array.from(trained.costs), costs);
        assert.equal(trained.finalCost, costs[3], 'the cost before the last update, as the notes print it');
        assert.deepEqual(trained.layers, step);
        assert.equal(JSON.stringify(layers), before);
      }),
      { numRuns: 40 },
    );
  });

  it('lowers a cost by its own gradient, for a small enough rate', () => {
    fc.assert(
      fc.property(examples, ({ layers, X, Y, loss }) => {
        const { costs } = train(layers, X, Y, { learningRate: 1e-6, iterations: 2, loss });
        assert.ok((costs[1] ?? NaN) <= (costs[0] ?? NaN) * (1 + 1e-12));
      }),
    );
  });

  it('without iterations gives back the start and no cost', () => {
    const { X, Y } = notesData();
    const start = notesNetwork();
    const { layers, costs, finalCost } = train(start, X, Y, { learningRate: 1, iterations: 0 });
    assert.deepEqual([layers, costs.length, finalCost], [start, 0, NaN]);
  });

  it('refuses gradients of other shapes', () => {
    const { X, Y } = notesData();
    const pass = forward(notesNetwork(), X);
    const [first, second] = backward(pass, conventionGradient(pass, Y, notesConvention));
    assert.ok(first && second);
    assert.throws(() => descend(pass.layers, [{ ...first, dW: zeros([5, 3]) }, second], 1), ShapeError);
    assert.throws(() => descend(pass.layers, [first], 1), /gradients for 2 layers/);
  });
});

describe('the notes', () => {
  const runs = runNotes();

  it('are quoted digit for digit', () => {
    assert.deepEqual(printedRuns, figures.runs);
    const { costRelative, weightAbsolute } = figures.tolerance;
    assert.deepEqual(printedTolerance, { cost: costRelative, weight: weightAbsolute });
    const { network, learningRate, iterations } = figures;
    const settings = {
      learningRate: notesSettings.learningRate,
      iterations: notesSettings.iterations,
      input: notesSettings.input,
      hidden: notesSettings.hidden,
      output: notesSettings.output,
    };
    const { input, hidden, output } = network;
    assert.deepEqual(settings, { learningRate, iterations, input, hidden, output });
  });

  it('are reproduced in all 21 costs', () => {
    let compared = 0;
    figures.runs.forEach((printed, r) => {
      const computed = [
        ...(runs[r]?.costs ?? []),
        ...(printed.finalCost === null ? [] : [runs[r]?.finalCost]),
      ];
      const expected = [...printed.costs, ...(printed.finalCost === null ? [] : [printed.finalCost])];
      assert.equal(computed.length, expected.length);
      expected.forEach((figure, i) => {
        const cost = computed[i] ?? NaN;
        assert.ok(Math.abs(cost - figure) <= 1e-12 * figure, `seed ${String(printed.seed)}: ${String(cost)}`);
        compared++;
      });
    });
    assert.equal(compared, 21);
  });

  it('are reproduced in all 26 weights, which belong to the run from seed 42', () => {
    const printed = figures.runs[0]?.weights;
    const computed = runs[0]?.weights;
    assert.ok(printed && computed);
    let compared = 0;
    for (const name of ['W1', 'b1', 'W2', 'b2'] as const) {
      const rows: readonly (readonly number[])[] = printed[name] ?? [];
      assert.deepEqual(computed[name].shape, [rows.length, rows[0]?.length]);
      rows.flat().forEach((figure, i) => {
        assert.ok(Math.abs((computed[name].data[i] ?? NaN) - figure) <= 5e-9, `${name} ${String(i)}`);
        compared++;
      });
    }
    assert.equal(compared, 26);
    assert.ok(Math.abs((runs[1]?.weights.b2.data[0] ?? 0) - (printed['b2']?.[0]?.[0] ?? 0)) > 1e-3);
  });

  it('say of themselves that they agree', () => {
    assert.deepEqual(
      runs.map(({ seed, agrees }) => [seed, agrees]),
      [
        [42, true],
        [11, true],
      ],
    );
  });

  it('start with 76 of 100 rows whose output ReLU is off', () => {
    const Z2 = forward(notesNetwork(), notesData().X).Z[2];
    const off = Z2?.data.filter((z) => z <= 0).length;
    assert.equal(off, figures.rowsWithoutPositiveOutputPreActivationAtStart);
  });

  it('are not the gradient of the cost that they print: the exact gradient trains otherwise', () => {
    const { X, Y } = notesData();
    const { learningRate, iterations } = notesSettings;
    const exact = train(notesNetwork(), X, Y, { learningRate, iterations, loss: meanSquaredError });
    assert.ok(Math.abs(exact.finalCost - (runs[0]?.finalCost ?? NaN)) > 1e-3);
    assertNear(notesNetwork()[0]?.weights ?? zeros([]), notesNetwork(42)[0]?.weights ?? zeros([1]), 0);
  });
});
