import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { relu } from '../../../src/course/exercises/relu';
import { checkSnippet, type Grader, type GradingLimits } from '../../../src/grader/check';
import { ungraded } from '../../../src/grader/stopped';
import type { Report } from '../../../src/grader/report';
import type { PythonRuntime, SnippetRequest, SnippetRun } from '../../../src/python/runtime';

/** A Python that keeps what it was asked, and answers each request with as many calls and drives, in 3 s each. */
function pretendedPython(error: SnippetRun['error'] = null) {
  const asked: SnippetRequest[] = [];
  const runtime: PythonRuntime = {
    description: null,
    start: () => Promise.resolve(),
    onPhase: () => ({ dispose: () => undefined }),
    dispose: () => Promise.resolve(),
    run: (request) => {
      asked.push(request);
      const run = {
        error,
        calls: request.calls.map(({ name }) => ({ name })) as unknown as SnippetRun['calls'],
        drives: request.drives.map(({ name }) => ({ name, returned: null, error: null })),
        stdout: '',
        stdoutTruncated: false,
        blanks: [],
        skipped: [],
        timings: { startMs: 1, runMs: 3000 },
      };
      return Promise.resolve(run);
    },
  };
  return { runtime, asked };
}

/** A grader that keeps what it was given. */
function pretendedGrader() {
  const given: { readonly run: SnippetRun; readonly limits: GradingLimits }[] = [];
  const grader: Grader = {
    start: () => undefined,
    grade: (exercise, run, language, limits) => {
      given.push({ run, limits });
      return Promise.resolve(ungraded(exercise, run, language, 'time'));
    },
  };
  return { grader, given };
}

const options = { timeoutSeconds: 10, language: 'en' } as const;

describe('one check', () => {
  it('asks for everything at once where nobody waits for the verdict', async () => {
    const { runtime, asked } = pretendedPython();
    const { grader, given } = pretendedGrader();
    await checkSnippet(backward2Layer, '', runtime, { ...options, grader });
    assert.deepEqual(
      asked.map(({ calls, drives }) => [calls.length > 0, drives.length]),
      [[true, 1]],
    );
    assert.equal(given[0]?.limits.milliseconds, 7000);
  });

  it('gives the verdict first and trains with what is left of the time', async () => {
    const { runtime, asked } = pretendedPython();
    const { grader, given } = pretendedGrader();
    const verdicts: Report[] = [];
    const onVerdict = (report: Report): void => {
      assert.equal(asked.length, 1, 'nothing is trained before the verdict');
      verdicts.push(report);
    };
    const report = await checkSnippet(backward2Layer, '', runtime, { ...options, grader, onVerdict });
    assert.equal(verdicts.length, 1);
    assert.deepEqual(
      asked.map(({ calls, drives }) => [calls.length > 0, drives.length]),
      [
        [true, 0],
        [false, 1],
      ],
    );
    const left = asked[1]?.limits.timeoutSeconds ?? NaN;
    assert.ok(left <= 7 && left > 6, String(left));
    assert.equal(given[1]?.run.calls.length, asked[0]?.calls.length);
    assert.equal(given[1]?.run.drives.length, 1);
    assert.equal(report.timings.runMs, 6000);
  });

  it('trains nothing after an error, and nothing where the exercise trains nothing or no curve is wanted', async () => {
    for (const [exercise, error, curve] of [
      [backward2Layer, 'syntax', true],
      [backward2Layer, null, false],
      [relu, null, true],
    ] as const) {
      const place = { line: 1, column: null, endLine: null, endColumn: null, traceback: '', hint: null };
      const { runtime, asked } = pretendedPython(
        error === null ? null : { kind: error, type: null, message: '', ...place },
      );
      const { grader } = pretendedGrader();
      let verdicts = 0;
      const onVerdict = (): void => {
        verdicts++;
      };
      await checkSnippet(exercise, '', runtime, { ...options, grader, curve, onVerdict });
      assert.deepEqual(
        asked.map(({ drives }) => drives.length),
        [0],
      );
      assert.equal(verdicts, 0);
    }
  });

  it('leaves grading a second where the run took all the time', async () => {
    const { runtime } = pretendedPython();
    const { grader, given } = pretendedGrader();
    await checkSnippet(relu, '', runtime, { ...options, timeoutSeconds: 3.2, grader });
    await checkSnippet(relu, '', runtime, { ...options, timeoutSeconds: 1, grader });
    assert.deepEqual(
      given.map(({ limits }) => Math.round(limits.milliseconds)),
      [1000, 1000],
    );
  });
});
