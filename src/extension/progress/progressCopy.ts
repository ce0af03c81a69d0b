/** The copy of the progress in a file of the extension's storage, which all windows share. */
import * as vscode from 'vscode';
import { nameOf, readBytes, setAside, writeText } from '../files/anyFile';
import { FileFault } from '../files/fileFault';
import { watchFiles } from '../files/watchFiles';
import { ProgressFile } from './progressFile';
import { countPassed, progressSchema } from './progressModel';

export class ProgressCopy extends ProgressFile {
  private readonly file: vscode.Uri;

  constructor(folder: vscode.Uri, log: vscode.LogOutputChannel) {
    // Named by its schema, so that an older version of the extension leaves a newer one's copy alone.
    const file = vscode.Uri.joinPath(folder, `progress.v${String(progressSchema)}.json`);
    super({
      read: async (limit) => {
        try {
          return await readBytes(file, limit);
        } catch (error) {
          if (error instanceof FileFault && error.kind === 'too-large') return 'too-large';
          throw error;
        }
      },
      write: (text) => writeText(file, text),
      setAside: () => setAside(file),
      tellAside: (name, salvaged) => {
        log.warn(`The copy of the progress was damaged; it is kept as ${name}.`);
        tellAside(folder, name, countPassed(salvaged));
      },
      warn: (what, error) => {
        log.warn(what, error);
      },
    });
    this.file = file;
  }

  /** Calls back whenever the file has been written, by this window or another one. */
  onDidWrite(listener: () => void): vscode.Disposable {
    return watchFiles(vscode.Uri.joinPath(this.file, '..'), nameOf(this.file), listener);
  }
}

function tellAside(folder: vscode.Uri, name: string, passed: number): void {
  const said = vscode.l10n.t(
    'The file of your progress was damaged and is kept as "{0}". Passed exercises found in it: {1}; they count.',
    name,
    passed,
  );
  const reveal = vscode.l10n.t('Show Folder');
  void vscode.window.showWarningMessage(said, reveal).then(async (answer) => {
    if (answer === reveal) await vscode.commands.executeCommand('revealFileInOS', folder);
  });
}
