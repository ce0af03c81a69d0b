import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Report } from '../../../src/grader/report';
import { begun, checked, told } from '../../../src/hunt/hunt';
import { certified, plant, type Before } from '../../../src/hunt/plant';
import { withSlip } from '../../../src/hunt/edits';
import { slipsIn } from '../../../src/hunt/slips';
import { unnamed } from '../../../src/hunt/unnamed';

const solution = `import numpy as np


def backward(A1, A2, Y):
    m = Y.shape[0]
    dZ2 = A2 - Y
    dW2 = A1.T @ dZ2 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    return dZ2, dW2, db2
`;

const value = {
  name: 'dW2',
  ok: false,
  expectedShape: [2, 1],
  actualShape: [2, 1],
  maxRelError: 0.5,
  ratio: null,
  worst: null,
};

function report(verdict: Report['verdict'], diagnoses: Report['diagnoses'] = []): Report {
  return {
    schema: 1,
    exercise: 'output-gradients',
    verdict,
    convention: null,
    values: [{ ...value, ok: verdict === 'pass' }],
    gradientCheck: [],
    cost: null,
    diagnoses,
    remarks: [{ code: 'skipped', message: 'dW2 looks odd' }],
    error: null,
    shapes: [],
    stdout: '',
    timings: { startMs: 0, runMs: 0, gradeMs: 0 },
  };
}

/** What a check that knows every slip would say: its line, and a name by what the line holds. */
function judge(source: string): Promise<Report> {
  const [right, made] = [solution.split('\n'), source.split('\n')];
  const line = made.findIndex((text, i) => text !== right[i]) + 1;
  if (line === 0) return Promise.resolve(report('pass'));
  const code = `at-${String(line)}`;
  return Promise.resolve(
    report('fail', [{ code, target: 'dW2', line, confidence: 'certain', message: 'something is wrong' }]),
  );
}

describe('planting a mistake', () => {
  it('gives a program that differs from the solution in the line that it names, whatever the seed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 32 - 1 }), async (seed) => {
        const planted = await plant(solution, judge, { seed });
        assert.ok(planted);
        assert.equal(planted.report.verdict, 'fail');
        assert.notEqual(planted.source, solution);
        assert.equal(planted.text, planted.source.split('\n')[planted.line - 1]?.trim());
        assert.deepEqual(await plant(solution, judge, { seed }), planted);
      }),
    );
  });

  it('plants nothing twice before everything has been planted, and new names first', async () => {
    const all = slipsIn(solution).length;
    let before: readonly Before[] = [];
    for (let seed = 0; seed < all; seed++) {
      const planted = await plant(solution, judge, { seed, before, most: all });
      assert.ok(planted, `nothing after ${String(seed)} of ${String(all)}`);
      assert.ok(!before.some(({ key }) => key === planted.key));
      before = [...before, planted];
      const names = new Set(before.map(({ code }) => code));
      if (seed < 4) assert.equal(names.size, seed + 1);
    }
    assert.ok(await plant(solution, judge, { seed: 1, before, most: all }));
  });

  it('leaves a program alone that passes, ends in an error, has no name, another line, or two mistakes', () => {
    const slip = slipsIn(solution).find(({ kind }) => kind === 'factor-dropped');
    assert.ok(slip);
    const { line } = { line: withSlip(solution, slip).slice(0, slip.from).split('\n').length };
    const found = { code: 'missing-mean', target: 'dW2', line, confidence: 'certain', message: '…' } as const;
    const made = (diagnoses: Report['diagnoses'], more: Partial<Report> = {}): unknown =>
      certified(solution, slip, { ...report('fail', diagnoses), ...more });
    assert.ok(made([found]));
    assert.ok(made([found, { ...found, target: 'db2' }]));
    assert.equal(made([found], { verdict: 'pass' }), null);
    assert.equal(made([found], { error: { kind: 'exception', line: 3, message: 'no' } }), null);
    assert.equal(made([found], { values: [{ ...value, ok: true }] }), null);
    assert.equal(made([]), null);
    assert.equal(made([{ ...found, code: 'unknown' }]), null);
    assert.equal(made([{ ...found, confidence: 'likely' }]), null);
    assert.equal(made([{ ...found, line: line + 1 }]), null);
    assert.equal(made([{ ...found, line: null }]), null);
    assert.equal(made([found, { ...found, code: 'wrong-sign' }]), null);
  });

  it('gives up after so many programs', async () => {
    let asked = 0;
    const passing = (): Promise<Report> => {
      asked++;
      return Promise.resolve(report('pass'));
    };
    assert.equal(await plant(solution, passing, { seed: 1, most: 7 }), null);
    assert.equal(asked, 7);
  });
});

describe('a bug hunt', () => {
  const planted = {
    source: 'wrong',
    key: 'k',
    code: 'c',
    line: 3,
    text: 'wrong',
    message: 'm',
    report: report('fail'),
  };

  it('counts checks of changed text until the program passes', () => {
    let state = begun(planted, [{ key: 'older', code: 'o' }]);
    assert.deepEqual(
      state.planted.map(({ key }) => key),
      ['older', 'k'],
    );
    state = checked(state, 'wrong', report('fail'));
    assert.deepEqual([state.checks, state.end], [0, null]);
    state = checked(state, 'other', report('fail'));
    state = checked(state, 'right', report('pass'));
    assert.deepEqual([state.checks, state.end], [2, 'found']);
    assert.equal(checked(state, 'right still', report('pass')).checks, 2);
    assert.equal(told(state).end, 'found');
  });

  it('is not found by who asked', () => {
    const state = checked(told(begun(planted, [])), 'right', report('pass'));
    assert.deepEqual([state.checks, state.end], [0, 'told']);
  });

  it('shows numbers without names, and errors as they are', () => {
    const found = [
      { code: 'c', target: 'dW2', line: 3, confidence: 'certain', message: 'dW2, line 3' },
    ] as const;
    const shown = unnamed(report('fail', found));
    assert.deepEqual([shown.diagnoses, shown.remarks], [[], []]);
    assert.deepEqual(shown.values, [value]);
    assert.equal(shown.withheld, 1);
    const error = { kind: 'syntax', line: 2, message: 'no' } as const;
    const broken = unnamed({ ...report('error', found), error });
    assert.deepEqual([broken.error, broken.diagnoses], [error, []]);
    const passed = report('pass');
    assert.equal(unnamed(passed), passed);
  });
});
