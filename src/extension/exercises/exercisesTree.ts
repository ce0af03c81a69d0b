/** The view "Exercises": the course with the state of each exercise, opened on click. */
import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import { askedOf } from '../../course/asked';
import type { Exercise } from '../../course/judgedExercise';
import { describe, iconOf } from './exerciseList';
import { tutor } from '../lazyTutor';
import type { Session } from '../session';
import { onDidChangeSettings, learnerLanguage } from '../settings';

export const viewId = 'backpropTutor.exercises';
const shownKey = 'exercisesShown';

/** An exercise in the view; menus find the exercise's id in it. */
export interface ExerciseItem {
  readonly exercise: Exercise['id'];
}

/** A chapter in the view. */
export interface ChapterItem {
  readonly chapter: string;
}

type TreeItem = ExerciseItem | ChapterItem;

export class ExercisesTree extends Disposable implements vscode.TreeDataProvider<TreeItem> {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<TreeItem>;
  private readonly items = new Map<string, ExerciseItem>();
  private readonly chapterItems = new Map<string, ChapterItem>();

  constructor(
    private readonly session: Pick<Session, 'chosen' | 'current' | 'log' | 'onDidChangeCurrent' | 'progress'>,
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
        onDidChangeSettings(['language'], refresh),
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

  getChildren(item?: TreeItem): TreeItem[] {
    if (!this.begun) return [];
    const chapters = tutor().allChapters();
    if (!item) return chapters.map(({ id }) => this.chapterOf(id));
    const chapter = 'chapter' in item ? chapters.find(({ id }) => id === item.chapter) : undefined;
    return chapter?.exercises.map(({ id }) => this.itemOf(id)) ?? [];
  }

  getParent(item: TreeItem): ChapterItem | undefined {
    if ('chapter' in item) return undefined;
    const chapter = tutor()
      .allChapters()
      .find(({ exercises }) => exercises.some(({ id }) => id === item.exercise));
    return chapter && this.chapterOf(chapter.id);
  }

  getTreeItem(item: TreeItem): vscode.TreeItem {
    return 'chapter' in item ? this.chapterItem(item.chapter) : this.exerciseItem(item.exercise);
  }

  private chapterItem(id: string): vscode.TreeItem {
    const chapter = tutor()
      .allChapters()
      .find((one) => one.id === id);
    if (!chapter) throw new RangeError(`There is no chapter "${id}".`);
    const language = learnerLanguage();
    const { exercises, title, about } = chapter;
    const passed = this.session.progress.passedOf(exercises);
    const words = vscode.l10n.t('{0} of {1} passed', passed, exercises.length);
    const isInHand = exercises.some((one) => one.id === this.session.current.id);
    const isLeftBehind = passed === exercises.length;
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const treeItem = new vscode.TreeItem(title[language], isInHand || !isLeftBehind ? Expanded : Collapsed);
    treeItem.id = `chapter:${id}`;
    treeItem.description = `${String(passed)}/${String(exercises.length)}`;
    treeItem.contextValue = 'backpropTutor.chapter';
    treeItem.tooltip = new vscode.MarkdownString(`**${title[language]}**  \n${about[language]}`);
    treeItem.accessibilityInformation = { label: `${title[language]}, ${words}` };
    return treeItem;
  }

  private exerciseItem(id: string): vscode.TreeItem {
    const all = tutor().allExercises();
    const index = all.findIndex((one) => one.id === id);
    const exercise = all[index];
    if (!exercise) throw new RangeError(`There is no exercise "${id}".`);
    const language = learnerLanguage();
    const label = `${String(index + 1)}. ${exercise.title[language]}`;
    const progress = this.session.progress.of(exercise.id);
    const description = describe(progress, language);
    const asked = askedOf(exercise.folder?.definition ?? exercise);
    const treeItem = new vscode.TreeItem(label);
    treeItem.id = exercise.id;
    treeItem.description = progress.state === 'not-started' ? '' : description;
    treeItem.iconPath = iconOf(progress);
    treeItem.contextValue = 'backpropTutor.exercise';
    const before = all.filter((one) => exercise.after?.includes(one.id)).map(({ title }) => title[language]);
    const comesAfter =
      before.length === 0 ? '' : `\n\n${vscode.l10n.t('Comes after: {0}', before.join(', '))}`;
    treeItem.tooltip = new vscode.MarkdownString(
      `**${label}**  \n${description}${comesAfter}\n\n${asked.map((head) => `\`${head}\``).join(', ')}`,
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

  private chapterOf(id: string): ChapterItem {
    const item = this.chapterItems.get(id) ?? { chapter: id };
    this.chapterItems.set(id, item);
    return item;
  }

  /** Lists the exercises anew. */
  refresh(): void {
    this.changed.fire();
    if (this.view.visible) this.view.description = this.summary();
    this.revealCurrent();
  }

  private summary(): string {
    const all = tutor().allExercises();
    return vscode.l10n.t('{0} of {1} passed', this.session.progress.passedOf(all), all.length);
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
