import assert from 'node:assert/strict';
import type { BareReport, CostReport, Remark, ValueReport } from '../../../src/grader/report';
import { withRemarks } from '../../../src/grader/remarks';

const right: ValueReport = {
  name: 'dW2',
  ok: true,
  expectedShape: [5, 1],
  actualShape: [5, 1],
  maxRelError: 0,
  ratio: 1,
  worst: null,
};
const wrong: ValueReport = { ...right, name: 'dW1', ok: false, maxRelError: 0.4, ratio: null };
const central = ['dW1', 'dW2'].map((name) => ({ name, ok: true, maxRelError: 0, checked: 5, notJudged: 0 }));
const falling: CostReport = { every: 10, reference: [1, 0.5], learner: [1, 0.6], firstDivergence: 1 };

function bare(part: Partial<BareReport>): BareReport {
  return {
    schema: 1,
    exercise: 'backward-2-layer',
    verdict: 'fail',
    convention: null,
    values: [wrong, right],
    gradientCheck: central,
    cost: falling,
    diagnoses: [],
    error: null,
    shapes: [],
    stdout: '',
    timings: { startMs: 0, runMs: 0, gradeMs: 0 },
    ...part,
  };
}

function codes(part: Partial<BareReport>): readonly string[] {
  return withRemarks(bare(part), 'en').remarks.map(({ code }) => code);
}

describe('remarks: a cost that falls although a gradient is wrong', () => {
  it('is remarked on, with the gradient', () => {
    const [remark] = withRemarks(bare({}), 'en').remarks;
    assert.deepEqual([remark?.code, remark?.target], ['cost-falls', 'dW1']);
    assert.match(remark?.message ?? '', /yet the gradient is wrong/);
  });

  it('is not, where the cost hardly falls, rises, or ends in no number', () => {
    for (const last of [0.95, 1.2, null]) {
      assert.deepEqual(codes({ cost: { ...falling, learner: [1, last] } }), []);
    }
    assert.deepEqual(codes({ cost: { ...falling, learner: [] } }), []);
    assert.deepEqual(codes({ cost: null }), []);
  });

  it('is not, where only a shape is wrong, or what is wrong is no gradient', () => {
    assert.deepEqual(codes({ values: [{ ...wrong, actualShape: [5], maxRelError: null }] }), []);
    assert.deepEqual(codes({ values: [{ ...wrong, name: 'costs' }] }), []);
    assert.deepEqual(codes({ values: [right] }), []);
  });

  it('is not, where the numbers are right on the data that the curve is trained on', () => {
    const elsewhere = codes({ values: [{ ...wrong, data: { samples: 11, outputs: 3 } }] });
    assert.ok(!elsewhere.includes('cost-falls'), elsewhere.join());
  });

  it('is not, where the snippet passes', () => {
    assert.deepEqual(codes({ verdict: 'pass', values: [right] }), []);
  });
});

describe('remarks', () => {
  it('begin with what the run itself has to say', () => {
    const skipped: Remark = { code: 'skipped', message: 'Skipped: line 3' };
    assert.deepEqual(
      withRemarks(bare({}), 'en', [skipped]).remarks.map(({ code }) => code),
      ['skipped', 'cost-falls'],
    );
  });

  it('tell the convention of right gradients, each in its own words and in both languages', () => {
    const told = (['en', 'ko'] as const).flatMap((language) =>
      ([1, 2] as const).flatMap((scale) =>
        (['identity', 'relu'] as const).flatMap((outputDerivative) =>
          (['samples', 'entries'] as const).map((mean) => {
            const report = bare({
              convention: { scale, outputDerivative, mean, samples: 'rows', biasShape: '(1, n)' },
              values: [right],
            });
            return withRemarks(report, language)
              .remarks.map(({ message }) => message)
              .join();
          }),
        ),
      ),
    );
    assert.equal(new Set(told).size, 16);
    assert.ok(told.every((message) => message !== ''));
  });
});
