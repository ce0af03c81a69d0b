/** What a snippet's file does not hold yet: held for the next window, whatever becomes of this one. */
import '../pretendedVscode';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as vscode from 'vscode';
import { HeldFiles } from '../../../../src/extension/files/heldTexts';
import type { Held } from '../../../../src/extension/files/heldTexts';

/** VS Code's own state, as far as it is asked. */
class Memento {
  readonly values = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get(key: string): unknown {
    return this.values.get(key);
  }

  update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
    return Promise.resolve();
  }
}

const address = (name: string): vscode.Uri =>
  ({ toString: () => `file:///${name}` }) as unknown as vscode.Uri;
const relu = address('relu.py');
const held = (text: string | null, base = 'base'): Held => ({
  base,
  text,
  pages: [{ page: 'page', count: 3, text: 'typed' }],
});

describe('what is held beside a snippet', () => {
  let folder: string;
  let memento: Memento;
  const warnings: unknown[] = [];

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'bpt-held-')), 'held');
    memento = new Memento();
    warnings.length = 0;
  });

  afterEach(async () => {
    await rm(join(folder, '..'), { recursive: true, force: true });
  });

  const open = (place = folder): HeldFiles => {
    const log = { warn: (...said: unknown[]) => warnings.push(said) };
    // They stand for VS Code's as far as they are asked.
    return new HeldFiles(place, memento, log as unknown as vscode.LogOutputChannel);
  };
  const found = async (from: HeldFiles, uri = relu): Promise<readonly (string | null)[]> =>
    (await from.find(uri)).map(({ text }) => text);
  /** As after its process has ended. */
  const disown = async (): Promise<void> => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const stored = JSON.parse(await readFile(path, 'utf8')) as object;
      await writeFile(path, JSON.stringify({ ...stored, process: gone }));
    }
  };

  it('is found by the next window, the last of it', async () => {
    const window = open();
    for (const text of ['one', 'two', 'three']) await window.hold(relu, held(text));
    await window.hold(address('cost.py'), held('other'));
    const [first, ...more] = await open().find(relu);
    assert.deepEqual([first?.base, first?.text, first?.pages], ['base', 'three', held('').pages]);
    assert.deepEqual(more, []);
    assert.equal(memento.values.size, 0);
    assert.deepEqual(warnings, []);
  });

  it('is the last that was asked for, however quickly one follows the other', async () => {
    const window = open();
    await Promise.all(['one', 'two', 'three'].map((text) => window.hold(relu, held(text))));
    assert.deepEqual(await found(open()), ['three']);
    assert.equal((await readdir(folder)).length, 1);
  });

  it('of two windows is both there, the older one first', async () => {
    const [one, other] = [open(), open()];
    await one.hold(relu, held('here'));
    await sleep(2);
    await other.hold(relu, held('there'));
    assert.deepEqual(await found(open()), ['here', 'there']);
    await sleep(2);
    await one.hold(relu, held('here again'));
    assert.deepEqual(await found(open()), ['there', 'here again']);
  });

  it('of a window that is gone goes when another window holds it', async () => {
    await open().hold(relu, held('mine'));
    await disown();
    const next = open();
    assert.deepEqual(await found(next), ['mine']);
    // Not before: the next window may end as well.
    assert.deepEqual(await found(open()), ['mine']);
    await next.hold(relu, held('mine and more'));
    assert.deepEqual(await found(open()), ['mine and more']);
  });

  it('of a window that is still there stays', async () => {
    const one = open();
    await one.hold(relu, held('one'));
    await sleep(2);
    const other = open();
    await other.find(relu);
    await other.hold(relu, held('other'));
    assert.deepEqual(await found(open()), ['one', 'other']);
  });

  it('is nothing once there is nothing to hold', async () => {
    const window = open();
    await window.hold(relu, held('one'));
    await window.hold(relu, { base: 'one', text: null, pages: [] });
    assert.deepEqual(await readdir(folder), []);
  });

  it('is in VS Code’s own state where no file can be written, and back in a file later', async () => {
    await writeFile(join(folder, '..', 'file'), '');
    const nowhere = join(folder, '..', 'file', 'held');
    const window = open(nowhere);
    await window.hold(relu, held('one'));
    await window.hold(relu, held('two'));
    assert.deepEqual(await found(open(nowhere)), ['two']);
    assert.equal(warnings.length, 2);
    await rm(join(folder, '..', 'file'));
    await window.hold(relu, held('three'));
    assert.equal(memento.values.size, 0);
    assert.deepEqual(await found(open(nowhere)), ['three']);
  });

  it('is not believed where it is damaged', async () => {
    await open().hold(relu, held('one'));
    for (const name of await readdir(folder)) {
      for (const bytes of ['', '{"uri":', '[]', '{"uri":"file:///relu.py","text":7}']) {
        await writeFile(join(folder, name), bytes);
        assert.deepEqual(await found(open()), []);
      }
    }
  });
});
