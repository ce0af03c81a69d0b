/**
 * Files of the local disk: read no further than allowed, written whole or not at all. What is written goes to a
 * temporary file beside the target, which takes its place once every byte has arrived.
 */
import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import {
  access,
  constants,
  mkdir,
  open,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  utimes,
} from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FileFault, faultOf, isMissing } from './fileFault';
import { sameBytes } from './unicode';

/** As many links in a row as systems follow. */
const mostLinks = 40;

/** The bytes of a file; undefined where there is none. Throws a fault for what is no file, or is larger than `limit`. */
export async function readDisk(path: string, limit: number): Promise<Uint8Array | undefined> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new FileFault('folder', name);
    // A device or a pipe might go on for ever, or never begin.
    if (!found.isFile() || found.size > limit) throw new FileFault('too-large', name);
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw faultOf(error, name);
  }
}

export interface WriteOptions {
  /** Leaves the file's time of change as it was, so that nobody takes it for changed. */
  readonly keepTime?: boolean;
}

/** Writes a file whole; a link stays a link, permissions and owner stay. Throws a fault, and then nothing has changed. */
export async function writeDisk(path: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<void> {
  const name = basename(path);
  try {
    const target = await throughLinks(path);
    const before = await statOf(target);
    if (before?.isDirectory()) throw new FileFault('folder', name);
    // A rename would go over a file that says it is read-only.
    if (before) await access(target, constants.W_OK);
    else if (target === path) await mkdir(dirname(path), { recursive: true });
    else if (!(await statOf(dirname(target)))) throw new FileFault('link', name);
    await replace(target, before, bytes);
    if (options.keepTime && before) await utimes(target, before.atime, before.mtime);
  } catch (error) {
    throw faultOf(error, name);
  }
}

async function replace(target: string, before: Stats | undefined, bytes: Uint8Array): Promise<void> {
  if (before && !before.isFile()) return writeInPlace(target, bytes);
  const temporary = join(dirname(target), temporaryName(basename(target)));
  try {
    const replaces = await writeTemporary(temporary, before, bytes);
    if (replaces && (await renamed(temporary, target))) return;
    await writeInPlace(target, bytes);
  } catch (error) {
    // A folder that takes no new file may hold one that can be written.
    if (!before || faultOf(error, '').kind !== 'read-only') throw error;
    await writeInPlace(target, bytes);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** A name for a temporary file: hidden, and of no kind that anyone looks for. */
export function temporaryName(name: string): string {
  return `.${name}.${randomBytes(6).toString('hex')}.tmp`;
}

/** Writes the temporary file; false where it cannot be made to be like the one whose place it is to take. */
async function writeTemporary(path: string, before: Stats | undefined, bytes: Uint8Array): Promise<boolean> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    const written = await handle.stat();
    if (written.size !== bytes.length) throw new FileFault('short', basename(path));
    let alike = true;
    if (before) {
      // Other names of the same file would go on holding the old text.
      alike = before.nlink === 1;
      const strange = written.uid !== before.uid || written.gid !== before.gid;
      if (strange) await handle.chown(before.uid, before.gid).catch(() => (alike = false));
      await handle.chmod(before.mode & 0o7777).catch(() => (alike = false));
    }
    await handle.datasync();
    return alike;
  } finally {
    await handle.close();
  }
}

/** Renames over the target. Windows refuses while another program reads there, which rarely lasts. */
async function renamed(from: string, to: string): Promise<boolean> {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await rename(from, to);
      return true;
    } catch (error) {
      if (process.platform !== 'win32' || faultOf(error, '').kind !== 'read-only') throw error;
      await sleep(20 << attempt);
    }
  }
  return false;
}

/**
 * Writes over a file where no other can take its place. What is longer than the file is written first: if there is no
 * room for it, the file is as it was. If something fails later, the old bytes go back to where they were.
 */
async function writeInPlace(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    if (!(await handle.stat()).isFile()) {
      await handle.writeFile(bytes);
      return;
    }
    const old = await handle.readFile();
    try {
      await writeAt(handle, bytes.subarray(old.length), old.length);
      await writeAt(handle, bytes.subarray(0, old.length), 0);
      await handle.truncate(bytes.length);
      await handle.datasync();
      if (!sameBytes(await readFile(path), bytes)) throw new FileFault('short', basename(path));
    } catch (error) {
      await writeAt(handle, old, 0);
      await handle.truncate(old.length);
      throw error;
    }
  } finally {
    await handle.close();
  }
}

async function writeAt(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** Where a file is after all symbolic links, whether or not there is a file at the end. */
async function throughLinks(path: string): Promise<string> {
  let at = path;
  for (let links = 0; links < mostLinks; links++) {
    const next = await readlink(at).catch(() => undefined);
    if (next === undefined) return at;
    at = resolve(dirname(at), next);
  }
  throw new FileFault('link', basename(path));
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
