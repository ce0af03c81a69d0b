/** The status bar item: the exercise in hand and how far the course is; it opens the view "Exercises". */
import * as vscode from 'vscode';
import { Disposable } from './disposable';
import { tutor } from './lazyTutor';
import type { Session } from './session';
import { onDidChangeSettings, learnerLanguage } from './settings';

export class StatusBar extends Disposable {
  private item: vscode.StatusBarItem | undefined;

  /** `inUse` says whether the tutor is being used in this window; elsewhere the item would only take room. */
  constructor(
    private readonly session: Pick<Session, 'checker' | 'current' | 'onDidChangeCurrent' | 'progress'>,
    private readonly inUse: () => boolean,
  ) {
    super();
    const update = (): void => {
      this.update();
    };
    this._register(
      vscode.Disposable.from(
        session.progress.onDidChange(update),
        session.onDidChangeCurrent(update),
        session.checker.onDidChangeState(update),
        vscode.window.tabGroups.onDidChangeTabs(update),
        onDidChangeSettings(['language'], update),
      ),
    );
  }

  /** Draws the item anew, or takes it away. */
  update(): void {
    if (!this.inUse()) {
      this.item?.hide();
      return;
    }
    this.item ??= this.create();
    const all = tutor().allExercises();
    const { current, progress, checker } = this.session;
    const title = current.title[learnerLanguage()];
    const done = progress.passedOf(all);
    const count = `${String(done)}/${String(all.length)}`;
    const checking = checker.checking !== undefined;
    this.item.text = `${checking ? '$(loading~spin)' : '$(mortar-board)'} ${title} · ${count}`;
    const passed = vscode.l10n.t('{0} of {1} passed', done, all.length);
    this.item.tooltip = `Backprop Tutor: ${title}\n${passed}`;
    this.item.accessibilityInformation = { label: `Backprop Tutor: ${title}, ${passed}` };
    this.item.show();
  }

  override dispose(): void {
    this.item?.dispose();
    super.dispose();
  }

  private create(): vscode.StatusBarItem {
    const item = vscode.window.createStatusBarItem(
      'backpropTutor.progress',
      vscode.StatusBarAlignment.Left,
      10,
    );
    item.name = 'Backprop Tutor';
    item.command = 'backpropTutor.showExercises';
    return item;
  }
}
