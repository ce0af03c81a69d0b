/**
 * The file that holds a snapshot of CPython, made when the extension is built: a checksum of all that follows, a line
 * that names the program which the snapshot belongs to, a line that names what it was made of, and the snapshot.
 */
import { crc32 } from 'node:zlib';

const checksumBytes = 4;
const lineEnd = 10;

/** Names the program whose memory a snapshot is, by the files it consists of: another one cannot go on with it. */
export function programName(
  script: Uint8Array,
  wasm: { readonly length: number },
  library: { readonly length: number },
): string {
  return [crc32(script), script.length, wasm.length, library.length].join(' ');
}

/** The contents of such a file. `madeOf` names the Python files in the snapshot. */
export function packSnapshotFile(snapshot: Uint8Array, program: string, madeOf: string): Uint8Array {
  const head = Buffer.from(`${program}\n${madeOf}\n`, 'utf8');
  const file = Buffer.concat([Buffer.alloc(checksumBytes), head, snapshot]);
  file.writeUInt32LE(crc32(file.subarray(checksumBytes)));
  return file;
}

/** Where in the contents of such a file the snapshot begins; throws where it is damaged, or of something else. */
export function snapshotAt(contents: Uint8Array, program: string, madeOf?: string): number {
  const file = Buffer.from(contents.buffer, contents.byteOffset, contents.length);
  if (crc32(file.subarray(checksumBytes)) !== file.readUInt32LE()) throw new Error('the snapshot is damaged');
  const first = file.indexOf(lineEnd, checksumBytes);
  const second = file.indexOf(lineEnd, first + 1);
  const belongs = file.toString('utf8', checksumBytes, first) === program;
  const isOfThese = madeOf === undefined || file.toString('utf8', first + 1, second) === madeOf;
  if (!belongs || !isOfThese) throw new Error('the snapshot is of other files');
  return second + 1;
}
