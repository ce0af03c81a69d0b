/** The page "Your code": what the last check of a learner's own program found, beside the program. */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import * as vscode from 'vscode';
import { Messenger } from 'vscode-messenger';
import type { WebviewIdMessageParticipant } from 'vscode-messenger-common';
import {
  yourCodeAction,
  yourCodeActionSchema,
  yourCodeChanged,
  yourCodeReady,
  type YourCodeModel,
} from '../../protocol/yourCode';
import { Disposable } from '../disposable';
import { tutor } from '../lazyTutor';
import { nameOf } from '../files/anyFile';
import { openDocument } from '../files/documents';
import { panelHtml } from '../panel/panelHtml';
import { onDidChangeSettings, learnerLanguage } from '../settings';
import { insertDeclaration } from './declare';
import type { OwnChecks } from './ownChecks';
import { firstPythonCell, notebookOf, OwnSource } from './ownSource';

export const yourCodeType = 'backpropTutor.yourCode';

interface OpenPage {
  readonly webview: vscode.WebviewPanel;
  readonly participant: WebviewIdMessageParticipant;
}

/** What the page asks of the rest of the extension. */
interface Helpers {
  /** Checks a program, or tells why not. */
  check(source: OwnSource): Promise<void>;
  selectPython(): Promise<void>;
}

export class OwnPage extends Disposable implements vscode.WebviewPanelSerializer {
  private readonly messenger = new Messenger();
  private page: OpenPage | undefined;
  /** The program that the page shows. */
  private uri: vscode.Uri | undefined;
  private failure: string | null = null;

  constructor(
    private readonly checks: OwnChecks,
    private readonly extensionUri: vscode.Uri,
    private readonly helpers: Helpers,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this._register(
      vscode.Disposable.from(
        vscode.window.registerWebviewPanelSerializer(yourCodeType, this),
        checks.onDidChange((uri) => {
          if (uri.toString() === this.uri?.toString()) this.tell();
        }),
        onDidChangeSettings(['language'], () => {
          this.tell();
        }),
      ),
    );
    this.messenger.onNotification(yourCodeReady, () => {
      this.tell();
    });
    this.messenger.onNotification(yourCodeAction, (given) => {
      const parsed = v.safeParse(yourCodeActionSchema, given);
      if (!parsed.success) return;
      this.act(parsed.output).catch((error: unknown) => {
        this.log.error('The page "Your code" asked for something that failed.', error);
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      });
    });
  }

  /** Opens the page beside the program, or reveals it; `uri` is the program that it shows from now on. */
  open(uri: vscode.Uri | undefined): void {
    if (uri && uri.toString() !== this.uri?.toString()) {
      this.uri = uri;
      this.failure = null;
    }
    if (this.page) {
      this.tell();
      this.page.webview.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const title = vscode.l10n.t('Your code');
    const options = { enableFindWidget: true, ...this.options };
    this.adopt(vscode.window.createWebviewPanel(yourCodeType, title, place, options));
  }

  /** Says on the page why a check gave no report; null where it gave one. */
  tellFailure(message: string | null): void {
    this.failure = message;
    this.tell();
  }

  deserializeWebviewPanel(webview: vscode.WebviewPanel): Promise<void> {
    if (this.page) webview.dispose();
    else {
      webview.webview.options = this.options;
      this.adopt(webview);
    }
    return Promise.resolve();
  }

  override dispose(): void {
    this.page?.webview.dispose();
    super.dispose();
  }

  private get options(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(this.extensionUri, 'dist')] };
  }

  private adopt(webview: vscode.WebviewPanel): void {
    const page: OpenPage = { webview, participant: this.messenger.registerWebviewPanel(webview) };
    this.page = page;
    webview.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'icon.svg');
    webview.onDidDispose(() => {
      if (this.page === page) this.page = undefined;
    });
    const address = (file: string): string =>
      webview.webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, 'dist', file)).toString();
    webview.webview.html = panelHtml({
      cspSource: webview.webview.cspSource,
      nonce: randomBytes(18).toString('base64'),
      script: address('yourCode.js'),
      style: address('yourCode.css'),
      language: learnerLanguage(),
      title: vscode.l10n.t('Your code'),
    });
  }

  private tell(): void {
    if (this.page) this.messenger.sendNotification(yourCodeChanged, this.page.participant, this.model());
  }

  private model(): YourCodeModel {
    const { uri } = this;
    const judged = uri && this.checks.reportOf(uri);
    const report = judged?.report ?? null;
    return {
      language: learnerLanguage(),
      file: uri ? nameOf(uri) : null,
      state: uri && this.checks.isChecking(uri) ? 'running' : 'idle',
      stale: judged?.source.isStale === true,
      report: this.failure === null ? report : null,
      networks: report?.checks.map(({ network }) => network && tutor().linesOfNetwork(network)) ?? [],
      failure: this.failure,
    };
  }

  private async act(action: v.InferOutput<typeof yourCodeActionSchema>): Promise<void> {
    const judged = this.uri && this.checks.reportOf(this.uri);
    switch (action.kind) {
      case 'stop':
        this.checks.stop();
        return;
      case 'selectPython':
        return this.helpers.selectPython();
      case 'check': {
        if (this.uri) await this.helpers.check(await sourceAt(this.uri));
        return;
      }
      case 'goTo': {
        const place = judged?.source.placeOf(action.line);
        if (place && (place.uri.scheme !== 'vscode-notebook-cell' || openDocument(place.uri)))
          await reveal(place.uri, place.line);
        return;
      }
      case 'insert': {
        const check = judged?.report.checks[action.check];
        if (judged && check) await insertDeclaration(judged.source, check.declaration);
      }
    }
  }
}

/** The program at an address: a file or a notebook, opened where it is not open. Throws where there is none any more. */
async function sourceAt(uri: vscode.Uri): Promise<OwnSource> {
  const notebook = vscode.workspace.notebookDocuments.find((one) => one.uri.toString() === uri.toString());
  const document = firstPythonCell(notebook) ?? openDocument(uri) ?? (await opened(uri));
  const source = document && OwnSource.of(document);
  if (!source) throw new Error(vscode.l10n.t('Open a Python file or a notebook first, then check it.'));
  return source;
}

/** What is not open; an untitled file that has been saved or closed would be opened empty. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  if (uri.scheme === 'untitled') return undefined;
  if (!uri.path.endsWith('.ipynb')) return vscode.workspace.openTextDocument(uri);
  return firstPythonCell(await vscode.workspace.openNotebookDocument(uri));
}

/** Shows a line (from 0) of a document, in the cell where the document is one; where it is shown already, there. */
async function reveal(uri: vscode.Uri, line: number): Promise<void> {
  const document = openDocument(uri);
  const notebook = document && notebookOf(document);
  if (notebook) {
    const index = notebook.getCells().findIndex((cell) => cell.document === document);
    const cells = new vscode.NotebookRange(index, index + 1);
    const shown = vscode.window.visibleNotebookEditors.find((editor) => editor.notebook === notebook);
    const options = { ...inColumn(shown?.viewColumn), selections: [cells] };
    const editor = await vscode.window.showNotebookDocument(notebook, options);
    editor.revealRange(cells, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const at = new vscode.Range(line, 0, line, 0);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const options = { ...inColumn(shown?.viewColumn), selection: at };
  const editor = await vscode.window.showTextDocument(uri, options);
  editor.revealRange(at, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function inColumn(viewColumn: vscode.ViewColumn | undefined): { readonly viewColumn?: vscode.ViewColumn } {
  return viewColumn === undefined ? {} : { viewColumn };
}
