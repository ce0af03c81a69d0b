/** The documents that VS Code has open, by the addresses of their files. */
import * as vscode from 'vscode';

/** The document of a file, where VS Code has one open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((open) => open.uri.toString() === key);
}

/** The document that holds a file's text: one that a tab or an editor shows, or that has changes nobody saved. */
export function heldDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const document = openDocument(uri);
  if (!document || document.isClosed) return undefined;
  return document.isDirty || isShown(uri) ? document : undefined;
}

/** Whether a tab shows this address, by itself or in a comparison. */
export function tabShows(tab: vscode.Tab, key: string): boolean {
  const { input } = tab;
  if (input instanceof vscode.TabInputText) return input.uri.toString() === key;
  if (!(input instanceof vscode.TabInputTextDiff)) return false;
  return input.original.toString() === key || input.modified.toString() === key;
}

/** The editors that show the file, each in sight: not as a tab behind another one. */
export function editorsOf(uri: vscode.Uri): readonly vscode.TextEditor[] {
  const key = uri.toString();
  return vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === key);
}

/** Whether a tab or a visible editor shows this address, or the notebook that it is a cell of. */
export function isShown(uri: vscode.Uri): boolean {
  const key = uri.toString();
  if (editorsOf(uri).length > 0) return true;
  const isCell = uri.scheme === 'vscode-notebook-cell';
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      (tab) =>
        tabShows(tab, key) ||
        (isCell && tab.input instanceof vscode.TabInputNotebook && tab.input.uri.path === uri.path),
    ),
  );
}
