/**
 * Files wherever VS Code has them: on the local disk, or in a file system of another extension, which may lack
 * anything. All that the tutor writes goes through here, so that nothing of it is ever half there.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { readDisk, temporaryName, writeDisk } from './diskFile';
import type { WriteOptions } from './diskFile';
import { FileFault, faultOf, isMissing } from './fileFault';
import { sameBytes } from './unicode';

/** Larger than any file of ours; what claims to be larger is not read. */
export const largestFile = 8 * 1024 * 1024;

/** How long a file system may take to answer. Whoever waits for it is waited for by the learner. */
const patienceMs = 10_000;

/** VS Code's file systems, which come from anywhere, and may never answer. */
const fs = {
  stat: (uri: vscode.Uri) => answered(vscode.workspace.fs.stat(uri)),
  readFile: (uri: vscode.Uri) => answered(vscode.workspace.fs.readFile(uri)),
  writeFile: (uri: vscode.Uri, bytes: Uint8Array) => answered(vscode.workspace.fs.writeFile(uri, bytes)),
  rename: (from: vscode.Uri, to: vscode.Uri, overwrite: boolean) =>
    answered(vscode.workspace.fs.rename(from, to, { overwrite })),
  delete: (uri: vscode.Uri) => answered(vscode.workspace.fs.delete(uri)),
};

async function answered<T>(work: Thenable<T>): Promise<T> {
  const waiting = new AbortController();
  const late = sleep(patienceMs, undefined, { signal: waiting.signal, ref: false }).then(() => {
    throw new Error(vscode.l10n.t('there was no answer within {0} seconds', patienceMs / 1000));
  });
  // Which of the two settles second does not matter any more.
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    waiting.abort();
  }
}

/** The last part of a file's address, as people call the file. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The bytes of a file; undefined where there is none. Throws a `FileFault`. */
export async function readBytes(uri: vscode.Uri, limit = largestFile): Promise<Uint8Array | undefined> {
  if (uri.scheme === 'file') return readDisk(uri.fsPath, limit);
  try {
    const found = await fs.stat(uri);
    if (found.type & vscode.FileType.Directory) throw new FileFault('folder', nameOf(uri));
    if (found.size > limit) throw new FileFault('too-large', nameOf(uri));
    return await fs.readFile(uri);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw faultOf(error, nameOf(uri));
  }
}

/** Writes a file whole. Throws a `FileFault`; then the file is as it was before. */
export async function writeBytes(
  uri: vscode.Uri,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  if (uri.scheme === 'file') return writeDisk(uri.fsPath, bytes, options);
  try {
    await writeElsewhere(uri, bytes);
  } catch (error) {
    throw faultOf(error, nameOf(uri));
  }
}

/** Gives a file that cannot be used another name beside it, which it returns; nobody's bytes are thrown away. */
export async function setAside(uri: vscode.Uri): Promise<string> {
  const folder = vscode.Uri.joinPath(uri, '..');
  for (let number = 1; ; number++) {
    const name = `${nameOf(uri)}.kept${number === 1 ? '' : `-${String(number)}`}`;
    try {
      await fs.rename(uri, vscode.Uri.joinPath(folder, name), false);
      return name;
    } catch (error) {
      const taken = error instanceof vscode.FileSystemError && error.code === 'FileExists';
      if (!taken || number > 99) throw faultOf(error, nameOf(uri));
    }
  }
}

async function writeElsewhere(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const name = nameOf(uri);
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) throw new FileFault('read-only', name);
  const before = await statOf(uri);
  if ((before?.type ?? 0) & vscode.FileType.Directory) throw new FileFault('folder', name);
  if (before?.permissions === vscode.FilePermission.Readonly) throw new FileFault('read-only', name);
  const temporary = vscode.Uri.joinPath(uri, '..', temporaryName(name));
  let inPlace = before === undefined ? undefined : await fs.readFile(uri);
  try {
    try {
      await writeAndCompare(temporary, bytes);
    } catch (error) {
      // A file system may hold the files that it holds, and take no others.
      if (!before || faultOf(error, name).kind !== 'read-only') throw error;
      await writeOver(uri, bytes, inPlace);
      return;
    }
    try {
      await fs.rename(temporary, uri, true);
    } catch {
      // A rename that failed half-way may have taken the target away: then there is nothing to go back to but ours.
      inPlace = (await statOf(uri)) && inPlace;
      await writeOver(uri, bytes, inPlace);
    }
  } finally {
    await removeQuietly(temporary);
  }
}

/** Writes over a file; where that fails, puts the old bytes back, or takes the beginning of a new file away. */
async function writeOver(uri: vscode.Uri, bytes: Uint8Array, old: Uint8Array | undefined): Promise<void> {
  try {
    await writeAndCompare(uri, bytes);
  } catch (error) {
    if (old) await fs.writeFile(uri, old).catch(() => undefined);
    else await removeQuietly(uri);
    throw error;
  }
}

/** A file system that is full, or far away, may take fewer bytes than it was given, and say nothing. */
async function writeAndCompare(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  await fs.writeFile(uri, bytes);
  if (!sameBytes(await fs.readFile(uri), bytes)) throw new FileFault('short', nameOf(uri));
}

async function removeQuietly(uri: vscode.Uri): Promise<void> {
  // It is not there where all went well.
  await fs.delete(uri).catch(() => undefined);
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await fs.stat(uri);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The text of a UTF-8 file of the tutor's own; undefined where there is none. Throws a `FileFault`. */
export async function readText(uri: vscode.Uri, limit = largestFile): Promise<string | undefined> {
  const bytes = await readBytes(uri, limit);
  return bytes && new TextDecoder().decode(bytes);
}

/** Writes a UTF-8 file of the tutor's own, whole. Throws a `FileFault`. */
export function writeText(uri: vscode.Uri, text: string): Promise<void> {
  return writeBytes(uri, new TextEncoder().encode(text));
}
