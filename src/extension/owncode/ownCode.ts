/** Everything about the learner's own code in VS Code: lines above functions, problems, page, tests, commands. */
import * as vscode from 'vscode';
import { openDocument } from '../files/documents';
import { selectPython } from '../python/selectPython';
import { declareOutline } from './declare';
import type { OwnChecks, OwnFailure, OwnReport } from './ownChecks';
import { OwnLenses } from './ownLenses';
import { OwnPage } from './ownPage';
import { showOwnProblems } from './ownProblems';
import { firstPythonCell, OwnSource, programUri } from './ownSource';
import { showOwnTests } from './ownTests';

export interface OwnCodeParts {
  readonly checks: OwnChecks;
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  /** Whether a document is a snippet of the course. */
  readonly isSnippet: (uri: vscode.Uri) => boolean;
}

/** Registers all of it. */
export function supportOwnCode({ checks, extensionUri, log, isSnippet }: OwnCodeParts): vscode.Disposable {
  const check = async (source: OwnSource, functionName: string | null = null): Promise<void> => {
    page.open(source.uri);
    page.tellFailure(null);
    const work = checks.check(source, functionName);
    const title = vscode.l10n.t('Checking gradients…');
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => work);
    page.tellFailure(failureOf(await work));
  };
  const page: OwnPage = new OwnPage(
    checks,
    extensionUri,
    { check, selectPython: () => selectPython(log) },
    log,
  );
  const lenses = new OwnLenses(checks, isSnippet);
  return vscode.Disposable.from(
    checks.onDidChange(() => {
      void vscode.commands.executeCommand('setContext', 'backpropTutor.checkingOwnCode', checks.isBusy);
    }),
    page,
    lenses,
    vscode.languages.registerCodeLensProvider({ language: 'python' }, lenses),
    showOwnProblems(checks),
    showOwnTests(checks),
    vscode.commands.registerCommand('backpropTutor.checkOwnCode', async (uri?: unknown, name?: unknown) => {
      await check(await sourceFor(uri), typeof name === 'string' ? name : null);
    }),
    vscode.commands.registerCommand('backpropTutor.openYourCode', (uri?: unknown) => {
      const document = documentFor(uri);
      page.open(document && programUri(document));
    }),
    vscode.commands.registerCommand('backpropTutor.declareGradcheck', async (uri?: unknown) => {
      await declareOutline(await sourceFor(uri));
    }),
  );
}

/** The document that a command is called with, or the one in the active editor. */
function documentFor(uri: unknown): vscode.TextDocument | undefined {
  if (!(uri instanceof vscode.Uri)) {
    const active = vscode.window.activeTextEditor?.document;
    return active?.languageId === 'python'
      ? active
      : firstPythonCell(vscode.window.activeNotebookEditor?.notebook);
  }
  return openDocument(uri);
}

/** Throws, with the next step, where there is no Python to check. */
async function sourceFor(uri: unknown): Promise<OwnSource> {
  const opened = uri instanceof vscode.Uri && !documentFor(uri) ? await opens(uri) : documentFor(uri);
  const source = opened && OwnSource.of(opened);
  if (!source) throw new Error(vscode.l10n.t('Open a Python file or a notebook first, then check it.'));
  return source;
}

async function opens(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  if (!uri.path.endsWith('.ipynb')) return vscode.workspace.openTextDocument(uri);
  return firstPythonCell(await vscode.workspace.openNotebookDocument(uri));
}

function failureOf(outcome: OwnReport | OwnFailure): string | null {
  if (!('reason' in outcome)) return null;
  return outcome.reason === 'stopped' ? vscode.l10n.t('The check was stopped.') : outcome.message;
}
