/** Snippets in file systems of other extensions, which lack one thing or another: nothing is lost in any of them. */
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import * as vscode from 'vscode';
import { writeBytes } from '../../src/extension/files/anyFile';
import { FileFault } from '../../src/extension/files/fileFault';
import { Snippets } from '../../src/extension/snippet/snippets';
import { eventually } from './support';

/** Files in memory, with everything that may go wrong at a switch. */
class FakeFileSystem implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  room = Number.POSITIVE_INFINITY;
  /** Takes fewer bytes than it is given, and says nothing, or that there is no room. */
  fault: 'none' | 'silent' | 'cut' = 'none';
  canRename = true;
  /** Holds the files that it holds, and takes no others. */
  takesNew = true;
  isReadonly = false;
  hangs = false;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(uri.path);
    if (!file && [...this.files.keys()].some((path) => path.startsWith(`${uri.path}/`)))
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    if (!file && uri.path === '/course')
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: file.length };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.files.keys()].map((path) => [posix.basename(path), vscode.FileType.File]);
  }

  createDirectory(): void {
    // Folders are there when they are needed.
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  // VS Code never comes back to a file whose writing has thrown, other than by a rejection.
  writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    if (this.hangs) return new Promise(() => undefined);
    if (this.isReadonly || (!this.takesNew && !this.files.has(uri.path)))
      return Promise.reject(vscode.FileSystemError.NoPermissions(uri));
    const fits = content.length <= this.room;
    this.files.set(uri.path, fits && this.fault === 'none' ? content : content.slice(0, content.length >> 1));
    if (fits && this.fault !== 'cut') return Promise.resolve();
    return Promise.reject(new Error('ENOSPC: no space left on device, write'));
  }

  delete(uri: vscode.Uri): void {
    if (!this.files.delete(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    if (!this.canRename) throw vscode.FileSystemError.Unavailable('rename');
    this.files.set(to.path, this.readFile(from));
    this.files.delete(from.path);
  }
}

describe('a file in a file system of another extension', () => {
  let fs: FakeFileSystem;
  let registered: vscode.Disposable;
  let uri: vscode.Uri;
  let scheme: string;
  let count = 0;

  beforeEach(() => {
    fs = new FakeFileSystem();
    scheme = `bpt-fake-${String(++count)}`;
    registered = vscode.workspace.registerFileSystemProvider(scheme, fs);
    uri = vscode.Uri.from({ scheme, path: '/course/relu.py' });
  });

  afterEach(() => {
    registered.dispose();
  });

  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const holds = (text: string): void => {
    assert.equal(new TextDecoder().decode(fs.files.get(uri.path)), text);
    assert.deepEqual([...fs.files.keys()], [uri.path]);
  };
  const refuses = (kind: string): Promise<void> =>
    assert.rejects(writeBytes(uri, bytes('after, and longer')), (error) => {
      assert.ok(error instanceof FileFault && error.kind === kind, String(error));
      return true;
    });

  it('is written', async () => {
    await writeBytes(uri, bytes('before'));
    holds('before');
    await writeBytes(uri, bytes('after'));
    holds('after');
  });

  it('is written where nothing can be renamed', async () => {
    fs.canRename = false;
    await writeBytes(uri, bytes('before'));
    await writeBytes(uri, bytes('after'));
    holds('after');
  });

  it('is written where no other file can be', async () => {
    fs.files.set(uri.path, bytes('before'));
    fs.takesNew = false;
    await writeBytes(uri, bytes('after'));
    holds('after');
  });

  for (const fault of ['silent', 'cut'] as const) {
    it(`stays as it was where fewer bytes arrive than were sent: ${fault}`, async () => {
      fs.files.set(uri.path, bytes('before'));
      fs.fault = fault;
      await refuses(fault === 'cut' ? 'full' : 'short');
      holds('before');
    });
  }

  it('stays as it was where no other file can be written and there is no room', async () => {
    fs.files.set(uri.path, bytes('before'));
    fs.takesNew = false;
    fs.room = 10;
    await refuses('full');
    holds('before');
  });

  it('leaves nothing where it cannot be written', async () => {
    fs.room = 3;
    await refuses('full');
    assert.equal(fs.files.size, 0);
    fs.isReadonly = true;
    await refuses('read-only');
  });

  it('is given up where the file system does not answer', async function () {
    this.timeout(40_000);
    fs.files.set(uri.path, bytes('before'));
    fs.hangs = true;
    await refuses('other');
    holds('before');
  });

  it('is held in the tutor while nothing can be written, told once, and written when it can', async () => {
    fs.isReadonly = true;
    const faults: unknown[] = [];
    const folder = vscode.Uri.from({ scheme, path: '/course' });
    const snippets = new Snippets({
      folder,
      starter: () => 'a\n',
      reportError: (error) => faults.push(error),
    });
    const snippet = await snippets.open('relu');
    await snippet.edit(snippet.version, [{ from: 2, to: 2, insert: 'b\n' }]);
    await assert.rejects(snippets.flush());
    await assert.rejects(snippets.flush());
    assert.equal(snippet.text, 'a\nb\n');
    assert.deepEqual(
      faults.map((fault) => fault instanceof FileFault && fault.kind),
      ['read-only'],
    );
    assert.equal(fs.files.size, 0);
    fs.isReadonly = false;
    await eventually('it is written', () => fs.files.has(uri.path), 12_000);
    await snippets.flush();
    holds('a\nb\n');
    snippets.dispose();
  });
});
