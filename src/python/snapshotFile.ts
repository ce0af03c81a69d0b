/**
 * The file that holds a snapshot of CPython, made when the extension is built: a checksum of all that follows, a line
 * that names the program which the snapshot belongs to, a line that names what it was made of, and the snapshot.
 */
import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

const checksumBytes = 4;
const lineEnd = 10;

/** The files of a built-in Python beside its snapshot. */
export interface ProgramFiles {
  readonly script: Uint8Array;
  readonly wasm: Uint8Array;
  readonly library: Uint8Array;
}

/** Names the program whose memory a snapshot is: another one cannot go on with it. */
export function programName({ script, wasm, library }: ProgramFiles): string {
  return [crc32(script), script.length, wasm.length, library.length].join(' ');
}

/** The contents of such a file. `madeOf` names the Python files in the snapshot. */
export function packSnapshotFile(snapshot: Uint8Array, program: string, madeOf: string): Uint8Array {
  const head = Buffer.from(`${program}\n${madeOf}\n`, 'utf8');
  const file = Buffer.concat([Buffer.alloc(checksumBytes), head, snapshot]);
  file.writeUInt32LE(crc32(file.subarray(checksumBytes)));
  return file;
}

/** The snapshot in the file; null where there is none of this program (made of these files), or it is damaged. */
export async function readSnapshotFile(
  path: string,
  program: string,
  madeOf?: string,
): Promise<Uint8Array | null> {
  try {
    const file = await readFile(path);
    if (crc32(file.subarray(checksumBytes)) !== file.readUInt32LE()) return null;
    const first = file.indexOf(lineEnd, checksumBytes);
    const second = file.indexOf(lineEnd, first + 1);
    if (file.toString('utf8', checksumBytes, first) !== program) return null;
    if (madeOf !== undefined && file.toString('utf8', first + 1, second) !== madeOf) return null;
    return file.subarray(second + 1);
  } catch {
    return null;
  }
}
