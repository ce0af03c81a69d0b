/** Courses of the person's own: folders that the setting names, read again whenever something in them changes. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { Disposable, DisposableValue } from '../disposable';
import { tutor } from '../lazyTutor';
import { onDidChangeSettings, courseFolders } from '../settings';
import type { Snippets } from '../snippet/snippets';

/** Editors write a file in several steps, and several files at once. */
const quietMs = 250;

export class Courses extends Disposable {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  /** The chapters of the course are others now, or what stands in them. */
  readonly onDidChange = this.changed.event;
  private readonly problems = this._register(
    vscode.languages.createDiagnosticCollection('Backprop Tutor courses'),
  );
  private readonly watchers = this._register(new DisposableValue<vscode.Disposable>());
  private timer: NodeJS.Timeout | undefined;
  private hasOwn = false;

  constructor(
    private readonly snippets: Snippets,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this._register(
      vscode.Disposable.from(
        onDidChangeSettings(['courses'], () => {
          this.load();
        }),
        vscode.workspace.onDidChangeWorkspaceFolders(() => {
          this.load();
        }),
        // What the workspace itself names counts only once it is trusted: its solutions are run.
        vscode.workspace.onDidGrantWorkspaceTrust(() => {
          this.load();
        }),
      ),
    );
  }

  /** Reads the folders that the setting names. Where it names none, nothing is loaded for it. */
  load(): void {
    const folders = courseFolders().flatMap(placeOf);
    if (folders.length === 0 && !this.hasOwn) return;
    this.hasOwn = folders.length > 0;
    this.read(folders);
    this.watch(folders);
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private read(folders: readonly string[]): void {
    const byFile = new Map<string, vscode.Diagnostic[]>();
    const { ids, problems } = tutor().ownCourses(folders);
    for (const { folder, file, line, message } of problems) {
      const path = join(folder, file);
      const at = Math.max(0, (line ?? 1) - 1);
      const range = new vscode.Range(at, 0, at, Number.MAX_SAFE_INTEGER);
      const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
      diagnostic.source = 'Backprop Tutor';
      byFile.set(path, [...(byFile.get(path) ?? []), diagnostic]);
      this.log.warn(`The course ${path}: ${message}`);
    }
    this.problems.clear();
    for (const [path, found] of byFile) this.problems.set(vscode.Uri.file(path), found);
    this.snippets.know(ids);
    this.changed.fire();
  }

  private watch(folders: readonly string[]): void {
    const watchers = folders.map((folder) => {
      const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), '**/*.{yaml,md,py,svg}');
      return vscode.workspace.createFileSystemWatcher(pattern);
    });
    const again = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.read(folders);
      }, quietMs);
    };
    this.watchers.value = vscode.Disposable.from(
      ...watchers.flatMap((one) => [
        one,
        one.onDidChange(again),
        one.onDidCreate(again),
        one.onDidDelete(again),
      ]),
    );
  }
}

/** Where a folder of the setting lies: from the home folder, or below the folders of a workspace that is trusted. */
function placeOf(folder: string): readonly string[] {
  if (folder.startsWith('~/')) return [join(homedir(), folder.slice(2))];
  if (isAbsolute(folder)) return [folder];
  const { isTrusted, workspaceFolders = [] } = vscode.workspace;
  return isTrusted ? workspaceFolders.map(({ uri }) => join(uri.fsPath, folder)) : [];
}
