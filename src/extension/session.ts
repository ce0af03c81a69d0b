/** What the extension's parts have in common: the snippets, the progress, the checks, and the exercise in hand. */
import * as vscode from 'vscode';
import { Disposable } from './disposable';
import type { ExerciseId } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { CheckOutcome, ExerciseSummary, PanelModel } from '../protocol/messages';
import type { Checker } from './checks/checking';
import type { Asked } from './progress/progressModel';
import { editorsOf } from './files/documents';
import { tutor } from './lazyTutor';
import type { ProgressStore } from './progress/progress';
import type { Samples } from '../engine/columnForm';
import type { Orientations } from './snippet/orientations';
import type { ReportKey, ReportStore } from './checks/reportStore';
import { checkOnType, learnerLanguage } from './settings';
import type { Snippets } from './snippet/snippets';

const currentKey = 'current';

export class Session extends Disposable {
  private readonly currentChanged = this._register(new vscode.EventEmitter<ExerciseId>());
  readonly onDidChangeCurrent = this.currentChanged.event;
  private readonly turned = this._register(new vscode.EventEmitter<ExerciseId>());
  /** Tells that an exercise's samples lie the other way from now on. */
  readonly onDidTurn = this.turned.event;
  /** Exercises whose kept report has been looked for. */
  private readonly asked = new Set<ExerciseId>();

  constructor(
    readonly snippets: Snippets,
    readonly progress: ProgressStore,
    readonly checker: Checker,
    private readonly reports: ReportStore,
    readonly orientations: Orientations,
    readonly log: vscode.LogOutputChannel,
    private readonly workspaceState: vscode.Memento,
    private readonly globalState: vscode.Memento,
  ) {
    super();
    this._register(
      vscode.Disposable.from(
        snippets.onDidChange(({ exercise, origin }) => {
          if (origin === 'reset') checker.forget(exercise);
          else progress.worked(exercise);
        }),
        checker.onDidJudge(({ exercise, report, text, origin }) => {
          if (origin === 'restored') return;
          progress.checked(exercise, report.verdict === 'pass', origin);
          void reports.keep(exercise, report, this.keyOf(exercise, text));
        }),
      ),
    );
  }

  /** The exercise that was last chosen in this workspace; undefined before the first. */
  get chosenHere(): ExerciseId | undefined {
    return this.workspaceState.get<ExerciseId>(currentKey);
  }

  /** The exercise that was last chosen, in this workspace or else anywhere; undefined before the first. */
  get chosen(): ExerciseId | undefined {
    return this.chosenHere ?? this.globalState.get<ExerciseId>(currentKey);
  }

  /** The exercise in hand: the one last chosen, or the first of the course. */
  get current(): Exercise {
    const { exerciseById, firstExercise } = tutor();
    const { chosen } = this;
    return (chosen === undefined ? undefined : exerciseById(chosen)) ?? firstExercise();
  }

  /** Takes an exercise in hand. */
  choose(exercise: ExerciseId): void {
    if (this.chosenHere === exercise) return;
    void this.workspaceState.update(currentKey, exercise);
    void this.globalState.update(currentKey, exercise);
    this.currentChanged.fire(exercise);
  }

  /** The exercise before or after the one in hand, if there is one. */
  neighbour(step: 1 | -1): Exercise | undefined {
    const all = tutor().allExercises();
    return all[all.indexOf(this.current) + step];
  }

  /** Checks the snippet of an exercise as it is once all edits asked for so far have been made. */
  async check(exercise: ExerciseId, asked: Asked = 'explicit'): Promise<CheckOutcome> {
    const snippet = await this.snippets.open(exercise);
    return this.checker.check(await snippet.settled(), asked);
  }

  /** Brings back the last report of a snippet that is still as it was when the window was reloaded. */
  async restore(exercise: ExerciseId): Promise<void> {
    if (this.checker.reportOf(exercise) || this.asked.has(exercise)) return;
    this.asked.add(exercise);
    const { text, version } = await (await this.snippets.open(exercise)).settled();
    const report = await this.reports.find(exercise, this.keyOf(exercise, text));
    if (!report || this.checker.reportOf(exercise)) return;
    this.checker.adopt({ exercise, report, version, text, origin: 'restored' });
  }

  /** Brings the starter back. Gives the text that was there, or undefined where it could not be replaced. */
  async reset(exercise: ExerciseId): Promise<string | undefined> {
    const snippet = await this.snippets.open(exercise);
    const { text } = await snippet.settled();
    const done = await snippet.replace(this.starter(exercise), 'reset');
    if (done) this.progress.restarted(exercise);
    return done ? text : undefined;
  }

  /** What a snippet begins with, in the learner's language, with samples as they have them. */
  starter(exercise: ExerciseId): string {
    return this.exercise(exercise)?.starter[learnerLanguage()] ?? '';
  }

  /** Has the samples of an exercise lie the other way. A starter that nobody has touched follows; other code stays. */
  async turn(exercise: ExerciseId, samples: Samples): Promise<void> {
    if (this.orientations.of(exercise) === samples || !hasSamples(exercise)) return;
    if (this.checker.checking === exercise) this.checker.stop();
    this.orientations.set(exercise, samples);
    this.checker.forget(exercise);
    await this.translate(exercise);
    this.turned.fire(exercise);
  }

  private exercise(id: ExerciseId): Exercise | undefined {
    return tutor().exerciseById(id, this.orientations.of(id));
  }

  private keyOf(exercise: ExerciseId, text: string): ReportKey {
    return { text, language: learnerLanguage(), samples: this.orientations.of(exercise) };
  }

  summaries(): readonly ExerciseSummary[] {
    return tutor()
      .allExercises()
      .map(({ id, title }) => ({
        id,
        title,
        state: this.progress.of(id).state,
      }));
  }

  /** Everything that the panel draws an exercise from. */
  async model(exercise: ExerciseId): Promise<PanelModel> {
    await this.translate(exercise);
    await this.restore(exercise);
    const snippet = await (await this.snippets.open(exercise)).settled();
    const judged = this.checker.reportOf(exercise);
    return {
      language: learnerLanguage(),
      exercises: this.summaries(),
      chapters: tutor()
        .allChapters()
        .map(({ id, title, about, exercises }) => ({
          id,
          title,
          about,
          exercises: exercises.map((one) => one.id),
        })),
      exercise,
      content: tutor().contentOf(exercise, this.orientations.of(exercise)),
      snippet,
      report: judged ? { report: this.checker.names.shown(judged), version: judged.version } : null,
      hintsOpened: this.progress.of(exercise).hintsOpened,
      checkOnType: checkOnType(),
      beside: editorsOf(this.snippets.uriOf(exercise)).length > 0,
      check: this.checker.stateOf(exercise),
      python: this.checker.pythonDescription,
    };
  }

  /** A starter that nobody has touched follows the learner's language, and their samples. */
  private async translate(exercise: ExerciseId): Promise<void> {
    const starters = (['rows', 'columns'] as const).flatMap((samples) => {
      const starter = tutor().exerciseById(exercise, samples)?.starter;
      return starter ? [starter.en, starter.ko] : [];
    });
    if (new Set(starters).size <= 1) return;
    const snippet = await this.snippets.open(exercise);
    const { text } = await snippet.settled();
    const wanted = this.starter(exercise);
    if (text !== wanted && starters.includes(text)) await snippet.replace(wanted, 'reset');
  }
}

/** Whether an exercise has samples that could lie the other way. */
function hasSamples(exercise: ExerciseId): boolean {
  const { exerciseById } = tutor();
  return exerciseById(exercise, 'columns') !== exerciseById(exercise);
}
