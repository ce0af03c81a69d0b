/** Keeps the Python that runs snippets: the one the settings name, started when it is first needed. */
import * as vscode from 'vscode';
import { Disposable, DisposableValue } from '../disposable';
import type { PythonRuntime, RuntimePhase } from '../../python/runtime';
import { tutor } from '../lazyTutor';
import type { PythonChoice } from '../tutor';
import { activeInterpreter, onInterpreterChange } from './pythonExtension';
import { onDidChangeSettings, pythonSetting, workspaceNamesPython } from '../settings';

export class PythonHost extends Disposable {
  private readonly phaseChanged = this._register(new vscode.EventEmitter<RuntimePhase>());
  readonly onPhase = this.phaseChanged.event;
  private current: Promise<PythonRuntime> | undefined;
  private running: PythonRuntime | undefined;
  private toldOfTrust = false;
  private readonly interpreterListener = this._register(new DisposableValue<vscode.Disposable>());

  constructor(
    private readonly storage: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this._register(
      vscode.Disposable.from(
        onDidChangeSettings(['python'], () => {
          this.forget();
        }),
        vscode.workspace.onDidGrantWorkspaceTrust(() => {
          this.forget();
        }),
      ),
    );
  }

  /** For people; null before the first start. */
  get description(): string | null {
    return this.running?.description ?? null;
  }

  /** The Python to run with, not necessarily started yet. */
  runtime(): Promise<PythonRuntime> {
    const current = this.current ?? this.create();
    this.current = current;
    current.catch(() => {
      if (this.current === current) this.current = undefined;
    });
    return current;
  }

  /** Starts Python so that the first check is quick; a failure is told by the check itself. */
  async warm(): Promise<void> {
    try {
      await (await this.runtime()).start();
      await this.removeOldSnapshots();
    } catch (error) {
      this.log.warn('Python could not be started ahead of the first check.', error);
    }
  }

  /** Lets the current Python go; the next request gets the one the settings name by then. */
  forget(): void {
    const { current } = this;
    this.current = undefined;
    this.running = undefined;
    current
      ?.then(
        (runtime) => runtime.dispose(),
        () => undefined,
      )
      .catch((error: unknown) => {
        this.log.warn('Python could not be ended.', error);
      });
  }

  override dispose(): void {
    this.forget();
    super.dispose();
  }

  private async create(): Promise<PythonRuntime> {
    const choice = await this.choose();
    const runtime = tutor().createRuntime(choice, {
      dist: __dirname,
      cache: vscode.Uri.joinPath(this.storage, 'compiled').fsPath,
    });
    runtime.onPhase((phase) => {
      this.phaseChanged.fire(phase);
    });
    this.running = runtime;
    return runtime;
  }

  /** Version 0.1 left 31 MB of Python's memory here; it comes with the extension now. */
  private async removeOldSnapshots(): Promise<void> {
    try {
      for (const [name] of await vscode.workspace.fs.readDirectory(this.storage)) {
        const isOld = /^python-\w+\.snapshot/u.test(name);
        if (isOld) await vscode.workspace.fs.delete(vscode.Uri.joinPath(this.storage, name));
      }
    } catch {
      // What cannot be deleted only takes room.
    }
  }

  private async choose(): Promise<PythonChoice> {
    const setting = pythonSetting();
    if (!vscode.workspace.isTrusted) {
      if (setting !== 'builtin' || (await workspaceNamesPython())) this.tellOfTrust();
      return { kind: 'builtin' };
    }
    if (setting === 'builtin') return { kind: 'builtin' };
    const chosen = setting === 'system' ? await this.chosenInPythonExtension() : undefined;
    return { kind: 'system', interpreter: chosen ?? setting };
  }

  private async chosenInPythonExtension(): Promise<string | undefined> {
    const chosen = await activeInterpreter(this.log);
    this.interpreterListener.value ??= onInterpreterChange(() => {
      if (pythonSetting() === 'system') this.forget();
    });
    return chosen;
  }

  private tellOfTrust(): void {
    if (this.toldOfTrust) return;
    this.toldOfTrust = true;
    const manage = vscode.l10n.t('Manage Trust');
    const text = vscode.l10n.t('This workspace is not trusted, so snippets run in the built-in Python.');
    void vscode.window.showInformationMessage(text, manage).then(async (answer) => {
      if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
    });
  }
}
