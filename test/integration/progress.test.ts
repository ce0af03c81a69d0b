import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ProgressCopy } from '../../src/extension/progress/progressCopy';
import { importProgress } from '../../src/extension/progress/importProgress';
import { ProgressStore } from '../../src/extension/progress/progress';
import { countPassed, storedForm } from '../../src/extension/progress/progressModel';
import type { ProgressMemento } from '../../src/extension/progress/progress';
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
    assert.equal(countPassed(next.all), 1);
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
    assert.equal(countPassed(two.all), 2);
    assert.equal(countPassed(one.all), 2);
    assert.equal(two.of('chain-rule').hintsOpened, 1);
  });

  it('of a later version of the extension is never written over', () => {
    const later = JSON.stringify({ schema: 2, anything: ['else'] });
    const memento = new FakeMemento(new Map([['progress.v2', later]]));
    const store = new ProgressStore(memento);
    store.checked('relu', true, 'explicit');
    assert.equal(memento.values.get('progress.v2'), later);
    assert.equal(countPassed(new ProgressStore(new FakeMemento(memento.values)).all), 1);
  });

  it('that is damaged is set aside, and what can be read of it stays', () => {
    const relu = { state: 'passed', hintsOpened: 0, attempts: 1, bestSeconds: null, workedSeconds: null };
    const damaged = JSON.stringify({ schema: 1, exercises: { relu, cost: { state: 'brilliant' } } });
    const memento = new FakeMemento(new Map([['progress.v1', damaged]]));
    const store = new ProgressStore(memento);
    assert.equal(store.of('relu').state, 'passed');
    store.checked('chain-rule', true, 'explicit');
    assert.equal(memento.values.get('progress.aside'), damaged);
    assert.equal(countPassed(new ProgressStore(new FakeMemento(memento.values)).all), 2);
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
    assert.equal(countPassed(new ProgressStore(memento).all), 2);
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

  it('of 40 MB is kept under another name within moments, and what can be found in it counts', async () => {
    const file = vscode.Uri.joinPath(folder, 'progress.v1.json');
    const entry = { state: 'passed', hintsOpened: 2, attempts: 1, bestSeconds: null, workedSeconds: null };
    const text = JSON.stringify({ schema: 1, exercises: { relu: entry }, more: '['.repeat(40e6) });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const copy = new ProgressCopy(folder, log);
    const store = new ProgressStore(new FakeMemento());
    const started = Date.now();
    await store.keepCopy(copy);
    assert.ok(Date.now() - started < 8000, `${String(Date.now() - started)} ms`);
    assert.equal(store.of('relu').hintsOpened, 2);
    store.checked('cost', true, 'explicit');
    await copy.flush();
    const aside = vscode.Uri.joinPath(folder, 'progress.v1.json.kept');
    assert.equal((await vscode.workspace.fs.stat(aside)).size, text.length);
    assert.deepEqual(Object.keys((await copy.read()).exercises).sort(), ['cost', 'relu']);
  });

  it('is as good as none when it is damaged, and becomes whole again', async () => {
    const file = vscode.Uri.joinPath(folder, 'progress.v1.json');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{"schema":1,'));
    const copy = new ProgressCopy(folder, log);
    const store = new ProgressStore(new FakeMemento());
    await store.keepCopy(copy);
    assert.equal(countPassed(store.all), 0);
    store.checked('relu', true, 'explicit');
    await copy.flush();
    assert.equal((await copy.read()).exercises.relu?.state, 'passed');
  });
});

describe('importing progress', () => {
  let file: vscode.Uri;
  let store: ProgressStore;

  beforeEach(async () => {
    file = vscode.Uri.file(join(await mkdtemp(join(tmpdir(), 'bpt-import-')), 'progress.json'));
    store = new ProgressStore(new FakeMemento());
    store.checked('relu', true, 'explicit');
    store.hintsOpened('cost', 1);
  });

  afterEach(() => rm(vscode.Uri.joinPath(file, '..').fsPath, { recursive: true, force: true }));

  const write = (content: string | Uint8Array): Thenable<void> =>
    vscode.workspace.fs.writeFile(
      file,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    );
  const entry = { state: 'started', hintsOpened: 3, attempts: 2, bestSeconds: null, workedSeconds: 1 };

  it('adds what is in the file, and loses nothing that is here', async () => {
    const passed = { ...entry, state: 'passed' };
    const exercises = { relu: entry, cost: passed, 'chain-rule': { state: 'passed', attempts: 'many' } };
    await write('\uFEFF' + JSON.stringify({ schema: 1, exercises }));
    await importProgress(store, file);
    assert.equal(countPassed(store.all), 3);
    assert.deepEqual([store.of('relu').state, store.of('relu').hintsOpened], ['passed', 3]);
    assert.equal(store.of('cost').hintsOpened, 3);
  });

  it('refuses, in words for people, what is no progress, and changes nothing', async () => {
    const before = JSON.stringify(store.all);
    for (const [content, said] of [
      ['{"schema":1,', /is no progress/],
      ['[]', /is no progress/],
      ['null', /is no progress/],
      ['{"schema":1,"exercises":7}', /is no progress/],
      ['{"schema":1,"exercises":{"relu":"passed"}}', /is no progress/],
      ['{"schema":7,"exercises":{}}', /later version/],
      [new Uint8Array(2_000_000), /is no progress/],
    ] as const) {
      await write(content);
      await assert.rejects(importProgress(store, file), said);
    }
    await rm(file.fsPath);
    await assert.rejects(importProgress(store, file), /not there any more/);
    await vscode.workspace.fs.createDirectory(file);
    await assert.rejects(importProgress(store, file), /A folder has the name "progress.json"/);
    assert.equal(JSON.stringify(store.all), before);
  });

  it('takes back what was exported', async () => {
    await write(JSON.stringify(storedForm(store.all)));
    const other = new ProgressStore(new FakeMemento());
    await importProgress(other, file);
    assert.deepEqual(other.all, store.all);
    let told = 0;
    other.onDidChange(() => told++);
    await importProgress(other, file);
    assert.equal(told, 0);
  });
});
