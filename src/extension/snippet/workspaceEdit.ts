/** Changes of a snippet's text, as VS Code's documents take them. */
import * as vscode from 'vscode';
import type { TextChange } from '../../protocol/textChanges';
import { lineStarts, positionAt } from '../files/textSync';

/** An edit that makes these changes to a document whose text, with LF line ends, is this. */
export function workspaceEdit(
  uri: vscode.Uri,
  text: string,
  changes: readonly TextChange[],
): vscode.WorkspaceEdit {
  const starts = lineStarts(text);
  const position = (offset: number): vscode.Position => {
    const { line, character } = positionAt(starts, offset);
    return new vscode.Position(line, character);
  };
  const edit = new vscode.WorkspaceEdit();
  for (const { from, to, insert } of changes) {
    edit.replace(uri, new vscode.Range(position(from), position(to)), insert);
  }
  return edit;
}

/** How a document's lines end. */
export function lineEndOf(document: vscode.TextDocument): '\n' | '\r\n' {
  return document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
}
