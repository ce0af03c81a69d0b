import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ProgressCopy } from '../../src/extension/progressCopy';
import { ProgressStore } from '../../src/extension/progress';
import type { ProgressMemento } from '../../src/extension/progress';
import { eventually } from './support';

/** Global state as VS Code keeps it: JSON, shared by all windows. */
class FakeMemento implements ProgressMemento {
  synced: readonly string[] = [];

  constructor(readonly values = new Map<string, string>()) {}

  get(key: string): unknown {
    const text = this.values.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }

  setKeysForSync(keys: readonly string[]): void {
    this.synced = keys;
  }
}

describe('kept progress', () => {
  it('is there for the next session, and travels with Settings Sync', () => {
    const memento = new FakeMemento();
    const store = new ProgressStore(memento);
    store.worked('relu');
    store.checked('relu', true, 'explicit');
    store.hintsOpened('cost', 2);
    const next = new ProgressStore(new FakeMemento(memento.values));
    assert.equal(next.of('relu').state, 'passed');
    assert.equal(next.of('cost').hintsOpened, 2);
    assert.equal(next.passed, 1);
    assert.deepEqual(memento.synced, ['progress.v1']);
    assert.ok(memento.values.has('progress.v1'));
  });

  it('counts only the checks that were asked for', () => {
    const store = new ProgressStore(new FakeMemento());
    store.checked('relu', false, 'automatic');
    store.checked('relu', false, 'explicit');
    store.checked('relu', true, 'automatic');
    assert.equal(store.of('relu').attempts, 1);
    assert.equal(store.of('relu').state, 'passed');
  });

  it('takes the time at work, without long pauses', () => {
    let now = 0;
    const store = new ProgressStore(new FakeMemento(), () => now);
    store.worked('relu');
    now += 30_000;
    store.worked('relu');
    now += 3_600_000;
    store.checked('relu', true, 'explicit');
    assert.equal(store.of('relu').bestSeconds, 90);
    store.restarted('relu');
    store.worked('relu');
    now += 20_000;
    store.checked('relu', true, 'explicit');
    assert.equal(store.of('relu').bestSeconds, 20);
  });

  it('of two windows comes together', () => {
    const values = new Map<string, string>();
    const [one, two] = [
      new ProgressStore(new FakeMemento(values)),
      new ProgressStore(new FakeMemento(values)),
    ];
    one.checked('relu', true, 'explicit');
    two.checked('cost', true, 'explicit');
    one.hintsOpened('chain-rule', 1);
    assert.equal(two.passed, 2);
    assert.equal(one.passed, 2);
    assert.equal(two.of('chain-rule').hintsOpened, 1);
  });

  it('of a later version of the extension is never written over', () => {
    const later = JSON.stringify({ schema: 2, anything: ['else'] });
    const memento = new FakeMemento(new Map([['progress.v2', later]]));
    const store = new ProgressStore(memento);
    store.checked('relu', true, 'explicit');
    assert.equal(memento.values.get('progress.v2'), later);
    assert.equal(new ProgressStore(new FakeMemento(memento.values)).passed, 1);
  });

  it('that is damaged is set aside, and what can be read of it stays', () => {
    const relu = { state: 'passed', hintsOpened: 0, attempts: 1, bestSeconds: null, workedSeconds: null };
    const damaged = JSON.stringify({ schema: 1, exercises: { relu, cost: { state: 'brilliant' } } });
    const memento = new FakeMemento(new Map([['progress.v1', damaged]]));
    const store = new ProgressStore(memento);
    assert.equal(store.of('relu').state, 'passed');
    store.checked('chain-rule', true, 'explicit');
    assert.equal(memento.values.get('progress.aside'), damaged);
    assert.equal(new ProgressStore(new FakeMemento(memento.values)).passed, 2);
  });
});

describe('the copy of the progress', () => {
  const log = vscode.window.createOutputChannel('test', { log: true });
  let folder: vscode.Uri;

  beforeEach(async () => {
    folder = vscode.Uri.file(await mkdtemp(join(tmpdir(), 'bpt-progress-')));
  });

  afterEach(() => rm(folder.fsPath, { recursive: true, force: true }));

  it('brings back what the global state lost, and does not undo what it has', async () => {
    const copy = new ProgressCopy(folder, log);
    const before = new ProgressStore(new FakeMemento());
    await before.keepCopy(copy);
    before.checked('relu', true, 'explicit');
    before.hintsOpened('cost', 2);
    await copy.flush();
    const memento = new FakeMemento();
    new ProgressStore(memento).checked('cost', true, 'explicit');
    const after = new ProgressStore(memento);
    let told = 0;
    after.onDidChange(() => told++);
    await after.keepCopy(new ProgressCopy(folder, log));
    assert.equal(after.of('relu').state, 'passed');
    assert.deepEqual([after.of('cost').state, after.of('cost').hintsOpened], ['passed', 2]);
    assert.equal(told, 1);
    assert.equal(new ProgressStore(memento).passed, 2);
  });

  it('keeps what two windows add to it', async () => {
    const copies = [new ProgressCopy(folder, log), new ProgressCopy(folder, log)] as const;
    for (const [i, copy] of copies.entries()) {
      const store = new ProgressStore(new FakeMemento());
      await store.keepCopy(copy);
      store.checked(i === 0 ? 'relu' : 'cost', true, 'explicit');
      await copy.flush();
    }
    const all = await copies[0].read();
    assert.deepEqual(Object.keys(all.exercises).sort(), ['cost', 'relu']);
  });

  it('brings what another window adds, and tells', async () => {
    const stores = [new ProgressStore(new FakeMemento()), new ProgressStore(new FakeMemento())] as const;
    for (const store of stores) await store.keepCopy(new ProgressCopy(folder, log));
    const [one, other] = stores;
    let told = 0;
    other.onDidChange(() => told++);
    one.checked('relu', true, 'explicit');
    await eventually('the other window was told', () => told > 0);
    assert.equal(other.of('relu').state, 'passed');
    for (const store of stores) store.dispose();
  });

  it('is as good as none when it is damaged, and becomes whole again', async () => {
    const file = vscode.Uri.joinPath(folder, 'progress.v1.json');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{"schema":1,'));
    const copy = new ProgressCopy(folder, log);
    const store = new ProgressStore(new FakeMemento());
    await store.keepCopy(copy);
    assert.equal(store.passed, 0);
    store.checked('relu', true, 'explicit');
    await copy.flush();
    assert.equal((await copy.read()).exercises.relu?.state, 'passed');
  });
});
