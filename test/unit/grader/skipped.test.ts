/** What of a pasted program was left out, in one line. */
import assert from 'node:assert/strict';
import { skippedRemarks } from '../../../src/grader/skipped';
import type { SkippedStatement } from '../../../src/python/runtime';
import { raisedError } from './pretendedRun';

function statement(line: number, part: Partial<SkippedStatement>): SkippedStatement {
  return {
    line,
    endLine: line,
    code: `code(${String(line)})`,
    reason: 'error',
    name: '',
    error: null,
    ...part,
  };
}

const lacks = raisedError('np.genfromtxt is not there', 4, {
  kind: 'unsupported',
  type: '_UnsupportedError',
});

describe('what was left out of a program', () => {
  it('is told in the order of its lines, the first three by name and the others by their number', () => {
    const skipped = [
      statement(9, { reason: 'long' }),
      statement(2, { reason: 'missing', name: 'pandas' }),
      statement(5, { reason: 'needs', name: 'data', endLine: 7 }),
      statement(12, { reason: 'printing' }),
    ];
    const [remark, ...others] = skippedRemarks({ error: null, skipped }, 'en');
    assert.deepEqual(others, []);
    assert.equal(remark?.code, 'skipped');
    assert.equal(
      remark.message,
      'Judged without parts of the program that cannot run here: line 2 `code(2)` (there is no pandas here), ' +
        'lines 5–7 `code(5)` (needs data), line 9 `code(9)` (takes too long), and 1 more.',
    );
  });

  it('says once that all but definitions was left out, and why', () => {
    const skipped = [
      statement(3, { reason: 'missing', name: 'torch' }),
      ...[12, 14, 20, 21].map((line) => statement(line, { reason: 'rest', name: 'time' })),
    ];
    assert.equal(
      skippedRemarks({ error: null, skipped }, 'en')[0]?.message,
      'Judged without parts of the program that cannot run here: line 3 `code(3)` (there is no torch here), ' +
        'all but imports, functions and constants from line 12 on (as a whole, the program takes too long).',
    );
  });

  it('calls what the built-in Python lacks so, not by the name of a class of ours', () => {
    for (const language of ['en', 'ko'] as const) {
      const skipped = [statement(4, { name: '_UnsupportedError', error: lacks })];
      const [remark] = skippedRemarks({ error: null, skipped }, language);
      assert.ok(remark && !remark.message.includes('_Unsupported'), remark?.message);
    }
  });

  it('is not told where everything ran, or where the check did not come to the function', () => {
    assert.deepEqual(skippedRemarks({ error: null, skipped: [] }, 'en'), []);
    assert.deepEqual(skippedRemarks({ error: lacks, skipped: [statement(4, {})] }, 'en'), []);
  });
});
