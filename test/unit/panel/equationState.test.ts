import assert from 'node:assert/strict';
import { equationStates } from '../../../src/panel/equations/equationState';
import { subjectOf } from '../../../src/panel/own/subject';
import type { Equation } from '../../../src/course/exercise';
import type { Report } from '../../../src/grader/report';

describe('the state of equations', () => {
  const words = { en: '', ko: '' };
  const equations: Equation[] = ['dZ2', 'dW2', 'dZ1', 'dW1'].map((name) => ({
    name,
    phase: 'backward',
    rows: name,
    columns: null,
    words,
  }));
  const value = (name: string, ok: boolean) => ({
    name,
    ok,
    expectedShape: [],
    actualShape: [],
    maxRelError: 0,
    ratio: 1,
    worst: null,
  });
  const report: Report = {
    schema: 1,
    exercise: 'x',
    verdict: 'fail',
    convention: null,
    values: [value('dW2', true), value('dW1', false)],
    gradientCheck: [],
    cost: null,
    diagnoses: [{ code: 'unknown', target: 'dZ1', line: 3, confidence: 'certain', message: '' }],
    remarks: [],
    error: null,
    shapes: [],
    stdout: '',
    timings: { startMs: 0, runMs: 0, gradeMs: 0 },
  };

  it('claims only what the report says', () => {
    assert.deepEqual(
      [...equationStates(equations, report, new Map())],
      [
        ['dW2', 'right'],
        ['dW1', 'wrong'],
        ['dZ1', 'first'],
      ],
    );
    assert.equal(equationStates(equations, null, new Map()).size, 0);
  });

  it('calls that step the first wrong one whose line is at fault, whatever array shows it', () => {
    const diagnosis = {
      code: 'unknown',
      target: 'dW1',
      line: 3,
      confidence: 'certain',
      message: '',
    } as const;
    const lines = new Map([
      ['dZ2', [1]],
      ['dZ1', [3]],
    ]);
    const states = equationStates(equations, { ...report, diagnoses: [diagnosis] }, lines);
    assert.equal(states.get('dZ1'), 'first');
    assert.equal(states.get('dW1'), 'wrong');
    assert.equal(subjectOf({ ...diagnosis, line: null }, equations, lines), 'dW1');
    assert.equal(subjectOf({ ...diagnosis, line: 9 }, equations, lines), 'dW1');
  });

  it('ticks what did not come back and holds what it should, and crosses what follows from the mistake', () => {
    const own = { right: new Set(['dZ2', 'dZ1']), wrong: new Set(['dA1']) };
    const states = equationStates(equations, report, new Map(), new Map(), own);
    assert.equal(states.get('dZ2'), 'right');
    assert.equal(states.get('dA1'), 'wrong');
    assert.equal(states.get('dZ1'), 'first', 'what a finding is about is no right step');
  });

  it('does not find an update at fault for where its array is first made', () => {
    const update: Equation = { name: 'W1', phase: 'update', rows: '', columns: null, words };
    const at = (line: number): unknown =>
      equationStates(
        [...equations, update],
        {
          ...report,
          diagnoses: [{ code: 'unknown', target: 'W1', line, confidence: 'certain', message: '' }],
        },
        new Map([['W1', [2, 8]]]),
        new Map([['W1', [8]]]),
      ).get('W1');
    assert.equal(at(2), 'wrong');
    assert.equal(at(8), 'first');
  });

  it('is right everywhere after passing', () => {
    const passed = equationStates(equations, { ...report, verdict: 'pass', diagnoses: [] }, new Map());
    assert.deepEqual([...passed.values()], ['right', 'right', 'right', 'right']);
  });
});
