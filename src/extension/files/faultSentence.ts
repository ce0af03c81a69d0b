/** What people are told of a file that cannot be read or written, and what they can do about it. */
import * as vscode from 'vscode';
import { reasonOf } from './fileFault';
import type { FaultKind, FileFault } from './fileFault';

/** What a sentence speaks of. */
interface Told {
  readonly file: string;
  readonly encoding: string;
  readonly sample: string;
  readonly reason: string;
}

/** What is wrong and the next action, by the kind of the fault. */
const sentences: Readonly<Record<FaultKind, (told: Told) => string>> = {
  full: ({ file }) => vscode.l10n.t('The disk is full, so "{0}" could not be saved. Make room on it.', file),
  'read-only': ({ file }) =>
    vscode.l10n.t(
      '"{0}" could not be saved, because the file or its folder is read-only or in use. Allow writing there.',
      file,
    ),
  folder: ({ file }) =>
    vscode.l10n.t('A folder has the name "{0}", where a file belongs. Rename the folder.', file),
  'not-a-folder': ({ file }) =>
    vscode.l10n.t('"{0}" has no folder to be in: a file has the folder\'s name. Rename that file.', file),
  link: ({ file }) =>
    vscode.l10n.t(
      '"{0}" is a link that leads nowhere. Delete the link, or bring back what it leads to.',
      file,
    ),
  short: ({ file }) =>
    vscode.l10n.t(
      '"{0}" could not be saved whole, so it was left as it was. Check the disk or the connection.',
      file,
    ),
  'too-large': ({ file }) => vscode.l10n.t('"{0}" is too large, or no file at all. Rename it.', file),
  undecodable: ({ file, encoding }) =>
    vscode.l10n.t(
      '"{0}" cannot be read as {1}, so it is not written over. Choose the encoding that it is in.',
      file,
      encoding,
    ),
  unencodable: ({ file, encoding, sample }) =>
    vscode.l10n.t(
      '"{0}" is in {1}, which has no "{2}". Save it as UTF-8, or take that character out.',
      file,
      encoding,
      sample,
    ),
  gone: ({ file }) =>
    vscode.l10n.t(
      '"{0}" was deleted or renamed. It has been written again, with the text in the tutor.',
      file,
    ),
  other: ({ file, reason }) => vscode.l10n.t('"{0}" could not be read or saved: {1}', file, reason),
};

/** Says what is wrong and names the next action. */
export function faultSentence({ kind, file, details }: FileFault): string {
  const { encoding = '', sample = '', cause } = details;
  return sentences[kind]({ file, encoding: encodingLabel(encoding), sample, reason: reasonOf(cause) });
}

/** Names of encodings that people know, by those that VS Code's interface has for them. */
export const encodingLabels: Readonly<Record<string, string>> = {
  utf8: 'UTF-8',
  utf8bom: 'UTF-8 with BOM',
  euckr: 'EUC-KR (CP949)',
  utf16le: 'UTF-16 LE',
  utf16be: 'UTF-16 BE',
  windows1252: 'Windows 1252',
  iso88591: 'ISO 8859-1',
  shiftjis: 'Shift JIS',
  eucjp: 'EUC-JP',
  gb18030: 'GB 18030',
  gbk: 'GBK',
  cp950: 'Big5 (CP950)',
  big5hkscs: 'Big5-HKSCS',
  windows1250: 'Windows 1250',
  windows1251: 'Windows 1251',
  koi8r: 'KOI8-R',
  windows1253: 'Windows 1253',
  windows1254: 'Windows 1254',
  windows1258: 'Windows 1258',
  macroman: 'Mac Roman',
  cp437: 'CP 437',
};

/** The name of an encoding for people. */
export function encodingLabel(name: string): string {
  return encodingLabels[name] ?? name;
}
