/** Reads the files that snippets are kept in. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { toLf } from './textSync';

export const byteOrderMark = '\uFEFF';

/** How long a file must stay the same before what another program wrote there is believed. */
const settleMs = 50;

/** A file's text without its byte order mark. */
export function withoutMark(text: string): string {
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}

/** Reads a file that another program may be in the middle of writing: until it stays the same, or is as known. */
export async function readSettled(uri: vscode.Uri, known: string): Promise<string | undefined> {
  let text = await readText(uri);
  for (let again = 0; again < 20 && text !== undefined && toLf(withoutMark(text)) !== known; again++) {
    await sleep(settleMs);
    const later = await readText(uri);
    if (later === text) break;
    text = later;
  }
  return text;
}

/** The document of a file, where VS Code has one open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((open) => open.uri.toString() === key);
}

/** The text of a file, or undefined where there is none. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
