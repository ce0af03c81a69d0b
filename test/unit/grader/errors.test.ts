/** Snippets that could not be run to their end, on all networks or on some. */
import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { read } from '../../../src/engine/operation';
import { scale, transpose } from '../../../src/engine/tensor';
import { grade } from '../../support/grade';
import type { CallResult, RunError, RunErrorKind } from '../../../src/python/runtime';
import { lineOf, probeFor, referenceOf } from '../diagnosis/pretended';
import { at, judge, only, pyNone, raisedError, runOf } from './pretendedRun';

const reference = referenceOf(backward2Layer, probeFor(backward2Layer, 'shown'));

/** A call that raised before it computed anything. */
const raises =
  (message: string, line: number, part: Partial<RunError> = {}) =>
  (call: CallResult): CallResult => ({
    ...call,
    returned: null,
    trace: [],
    returnLines: [],
    error: raisedError(message, line, part),
  });

describe('a snippet that cannot be run', function () {
  this.timeout(120_000);

  const kinds: readonly RunErrorKind[] = [
    'syntax',
    'exception',
    'timeout',
    'memory',
    'output',
    'contract',
    'unsupported',
  ];
  for (const kind of kinds) {
    it(`is an error, not a fault: ${kind}`, () => {
      const error = raisedError('SyntaxError: invalid syntax', 3, { kind, traceback: '  File "snippet.py"' });
      for (const language of ['en', 'ko'] as const) {
        const report = grade(backward2Layer, runOf(backward2Layer, { run: { error, calls: [] } }), language);
        assert.equal(report.verdict, 'error');
        assert.equal(report.error?.kind, kind);
        assert.equal(report.error.line, 3);
        assert.equal(report.error.traceback, '  File "snippet.py"');
        assert.deepEqual(report.diagnoses, []);
        assert.deepEqual(report.values, []);
        assert.equal(report.convention, null);
      }
    });
  }

  it('keeps Python’s own words in every language, and says the tutor’s own in Korean', () => {
    const say = (kind: RunErrorKind, message: string, sort: string | null = null): string => {
      const error = raisedError(message, 2, { kind, sort });
      const run = runOf(backward2Layer, { run: { error, calls: [] } });
      return grade(backward2Layer, run, 'ko').error?.message ?? '';
    };
    assert.match(
      say('exception', 'NameError: name ‘q’ is not defined'),
      /NameError: name ‘q’ is not defined/u,
    );
    for (const [message, sort, sentence] of [
      ["SyntaxError: '(' was never closed", 'bracket-open', /여는 괄호/u],
      ['SyntaxError: said otherwise by another Python', 'bracket-open', /여는 괄호/u],
      ["SyntaxError: '(' was never closed", null, /문법에 맞지/u],
      [
        "IndentationError: expected an indented block after 'for' statement on line 1",
        'block-missing',
        /들여/u,
      ],
      ['TypeError: f() missing 1 required positional argument: ‘x’', 'argument-missing', /인자가 모자/u],
      ['TypeError: of a sort that is not known here', 'new-sort', /값의 종류가/u],
      ['ZeroDivisionError: division by zero', null, /0으로 나누/u],
      ['BrokenBarrierError', null, /오류가 나서/u],
    ] as const) {
      const kind = /Syntax|Indent/u.test(message) ? 'syntax' : 'exception';
      const [said, beside] = say(kind, message, sort).split('\n');
      assert.equal(said, message, 'Python’s words stay');
      assert.match(beside ?? '', sentence);
    }
    for (const kind of ['timeout', 'memory', 'output'] as const) {
      assert.match(say(kind, 'the tutor’s own sentence'), /[가-힣].*(?:니다|세요)\./u, kind);
    }
    assert.match(say('timeout', ''), /2번째 줄/u);
  });

  it('names the function that is not there in the learner’s language, and what is there instead', () => {
    const message = 'The snippet must define the function `f`. It defines `g`.';
    const details = { wanted: 'f', variant: 'defined', names: '`g`', kind: '', class: '', said: message };
    for (const [variant, part] of [
      ['defined', '`g`'],
      ['none', ''],
      ['kind', 'int'],
      ['method', '`Net`'],
    ] as const) {
      const hint = { code: 'no-function', details: { ...details, variant, kind: 'int', class: 'Net' } };
      const error = raisedError(message, null, { kind: 'contract', hint });
      const [en, ko] = (['en', 'ko'] as const).map(
        (language) =>
          grade(backward2Layer, runOf(backward2Layer, { run: { error, calls: [] } }), language).error
            ?.message ?? '',
      );
      assert.ok(en?.includes('`f`') && en.includes(part) && en.split('\n').length === 1, en);
      assert.ok(ko?.includes('`f`') && ko.includes(part) && !ko.includes('must define'), ko);
    }
  });

  it('has no traceback where there is none', () => {
    const error = raisedError('SyntaxError: invalid syntax', 3);
    const report = judge(backward2Layer, { run: { error, calls: [] } });
    assert.equal('traceback' in (report.error ?? {}), false);
  });
});

