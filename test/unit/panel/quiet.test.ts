import assert from 'node:assert/strict';
import type { Report } from '../../../src/grader/report';
import { mayTell } from '../../../src/panel/verdict/quiet';

const failing = (line: number | null): Report => ({
  schema: 1,
  exercise: 'relu',
  verdict: 'fail',
  convention: null,
  values: [],
  gradientCheck: [],
  cost: null,
  diagnoses: [{ code: 'x', target: null, line, confidence: 'certain', message: 'x' }],
  remarks: [],
  error: null,
  shapes: [],
  stdout: '',
  timings: { startMs: 0, runMs: 0, gradeMs: 0 },
});
const syntax = (line: number): Report => ({
  ...failing(null),
  verdict: 'error',
  diagnoses: [],
  error: { kind: 'syntax', line, message: 'x' },
});
const away = { line: 3, completing: false, blanks: 0 };

describe('the report of an automatic check', () => {
  it('is told at once where it is a pass', () => {
    assert.equal(
      mayTell({ ...failing(null), verdict: 'pass' }, { line: 1, completing: true, blanks: 2 }),
      true,
    );
  });

  it('is kept while blanks are left, or a list of completions is open', () => {
    assert.equal(mayTell(failing(9), { ...away, blanks: 1 }), false);
    assert.equal(mayTell(failing(9), { ...away, completing: true }), false);
  });

  it('is kept while the cursor stands on the line that it is about, and told when it has left', () => {
    for (const report of [failing(3), syntax(3)]) {
      assert.equal(mayTell(report, away), false);
      assert.equal(mayTell(report, { ...away, line: 4 }), true);
      assert.equal(mayTell(report, { ...away, line: null }), true);
    }
  });

  it('is kept where it names no line, until the editor has been left', () => {
    assert.equal(mayTell(failing(null), away), false);
    assert.equal(mayTell(failing(null), { ...away, line: null }), true);
  });
});
