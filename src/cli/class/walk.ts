/**
 * Every file below a folder, once, whatever the folder holds: links that loop, pipes, names that are no text, folders
 * that cannot be read. Names stay bytes, as the system keeps them; nothing is opened.
 */
import { lstatSync, readdirSync, realpathSync, statSync, type BigIntStats } from 'node:fs';
import { sep as nativeSeparator } from 'node:path';
import { textOfPath } from '../printable';
import { reasonOf } from '../source';
import { reason, type Reason } from './reason';

/** What was found under a name: a regular file, or why it is none that can be read. */
export interface Found {
  /** Relative to the folder, as text (`textOfPath`), with `/` between names. */
  readonly name: string;
  /** How it is opened. */
  readonly path: Buffer;
  /** Null for a regular file. */
  readonly reason: Reason | null;
  /** Milliseconds since 1970 at which the file was last written; 0 where unknown. */
  readonly modified: number;
}

/** Folders that tools leave behind. What is in them is no submission, and may be thousands of files. */
const toolFolders =
  /^(?:\.git|\.hg|\.svn|\.venv|venv|node_modules|__pycache__|__MACOSX|\.ipynb_checkpoints|\.idea|\.vscode|\.mypy_cache|\.pytest_cache)$/u;

interface Place {
  readonly name: string;
  readonly path: Buffer;
}

const separator = Buffer.from('/');

function below({ name, path }: Place, entry: Buffer): Place {
  const own = textOfPath(entry);
  return { name: name === '' ? own : `${name}/${own}`, path: Buffer.concat([path, separator, entry]) };
}

function identityOf({ dev, ino }: BigIntStats): string {
  return `${String(dev)}:${String(ino)}`;
}

/** Walks a folder. Links are followed after all that is there by itself, so that a file is told by its own name. */
class Walk {
  readonly found: Found[] = [];
  /** The folders that were read, and the files that were found, by what the system knows them by. */
  private readonly folders = new Map<string, string>();
  private readonly files = new Map<string, string>();
  private readonly links: Place[] = [];
  /** Links may lead to what is below it. */
  private readonly root: Buffer;

  constructor(root: Buffer) {
    this.root = realpathSync.native(root, 'buffer');
    this.readFolders({ name: '', path: root }, statSync(root, { bigint: true }));
    // A link may lead to a folder that holds links.
    for (let link = this.links.shift(); link; link = this.links.shift()) this.follow(link);
  }

  private add(place: Place, why: Reason | null, stats?: BigIntStats): void {
    this.found.push({ ...place, reason: why, modified: Number(stats?.mtimeMs ?? 0n) });
  }

  private readFolders(first: Place, firstStats: BigIntStats): void {
    const waiting = [{ place: first, stats: firstStats }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { place, stats } = next;
      this.folders.set(identityOf(stats), place.name);
      let entries: Buffer[];
      try {
        entries = readdirSync(place.path, { encoding: 'buffer' });
      } catch (error) {
        this.add(place, reason('unreadable-folder', reasonOf(error)));
        continue;
      }
      for (const entry of entries) {
        const inner = below(place, entry);
        const folder = this.look(inner, textOfPath(entry));
        if (folder) waiting.push({ place: inner, stats: folder });
      }
    }
  }

  /** Notes what an entry is; gives its facts where it is a folder to be read. */
  private look(place: Place, own: string): BigIntStats | null {
    let stats: BigIntStats;
    try {
      stats = lstatSync(place.path, { bigint: true });
    } catch (error) {
      this.add(place, reason('unreadable', reasonOf(error)));
      return null;
    }
    if (stats.isSymbolicLink()) this.links.push(place);
    else if (!stats.isDirectory()) this.noteFile(place, stats);
    else if (this.folders.has(identityOf(stats)))
      this.add(place, reason('same-folder', this.folders.get(identityOf(stats))));
    else if (toolFolders.test(own)) this.add(place, reason('not-looked-into'));
    else {
      if (/\.(?:py|ipynb)$/iu.test(own)) this.add(place, reason('folder'));
      return stats;
    }
    return null;
  }

  private noteFile(place: Place, stats: BigIntStats): void {
    if (!stats.isFile()) {
      this.add(place, reason('special'));
      return;
    }
    this.files.set(identityOf(stats), place.name);
    this.add(place, null, stats);
  }

  private follow(link: Place): void {
    let target: Buffer;
    let stats: BigIntStats;
    try {
      target = realpathSync.native(link.path, 'buffer');
      stats = statSync(link.path, { bigint: true });
    } catch (error) {
      this.add(link, ofLink(error));
      return;
    }
    const isFolder = stats.isDirectory();
    const same = (isFolder ? this.folders : this.files).get(identityOf(stats));
    if (same !== undefined) {
      const isAround = isFolder && (same === '' || link.name.startsWith(`${same}/`));
      const why = isFolder ? 'same-folder' : 'same-file';
      this.add(link, isAround ? reason('loop') : reason(why, same));
    } else if (!isWithin(target, this.root)) {
      // It could make the grader read, and quote, any file of the machine, whoever put it there.
      this.add(link, reason('outside'));
    } else if (isFolder) this.readFolders(link, stats);
    else this.noteFile(link, stats);
  }
}

function isWithin(path: Buffer, folder: Buffer): boolean {
  if (path.equals(folder)) return true;
  const begin =
    folder.at(-1) === separator[0] ? folder : Buffer.concat([folder, Buffer.from(nativeSeparator)]);
  return path.subarray(0, begin.length).equals(begin);
}

/** What kept a link from being resolved. */
function ofLink(error: unknown): Reason {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return reason('broken-link');
  return code === 'ELOOP' ? reason('loop') : reason('unreadable', reasonOf(error));
}

/** Everything below a folder, in the order of the names. Throws where the folder itself cannot be read. */
export function walk(folder: string): Found[] {
  const root = Buffer.from(folder);
  readdirSync(root, { encoding: 'buffer' });
  const { found } = new Walk(root);
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
