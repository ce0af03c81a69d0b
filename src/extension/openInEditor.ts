/** Shows a snippet in VS Code's own editor. */
import * as vscode from 'vscode';
import type { ExerciseId } from '../course/exercise';
import type { Snippets } from './snippets';

/** Opens the snippet beside the panel, or reveals it where it is open, with the cursor on a line (from 1). */
export async function openInEditor(
  snippets: Snippets,
  exercise: ExerciseId,
  line: number | null,
): Promise<void> {
  const snippet = await snippets.open(exercise);
  await snippet.flush();
  const document = await vscode.workspace.openTextDocument(snippet.uri);
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
