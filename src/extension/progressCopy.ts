/**
 * A second copy of the progress, in a file. VS Code keeps its global state in memory for a moment before it writes
 * it, and a window that dies or is reloaded within that moment takes an exercise just passed with it; a file is
 * written at once.
 */
import * as vscode from 'vscode';
import { mergeProgress, noProgress, progressSchema, readProgress } from './progressModel';
import type { Progress } from './progressModel';
import { readText } from './files/anyFile';

export class ProgressCopy {
  /** Named by its schema, so that an older version of the extension leaves a newer one's copy alone. */
  private readonly name = `progress.v${String(progressSchema)}.json`;
  private waiting: Progress | undefined;
  private writing: Promise<void> | undefined;

  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  private get file(): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, this.name);
  }

  /** Calls back whenever the file has been written, by this window or another one. */
  onDidWrite(listener: () => void): vscode.Disposable {
    const pattern = new vscode.RelativePattern(this.folder, this.name);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, false, true);
    return vscode.Disposable.from(watcher, watcher.onDidCreate(listener), watcher.onDidChange(listener));
  }

  /** What the file holds; nothing where it is missing or damaged, for it is only the copy. */
  async read(): Promise<Progress> {
    try {
      const text = await readText(this.file);
      return text === undefined ? noProgress : readProgress(JSON.parse(text)).progress;
    } catch (error) {
      this.log.warn('The copy of the progress could not be read.', error);
      return noProgress;
    }
  }

  /** Adds progress to the file. Calls while a write is under way become one. */
  keep(progress: Progress): void {
    this.waiting = progress;
    this.writing ??= this.writeWaiting().finally(() => (this.writing = undefined));
  }

  /** Waits until everything is on disk. */
  async flush(): Promise<void> {
    await this.writing;
  }

  private async writeWaiting(): Promise<void> {
    while (this.waiting) {
      const progress = this.waiting;
      this.waiting = undefined;
      try {
        // Another window may have written what this one does not know yet.
        const all = mergeProgress(progress, await this.read());
        await vscode.workspace.fs.writeFile(this.file, new TextEncoder().encode(JSON.stringify(all)));
      } catch (error) {
        this.log.warn('The copy of the progress could not be written.', error);
      }
    }
  }
}
