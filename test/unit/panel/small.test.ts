import assert from 'node:assert/strict';
import { pythonLanguage } from '@codemirror/lang-python';
import fc from 'fast-check';
import { equationStates, subjectOf } from '../../../src/panel/equations/equationState';
import { parseProse } from '../../../src/panel/proseParser';
import { steps, stepOf } from '../../../src/panel/results/colourScale';
import { costCsv } from '../../../src/panel/results/csv';
import { plainText } from '../../../src/panel/results/plainText';
import { printedCosts } from '../../../src/panel/results/printedCosts';
import { findDefinitions, termOfName } from '../../../src/panel/snippet/definitions';
import type { Equation } from '../../../src/course/exercise';
import type { Report } from '../../../src/grader/report';

describe('prose', () => {
  it('has paragraphs with code, strong words, and TeX', () => {
    assert.deepEqual(parseProse('A `b` and\n**c**.\n\n$x^2$'), [
      [
        { kind: 'plain', text: 'A ' },
        { kind: 'code', text: 'b' },
        { kind: 'plain', text: ' and ' },
        { kind: 'strong', text: 'c' },
        { kind: 'plain', text: '.' },
      ],
      [{ kind: 'tex', text: 'x^2' }],
    ]);
  });

  it('leaves everything else as text', () => {
    assert.deepEqual(parseProse('<b>x</b> `open'), [[{ kind: 'plain', text: '<b>x</b> `open' }]]);
  });
});

describe('the heat map’s scale', () => {
  it('is at its ends where nothing and where everything is wrong', () => {
    assert.equal(stepOf(0), 0);
    assert.equal(stepOf(1e-7), 0);
    assert.equal(stepOf(1), steps - 1);
    assert.equal(stepOf(null), steps - 1);
    assert.equal(stepOf(Number.NaN), steps - 1);
  });

  it('never falls as the error grows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (a, b) => {
          assert.ok(a > b || stepOf(a) <= stepOf(b));
        },
      ),
    );
    assert.ok(stepOf(1.1e-7) > 0);
  });
});

describe('the cost curve as CSV', () => {
  it('keeps every digit, and leaves missing costs empty', () => {
    const cost = {
      every: 100,
      reference: [0.29617825471294423, 0.1],
      learner: [0.5, null],
      firstDivergence: 0,
    };
    assert.equal(costCsv(cost), 'iteration,learner,reference\n0,0.5,0.29617825471294423\n100,,0.1\n');
  });
});

describe('the notes’ printed costs', () => {
  const reference = Array.from({ length: 11 }, (_, index) => (index === 0 ? 0.29617825471294423 : 0.2));

  it('stand only on the curve of the notes’ network', () => {
    assert.equal(printedCosts({ every: 100, reference, learner: [], firstDivergence: null }), null);
    const only = { every: 1000, reference: reference.slice(0, 1), learner: [], firstDivergence: null };
    assert.deepEqual(printedCosts(only), [0.29617825471294423]);
  });
});

describe('printed text', () => {
  it('loses terminal sequences and nothing else', () => {
    assert.equal(plainText('\u001B[31mred\u001B[0m <b>&amp;</b> </script>'), 'red <b>&amp;</b> </script>');
    assert.equal(plainText('\u001B]0;title\u0007a\r\nb\rc'), 'a\nb\nc');
    assert.equal(plainText('a\u0000b\u0007'), 'a␀b␇');
  });

  it('never contains a control character but tab and line end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // eslint-disable-next-line no-control-regex -- control characters are what is looked for
        assert.doesNotMatch(plainText(text), /[\u0000-\u0008\u000B-\u001F\u007F]/u);
      }),
    );
  });
});

describe('definitions in a snippet', () => {
  const find = (source: string): readonly string[] =>
    findDefinitions(pythonLanguage.parser.parse(source), (from, to) => source.slice(from, to)).map(
      ({ term, kind }) => `${kind === 'parameter' ? '(' : ''}${term}`,
    );

  it('are parameters and the targets of assignments', () => {
    assert.deepEqual(find('def f(X, W_1, h=h0):\n    Z1 = X @ W1\n    Z1 += b\n    return Z1\n'), [
      '(X',
      '(W1',
      '(h',
      'Z1',
      'Z1',
    ]);
  });

  it('include every name of a tuple and of a chain', () => {
    assert.deepEqual(find('a, (b, c) = f(x)\nd = e = a\n'), ['a', 'b', 'c', 'd', 'e']);
  });

  it('do not include what is only read, or written into', () => {
    assert.deepEqual(find('print(a)\na[0] = 1\nobject.a = b\na == b\n'), []);
  });

  it('know the notes’ other spelling', () => {
    assert.equal(termOfName('dW_1'), 'dW1');
    assert.equal(termOfName('dy_dx'), 'dy_dx');
  });
});

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

  it('is right everywhere after passing', () => {
    const passed = equationStates(equations, { ...report, verdict: 'pass', diagnoses: [] }, new Map());
    assert.deepEqual([...passed.values()], ['right', 'right', 'right', 'right']);
  });
});
