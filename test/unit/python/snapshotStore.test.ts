import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SnapshotStore } from '../../../src/python/snapshotStore';

const snapshot = Uint8Array.from({ length: 5000 }, (_, index) => index % 251);

describe('the store of snapshots', () => {
  let directory = '';

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'snapshots-'));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  async function written(key: string): Promise<string> {
    const store = new SnapshotStore(directory, key);
    store.keep(snapshot);
    await store.settled();
    const [name] = readdirSync(directory);
    assert.ok(name);
    assert.ok(name.includes(key));
    return join(directory, name);
  }

  it('gives a later session what an earlier one kept', async () => {
    await written('one');
    const loaded = await new SnapshotStore(directory, 'one').load();
    assert.deepEqual(loaded && Uint8Array.from(loaded), snapshot);
  });

  it('has nothing where nothing was kept', async () => {
    assert.equal(await new SnapshotStore(directory, 'one').load(), null);
    assert.equal(await new SnapshotStore(join(directory, 'none'), 'one').load(), null);
    assert.equal(await new SnapshotStore(null, 'one').load(), null);
  });

  it('keeps in memory even where there is no folder', async () => {
    const store = new SnapshotStore(null, 'one');
    store.keep(snapshot);
    assert.equal((await store.load())?.length, snapshot.length);
  });

  it('does not mind a folder that cannot be written', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    const store = new SnapshotStore(join(file, 'inside'), 'one');
    store.keep(snapshot);
    await store.settled();
    assert.equal((await store.load())?.length, snapshot.length);
  });

  it('takes a file with one changed byte, or a short one, for none', async () => {
    const path = await written('one');
    const bytes = readFileSync(path);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    assert.equal(await new SnapshotStore(directory, 'one').load(), null);
    truncateSync(path, 40);
    assert.equal(await new SnapshotStore(directory, 'one').load(), null);
    truncateSync(path, 0);
    assert.equal(await new SnapshotStore(directory, 'one').load(), null);
  });

  it('clears away the snapshots of other versions, and leaves no drafts', async () => {
    await written('one');
    const path = await written('two');
    assert.deepEqual(readdirSync(directory), [path.slice(directory.length + 1)]);
  });

  it('forgets', async () => {
    await written('one');
    const store = new SnapshotStore(directory, 'one');
    await store.load();
    await store.forget();
    assert.equal(await store.load(), null);
    assert.deepEqual(readdirSync(directory), []);
  });
});
