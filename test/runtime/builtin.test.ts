import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBuiltinRuntime } from '../../src/python/builtin';
import { RuntimeUnavailableError } from '../../src/python/runtime';
import type { PythonRuntime, RuntimePhase } from '../../src/python/runtime';
import { allRuntimes, assertHealthy, builtinPaths, requestFor } from './support';

const wanted = allRuntimes().some(({ builtin }) => builtin);

(wanted ? describe : describe.skip)('the built-in Python', function () {
  this.timeout(60_000);
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

  function create(snapshotDirectory = join(folder, 'storage')): PythonRuntime {
    return createBuiltinRuntime({ ...builtinPaths(), snapshotDirectory });
  }

  /** The snapshot's file once it is there, other than the one (or than its contents) that was there before. */
  async function snapshotFile(before?: Buffer): Promise<string> {
    const storage = join(folder, 'storage');
    for (let round = 0; ; round++) {
      const [name] = readdirSync(storage).filter(
        (entry) => entry.endsWith('.snapshot') && !entry.includes('0123'),
      );
      const path = name === undefined ? null : join(storage, name);
      if (path !== null && (before === undefined || !readFileSync(path).equals(before))) return path;
      assert.ok(round < 100, 'no snapshot was written');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('makes a snapshot on its first start, and starts from it afterwards', async () => {
    const first = await phasesOf(create());
    assert.deepEqual(first, ['starting', 'first-start', 'ready', 'running', 'ready', 'stopped']);
    const file = await snapshotFile();
    const written = statSync(file).mtimeMs;
    const later = create();
    const began = performance.now();
    await later.start();
    const took = performance.now() - began;
    assert.ok(took < 2000, `it took ${took.toFixed(0)} ms`);
    assert.equal(later.description, 'CPython 3.14 (built in)');
    assert.deepEqual(await phasesOf(later), ['running', 'ready', 'stopped']);
    assert.equal(statSync(file).mtimeMs, written, 'it was not written again');
  });

  it('remakes a damaged snapshot without a word', async () => {
    const file = await snapshotFile();
    const bytes = readFileSync(file);
    const at = bytes.length >> 1;
    bytes[at] = (bytes[at] ?? 0) ^ 255;
    writeFileSync(file, bytes);
    assert.ok((await phasesOf(create())).includes('first-start'));
    await snapshotFile(bytes);
    assert.ok(!(await phasesOf(create())).includes('first-start'));
  });

  it('remakes one that is whole but cannot be used', async () => {
    const file = await snapshotFile();
    const bytes = readFileSync(file);
    const { createHash } = await import('node:crypto');
    const body = Buffer.from(bytes.subarray(32));
    body.fill(0, 0, 64);
    writeFileSync(file, Buffer.concat([createHash('sha256').update(body).digest(), body]));
    assert.ok((await phasesOf(create())).includes('first-start'));
  });

  it('takes away the snapshot of another version', async () => {
    const old = join(folder, 'storage', 'python-0123456789abcdef.snapshot');
    rmSync(await snapshotFile());
    writeFileSync(old, 'old');
    await phasesOf(create());
    const file = await snapshotFile();
    for (let round = 0; round < 50 && readdirSync(join(folder, 'storage')).length > 1; round++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.deepEqual(
      readdirSync(join(folder, 'storage')).map((name) => join(folder, 'storage', name)),
      [file],
    );
  });

  it('works where nothing can be stored', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await phasesOf(create(join(file, 'inside')));
    await phasesOf(createBuiltinRuntime(builtinPaths()));
  });

  it('says so where its files are missing', async () => {
    const runtime = createBuiltinRuntime({ ...builtinPaths(), pyodidePath: join(folder, 'none') });
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
      const runtime = createBuiltinRuntime(${JSON.stringify({ ...builtinPaths(), snapshotDirectory: join(folder, 'storage') })});
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
