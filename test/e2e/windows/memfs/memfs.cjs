// @ts-check
const { EventEmitter, FileChangeType, FileSystemError, FileType, workspace } = require('vscode');

/** @typedef {{ type: import('vscode').FileType, content: Uint8Array, at: number }} Entry */

/** A file system in memory: an entry for each path. @implements {import('vscode').FileSystemProvider} */
class MemoryFileSystem {
  /** @type {Map<string, Entry>} */
  #entries = new Map();
  /** @type {EventEmitter<import('vscode').FileChangeEvent[]>} */
  #changed = new EventEmitter();
  onDidChangeFile = this.#changed.event;

  constructor() {
    for (const path of ['/', '/course']) this.#put(path, FileType.Directory);
    this.#put('/course/readme.txt', FileType.File, Buffer.from('A folder that no disk has.\n'));
  }

  watch() {
    return { dispose: () => undefined };
  }

  /** @param {import('vscode').Uri} uri */
  stat(uri) {
    const { type, content, at } = this.#get(uri);
    return { type, size: content.length, ctime: at, mtime: at };
  }

  /** @param {import('vscode').Uri} uri @returns {[string, import('vscode').FileType][]} */
  readDirectory(uri) {
    this.#get(uri);
    const start = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    return [...this.#entries]
      .filter(([path]) => path.startsWith(start) && path !== start && !path.slice(start.length).includes('/'))
      .map(([path, { type }]) => [path.slice(start.length), type]);
  }

  /** @param {import('vscode').Uri} uri */
  createDirectory(uri) {
    this.#put(uri.path, FileType.Directory);
    this.#changed.fire([{ type: FileChangeType.Created, uri }]);
  }

  /** @param {import('vscode').Uri} uri */
  readFile(uri) {
    return this.#get(uri).content;
  }

  /** @param {import('vscode').Uri} uri @param {Uint8Array} content */
  writeFile(uri, content) {
    const folder = uri.path.slice(0, uri.path.lastIndexOf('/')) || '/';
    this.#get(uri.with({ path: folder }));
    const type = this.#entries.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#put(uri.path, FileType.File, content);
    this.#changed.fire([{ type, uri }]);
  }

  /** @param {import('vscode').Uri} uri */
  delete(uri) {
    this.#get(uri);
    this.#entries.delete(uri.path);
    this.#changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  /** @param {import('vscode').Uri} from */
  rename(from) {
    throw FileSystemError.NoPermissions(from);
  }

  /** @param {import('vscode').Uri} uri @returns {Entry} */
  #get(uri) {
    const entry = this.#entries.get(uri.path);
    if (!entry) throw FileSystemError.FileNotFound(uri);
    return entry;
  }

  /** @param {string} path @param {import('vscode').FileType} type */
  #put(path, type, content = new Uint8Array()) {
    this.#entries.set(path, { type, content, at: Date.now() });
  }
}

/** @param {import('vscode').ExtensionContext} context */
exports.activate = ({ subscriptions }) => {
  subscriptions.push(
    workspace.registerFileSystemProvider('memfs', new MemoryFileSystem(), { isCaseSensitive: true }),
    workspace.registerFileSystemProvider('memfs-readonly', new MemoryFileSystem(), {
      isCaseSensitive: true,
      isReadonly: true,
    }),
  );
};