describe('a call that raises', function () {
  this.timeout(120_000);

  it('on the learner’s own data is an error with its line', () => {
    const report = judge(backward2Layer, { call: raises('ZeroDivisionError: division by zero', 12) });
    assert.equal(report.verdict, 'error');
    assert.equal(report.error?.kind, 'exception');
    assert.equal(report.error.line, 12);
    assert.match(report.error.message, /^ZeroDivisionError: division by zero/u);
    assert.deepEqual(report.values, []);
  });

  it('because shapes clash is explained by the network whose sizes are equal', () => {
    // dA1 = dZ2·W2 without the transpose: it runs on equal sizes only.
    const report = judge(backward2Layer, {
      change: at('dA1', (_, values) => {
        const [dZ2, W2] = [read(values, 'dZ2'), read(values, 'W2')];
        const [rows = 0, inner = 0] = dZ2.shape;
        const [height = 0, columns = 0] = W2.shape;
        if (inner !== height) throw new Error('shapes clash');
        const data = new Float64Array(rows * columns);
        for (let i = 0; i < rows; i++)
          for (let j = 0; j < columns; j++)
            for (let k = 0; k < inner; k++) {
              data[i * columns + j] =
                (data[i * columns + j] ?? 0) +
                (dZ2.data[i * inner + k] ?? 0) * (W2.data[k * columns + j] ?? 0);
            }
        return { shape: [rows, columns], data };
      }),
    });
    assert.equal(report.verdict, 'error');
    assert.equal(report.error?.line, lineOf(reference, 'dA1'));
    assert.equal(report.diagnoses[0]?.code, 'operand-order');
    assert.equal(report.diagnoses[0].line, lineOf(reference, 'dA1'));
  });

  it('on other sizes only tells so, and shows the learner’s own numbers', () => {
    const message = 'ValueError: shapes (7,5) and (3,1) not aligned';
    const report = judge(backward2Layer, {
      change: at('dW2', (right) => scale(right, 0.7)),
      call: (call) => (call.name === 'shown' ? call : raises(message, 9)(call)),
    });
    assert.notEqual(report.verdict, 'pass');
    assert.ok(report.values.length > 0);
    assert.equal(report.values.find(({ name }) => name === 'dW2')?.ok, false);
    assert.equal(report.values.find(({ name }) => name === 'dW1')?.ok, true);
  });

  it('on other sizes only, and right on the learner’s own, says where it happens', () => {
    const report = judge(backward2Layer, {
      call: (call) =>
        call.name === 'shown' ? call : raises('IndexError: index 5 is out of bounds', 9)(call),
    });
    assert.equal(report.verdict, 'error');
    assert.equal(report.error?.line, 9);
    assert.match(report.error.message, /data of other sizes/u);
    assert.ok(report.values.every(({ ok }) => ok));
  });

  it('over None that a helper gave back is that helper’s fault', () => {
    const report = judge(backward2Layer, {
      call: (call) => ({
        ...raises("TypeError: unsupported operand type(s) for *: 'NoneType' and 'float'", 12, {
          hint: { code: 'none-value', details: { name: 'dZ1', made: 'helper' } },
        })(call),
        trace: [{ line: 4, frame: 'helper', depth: 1, name: 'return', value: pyNone, inPlace: false }],
      }),
    });
    assert.equal(report.verdict, 'error');
    assert.deepEqual(
      report.diagnoses.map(({ code, line }) => [code, line]),
      [['not-returned', 4]],
    );
  });

  it('on the equal sizes alone changes nothing', () => {
    const report = judge(backward2Layer, {
      call: (call) => (call.name === 'square' ? raises('ValueError: nothing', 9)(call) : call),
    });
    assert.equal(report.verdict, 'pass');
  });

  it('with a transposed product, wherever it clashes, names a product', () => {
    const report = judge(backward2Layer, {
      change: only(
        ['distinct', 'again', 'square', 'shown'],
        at('dW1', (right) => transpose(right)),
      ),
    });
    assert.equal(report.verdict, 'fail');
    assert.ok(['transposed', 'operand-order'].includes(report.diagnoses[0]?.code ?? ''));
    assert.equal(report.diagnoses[0]?.target, 'dW1');
  });
});
