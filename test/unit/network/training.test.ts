import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { read, type Values } from '../../../src/engine/operation';
import { notesData, notesSettings } from '../../../src/engine/notes';
import { printedRuns, printedTolerance } from '../../../src/engine/notesFigures';
import { scalar } from '../../../src/engine/tensor';
import { networkJudging } from '../../../src/course/judging/network';
import { conventionsOf, exactConvention } from '../../../src/network/conventions';
import { notesStart, runNotes } from '../../../src/network/notes';
import { notesInputs } from '../../../src/network/probes';
import { reluNetwork, type NetworkSpec } from '../../../src/network/spec';
import { forwardSteps, parametersOf } from '../../../src/network/steps';
import { drivePython, roundSteps, train } from '../../../src/network/training';
import { after, exactOf, examples } from './randomNetworks';

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

const snapshot = (values: Values): unknown => [...values].map(([name, { data }]) => [name, [...data]]);

describe('training', () => {
  it('is gradient descent, step by step, and leaves its start alone', () => {
    fc.assert(
      fc.property(examples, ({ spec, inputs }) => {
        const before = snapshot(inputs);
        const convention = exactOf(spec);
        const trained = train(spec, convention, inputs, { learningRate: 0.05, iterations: 6 });
        let values = inputs;
        const costs = Array.from({ length: 6 }, () => {
          values = after(roundSteps(spec, convention), values);
          return read(values, 'cost').data[0] ?? NaN;
        });
        assert.deepEqual(Array.from(trained.costs), costs);
        for (const name of parametersOf(spec)) {
          assert.deepEqual(trained.parameters.get(name), read(values, name), name);
        }
        assert.deepEqual(snapshot(inputs), before);
      }),
      { numRuns: 60 },
    );
  });

  it('drives what is not the learner’s by a gradient that the judging accepts, also behind a curved output', () => {
    for (const activation of ['sigmoid', 'tanh', 'relu', 'identity'] as const) {
      const spec: NetworkSpec = {
        layers: [
          { units: 'n_hidden', activation: 'tanh' },
          { units: 'n_out', activation },
        ],
        loss: 'squared-error',
      };
      const cut = { spec, given: ['X', 'Z1', 'A1', 'dZ2', 'W2'], returned: ['dA1', 'dZ1', 'dW1', 'db1'] };
      const isCurved = activation === 'sigmoid' || activation === 'tanh';
      assert.equal(/^ +dZ2 = \w+_backward\(dA2, Z2\)/mu.test(drivePython(cut, 20)), isCurved, activation);
      const curve = networkJudging(cut).curve?.reference(null) ?? [];
      const [start, next] = curve;
      const convention = conventionsOf(spec)[0];
      assert.ok(convention && start !== undefined && next !== undefined);
      const { costs } = train(spec, convention, notesInputs(spec, [3, 5, 1]), {
        learningRate: notesSettings.learningRate,
        iterations: 2,
      });
      assert.deepEqual([start, next], Array.from(costs), activation);
    }
  });

  it('lowers a cost by its own gradient, for a small enough rate', () => {
    fc.assert(
      fc.property(examples, ({ spec, inputs }) => {
        const { costs } = train(spec, exactOf(spec), inputs, { learningRate: 1e-6, iterations: 2 });
        assert.ok((costs[1] ?? NaN) <= (costs[0] ?? NaN) * (1 + 1e-12));
      }),
    );
  });

  it('without iterations gives back the start and no cost', () => {
    const inputs = new Map([...notesStart(), ...Object.entries(notesData())]);
    const { parameters, costs } = train(reluNetwork(2), exactConvention, inputs, {
      learningRate: 1,
      iterations: 0,
    });
    assert.equal(costs.length, 0);
    assert.deepEqual(snapshot(parameters), snapshot(notesStart()));
  });

  it('takes its rate as an argument, not from the inputs', () => {
    const inputs = new Map([...notesStart(), ...Object.entries(notesData())]);
    const rate = { learningRate: 0.01, iterations: 3 };
    const odd = new Map(inputs).set('learning_rate', scalar(9));
    const [one, two] = [inputs, odd].map((start) => train(reluNetwork(2), exactConvention, start, rate));
    assert.deepEqual(one, two);
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
    const inputs = new Map([...notesStart(), ['X', notesData().X]]);
    const Z2 = read(after(forwardSteps(reluNetwork(2)), inputs), 'Z2');
    const off = Z2.data.filter((z) => z <= 0).length;
    assert.equal(off, figures.rowsWithoutPositiveOutputPreActivationAtStart);
  });

  it('are not the gradient of the cost that they print: the exact gradient trains otherwise', () => {
    const { learningRate, iterations } = notesSettings;
    const inputs = new Map([...notesStart(), ...Object.entries(notesData())]);
    const { costs } = train(reluNetwork(2), exactConvention, inputs, { learningRate, iterations });
    assert.ok(Math.abs((costs.at(-1) ?? NaN) - (runs[0]?.finalCost ?? NaN)) > 1e-3);
    assert.deepEqual(notesStart(), notesStart(42));
  });
});
