/**
 * The file that holds the memory of a CPython which has imported the harness, made when the extension is built: a
 * digest of the rest, the key of the Python files in it, and the memory, compressed.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompressSync, brotliDecompress, constants } from 'node:zlib';

const digestBytes = 32;
const keyBytes = 64;
const decompress = promisify(brotliDecompress);

/** The contents of such a file: small for a download, or soon for who waits for it. */
export function packSnapshot(snapshot: Uint8Array, key: string, how: 'small' | 'quick'): Uint8Array {
  const quality = how === 'small' ? constants.BROTLI_MAX_QUALITY : 4;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const rest = Buffer.concat([Buffer.from(key, 'ascii'), brotliCompressSync(snapshot, { params })]);
  return Buffer.concat([digest(rest), rest]);
}

/** The memory in the file; null where there is none that fits these Python files, or it is damaged. */
export async function readSnapshot(path: string, key: string): Promise<Uint8Array | null> {
  try {
    const file = await readFile(path);
    const rest = file.subarray(digestBytes);
    if (!digest(rest).equals(file.subarray(0, digestBytes))) return null;
    if (rest.subarray(0, keyBytes).toString('ascii') !== key) return null;
    return await decompress(rest.subarray(keyBytes));
  } catch {
    return null;
  }
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
