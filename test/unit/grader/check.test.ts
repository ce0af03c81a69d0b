import assert from 'node:assert/strict';
import { backward2Layer } from '../../../src/course/exercises/backward2Layer';
import { relu } from '../../../src/course/exercises/relu';
import { checkSnippet, type Grader, type GradingLimits } from '../../../src/grader/check';
import { ungraded } from '../../../src/grader/stopped';
import type { Report } from '../../../src/grader/report';
import type { DriveResult, PythonRuntime, SnippetRequest, SnippetRun } from '../../../src/python/runtime';

/** A Python that answers each request with as many calls, in 3 s, and as many drives, in another 3 s. */
function pretendedPython(error: SnippetRun['error'] = null, driveError: SnippetRun['error'] = null) {
  const asked: SnippetRequest[] = [];
  const runtime: PythonRuntime = {
    description: null,
    readsFiles: false,
    start: () => Promise.resolve(),
    onPhase: () => ({ dispose: () => undefined }),
    dispose: () => Promise.resolve(),
    run: async (request, _signal, afterCalls) => {
      asked.push(request);
      const run = {
        error,
        calls: request.calls.map(({ name }) => ({ name })) as unknown as SnippetRun['calls'],
        drives: [],
        stdout: '',
        stdoutTruncated: false,
        blanks: [],
        skipped: [],
        timings: { startMs: 1, runMs: 3000 },
      };
      if (error || request.drives.length === 0) return run;
      afterCalls?.(run);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const timings = { startMs: 1, runMs: 6000 };
      if (driveError) return { ...run, error: driveError, calls: [], timings };
      const drives = request.drives.map(({ name }) => ({ name, returned: null, error: null }));
      return { ...run, drives, timings };
    },
  };
  return { runtime, asked };
}

/** A grader that keeps what it was given. */
function pretendedGrader() {
  const given: { readonly run: SnippetRun; readonly limits: GradingLimits }[] = [];
  const curves: { readonly drive: DriveResult | null; readonly limits: GradingLimits }[] = [];
  const grader: Grader = {
    start: () => undefined,
    grade: (exercise, run, language, limits) => {
      given.push({ run, limits });
      return Promise.resolve({ report: ungraded(exercise, run, language, 'time'), curve: null });
    },
    addCurve: (_exercise, { report }, drive, _language, limits) => {
      curves.push({ drive, limits });
      return Promise.resolve({ ...report, stdout: 'with the curve' });
    },
  };
  return { grader, given, curves };
}

const options = { timeoutSeconds: 10, language: 'en' } as const;

describe('one check', () => {
  it('asks Python once, and gives the verdict while the training runs', async () => {
    const { runtime, asked } = pretendedPython();
    const { grader, given, curves } = pretendedGrader();
    const verdicts: Report[] = [];
    const onVerdict = (report: Report): void => {
      assert.equal(curves.length, 0, 'the verdict comes before the curve');
      verdicts.push(report);
    };
    const report = await checkSnippet(backward2Layer, '', runtime, { ...options, grader, onVerdict });
    assert.deepEqual(
      asked.map(({ calls, drives }) => [calls.length > 0, drives.length]),
      [[true, 1]],
    );
    assert.deepEqual(
      verdicts.map(({ stdout, timings }) => [stdout, timings.runMs]),
      [['', 3000]],
    );
    assert.equal(given.length, 1, 'the calls are graded once');
    assert.equal(Math.round(given[0]?.limits.milliseconds ?? 0), 7000);
    assert.deepEqual(
      curves.map(({ drive }) => drive?.name),
      ['training'],
    );
    assert.ok((curves[0]?.limits.milliseconds ?? 0) <= 4000);
    assert.deepEqual([report.stdout, report.timings.runMs], ['with the curve', 6000]);
  });

  it('keeps the verdict where the training does not come to its end', async () => {
    const place = {
      line: 1,
      column: null,
      endLine: null,
      endColumn: null,
      traceback: '',
      hint: null,
      sort: null,
    };
    const { runtime } = pretendedPython(null, { kind: 'timeout', type: null, message: '', ...place });
    const { grader, given, curves } = pretendedGrader();
    await checkSnippet(backward2Layer, '', runtime, { ...options, grader });
    assert.equal(given.length, 1);
    assert.ok((given[0]?.run.calls.length ?? 0) > 0);
    assert.deepEqual(
      curves.map(({ drive }) => drive),
      [null],
    );
  });

  it('rejects as its grader does', async () => {
    const { runtime } = pretendedPython();
    const { grader } = pretendedGrader();
    const broken: Grader = { ...grader, grade: () => Promise.reject(new Error('no such luck')) };
    await assert.rejects(
      checkSnippet(backward2Layer, '', runtime, { ...options, grader: broken }),
      /no such luck/u,
    );
  });

  it('trains nothing after an error, and nothing where the exercise trains nothing or no curve is wanted', async () => {
    for (const [exercise, error, curve] of [
      [backward2Layer, 'syntax', true],
      [backward2Layer, null, false],
      [relu, null, true],
    ] as const) {
      const place = {
        line: 1,
        column: null,
        endLine: null,
        endColumn: null,
        traceback: '',
        hint: null,
        sort: null,
      };
      const { runtime, asked } = pretendedPython(
        error === null ? null : { kind: error, type: null, message: '', ...place },
      );
      const { grader, curves } = pretendedGrader();
      let verdicts = 0;
      const onVerdict = (): void => {
        verdicts++;
      };
      await checkSnippet(exercise, '', runtime, { ...options, grader, curve, onVerdict });
      assert.deepEqual(
        asked.map(({ drives }) => drives.length),
        [error === null ? 0 : 1],
      );
      assert.equal(verdicts, 0);
      assert.equal(curves.length, 0);
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
