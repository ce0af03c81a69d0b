/** Shows what a check of a learner's own program found as problems of its files, as long as they are open. */
import * as vscode from 'vscode';
import { rangeOf } from '../editor/lineRange';
import { isShown } from '../files/documents';
import { followEdits } from './followEdits';
import type { OwnChecks, OwnReport } from './ownChecks';
import { differenceSentence } from './verdicts';

const source = 'Backprop Tutor';

/** Keeps the problems up to date with the reports. */
export function showOwnProblems(checks: OwnChecks): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('backpropTutor.ownCode');
  const told = new Map<string, OwnReport>();
  const forgetClosed = (): void => {
    collection.forEach((uri) => {
      if (!isShown(uri)) collection.delete(uri);
    });
  };
  return vscode.Disposable.from(
    collection,
    checks.onDidChange((uri) => {
      const judged = checks.reportOf(uri);
      const key = uri.toString();
      if (!judged || checks.isChecking(uri) || told.get(key) === judged) return;
      told.get(key)?.source.documents.forEach((document) => {
        collection.delete(document.uri);
      });
      told.set(key, judged);
      for (const [document, problems] of problemsOf(judged)) collection.set(document.uri, problems);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const problems = collection.get(document.uri);
      if (problems?.length) collection.set(document.uri, followEdits(problems, contentChanges));
    }),
    vscode.window.tabGroups.onDidChangeTabs(forgetClosed),
    vscode.window.onDidChangeVisibleTextEditors(forgetClosed),
  );
}

function problemsOf({ source: program, report }: OwnReport): Map<vscode.TextDocument, vscode.Diagnostic[]> {
  const { Error, Warning, Information } = vscode.DiagnosticSeverity;
  const problems = new Map<vscode.TextDocument, vscode.Diagnostic[]>();
  const add = (line: number, message: string, severity: vscode.DiagnosticSeverity, code: string): void => {
    const place = program.placeOf(line);
    const document = program.documents.find(({ uri }) => uri.toString() === place?.uri.toString());
    if (!place || !document) return;
    const range = rangeOf(program.lineAt(line), place.line);
    const problem = new vscode.Diagnostic(range, message, severity);
    problem.source = source;
    problem.code = code;
    problems.set(document, [...(problems.get(document) ?? []), problem]);
  };
  if (report.error) add(report.error.line ?? 1, report.error.message, Error, report.error.kind);
  for (const check of report.checks) {
    for (const { line, message, confidence, code } of check.diagnoses)
      add(line ?? check.line, message, confidence === 'certain' ? Error : Warning, code);
    if (check.verdict === 'differ' && check.diagnoses.length === 0)
      add(check.line, differenceSentence(check), Warning, 'differ');
    if (check.verdict === 'scaled')
      add(check.line, check.remarks[0] ?? differenceSentence(check), Information, 'scaled');
  }
  return problems;
}
