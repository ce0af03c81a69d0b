/** Declared checks in VS Code's view "Testing": one for every open Python file that has a `gradcheck()`. */
import * as vscode from 'vscode';
import { declaredCheck } from '../../owncode/lookFor';
import type { GradcheckReport } from '../../owncode/report';
import { nameOf } from '../files/anyFile';
import type { OwnChecks, OwnFailure, OwnReport } from './ownChecks';
import { OwnSource, programUri } from './ownSource';
import { differenceSentence, differing } from './verdicts';

/** Keeps the view up to date with what is open. Nothing runs before a person asks for it. */
export function showOwnTests(checks: OwnChecks): vscode.Disposable {
  const controller = vscode.tests.createTestController('backpropTutor.gradients', vscode.l10n.t('Gradients'));
  const documents = new Map<string, vscode.TextDocument>();
  const look = (document: vscode.TextDocument): void => {
    if (document.languageId !== 'python') return;
    const uri = programUri(document);
    const id = document.uri.toString();
    const declared = declaredCheck(document.getText());
    if (!declared) {
      documents.delete(id);
      controller.items.delete(id);
      return;
    }
    documents.set(id, document);
    const item = controller.items.get(id) ?? controller.createTestItem(id, nameOf(uri), document.uri);
    item.description = 'gradcheck()';
    item.range = new vscode.Range(declared.line - 1, 0, declared.line - 1, 0);
    controller.items.add(item);
  };
  vscode.workspace.textDocuments.forEach(look);
  controller.createRunProfile(
    vscode.l10n.t('Check gradients'),
    vscode.TestRunProfileKind.Run,
    async (request, token) => {
      const run = controller.createTestRun(request);
      token.onCancellationRequested(() => {
        checks.stop();
      });
      const items = request.include ?? [...controller.items].map(([, item]) => item);
      for (const item of items) {
        const document = documents.get(item.id);
        const source = document && OwnSource.of(document);
        if (!source || token.isCancellationRequested) {
          run.skipped(item);
          continue;
        }
        run.started(item);
        tellRun(run, item, await checks.check(source));
      }
      run.end();
    },
    true,
  );
  return vscode.Disposable.from(
    controller,
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      look(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      documents.delete(document.uri.toString());
      controller.items.delete(document.uri.toString());
    }),
  );
}

function tellRun(run: vscode.TestRun, item: vscode.TestItem, outcome: OwnReport | OwnFailure): void {
  if ('reason' in outcome) {
    if (outcome.reason === 'stopped') run.skipped(item);
    else run.errored(item, new vscode.TestMessage(outcome.message));
    return;
  }
  const { report, source } = outcome;
  if (report.stdout !== '') run.appendOutput(report.stdout.replace(/\r?\n/gu, '\r\n'), undefined, item);
  if (report.verdict === 'agree' || report.verdict === 'scaled') run.passed(item);
  else if (report.error) run.errored(item, new vscode.TestMessage(report.error.message));
  else run.failed(item, messagesOf(report, source));
}

function messagesOf(report: GradcheckReport, source: OwnSource): vscode.TestMessage[] {
  const found = report.checks.flatMap(({ diagnoses, line }) =>
    diagnoses.map((one) => ({ line: one.line ?? line, message: one.message })),
  );
  const said = report.checks.flatMap((check) =>
    differing(check).map((name) => ({ line: check.line, message: differenceSentence(check, [name]) })),
  );
  const unjudged = [{ line: 1, message: vscode.l10n.t('Could not be judged') }];
  const all = found.length > 0 ? found : said.length > 0 ? said : unjudged;
  return all.map(({ line, message }) => {
    const told = new vscode.TestMessage(message);
    const place = source.placeOf(line);
    if (place) told.location = new vscode.Location(place.uri, new vscode.Position(place.line, 0));
    return told;
  });
}
