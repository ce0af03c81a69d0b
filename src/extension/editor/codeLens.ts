/** The lines above the exercise's function: "Check gradients", and how the last check went. */
import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { Exercise } from '../../course/judgedExercise';
import { tutor } from '../lazyTutor';
import type { Session } from '../session';
import type { EditorReport, EditorReports } from './editorReports';

export class CheckLenses extends Disposable implements vscode.CodeLensProvider {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly session: Pick<Session, 'checker' | 'snippets'>,
    private readonly reports: EditorReports,
  ) {
    super();
    const update = (): void => {
      this.changed.fire();
    };
    const { checker, snippets } = session;
    this._register(
      vscode.Disposable.from(
        reports.onDidChange(update),
        checker.onDidChangeState(update),
        snippets.onDidMove(update),
      ),
    );
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const id = this.session.snippets.exerciseOf(document.uri);
    const exercise = id && tutor().exerciseById(id);
    if (!exercise) return [];
    const range = new vscode.Range(
      definitionLine(document, exercise),
      0,
      definitionLine(document, exercise),
      0,
    );
    const lens = (title: string, command: string): vscode.CodeLens =>
      new vscode.CodeLens(range, { title, command: `backpropTutor.${command}`, arguments: [exercise.id] });
    const checking = this.session.checker.checking === exercise.id;
    const action = checking
      ? lens(`$(debug-stop) ${vscode.l10n.t('Stop check')}`, 'stop')
      : lens(`$(run) ${vscode.l10n.t('Check gradients')}`, 'check');
    const report = this.reports.of(document.uri);
    const outcome = report && !checking ? [lens(outcomeOf(report), 'open')] : [];
    return [action, ...outcome, lens(vscode.l10n.t('Open in the tutor'), 'open')];
  }
}

/** The line (from 0) that defines the exercise's function, else the first. */
function definitionLine(document: vscode.TextDocument, { functionName }: Exercise): number {
  for (let line = 0; line < document.lineCount; line++) {
    const match = /^\s*(?:async\s+)?def\s+(\w+)/.exec(document.lineAt(line).text);
    if (match?.[1] === functionName) return line;
  }
  return 0;
}

function outcomeOf({ report }: EditorReport): string {
  switch (report.verdict) {
    case 'pass':
      return `$(pass) ${vscode.l10n.t('Passed')}`;
    case 'error':
      return `$(error) ${vscode.l10n.t('Did not run to its end')}`;
    case 'fail': {
      const wrong = report.values.filter(({ ok }) => !ok).map(({ name }) => name);
      const title =
        wrong.length > 0 ? vscode.l10n.t('Wrong: {0}', wrong.join(', ')) : vscode.l10n.t('Not right yet');
      return `$(error) ${title}`;
    }
  }
}
