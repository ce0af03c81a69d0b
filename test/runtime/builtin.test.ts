import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { createBuiltinRuntime } from '../../src/python/builtin';
import { RuntimeUnavailableError } from '../../src/python/runtime';
import type { PythonRuntime, RuntimePhase } from '../../src/python/runtime';
import { builtinPaths } from '../support/runtimes';
import { allRuntimes, assertHealthy, patienceMs, requestFor } from './support';

const wanted = allRuntimes().some(({ builtin }) => builtin);

(wanted ? describe : describe.skip)('the built-in Python', function () {
  this.timeout(300_000);
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'builtin-'));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function phasesOf(runtime: PythonRuntime): Promise<RuntimePhase[]> {
    const phases: RuntimePhase[] = [];
    runtime.onPhase((phase) => phases.push(phase));
    try {
      await assertWorks(runtime);
    } finally {
      await runtime.dispose();
    }
    return phases;
  }

  /** Starts first, so that the time of the check itself is a warm one. */
  async function assertWorks(runtime: PythonRuntime): Promise<void> {
    await runtime.start();
    await assertHealthy(runtime);
  }

  function create(builtinPath = builtinPaths().builtinPath): PythonRuntime {
    return createBuiltinRuntime({ ...builtinPaths(), builtinPath });
  }

  /** A copy of the built-in Python's folder in which something may be damaged. */
  function copied(name: string): string {
    const path = join(folder, name);
    cpSync(builtinPaths().builtinPath, path, { recursive: true });
    return path;
  }

  it('starts from the snapshot that it came with', async () => {
    assert.deepEqual(await phasesOf(create()), ['starting', 'ready', 'running', 'ready', 'stopped']);
    const later = create();
    const began = performance.now();
    await later.start();
    const took = performance.now() - began;
    assert.ok(took < 2 * patienceMs(), `it took ${took.toFixed(0)} ms`);
    assert.equal(later.description, 'CPython 3.14 (built in)');
    assert.deepEqual(await phasesOf(later), ['running', 'ready', 'stopped']);
  });

  // Which files are none of its own, or damaged, is told before a start: `unit/python/snapshotFile.test.ts`.
  it('starts without a snapshot, or from a damaged one, all the same', async function () {
    this.timeout(300_000);
    const path = copied('damaged');
    const file = join(path, 'python.snapshot');
    const whole = readFileSync(file);
    // Behind the checksum, two lines say what the snapshot belongs to.
    const lines = whole.subarray(4, whole.indexOf('\n', whole.indexOf('\n') + 1) + 1).toString('utf8');
    const noMemory = Buffer.concat([Buffer.from(lines), Buffer.alloc(2 ** 16)]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(noMemory));
    writeFileSync(file, Buffer.concat([sum, noMemory]));
    assert.ok((await phasesOf(create(path))).includes('first-start'), 'whole, but no memory of Python’s');
    rmSync(file);
    mkdirSync(file);
    assert.ok((await phasesOf(create(path))).includes('first-start'), 'a folder in its place');
  });

  it('says so where its files are missing', async () => {
    const runtime = create(join(folder, 'none'));
    await assert.rejects(runtime.start(), (error: unknown) => {
      assert.ok(error instanceof RuntimeUnavailableError);
      assert.match(error.message, /built-in Python could not be started/u);
      return true;
    });
    await assert.rejects(runtime.run(requestFor('def f(): pass')), RuntimeUnavailableError);
    await runtime.dispose();
  });

  it('can be disposed at any time', async () => {
    const starting = create();
    const start = starting.start();
    await starting.dispose();
    await start.catch((error: unknown) => {
      assert.ok(error instanceof RuntimeUnavailableError);
    });
    const running = create();
    await running.start();
    const run = running.run(requestFor('while True: pass'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await running.dispose();
    await run.catch(() => undefined);
    await create().dispose();
  });

  it('ends without waiting for a check that was stopped while it started', async () => {
    const runtime = create();
    const stop = new AbortController();
    const run = runtime.run(requestFor('def f(): return 1'), stop.signal);
    stop.abort();
    await assert.rejects(run, { name: 'AbortError' });
    await assertHealthyAfterStart(runtime);
  });

  async function assertHealthyAfterStart(runtime: PythonRuntime): Promise<void> {
    await runtime.start();
    await assertHealthy(runtime);
    await runtime.dispose();
  }

  it('does not keep a program from ending', () => {
    const script = `
      const { createBuiltinRuntime } = require(${JSON.stringify(join(__dirname, '../../src/python/builtin.ts'))});
      const runtime = createBuiltinRuntime(${JSON.stringify(builtinPaths())});
      runtime.run(${JSON.stringify({ ...requestFor('def f(): return 1'), calls: [] })}).then((run) => console.log('ran', run.error));
    `;
    const ended = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
      cwd: join(__dirname, '../..'),
      timeout: 30_000,
      encoding: 'utf8',
    });
    assert.equal(ended.status, 0, ended.stderr);
    assert.equal(ended.stdout, 'ran null\n');
  });

  it('runs several at once, each by itself', async () => {
    const runtimes = [create(), create()];
    await Promise.all(runtimes.map((runtime) => runtime.start()));
    const results = await Promise.all(
      runtimes.map((runtime, index) => runtime.run(requestFor(`n = ${String(index)}\ndef f(): return n`))),
    );
    assert.deepEqual(
      results.map(({ calls }) => calls[0]?.returned),
      [0, 1].map((value) => ({ kind: 'number', type: 'int', value })),
    );
    await Promise.all(runtimes.map((runtime) => runtime.dispose()));
  });
});
