/** Writes the learner's progress to a file of their choice. */
import * as vscode from 'vscode';
import type { ProgressStore } from './progress';

/** Asks where to, and writes the progress there as JSON. */
export async function exportProgress(progress: ProgressStore): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = 'backprop-tutor-progress.json';
  const uri = await vscode.window.showSaveDialog({
    filters: { JSON: ['json'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
  if (!uri) return;
  const text = JSON.stringify(progress.all, null, 2) + '\n';
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
