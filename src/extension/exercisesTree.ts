/** The view "Exercises": the course with the state of each exercise, opened on click. */
import * as vscode from 'vscode';
import { Disposable } from './disposable';
import type { Exercise } from '../course/exercise';
import { describe, iconOf } from './exerciseList';
import { tutor } from './lazyTutor';
import type { Session } from './session';
import { concerns, learnerLanguage } from './settings';

export const viewId = 'backpropTutor.exercises';
const shownKey = 'exercisesShown';

/** An exercise in the view; menus find the exercise's id in it. */
export interface ExerciseItem {
  readonly exercise: Exercise['id'];
}

export class ExercisesTree extends Disposable implements vscode.TreeDataProvider<ExerciseItem> {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<ExerciseItem>;
  private readonly items = new Map<string, ExerciseItem>();

  constructor(
    private readonly session: Session,
    private readonly memento: vscode.Memento,
  ) {
    super();
    this.view = this._register(vscode.window.createTreeView(viewId, { treeDataProvider: this }));
    const refresh = (): void => {
      this.refresh();
    };
    this._register(
      vscode.Disposable.from(
        session.progress.onDidChange(refresh),
        session.onDidChangeCurrent(refresh),
        vscode.workspace.onDidChangeConfiguration((event) => {
          if (concerns(event, 'language')) refresh();
        }),
        this.view.onDidChangeVisibility(() => {
          this.revealCurrent();
        }),
      ),
    );
  }

  /** Whether the learner has begun; before that the view welcomes instead of listing. */
  get begun(): boolean {
    const { chosen, progress } = this.session;
    const some = chosen !== undefined || Object.keys(progress.all.exercises).length > 0;
    return some || this.memento.get(shownKey) === true;
  }

  /** Lists the exercises even before the first has been opened, and goes to the view. */
  async show(): Promise<void> {
    await this.memento.update(shownKey, true);
    this.refresh();
    await vscode.commands.executeCommand(`${viewId}.focus`);
  }

  getChildren(item?: ExerciseItem): ExerciseItem[] {
    if (item || !this.begun) return [];
    return tutor().course.map(({ id }) => this.itemOf(id));
  }

  getParent(): undefined {
    return undefined;
  }

  getTreeItem(item: ExerciseItem): vscode.TreeItem {
    const { course } = tutor();
    const index = course.findIndex(({ id }) => id === item.exercise);
    const exercise = course[index];
    if (!exercise) throw new RangeError(`There is no exercise "${item.exercise}".`);
    const language = learnerLanguage();
    const label = `${String(index + 1)}. ${exercise.title[language]}`;
    const progress = this.session.progress.of(exercise.id);
    const description = describe(progress);
    const treeItem = new vscode.TreeItem(label);
    treeItem.id = exercise.id;
    treeItem.description = progress.state === 'not-started' ? '' : description;
    treeItem.iconPath = iconOf(progress);
    treeItem.contextValue = 'backpropTutor.exercise';
    treeItem.tooltip = new vscode.MarkdownString(
      `**${label}**  \n${description}\n\n\`${exercise.functionName}\``,
    );
    treeItem.accessibilityInformation = { label: `${label}, ${description}` };
    treeItem.command = {
      command: 'backpropTutor.open',
      title: vscode.l10n.t('Open in the tutor'),
      arguments: [exercise.id],
    };
    return treeItem;
  }

  private itemOf(id: Exercise['id']): ExerciseItem {
    const item = this.items.get(id) ?? { exercise: id };
    this.items.set(id, item);
    return item;
  }

  private refresh(): void {
    this.changed.fire();
    if (this.view.visible) this.view.description = this.summary();
    this.revealCurrent();
  }

  private summary(): string {
    const { course } = tutor();
    return vscode.l10n.t('{0} of {1} passed', this.session.progress.passed, course.length);
  }

  private revealCurrent(): void {
    if (!this.view.visible || !this.begun) return;
    this.view.description = this.summary();
    const item = this.itemOf(this.session.current.id);
    // A view that is just being rebuilt may not know the item yet; the next change reveals it.
    Promise.resolve(this.view.reveal(item, { select: true, focus: false })).catch((error: unknown) => {
      this.session.log.debug('The exercise in hand could not be revealed.', error);
    });
  }
}
