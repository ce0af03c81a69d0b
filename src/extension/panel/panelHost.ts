/** The panel's place in VS Code: one webview, revealed when it is opened again, restored when the window reloads. */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import { Messenger } from 'vscode-messenger';
import type { NotificationType, WebviewIdMessageParticipant } from 'vscode-messenger-common';
import { exerciseIdPattern } from '../../course/exercise';
import type { ExerciseId } from '../../course/exercise';
import * as messages from '../../protocol/messages';
import type { Typed } from '../../protocol/messages';
import type { Judged } from '../checks/checking';
import { panelHtml } from './panelHtml';
import { answerPanel } from './panelMessages';
import type { AskedSession, PanelReach } from './panelMessages';
import type { Session } from '../session';
import { onDidChangeSettings, learnerLanguage } from '../settings';
import type { SnippetChange } from '../snippet/content';

export const panelType = 'backpropTutor.panel';

/** What the page keeps of itself, as far as the host wants to know it. */
const keptState = v.object({ exercise: v.pipe(v.string(), v.regex(exerciseIdPattern)) });

/** The payload of a message of ours. */
type Payload<T> = T extends NotificationType<infer P> ? P : never;

interface OpenPanel {
  readonly webview: vscode.WebviewPanel;
  readonly participant: WebviewIdMessageParticipant;
  /** The exercise that the panel shows. */
  exercise: ExerciseId;
  /** Whether its script runs and listens; false again whenever VS Code throws the hidden page away. */
  ready: boolean;
  /** What to ask of it as soon as it listens. */
  waiting: (() => void)[];
}

/** What of the session the panel shows, and what its page's messages are about. */
type ShownSession = AskedSession & Pick<Session, 'chosenHere' | 'current' | 'onDidTurn' | 'summaries'>;

export class PanelHost extends Disposable implements vscode.WebviewPanelSerializer {
  private readonly messenger = new Messenger();
  private panel: OpenPanel | undefined;
  /** What was typed last in the page, all of which may not have come as edits. */
  private readonly typed = new Map<ExerciseId, Typed>();

  constructor(
    private readonly session: ShownSession,
    private readonly extensionUri: vscode.Uri,
    private readonly warm: () => void,
    reach: PanelReach,
  ) {
    super();
    const { snippets, progress, checker } = session;
    answerPanel(this.messenger, session, this, reach);
    const { beside } = reach;
    this._register(
      vscode.Disposable.from(
        vscode.window.registerWebviewPanelSerializer(panelType, this),
        snippets.onDidChange((change) => {
          this.snippetChanged(change);
        }),
        session.onDidTurn((exercise) => {
          if (exercise === this.panel?.exercise) this.refresh();
        }),
        snippets.onDidMove(() => {
          this.refresh();
        }),
        progress.onDidChange(() => {
          this.tellProgress();
        }),
        checker.onDidChangeState(() => {
          this.tellCheckState();
        }),
        checker.onDidKnow((judged) => {
          this.tellReport(judged);
        }),
        checker.names.onDidAsk((exercise) => {
          const judged = checker.reportOf(exercise);
          if (judged) this.tellReport(judged);
        }),
        checker.onDidTrain((judged) => {
          const { exercise, version } = judged;
          const { cost, remarks, stdout } = checker.names.shown(judged);
          this.tell(messages.curveTrained, { exercise, version, cost, remarks, stdout });
        }),
        beside.onDidChange(() => {
          const exercise = this.panel?.exercise;
          if (exercise === undefined) return;
          this.tell(messages.besideChanged, { exercise, beside: beside.has(exercise) });
        }),
        beside.onDidLook((looked) => {
          if (looked.exercise === this.panel?.exercise) this.tell(messages.looked, looked);
        }),
        onDidChangeSettings(['language', 'checkOnType'], () => {
          this.refresh();
        }),
      ),
    );
  }

  /** The exercise that an open panel shows. */
  get shown(): ExerciseId | undefined {
    return this.panel?.exercise;
  }

  get isActive(): boolean {
    return this.panel?.webview.active === true;
  }

  /** Opens the panel, or reveals it, on an exercise, or as it is, or on the one in hand. */
  async open(exercise: ExerciseId = this.shown ?? this.session.current.id): Promise<void> {
    this.session.choose(exercise);
    if (!this.panel) {
      const { Active } = vscode.ViewColumn;
      const options = { enableFindWidget: false, ...this.options };
      this.adopt(vscode.window.createWebviewPanel(panelType, 'Backprop Tutor', Active, options), exercise);
      return;
    }
    const { webview } = this.panel;
    if (this.panel.exercise !== exercise) await this.show(exercise);
    webview.reveal(undefined, false);
  }

