/** Text files as VS Code reads them: in its settings' encoding, or their own; with all their line ends. */
import * as vscode from 'vscode';
import { readBytes } from './anyFile';
import { openDocument } from './documents';
import { FileFault } from './fileFault';
import { joinLineEnds, splitLineEnds } from './lineEnds';
import type { LineEnd, LineEnds } from './lineEnds';
import { decodeUnicode, encodeUnicode, getsMark, isUnicode, markedEncoding } from './unicode';
import { sameBytes, unmarkedUtf16, utf8 } from './unicode';
import type { Encoding } from './unicode';

/** What a file holds. */
export interface FileText {
  /** With LF line ends, without a byte order mark. */
  readonly text: string;
  readonly ends: LineEnds;
  /** How lines ended before the last of them was deleted. */
  readonly lastEnd?: LineEnd;
  readonly encoding: Encoding;
  /** Whether the bytes are this text in this encoding; if not, writing the text back would destroy some of them. */
  readonly whole: boolean;
}

/** The text of a file; undefined where there is none. `chosen` is the encoding that the learner named for it. */
export async function readTextFile(uri: vscode.Uri, chosen?: string): Promise<FileText | undefined> {
  const bytes = await readBytes(uri);
  return bytes && decodeFile(uri, bytes, chosen);
}

/** The bytes of a file with this text. Throws a `FileFault` where the encoding has not all of its characters. */
export async function encodeFile(
  file: string,
  { text, ends, encoding }: Omit<FileText, 'whole'>,
): Promise<Uint8Array> {
  const raw = joinLineEnds(text, ends);
  const bytes = await encode(raw, encoding);
  if (isUnicode(encoding.name)) return bytes;
  const back = await decode(bytes, encoding).catch(() => '');
  if (back === raw) return bytes;
  const sample = Array.from(raw).find((character, index) => character !== Array.from(back)[index]) ?? '';
  throw new FileFault('unencodable', file, { encoding: encoding.name, sample });
}

/** The encoding that VS Code gives a new file. */
export function encodingOfNew(uri: vscode.Uri): Encoding {
  const name = configured(uri);
  return { name, mark: getsMark(name) };
}

async function decodeFile(uri: vscode.Uri, bytes: Uint8Array, chosen: string | undefined): Promise<FileText> {
  const encoding = await encodingOf(uri, bytes, chosen);
  const read = await decodeWith(bytes, encoding);
  if (read.whole) return read;
  // What is UTF-8 to the last byte is hardly ever anything else, whatever the settings say.
  const plain = await decodeWith(bytes, utf8);
  return plain.whole ? plain : read;
}

async function decodeWith(bytes: Uint8Array, encoding: Encoding): Promise<FileText> {
  try {
    const raw = await decode(bytes, encoding);
    // An encoding may have two codes for a character, so other bytes are no loss as long as all was understood.
    const whole =
      sameBytes(await encode(raw, encoding), bytes) ||
      (!isUnicode(encoding.name) && !raw.includes('\uFFFD') && (await isStable(raw, encoding)));
    return { ...splitLineEnds(raw), encoding, whole };
  } catch {
    // VS Code refuses what it takes for no text at all.
    return { ...splitLineEnds(decodeUnicode(bytes, utf8)), encoding, whole: false };
  }
}

async function isStable(raw: string, encoding: Encoding): Promise<boolean> {
  return (await decode(await encode(raw, encoding), encoding)) === raw;
}

async function encodingOf(uri: vscode.Uri, bytes: Uint8Array, chosen: string | undefined): Promise<Encoding> {
  const marked = markedEncoding(bytes);
  if (marked) return marked;
  const name = chosen ?? openDocument(uri)?.encoding ?? unmarkedUtf16(bytes)?.name ?? (await guessed(uri));
  return { name: name === 'utf8bom' ? 'utf8' : name, mark: false };
}

/** What VS Code would open the file with: only it can guess as it guesses, so it is asked to open it, without a tab. */
async function guessed(uri: vscode.Uri): Promise<string> {
  const guesses = vscode.workspace.getConfiguration('files', { uri, languageId: 'python' });
  if (guesses.get<unknown>('autoGuessEncoding') !== true) return configured(uri);
  try {
    return (await vscode.workspace.openTextDocument(uri)).encoding;
  } catch {
    return configured(uri);
  }
}

function configured(uri: vscode.Uri): string {
  const settings = vscode.workspace.getConfiguration('files', { uri, languageId: 'python' });
  const name = settings.get<unknown>('encoding');
  return typeof name === 'string' && name !== '' ? name : utf8.name;
}

async function decode(bytes: Uint8Array, encoding: Encoding): Promise<string> {
  if (isUnicode(encoding.name)) return decodeUnicode(bytes, encoding);
  return vscode.workspace.decode(bytes, { encoding: encoding.name });
}

async function encode(raw: string, encoding: Encoding): Promise<Uint8Array> {
  if (isUnicode(encoding.name)) return encodeUnicode(raw, encoding);
  return vscode.workspace.encode(raw, { encoding: encoding.name });
}
