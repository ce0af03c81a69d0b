/** Writing what a class is told in: files that are either whole or not there. */
import { accessSync, constants, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { printable } from '../printable';
import { reasonOf } from '../source';
import { UsageError } from '../usage';

/** Throws a `UsageError` where a file could not be written: an hour of grading should not end with it. */
export function requireWritable(file: string): void {
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) throw new Error('it is a folder');
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw new UsageError(`cannot write ${printable(file)}: ${reasonOf(error)}. Choose another place`);
  }
}

/** Makes a folder where there is none; a `UsageError` where that cannot be done. */
export function requireFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new UsageError(`cannot write to ${printable(folder)}: ${reasonOf(error)}. Choose another place`);
  }
}

/** Writes a file beside its place and then puts it there. Devices and pipes are written as they are. */
export function writeWhole(file: string, text: string): void {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there && !there.isFile()) {
    writeFileSync(file, text);
    return;
  }
  const draft = join(dirname(file), `.${basename(file)}.${String(process.pid)}.part`);
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
