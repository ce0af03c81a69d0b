/** Checks the gradients of a learner's own programs, one at a time, and keeps the last report of each. */
import * as vscode from 'vscode';
import type { GradcheckReport } from '../../owncode/report';
import { Disposable } from '../disposable';
import { tutor } from '../lazyTutor';
import type { PythonHost } from '../python/pythonHost';
import { learnerLanguage, timeoutSeconds } from '../settings';
import type { OwnSource } from './ownSource';

/** A report together with the program that it is about. */
export interface OwnReport {
  readonly source: OwnSource;
  readonly report: GradcheckReport;
}

/** How a check ended that gave no report. */
export type OwnFailure =
  { readonly reason: 'stopped' } | { readonly reason: 'unavailable' | 'failed'; readonly message: string };

interface Running {
  readonly source: OwnSource;
  readonly abort: AbortController;
}

export class OwnChecks extends Disposable {
  private readonly changed = this._register(new vscode.EventEmitter<vscode.Uri>());
  /** Tells the address of a program whose check has begun or ended, or whose report has become old or current. */
  readonly onDidChange = this.changed.event;
  private readonly reports = new Map<string, OwnReport>();
  /** Programs that have been told of as changed since their report. */
  private readonly stale = new WeakSet<OwnSource>();
  private running: Running | undefined;

  constructor(
    private readonly python: Pick<PythonHost, 'runtime'>,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    const look = (document: vscode.TextDocument | vscode.NotebookDocument): void => {
      for (const { source } of this.reports.values()) if (source.isOf(document)) this.tellStale(source);
    };
    this._register(
      vscode.Disposable.from(
        vscode.workspace.onDidChangeTextDocument(({ document }) => {
          look(document);
        }),
        vscode.workspace.onDidChangeNotebookDocument(({ notebook }) => {
          look(notebook);
        }),
      ),
    );
  }

  /** The last report of a program in this window. */
  reportOf(uri: vscode.Uri): OwnReport | undefined {
    return this.reports.get(uri.toString());
  }

  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Whether a program is being checked. */
  isChecking(uri: vscode.Uri): boolean {
    return this.running?.source.uri.toString() === uri.toString();
  }

  /** Checks a program, or one function of it; another check under way is stopped. */
  async check(source: OwnSource, functionName: string | null = null): Promise<OwnReport | OwnFailure> {
    this.running?.abort.abort();
    const running: Running = { source, abort: new AbortController() };
    this.running = running;
    this.changed.fire(source.uri);
    const { signal } = running.abort;
    try {
      const report = await tutor().gradcheck(
        source.text,
        {
          file: source.name,
          folder: source.folder,
          ...(source.folder === null ? {} : { readBeside: tutor().readBeside(source.folder) }),
          function: functionName,
          timeoutSeconds: timeoutSeconds(),
          seed: 0,
          language: learnerLanguage(),
          signal,
        },
        await this.python.runtime(),
      );
      if (signal.aborted) return { reason: 'stopped' };
      const judged = { source, report };
      this.reports.set(source.uri.toString(), judged);
      return judged;
    } catch (error) {
      if (signal.aborted) return { reason: 'stopped' };
      if (tutor().isUnavailable(error))
        return { reason: 'unavailable', message: tutor().unavailableSentence(error, learnerLanguage()) };
      this.log.error('A check of a file could not be made.', error);
      return { reason: 'failed', message: error instanceof Error ? error.message : String(error) };
    } finally {
      if (this.running === running) this.running = undefined;
      this.changed.fire(source.uri);
    }
  }

  stop(): void {
    this.running?.abort.abort();
  }

  /** Tells that a report has become old, or speaks of the text again; not every key that is pressed in between. */
  private tellStale(source: OwnSource): void {
    if (source.isStale === this.stale.has(source)) return;
    if (source.isStale) this.stale.add(source);
    else this.stale.delete(source);
    this.changed.fire(source.uri);
  }

  override dispose(): void {
    this.stop();
    super.dispose();
  }
}
