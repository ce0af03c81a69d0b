/** Puts a `gradcheck()` into the learner's file: the one that a check ran, or the outline of one to fill in. */
import * as vscode from 'vscode';
import { declaredCheck } from '../../owncode/lookFor';
import type { OwnSource } from './ownSource';

/** The outline: what a check needs to know, with a place for each. */
const outline = [
  'def gradcheck():',
  '    loss = ...        # the number that your code makes smaller',
  '    gradients = ...   # what your backward pass gives: arrays, a list, a dictionary',
  '    parameters = ...  # the arrays themselves, in the same structure',
  '    return loss, gradients, parameters',
  '',
].join('\n');

/** Inserts the outline, and puts the cursor on it. */
export function declareOutline(source: OwnSource): Promise<void> {
  return insertDeclaration(source, outline);
}

/** Inserts a declaration at the end of a program. A file that has one is left as it is, and shown. */
export async function insertDeclaration(source: OwnSource, declaration: string): Promise<void> {
  for (const existing of source.documents) {
    const declared = declaredCheck(existing.getText());
    if (!declared) continue;
    const at = new vscode.Position(declared.line - 1, 0);
    await vscode.window.showTextDocument(existing, { selection: new vscode.Range(at, at) });
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This file declares a gradcheck() already. Change it, or remove it first.'),
    );
    return;
  }
  const document = source.documents.at(-1);
  if (!document) return;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const before = document.getText().trim() === '' ? '' : end.character === 0 ? '\n\n' : '\n\n\n';
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, end, `${before}${declaration.trimEnd()}\n`);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t('The file could not be changed: {0}', source.name));
  if (document.uri.scheme === 'vscode-notebook-cell') return;
  const start = new vscode.Position(end.line + before.length, 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) });
}
