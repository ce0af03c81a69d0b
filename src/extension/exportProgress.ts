/** Writes the learner's progress to a file of their choice. */
import * as vscode from 'vscode';
import type { ProgressStore } from './progress';
import { proposedFile } from './proposedFile';

/** Asks where to, and writes the progress there as JSON. */
export async function exportProgress(progress: ProgressStore): Promise<void> {
  const uri = await vscode.window.showSaveDialog({
    filters: { JSON: ['json'] },
    defaultUri: proposedFile('backprop-tutor-progress.json'),
  });
  if (!uri) return;
  const text = JSON.stringify(progress.all, null, 2) + '\n';
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
