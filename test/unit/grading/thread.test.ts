import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { relu } from '../../../src/course/exercises/relu';
import { GradingThread } from '../../../src/grading/thread';
import type { SnippetRun } from '../../../src/python/runtime';
import { ungraded } from '../../../src/grader/stopped';

/** The printed text says what the worker below is to do. */
function runThat(does: string): SnippetRun {
  const timings = { startMs: 0, runMs: 0 };
  return {
    error: null,
    calls: [],
    drives: [],
    stdout: does,
    stdoutTruncated: false,
    blanks: [],
    skipped: [],
    timings,
  };
}

/** A grader that obeys: the hostile ones search without end, or take all the memory there is. */
const obedient = `
const { parentPort } = require('node:worker_threads');
const report = (exercise, verdict) => ({
  schema: 1, exercise, verdict, convention: null, values: [], gradientCheck: [], cost: null, diagnoses: [],
  remarks: [], error: null, shapes: [], stdout: '', timings: { startMs: 0, runMs: 0, gradeMs: 0 },
});
let served = 0;
parentPort.on('message', ({ exercise, run, drive }) => {
  if (drive) for (;;) {}
  parentPort.postMessage({ type: 'nonsense' });
  const [, known] = run.stdout.split(' after ');
  if (known) parentPort.postMessage({ type: 'known', report: report(exercise, 'fail') });
  if (run.stdout.startsWith('search')) for (;;) {}
  if (run.stdout.startsWith('allocate')) for (const all = []; ; ) all.push(new Array(1000).fill(0.5));
  if (run.stdout.startsWith('fill')) parentPort.postMessage({ type: 'full' });
  if (run.stdout.startsWith('exit')) process.exit(3);
  if (run.stdout.startsWith('raise')) return parentPort.postMessage({ type: 'failed', detail: 'no such luck' });
  const stdout = String(++served);
  parentPort.postMessage({ type: 'graded', curve: null, report: { ...report(exercise, 'pass'), stdout } });
});
parentPort.postMessage({ type: 'ready' });
`;

describe('grading in a thread', function () {
  this.timeout(30_000);
  let folder: string;
  let thread: GradingThread;
  const grade = async (does: string, milliseconds = 10_000, signal?: AbortSignal) => {
    const limits = { milliseconds, ...(signal ? { signal } : {}) };
    return (await thread.grade(relu, runThat(does), 'en', limits)).report;
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'bpt-grading-'));
    writeFileSync(join(folder, 'worker.cjs'), obedient);
    thread = new GradingThread(join(folder, 'worker.cjs'));
  });
  after(() => {
    thread.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    assert.equal((await grade('ordinary')).verdict, 'pass', 'the next report is as any other');
  });

  it('ends a search without end, says what is known, and holds nobody up', async () => {
    await grade('ordinary');
    let turns = 0;
    const ticking = setInterval(() => turns++, 10);
    const report = await grade('search after known', 300);
    clearInterval(ticking);
    assert.equal(report.verdict, 'fail');
    assert.deepEqual(
      report.remarks.map(({ code }) => code),
      ['search-stopped'],
    );
    assert.ok(turns > 5, `the event loop turned ${String(turns)} times`);
  });

  it('says that nothing could be judged where nothing is known by then', async () => {
    const report = await grade('search', 200);
    assert.equal(report.verdict, 'error');
    assert.equal(report.error?.kind, 'timeout');
  });

  it('ends at once when it is stopped, also while others wait', async () => {
    const stop = new AbortController();
    const stopped = assert.rejects(grade('search after known', 20_000, stop.signal), { name: 'AbortError' });
    const waiting = assert.rejects(grade('ordinary', 20_000, stop.signal), { name: 'AbortError' });
    const staying = grade('ordinary');
    setTimeout(() => {
      stop.abort();
    }, 100);
    const began = performance.now();
    await Promise.all([stopped, waiting]);
    assert.equal((await staying).verdict, 'pass');
    assert.ok(performance.now() - began < 15_000);
  });

  it('survives a worker that runs out of memory or ends itself', async () => {
    const report = await grade('allocate after known');
    assert.equal(report.verdict, 'fail');
    assert.equal((await grade('exit')).error?.kind, 'memory');
  });

  it('has another worker take the place of one that holds too much, when its report is there', async () => {
    const before = Number((await grade('ordinary')).stdout);
    assert.equal((await grade('fill')).stdout, String(before + 1));
    assert.deepEqual(
      (await Promise.all([grade('a'), grade('fill'), grade('b')])).map(({ stdout }) => stdout),
      ['1', '2', '1'],
    );
  });

  it('says what is known where a curve takes too long', async () => {
    const graded = await thread.grade(relu, runThat('ordinary'), 'en', { milliseconds: 10_000 });
    const drive = { name: 'training', returned: null, error: null };
    const report = await thread.addCurve(relu, graded, drive, 'en', { milliseconds: 200 });
    assert.deepEqual(report, graded.report);
  });

  it('tells of a fault of the grader itself, and keeps the worker', async () => {
    await assert.rejects(grade('raise'), /no such luck/u);
  });

  it('counts the limit from when a report has its turn', async () => {
    const [slow, ...quick] = await Promise.all([grade('search', 400), grade('a', 200), grade('b', 200)]);
    assert.equal(slow.verdict, 'error');
    assert.deepEqual(
      quick.map(({ verdict }) => verdict),
      ['pass', 'pass'],
    );
  });

  it('says what to do where there is no worker', async () => {
    const nowhere = new GradingThread(join(folder, 'nowhere.cjs'));
    const graded = nowhere.grade(relu, runThat('ordinary'), 'en', { milliseconds: 1000 });
    await assert.rejects(graded, /install the tutor again/u);
  });

  it('has a sentence in both languages for either end', () => {
    for (const why of ['time', 'memory'] as const) {
      const [en, ko] = (['en', 'ko'] as const).map(
        (language) => ungraded(relu, runThat(''), language, why).error?.message ?? '',
      );
      assert.match(en ?? '', /^[ -~]+$/u);
      assert.match(ko ?? '', /[가-힣]/u);
    }
  });
});
