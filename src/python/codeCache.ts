/**
 * The file that holds what V8 has compiled of the realm's script, so that a start need not parse it: V8 takes it from the
 * same version only, so each machine makes its own. A checksum of all that follows, a line that names what it is of, and
 * V8's data. Only a process that has run no snippet yet may make one.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { arch, pid, platform, versions } from 'node:process';
import { crc32 } from 'node:zlib';

const checksumBytes = 4;
const lineEnd = 10;
const prefix = 'realm-';

/** What compiled code is of: the script, and the machine and V8 that it was compiled for. */
function nameOf(script: Uint8Array): string {
  return [crc32(script), script.length, platform, arch, versions.v8].join(' ');
}

/** The place of this V8's compiled code in a folder. */
export function codeCacheIn(folder: string): string {
  return join(folder, `${prefix}${versions.v8.replaceAll(/[^\w.-]/gu, '-')}-${arch}.bin`);
}

/** The compiled code in such a file; null where there is none of this script that is whole. */
export function readCodeCache(file: string, script: Uint8Array): Buffer | null {
  try {
    // A pipe in its place would be read for ever.
    if (!statSync(file).isFile()) return null;
    const contents = readFileSync(file);
    const rest = contents.subarray(checksumBytes);
    const end = rest.indexOf(lineEnd);
    const isWhole = crc32(rest) === contents.readUInt32LE();
    const isOfThis = rest.toString('utf8', 0, Math.max(0, end)) === nameOf(script);
    return isWhole && isOfThis ? rest.subarray(end + 1) : null;
  } catch {
    return null;
  }
}

/** The contents of such a file. */
export function packCodeCache(code: Uint8Array, script: Uint8Array): Uint8Array {
  const rest = Buffer.concat([Buffer.from(`${nameOf(script)}\n`), code]);
  const checksum = Buffer.alloc(checksumBytes);
  checksum.writeUInt32LE(crc32(rest));
  return Buffer.concat([checksum, rest]);
}

/** Keeps such a file, whole or not at all, in place of those of other versions. A start does without where it cannot be kept. */
export function keepCodeCache(file: string, contents: Uint8Array): void {
  const folder = dirname(file);
  const draft = `${file}.${String(pid)}.part`;
  try {
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder)) {
      if (old.startsWith(prefix) && old !== basename(file)) removeIfPossible(join(folder, old));
    }
    writeFileSync(draft, contents);
    renameSync(draft, file);
  } catch {
    // The next start tries again.
    removeIfPossible(draft);
  }
}

/** What cannot be removed stays, and is in nobody's way. */
function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A folder of that name, or one that may not be changed.
  }
}
