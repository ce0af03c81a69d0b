/** The learner's progress, in VS Code's global state and carried between machines by Settings Sync. */
import * as vscode from 'vscode';
import type { ExerciseId } from '../course/exercise';
import type { Asked } from './checking';
import { advance, countPassed, mergeProgress, noProgress, notStarted, restart } from './progressModel';
import { progressSchema, readProgress } from './progressModel';
import type { ExerciseProgress, Progress } from './progressModel';
import type { ProgressCopy } from './progressCopy';
import { WorkClock } from './workClock';

/**
 * One key for each schema: a version of the extension that knows only an older schema keeps its own record and never
 * writes over a newer one, and a newer version finds the older record to begin from.
 */
const keyOf = (schema: number): string => `progress.v${String(schema)}`;
const asideKey = 'progress.aside';

/** The part of VS Code's memento that progress needs. */
export interface ProgressMemento {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
  setKeysForSync(keys: readonly string[]): void;
}

export class ProgressStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly clocks = new Map<ExerciseId, WorkClock>();
  private known: Progress = noProgress;
  private copy: ProgressCopy | undefined;
  private copyListener: vscode.Disposable | undefined;
  /** What everyone who shows progress was last told of. */
  private told = '';

  constructor(
    private readonly memento: ProgressMemento,
    private readonly now: () => number = () => Date.now(),
  ) {
    memento.setKeysForSync([keyOf(progressSchema)]);
  }

  /** Takes in what the copy has and the memento lost with a window that died, and keeps the copy from now on. */
  async keepCopy(copy: ProgressCopy): Promise<void> {
    this.copy = copy;
    this.copyListener = copy.onDidWrite(() => void this.catchUp(copy));
    const before = this.all;
    const merged = mergeProgress(before, await copy.read());
    if (JSON.stringify(merged) !== JSON.stringify(before)) this.write(mergeProgress(this.known, merged));
  }

  /** Takes in what another window has added, and tells everyone who shows it. */
  private async catchUp(copy: ProgressCopy): Promise<void> {
    const kept = await copy.read();
    this.known = mergeProgress(this.all, kept);
    if (JSON.stringify(this.all) !== this.told) this.tell();
  }

  /** All progress: what this window knows, with what other windows and machines have added. */
  get all(): Progress {
    this.known = mergeProgress(this.known, this.read());
    return this.known;
  }

  of(exercise: ExerciseId): ExerciseProgress {
    return this.all.exercises[exercise] ?? notStarted;
  }

  get passed(): number {
    return countPassed(this.all);
  }

  /** The learner changed the snippet. */
  worked(exercise: ExerciseId): void {
    this.clock(exercise).touch();
    if (this.of(exercise).state === 'not-started')
      this.write(advance(this.all, exercise, { state: 'started' }));
  }

  /** A check came to its end. Only those that the learner asked for count as attempts. */
  checked(exercise: ExerciseId, passed: boolean, asked: Asked): void {
    const clock = this.clock(exercise);
    clock.touch();
    const state = passed ? 'passed' : 'started';
    this.write(
      advance(this.all, exercise, { state, attempts: asked === 'explicit' ? 1 : 0, seconds: clock.take() }),
    );
  }

  /** That many rungs of the hint ladder are open. */
  hintsOpened(exercise: ExerciseId, count: number): void {
    this.write(advance(this.all, exercise, { state: 'started', hintsOpened: count }));
  }

  /** The snippet holds the starter again: the time for the best time begins anew. */
  restarted(exercise: ExerciseId): void {
    this.clock(exercise).restart();
    this.write(restart(this.all, exercise));
  }

  dispose(): void {
    this.copyListener?.dispose();
    this.changed.dispose();
  }

  private clock(exercise: ExerciseId): WorkClock {
    const clock = this.clocks.get(exercise) ?? new WorkClock(this.now);
    this.clocks.set(exercise, clock);
    return clock;
  }

  private read(): Progress {
    const key = [...Array(progressSchema).keys()]
      .map((before) => keyOf(progressSchema - before))
      .find((candidate) => this.memento.get(candidate) !== undefined);
    const stored = key === undefined ? undefined : this.memento.get(key);
    const { progress, whole } = readProgress(stored);
    if (!whole && this.memento.get(asideKey) === undefined) void this.memento.update(asideKey, stored);
    return progress;
  }

  private write(progress: Progress): void {
    this.known = progress;
    void this.memento.update(keyOf(progressSchema), progress);
    this.copy?.keep(progress);
    this.tell();
  }

  private tell(): void {
    this.told = JSON.stringify(this.all);
    this.changed.fire();
  }
}
