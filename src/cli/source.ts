/** A snippet's text as its file holds it, in whatever encoding a learner's editor wrote it. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { decodeCp949 } from './cp949';

/** Why a file gives no text: a code, and a detail for the sentence. */
export interface Unreadable {
  readonly code: 'unreadable' | 'special' | 'folder' | 'too-large' | 'binary' | 'not-text';
  readonly detail: string;
}

export type Source = { readonly text: string } | { readonly problem: Unreadable };

/** More than any snippet takes, and little enough to be read a thousand times. */
export const mostSourceBytes = 2 * 1024 * 1024;

/** Notebooks hold the pictures they have drawn. */
export const mostNotebookBytes = 64 * 1024 * 1024;

/**
 * Reads a file that a person wrote. It is opened so that nothing can wait for it: a pipe with nobody at the other end
 * would else be waited for without end.
 */
export function readBytes(
  path: string | Buffer,
  most: number,
): { readonly bytes: Buffer } | { readonly problem: Unreadable } {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0));
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) return { problem: { code: 'folder', detail: '' } };
    if (!stats.isFile()) return { problem: { code: 'special', detail: '' } };
    if (stats.size > most) return { problem: { code: 'too-large', detail: megabytes(stats.size) } };
    // One more than allowed: the file may have grown, and some systems tell a size of 0 for files that hold much.
    const bytes = Buffer.alloc(Math.min(most, Math.max(stats.size, 64 * 1024)) + 1);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    if (length > most) return { problem: { code: 'too-large', detail: megabytes(length) } };
    return { bytes: bytes.subarray(0, length) };
  } catch (error) {
    return { problem: { code: 'unreadable', detail: reasonOf(error) } };
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

/** What the system says of a failure, without the call and the path around it. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === undefined ? text : text.replace(/, \w+(?: '.*)?$/su, '');
}

/** Reads a file's text. Never throws. */
export function readSource(path: string | Buffer, most = mostSourceBytes): Source {
  const read = readBytes(path, most);
  return 'problem' in read ? read : decode(read.bytes);
}

/**
 * The text of bytes: by their byte order mark; else UTF-8; else as Python's coding line in the first two lines says;
 * else CP949, in which Korean editors write where they do not write UTF-8.
 */
export function decode(bytes: Uint8Array): Source {
  const marked = byteOrderMark(bytes);
  if (marked) return textOf(decodeAs(marked, bytes), 'not-text');
  const isBinary = bytes.includes(0);
  if (isBinary) return { problem: { code: 'binary', detail: '' } };
  const encodings = ['utf-8', codingLine(bytes), 'euc-kr'];
  for (const encoding of encodings) {
    const text = encoding === null ? null : decodeAs(encoding, bytes);
    if (text !== null) return textOf(text, 'not-text');
  }
  return { problem: { code: 'not-text', detail: '' } };
}

function textOf(text: string | null, otherwise: 'not-text'): Source {
  if (text === null) return { problem: { code: otherwise, detail: '' } };
  return text.includes('\0') ? { problem: { code: 'binary', detail: '' } } : { text };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** Names that Python knows and the platform's decoder does not, by the decoder's name. */
const pythonNames: Readonly<Record<string, string>> = {
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  'euc-kr': 'euc-kr',
  latin: 'latin1',
  'latin-1': 'latin1',
  cp932: 'shift_jis',
  'shift-jis': 'shift_jis',
  cp936: 'gbk',
  'euc-jp': 'euc-jp',
  'mac-roman': 'macintosh',
};

/** The encoding that a coding line (PEP 263) names, or null. */
function codingLine(bytes: Uint8Array): string | null {
  const begin = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  for (const line of begin.split(/\r\n|\r|\n/u, 2)) {
    const name = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/u.exec(line)?.[1];
    if (name === undefined) continue;
    const known = name.toLowerCase().replaceAll('_', '-');
    return pythonNames[known] ?? known.replace(/^cp(?=125\d$)/u, 'windows-');
  }
  return null;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  if (encoding === 'euc-kr') return decodeCp949(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // These bytes are not of that encoding, or the platform does not know it.
    return null;
  }
}
