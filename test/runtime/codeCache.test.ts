/** What V8 compiles of the realm is kept for the next start: made before any snippet runs, and never in a start's way. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBuiltinRuntime } from '../../src/python/builtin';
import { codeCacheIn, keepCodeCache, packCodeCache, readCodeCache } from '../../src/python/codeCache';
import { builtinPaths } from '../support/runtimes';
import { assertHealthy } from './support';

/** A busy machine takes its time to make the file. */
const mostMs = 30_000;

describe('the compiled code of the built-in Python', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'backprop-compiled-'));
    file = codeCacheIn(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const modified = (): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

  /** Starts Python, waits until the file is newer than `before`, and has a snippet run. */
  async function startAndWait(before: number): Promise<void> {
    const runtime = createBuiltinRuntime({ ...builtinPaths(), cachePath: folder });
    try {
      await runtime.start();
      for (const began = performance.now(); modified() <= before && performance.now() - began < mostMs;)
        await new Promise((resolve) => setTimeout(resolve, 20));
      assert.ok(modified() > before, 'nothing was kept');
      await assertHealthy(runtime);
    } finally {
      await runtime.dispose();
    }
  }

  /** Starts Python and has a snippet run at once. */
  async function startAndRun(cachePath = folder): Promise<void> {
    const runtime = createBuiltinRuntime({ ...builtinPaths(), cachePath });
    try {
      await assertHealthy(runtime);
      await assertHealthy(runtime);
    } finally {
      await runtime.dispose();
    }
  }

  it('is made by the first start, and used by the next', async () => {
    await startAndWait(0);
    const made = modified();
    await startAndRun();
    assert.equal(modified(), made);
    assert.deepEqual(
      readdirSync(folder).map((name) => join(folder, name)),
      [file],
    );
  });

  it('is made anew where the file is damaged', async () => {
    await startAndWait(0);
    truncateSync(file, 1000);
    await startAndWait(modified());
    assert.ok(statSync(file).size > 100_000);
  });

  it('is not wanted where it cannot be read or kept', async () => {
    const taken = join(folder, 'a file');
    writeFileSync(taken, 'no folder');
    await startAndRun(taken);
    assert.equal(readFileSync(taken, 'utf8'), 'no folder');
  });

  it('is not wanted where what is in its place is damaged and cannot be taken away', async () => {
    const inside = join(file, 'realm');
    mkdirSync(file);
    writeFileSync(inside, 'a folder in its place');
    await startAndRun();
    assert.equal(readFileSync(inside, 'utf8'), 'a folder in its place');
    rmSync(file, { recursive: true });
    for (const damaged of [
      Buffer.alloc(0),
      Buffer.alloc(100_000, 7),
      packCodeCache(Buffer.from('x'), Buffer.from('y')),
    ]) {
      writeFileSync(file, damaged);
      chmodSync(file, 0o444);
      chmodSync(folder, 0o555);
      try {
        await startAndRun();
      } finally {
        chmodSync(folder, 0o755);
        rmSync(file, { force: true });
      }
    }
  });

  it('is kept though what is old cannot be taken away', () => {
    mkdirSync(join(folder, 'realm-1.2.3-x64.bin'));
    keepCodeCache(file, Buffer.from('new'));
    assert.equal(readFileSync(file, 'utf8'), 'new');
  });

  it('is told from that of another script, and from what is not whole', () => {
    const [script, other] = [Buffer.from('one'), Buffer.from('two')];
    keepCodeCache(file, packCodeCache(Buffer.from('code'), script));
    assert.equal(readCodeCache(file, script)?.toString(), 'code');
    assert.equal(readCodeCache(file, other), null);
    const contents = readFileSync(file);
    contents[contents.length - 1] = 0;
    writeFileSync(file, contents);
    assert.equal(readCodeCache(file, script), null);
    writeFileSync(file, '');
    assert.equal(readCodeCache(file, script), null);
  });

  it('takes the place of that of another V8', () => {
    const old = join(folder, 'realm-1.2.3-x64.bin');
    writeFileSync(old, 'old');
    keepCodeCache(file, Buffer.from('new'));
    assert.deepEqual(readdirSync(folder), [file.slice(folder.length + 1)]);
  });
});
