/** News of files that other windows and programs write. */
import * as vscode from 'vscode';

/** VS Code starts a process to watch files, and tells nothing of what was written before that was ready. */
const readyMs = [1000, 4000, 10_000];

/**
 * Calls back with every file of a folder, of names that match, that has been written or deleted; and with none, to look
 * at all of them, until the watching can be relied on.
 */
export function watchFiles(
  folder: vscode.Uri,
  names: string,
  look: (uri: vscode.Uri | undefined) => void,
): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, names));
  const timers = readyMs.map((ms) =>
    setTimeout(() => {
      look(undefined);
    }, ms),
  );
  const stop = new vscode.Disposable(() => {
    for (const timer of timers) clearTimeout(timer);
  });
  const listeners = [watcher.onDidChange(look), watcher.onDidCreate(look), watcher.onDidDelete(look)];
  return vscode.Disposable.from(watcher, ...listeners, stop);
}
