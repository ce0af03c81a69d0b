import assert from 'node:assert/strict';
import './pretendedVscode';
import type { Report } from '../../../src/grader/report';
import { WithheldNames } from '../../../src/extension/checks/withheldNames';

const report: Report = {
  schema: 1,
  exercise: 'debug-the-notes',
  verdict: 'fail',
  convention: null,
  values: [],
  gradientCheck: [],
  cost: null,
  diagnoses: [
    { code: 'wrong-sign', target: 'W1', line: 4, confidence: 'certain', message: 'The sign is wrong.' },
  ],
  remarks: [],
  error: null,
  shapes: [],
  stdout: '',
  timings: { startMs: 0, runMs: 0, gradeMs: 0 },
};

describe('withheld names', () => {
  const judged = (exercise: string, text = 'as it was') => ({ exercise, report, text });
  const names = new WithheldNames((exercise) => exercise === 'debug-the-notes');

  it('come with the report in other exercises', () => {
    assert.equal(names.shown(judged('relu')), report);
  });

  it('come on asking, and stay back again once the text has changed', () => {
    const told: string[] = [];
    names.onDidAsk((exercise) => told.push(exercise));
    const before = names.shown(judged('debug-the-notes'));
    assert.deepEqual([before.diagnoses, before.withheld], [[], 1]);
    names.ask('debug-the-notes', 'as it was');
    assert.deepEqual(told, ['debug-the-notes']);
    assert.equal(names.shown(judged('debug-the-notes')), report);
    assert.deepEqual(names.shown(judged('debug-the-notes', 'changed')).diagnoses, []);
  });
});
