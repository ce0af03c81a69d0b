/** Shows a report's diagnoses as problems of the snippet's document. */
import * as vscode from 'vscode';
import type { ExerciseId } from '../../course/exercise';
import type { Session } from '../session';
import type { EditorReport, EditorReports } from './editorReports';
import { isShown } from '../files/documents';
import { sourcesOf } from './reportText';
import { rangeOf } from './lineRange';

/** What the tutor's problems are told apart by. */
export const problemSource = 'Backprop Tutor';

/** Keeps the problems up to date with the reports. */
export function showDiagnostics(
  session: Pick<Session, 'snippets'>,
  reports: EditorReports,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('backpropTutor');
  const shown = new Map<ExerciseId, vscode.Uri>();
  const show = (exercise: ExerciseId): void => {
    const uri = session.snippets.uriOf(exercise);
    const before = shown.get(exercise);
    if (before && before.toString() !== uri.toString()) collection.delete(before);
    shown.set(exercise, uri);
    const report = isShown(uri) ? reports.of(uri) : undefined;
    collection.set(uri, report ? diagnosticsOf(report, uri) : []);
  };
  const showAll = (): void => {
    [...shown.keys()].forEach(show);
  };
  return vscode.Disposable.from(
    collection,
    reports.onDidChange(show),
    // The panel shows its exercise's findings by itself; whoever has closed an editor is done with its problems.
    vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      if (opened.length > 0 || closed.length > 0) showAll();
    }),
    // A tab may be gone before its editor is.
    vscode.window.onDidChangeVisibleTextEditors(showAll),
  );
}

function diagnosticsOf(
  { exercise, report, text, lineOf }: EditorReport,
  uri: vscode.Uri,
): vscode.Diagnostic[] {
  const result: vscode.Diagnostic[] = [];
  const lines = text.split(/\r\n?|\n/);
  const { error } = report;
  if (error) {
    const line = lineOf(error.line ?? 1);
    if (line !== null) {
      const diagnostic = new vscode.Diagnostic(rangeOf(lines[line] ?? '', line), error.message);
      diagnostic.source = problemSource;
      diagnostic.code = error.kind;
      result.push(diagnostic);
    }
  }
  for (const diagnosis of report.diagnoses) {
    const line = lineOf(diagnosis.line ?? 1);
    if (line === null) continue;
    const { Error, Warning } = vscode.DiagnosticSeverity;
    const severity = diagnosis.confidence === 'certain' ? Error : Warning;
    const diagnostic = new vscode.Diagnostic(rangeOf(lines[line] ?? '', line), diagnosis.message, severity);
    diagnostic.source = problemSource;
    diagnostic.code = diagnosis.code;
    diagnostic.relatedInformation = sourcesOf(exercise, report, diagnosis).flatMap((origin) => {
      const at = lineOf(origin.line);
      if (at === null) return [];
      const location = new vscode.Location(uri, rangeOf(lines[at] ?? '', at));
      return [
        new vscode.DiagnosticRelatedInformation(location, vscode.l10n.t('{0} is computed here', origin.name)),
      ];
    });
    result.push(diagnostic);
  }
  return result;
}
