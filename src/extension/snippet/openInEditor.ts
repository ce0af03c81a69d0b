/** Shows a snippet in VS Code's own editor. */
import * as vscode from 'vscode';
import type { ExerciseId } from '../../course/exercise';
import { nameOf } from '../files/anyFile';
import { faultOf } from '../files/fileFault';
import { faultSentence } from '../files/faultSentence';
import type { Snippet } from './snippet';
import type { Snippets } from './snippets';

/** Opens the snippet beside the panel, or reveals it where it is open, with the cursor on a line (from 1). */
export async function openInEditor(
  snippets: Snippets,
  exercise: ExerciseId,
  line: number | null,
): Promise<void> {
  const snippet = await snippets.open(exercise);
  const document = await documentOf(snippet);
  const key = snippet.uri.toString();
  const open = vscode.window.tabGroups.all.find((group) =>
    group.tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key),
  );
  const inPanel = vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
  const column = open?.viewColumn ?? (inPanel ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
  const at = line === null ? null : new vscode.Position(Math.min(line, document.lineCount) - 1, 0);
  const selection = at && { selection: new vscode.Range(at, at) };
  await vscode.window.showTextDocument(document, { viewColumn: column, preview: false, ...selection });
}

/** The document of a snippet. A text that could not be saved is put into it, where there is one, by the snippet itself. */
export async function documentOf(snippet: Snippet): Promise<vscode.TextDocument> {
  const fault = await snippet.flush().then(
    () => undefined,
    (error: unknown) => faultOf(error, nameOf(snippet.uri)),
  );
  try {
    return await vscode.workspace.openTextDocument(snippet.uri);
  } catch (error) {
    throw fault ? new Error(faultSentence(fault), { cause: fault }) : error;
  }
}
