/**
 * What a snippet's file does not hold yet, held where it outlives the window, the extension's process, and a folder that
 * nothing can be written to: in a small file of the tutor's own, one for each snippet and window, so that no window
 * writes over what another one holds. Where that cannot be written either, VS Code's own state takes it.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type * as vscode from 'vscode';

/** How much of what was typed in a page of the panel has come: so many changes, and the page's text with them. */
export interface PageText {
  readonly page: string;
  readonly count: number;
  readonly text: string;
}

/** What is held of one snippet. */
export interface Held {
  /** What the file held when the text was last brought together with it. */
  readonly base: string;
  /** The text, where the file does not hold it yet; null where it does. */
  readonly text: string | null;
  readonly pages: readonly PageText[];
}

export interface HeldTexts {
  /** What any window held of a file, the oldest first. */
  find(uri: vscode.Uri): Promise<readonly Held[]>;
  /** Resolves when it is held, or nothing can hold it; never rejects. */
  hold(uri: vscode.Uri, held: Held): Promise<void>;
}

const storedSchema = v.object({
  uri: v.string(),
  window: v.string(),
  at: v.number(),
  process: v.number(),
  base: v.string(),
  text: v.nullable(v.string()),
  pages: v.array(v.object({ page: v.string(), count: v.number(), text: v.string() })),
});

type Stored = v.InferOutput<typeof storedSchema>;

/** Held in files of this folder. */
export class HeldFiles implements HeldTexts {
  private readonly window = randomUUID();
  /** What windows left that are gone: it goes as soon as this window holds something in its stead. */
  private readonly inherited = new Map<string, () => Promise<void>>();
  /** One write of a file at a time, so that the last one asked for is the last one made. */
  private readonly writing = new Map<string, Promise<void>>();
  private lastAt = 0;

  constructor(
    private readonly folder: string,
    private readonly memento: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async find(uri: vscode.Uri): Promise<readonly Held[]> {
    const names = await readdir(this.folder).catch(() => []);
    const files = names.filter((name) => name.startsWith(nameFor(uri)) && name.endsWith('.json'));
    const keys = this.memento.keys().filter((key) => key.startsWith(keyFor(uri)));
    const found = [
      ...(await Promise.all(files.map((name) => this.read(name)))),
      ...keys.map((key) => understood(this.memento.get<unknown>(key))),
    ].flatMap((stored) => (stored?.uri === uri.toString() ? [stored] : []));
    const gone = found.filter((stored) => stored.window !== this.window && !isRunning(stored.process));
    this.inherited.set(uri.toString(), async () => {
      for (const { window } of gone) await this.remove(uri, window);
    });
    // A window may have left an older file beside what VS Code kept of it.
    const newest = new Map<string, Stored>();
    for (const stored of found.sort((a, b) => a.at - b.at)) newest.set(stored.window, stored);
    return [...newest.values()].sort((a, b) => a.at - b.at);
  }

  async hold(uri: vscode.Uri, held: Held): Promise<void> {
    const key = uri.toString();
    this.lastAt = Math.max(Date.now(), this.lastAt + 1);
    const { window, lastAt: at } = this;
    const { base, text, pages } = held;
    const stored = { uri: key, window, at, process: process.pid, base, text, pages: [...pages] };
    const writing = (this.writing.get(key) ?? Promise.resolve()).then(() => this.store(uri, stored));
    this.writing.set(key, writing);
    await writing;
    if (this.writing.get(key) === writing) this.writing.delete(key);
  }

  private async store(uri: vscode.Uri, stored: Stored): Promise<void> {
    if (stored.text === null && stored.pages.length === 0) await this.remove(uri, this.window);
    else await this.keep(uri, stored);
    await this.inherited.get(uri.toString())?.();
    this.inherited.delete(uri.toString());
  }

  private async keep(uri: vscode.Uri, stored: Stored): Promise<void> {
    const key = keyFor(uri) + this.window;
    try {
      await this.write(join(this.folder, nameFor(uri) + this.window + '.json'), JSON.stringify(stored));
      if (this.memento.get(key) !== undefined) await this.memento.update(key, undefined);
    } catch (error) {
      // The disk is full, perhaps. VS Code's state is in its memory first, and so lasts as long as VS Code.
      this.log.warn('What a snippet holds could not be written beside it.', error);
      await Promise.resolve(this.memento.update(key, stored)).catch(() => undefined);
    }
  }

  private async remove(uri: vscode.Uri, window: string): Promise<void> {
    const key = keyFor(uri) + window;
    await rm(join(this.folder, `${nameFor(uri)}${window}.json`), { force: true }).catch(() => undefined);
    if (this.memento.get(key) === undefined) return;
    await Promise.resolve(this.memento.update(key, undefined)).catch(() => undefined);
  }

  /** Whole or not at all; without waiting for the disk itself, which the file of the snippet will do. */
  private async write(path: string, text: string): Promise<void> {
    const temporary = `${path}.tmp`;
    try {
      await writeFile(temporary, text);
    } catch {
      await mkdir(this.folder, { recursive: true });
      await writeFile(temporary, text);
    }
    await rename(temporary, path);
  }

  private async read(name: string): Promise<Stored | undefined> {
    try {
      return understood(JSON.parse(await readFile(join(this.folder, name), 'utf8')));
    } catch {
      // Damaged, or gone this moment.
      return undefined;
    }
  }
}

/** Held for as long as the window is there. */
export class HeldHere implements HeldTexts {
  private readonly values = new Map<string, Held>();

  find(uri: vscode.Uri): Promise<readonly Held[]> {
    const held = this.values.get(uri.toString());
    return Promise.resolve(held ? [held] : []);
  }

  hold(uri: vscode.Uri, held: Held): Promise<void> {
    this.values.set(uri.toString(), held);
    return Promise.resolve();
  }
}

function understood(value: unknown): Stored | undefined {
  const stored = v.safeParse(storedSchema, value);
  return stored.success ? stored.output : undefined;
}

/** How the names of a snippet's files begin; the window follows. */
function nameFor(uri: vscode.Uri): string {
  return `${createHash('sha256').update(uri.toString()).digest('hex').slice(0, 20)}-`;
}

function keyFor(uri: vscode.Uri): string {
  return `held:${uri.toString()}:`;
}

/** Whether a process of this machine with this number runs: perhaps the window that holds something. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
