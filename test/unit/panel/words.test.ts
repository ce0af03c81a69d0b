import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CostReport, Report, ValueDetail, ValueReport } from '../../../src/grader/report';
import { stringsOf } from '../../../src/panel/strings';
import {
  describeCentral,
  describeAgreement,
  describeCostAt,
  describeEntry,
  describeShapes,
  describeWhere,
  describeVerdict,
  formatError,
  formatNumber,
  errorOfEntry,
  unravel,
} from '../../../src/panel/text/words';

const en = stringsOf('en');

function value(part: Partial<ValueReport>): ValueReport {
  return {
    name: 'dW1',
    ok: true,
    expectedShape: [3, 5],
    actualShape: [3, 5],
    maxRelError: 0,
    ratio: 1,
    worst: null,
    ...part,
  };
}

function report(part: Partial<Report>): Report {
  return {
    schema: 1,
    exercise: 'backward-2-layer',
    verdict: 'fail',
    convention: null,
    values: [],
    gradientCheck: [],
    cost: null,
    diagnoses: [],
    remarks: [],
    error: null,
    shapes: [],
    stdout: '',
    timings: { startMs: 0, runMs: 0, gradeMs: 0 },
    ...part,
  };
}

describe('numbers in words', () => {
  it('are short, and use the real minus sign', () => {
    assert.equal(formatNumber(0.123456), '0.1235');
    assert.equal(formatNumber(-2), '−2');
    assert.equal(formatNumber(0), '0');
    assert.equal(formatNumber(123456), '1.23e+5');
    assert.equal(formatNumber(-0.00012), '−1.20e−4');
    assert.equal(formatError(2.2e-16), '2.2e−16');
  });

  it('say what is no number', () => {
    assert.equal(formatNumber(null), '–');
    assert.equal(formatNumber(Number.NaN), '–');
    assert.equal(formatNumber(Number.NEGATIVE_INFINITY), '−∞');
  });

  it('find the index of an entry', () => {
    assert.deepEqual(unravel(7, [3, 5]), [1, 2]);
    assert.deepEqual(unravel(0, []), []);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(80),
        (rows, columns, n) => {
          const position = n % (rows * columns);
          const [row, column] = unravel(position, [rows, columns]);
          assert.equal((row ?? NaN) * columns + (column ?? NaN), position);
        },
      ),
    );
  });

  it('measure errors as the report does', () => {
    assert.equal(errorOfEntry(1, 1), 0);
    assert.equal(errorOfEntry(1, -1), 1);
    assert.equal(errorOfEntry(0, 0), 0);
    assert.equal(errorOfEntry(1, null), null);
    assert.equal(errorOfEntry(1, Number.POSITIVE_INFINITY), null);
    assert.equal(errorOfEntry(0.25, 0.75, 2), 0.25);
  });
});

describe('the verdict in words', () => {
  it('passes', () => {
    const said = describeVerdict(
      report({ verdict: 'pass', values: [value({}), value({ name: 'db1' })] }),
      en,
    );
    assert.deepEqual(said, { head: 'Pass', detail: 'all 2 results agree' });
  });

  it('names what differs', () => {
    const values = [value({ ok: false }), value({ name: 'db1', ok: false }), value({ name: 'dW2' })];
    assert.equal(describeVerdict(report({ values }), en).detail, 'dW1, db1 differ');
    const all = ['W1', 'b1', 'W2', 'b2'].map((name) => value({ name, ok: false }));
    assert.equal(describeVerdict(report({ values: all }), en).detail, '4 of 4 results differ');
  });

  it('names the line of an error', () => {
    const error = { kind: 'exception', line: 4, message: 'NameError' } as const;
    assert.deepEqual(describeVerdict(report({ verdict: 'error', error }), en), {
      head: 'Error in line 4',
      detail: 'NameError',
    });
  });

  it('falls back on the first diagnosis', () => {
    const diagnoses = [
      {
        code: 'input-mutated',
        target: 'X',
        line: 1,
        confidence: 'certain',
        message: 'X was changed.',
      } as const,
    ];
    assert.equal(describeVerdict(report({ values: [value({})], diagnoses }), en).detail, 'X was changed.');
  });
});

