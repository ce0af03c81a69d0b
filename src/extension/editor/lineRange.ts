/** Where a problem of a line is drawn. */
import * as vscode from 'vscode';

/** The line (from 0) of that text without its indentation, so that the underline is under what is meant. */
export function rangeOf(text: string, line: number): vscode.Range {
  return new vscode.Range(line, text.length - text.trimStart().length, line, text.length);
}