  /** VS Code restores the panel after a reload, with what the page kept by `setState`. */
  deserializeWebviewPanel(webview: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (this.panel) {
      webview.dispose();
      return Promise.resolve();
    }
    webview.webview.options = this.options;
    const kept = v.safeParse(keptState, state);
    // VS Code keeps the page's state only when a window closes in good order, ours whenever an exercise is chosen.
    const { chosenHere, current } = this.session;
    const remembered = chosenHere ?? (kept.success ? kept.output.exercise : current.id);
    const exercise = this.session.snippets.knows(remembered) ? remembered : current.id;
    this.session.choose(exercise);
    this.adopt(webview, exercise);
    return Promise.resolve();
  }

  /**
   * The exercise to answer the page's `ready` with. A page that has just loaded gets what the panel is to show, which
   * a command may have changed while the page was gone; one that runs already only wants to know a snippet's text.
   */
  exerciseFor(asked: ExerciseId | null): ExerciseId {
    const shown = this.panel?.exercise ?? this.session.current.id;
    return this.panel?.ready === true ? (asked ?? shown) : shown;
  }

  /** The page has loaded and has its model; what waited for it goes out behind the answer. */
  becameReady(): void {
    if (!this.panel) return;
    const { waiting } = this.panel;
    this.panel.waiting = [];
    this.panel.ready = true;
    setImmediate(() => {
      waiting.forEach((send) => {
        send();
      });
    });
  }

  /** The page has turned to another exercise by itself. */
  turnedTo(exercise: ExerciseId): void {
    if (this.panel) this.panel.exercise = exercise;
  }

  /** Something has been typed in the page. */
  hasTyped(typed: Typed): void {
    this.typed.set(typed.exercise, typed);
  }

  /** Takes in what was typed in a page that is gone, and did not come as edits, or came too late. */
  async takeIn(): Promise<void> {
    const all = [...this.typed.values()];
    this.typed.clear();
    for (const typed of all) await (await this.session.snippets.open(typed.exercise)).takeIn(typed);
  }

  /** Asks the page to do something, as soon as it can. */
  perform(what: Payload<typeof messages.perform>): void {
    const { panel } = this;
    if (!panel) return;
    const send = (): void => {
      this.messenger.sendNotification(messages.perform, panel.participant, what);
    };
    if (panel.ready) send();
    else panel.waiting.push(send);
  }

  /** Sends the whole model again. */
  refresh(): void {
    const exercise = this.panel?.exercise;
    if (exercise) void this.show(exercise).catch(this.reportError);
  }

  override dispose(): void {
    this.panel?.webview.dispose();
    super.dispose();
  }

  private readonly reportError = (error: unknown): void => {
    this.session.log.error('The panel could not be brought up to date.', error);
  };

  private get options(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [this.dist] };
  }

  private get dist(): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, 'dist');
  }

  private async show(exercise: ExerciseId): Promise<void> {
    if (this.panel) this.panel.exercise = exercise;
    if (this.panel?.ready) this.tell(messages.modelChanged, await this.session.model(exercise));
  }

  private adopt(webview: vscode.WebviewPanel, exercise: ExerciseId): void {
    const participant = this.messenger.registerWebviewPanel(webview);
    const panel: OpenPanel = { webview, participant, exercise, ready: false, waiting: [] };
    this.panel = panel;
    webview.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'icon.svg');
    webview.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
      this.takeIn().catch(this.reportError);
    });
    webview.onDidChangeViewState(() => {
      // A hidden page is gone; when it is shown again it loads anew and asks for its model.
      if (!webview.visible) panel.ready = false;
      else this.refresh();
      if (webview.active) this.session.choose(panel.exercise);
    });
    webview.webview.html = this.page(webview.webview);
    this.warm();
  }

  private page(webview: vscode.Webview): string {
    const address = (file: string): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.dist, file)).toString();
    return panelHtml({
      cspSource: webview.cspSource,
      nonce: randomBytes(18).toString('base64'),
      script: address('panel.js'),
      style: address('panel.css'),
      language: learnerLanguage(),
      title: 'Backprop Tutor',
    });
  }

  private tell<P>(type: NotificationType<P>, payload: P): void {
    if (this.panel?.ready) this.messenger.sendNotification(type, this.panel.participant, payload);
  }

  private tellReport(judged: Judged): void {
    const { exercise, version } = judged;
    const report = this.session.checker.names.shown(judged);
    this.tell(messages.reported, { exercise, report, version });
  }

  private snippetChanged({ exercise, text, version, changes, origin }: SnippetChange): void {
    if (origin === 'panel') return;
    this.tell(messages.snippetChanged, { exercise, text, version, changes, origin });
  }

  private tellProgress(): void {
    const { exercises, others } = this.session.progress.all;
    const opened = Object.entries({ ...others, ...exercises }).map(
      ([id, entry]) => [id, entry.hintsOpened] as const,
    );
    this.tell(messages.progressChanged, {
      exercises: this.session.summaries(),
      hintsOpened: Object.fromEntries(opened),
    });
  }

  private tellCheckState(): void {
    const exercise = this.panel?.exercise;
    if (!exercise) return;
    const { checker } = this.session;
    const state = checker.stateOf(exercise);
    this.tell(messages.checkState, { exercise, state, python: checker.pythonDescription });
  }
}
