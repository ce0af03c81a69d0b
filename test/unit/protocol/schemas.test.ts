import assert from 'node:assert/strict';
import * as v from 'valibot';
import { checkHunt, keepHunt, openHunt, startHunt, tellHunt } from '../../../src/protocol/hunt';
import * as messages from '../../../src/protocol/messages';
import { reportSchema } from '../../../src/protocol/reportSchema';
import {
  answerSchemas,
  panelModelSchema,
  toExtensionSchemas,
  toPanelSchemas,
} from '../../../src/protocol/schemas';

const huntMessages = [openHunt, startHunt, checkHunt, tellHunt, keepHunt];

const report = {
  schema: 1,
  exercise: 'backward-2-layer',
  verdict: 'fail',
  convention: {
    scale: 1,
    outputDerivative: 'identity',
    mean: 'samples',
    samples: 'rows',
    biasShape: '(1, n)',
  },
  values: [
    {
      name: 'dW1',
      ok: false,
      expectedShape: [3, 5],
      actualShape: [3, 5],
      maxRelError: 0.33,
      ratio: 2,
      worst: { index: [0, 1], expected: 0.1, actual: 0.2 },
    },
  ],
  gradientCheck: [{ name: 'dW1', ok: true, maxRelError: 3e-10, checked: 15, notJudged: 0 }],
  cost: { every: 100, reference: [0.296], learner: [null], firstDivergence: 0 },
  diagnoses: [{ code: 'factor-two', target: 'dW1', line: 9, confidence: 'certain', message: '' }],
  remarks: [{ code: 'cost-falls', message: '', target: 'dW1' }],
  error: null,
  shapes: [{ line: 4, name: 'dZ2', shape: [100, 1] }],
  stdout: '',
  timings: { startMs: 240, runMs: 35, gradeMs: 6 },
};

describe('the schemas of the wire', () => {
  it('take a report as it is', () => {
    assert.deepEqual(v.parse(reportSchema, report), report);
  });

  it('turn what JSON makes of NaN back into NaN', () => {
    const wire: unknown = JSON.parse(
      JSON.stringify({ ...report, cost: { ...report.cost, reference: [Number.NaN] } }),
    );
    assert.deepEqual(v.parse(reportSchema, wire).cost?.reference, [Number.NaN]);
  });

  const wrong: readonly (readonly [string, object])[] = [
    ['another schema', { ...report, schema: 2 }],
    ['an unknown verdict', { ...report, verdict: 'maybe' }],
    ['a line 0', { ...report, diagnoses: [{ ...report.diagnoses[0], line: 0 }] }],
    ['a text for a number', { ...report, timings: { ...report.timings, runMs: '35' } }],
    ['no values', { ...report, values: undefined }],
  ];
  for (const [what, payload] of wrong) {
    it(`refuse a report with ${what}`, () => {
      assert.equal(v.safeParse(reportSchema, payload).success, false);
    });
  }

  it('refuse an exercise that is not in the course', () => {
    const select = toExtensionSchemas.select;
    assert.equal(v.safeParse(select, { exercise: 'backward-2-layer' }).success, true);
    assert.equal(v.safeParse(select, { exercise: '../../etc/passwd' }).success, false);
    assert.equal(v.safeParse(panelModelSchema, { exercise: 'x' }).success, false);
  });

  it('exist for every message of the protocol, and for no other', () => {
    const declared = [...Object.values(messages), ...huntMessages].map(({ method }) => method);
    const known = [...Object.keys(toExtensionSchemas), ...Object.keys(toPanelSchemas)];
    assert.deepEqual(known.sort(), declared.sort());
    for (const method of Object.keys(answerSchemas)) assert.ok(method in toExtensionSchemas, method);
  });
});