describe('results in words', () => {
  it('describe two shapes, both written alike', () => {
    const shapes = (actual: number[], expected: number[]): string => describeShapes(actual, expected, en);
    assert.equal(shapes([5, 3], [3, 5]), '5×3 instead of 3×5');
    assert.equal(shapes([5], [1, 5]), '5 instead of 1×5');
    assert.equal(shapes([1, 5], [5]), '1×5 instead of 5');
    assert.equal(shapes([], [1, 5]), 'number instead of 1×5');
    assert.equal(shapes([1, 1], []), '1×1 instead of number');
  });

  it('describe an entry', () => {
    const detail: ValueDetail = { name: 'dW1', shape: [1, 2], expected: [1, 2], actual: [1, 4] };
    assert.equal(describeEntry(detail, 1, en), 'dW1[0, 1], yours 4, reference 2, relative error 0.33');
    assert.equal(
      describeEntry({ ...detail, actual: null }, 0, en),
      'dW1[0, 0], yours –, reference 1, relative error –',
    );
  });

  it('describe a number as a number', () => {
    const cost: ValueDetail = { name: 'cost', shape: [], expected: [29.62], actual: [29.62] };
    assert.equal(describeEntry(cost, 0, en), 'cost, yours 29.62, reference 29.62, relative error 0');
    assert.equal(describeShapes([], [], en), 'number');
  });

  it('tell on what an array was compared, where it is not what the learner looks at', () => {
    assert.equal(describeWhere({}, en), undefined);
    assert.equal(describeWhere({ iterations: 120 }, en), 'after 120 iterations');
    assert.match(describeWhere({ data: { samples: 5, outputs: 2 } }, en) ?? '', /other data.*5 samples/u);
  });

  it('describe central differences, with what was not judged', () => {
    const check = { name: 'dW1', ok: true, maxRelError: 1e-9, checked: 13, notJudged: 2 };
    assert.equal(describeCentral(check, en), 'agree in 13 entries, 2 not judged');
    assert.equal(
      describeCentral({ ...check, ok: false, maxRelError: 0.5, notJudged: 0 }, en),
      'differ, Max. rel. error 0.5',
    );
  });

  it('describe a point of the curve', () => {
    const cost: CostReport = { every: 10, reference: [0.5, 0.25], learner: [0.5, null], firstDivergence: 10 };
    assert.equal(describeCostAt(cost, 0, en), 'Iteration 0, Yours 0.5, Reference 0.5');
    assert.equal(describeCostAt(cost, 1, en), 'Iteration 10, Yours not finite, Reference 0.25');
    const cut = { ...cost, learner: [0.5] };
    assert.equal(describeCostAt(cut, 1, en), 'Iteration 10, Yours not reached, Reference 0.25');
  });

  it('says whether the curves part, and how far a training came that was cut for time', () => {
    const cost = { every: 10, reference: [0.5, 0.25, 0.2], learner: [0.5, 0.25, 0.2], firstDivergence: null };
    assert.equal(describeAgreement(cost, en), en.curvesEqual);
    assert.equal(describeAgreement({ ...cost, firstDivergence: 7 }, en), en.curvesPart(7));
    assert.match(describeAgreement({ ...cost, learner: [0.5] }, en), /about 10 iterations only/);
    const parted = { ...cost, learner: [0.5, 0.3], firstDivergence: 7 };
    assert.equal(describeAgreement(parted, en), `${en.curvesPart(7)} ${en.curveEnds(20)}`);
    assert.equal(describeAgreement({ ...parted, firstDivergence: 20 }, en), en.curvesPart(20));
  });
});

describe('the panel’s strings', () => {
  it('keep the English names that others rely on', () => {
    assert.deepEqual(Object.values(en.regions), ['Equations', 'Network', 'Snippet', 'Results']);
    assert.deepEqual(Object.values(en.tabs), [
      'Equations',
      'Network',
      'Gradients',
      'Cost curve',
      'Output',
      'Hints',
    ]);
    assert.deepEqual(
      [en.check, en.stop, en.reset, en.previous, en.next],
      ['Check', 'Stop', 'Reset', 'Previous exercise', 'Next exercise'],
    );
    assert.equal(en.snippetFor('Cost'), 'Snippet for Cost');
  });

  it('are Korean in Korean', () => {
    const same = new Set(['product', 'checkKeys', 'checkKeysMac']);
    const compare = (path: string, a: unknown, b: unknown): void => {
      if (typeof a === 'string' && !same.has(path)) assert.notEqual(a, b, path);
      if (typeof a !== 'object' || a === null) return;
      for (const [key, inner] of Object.entries(a)) {
        compare(path === '' ? key : `${path}.${key}`, inner, (b as Record<string, unknown>)[key]);
      }
    };
    compare('', en, stringsOf('ko'));
  });
});
