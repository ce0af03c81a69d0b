/** The learner's progress, in VS Code's global state and carried between machines by Settings Sync. */
import * as vscode from 'vscode';
import { Disposable, DisposableValue } from '../disposable';
import type { ExerciseId } from '../../course/exercise';
import { advance, entryOf, mergeProgress, restart } from './progressModel';
import type { Asked, ExerciseProgress, Progress } from './progressModel';
import type { ProgressCopy } from './progressCopy';
import { ProgressRecord } from './progressRecord';
import type { ProgressMemento } from './progressRecord';
import { WorkClock } from './workClock';

export type { ProgressMemento };

export class ProgressStore extends Disposable {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly clocks = new Map<ExerciseId, WorkClock>();
  private readonly record: ProgressRecord;
  private copy: ProgressCopy | undefined;
  private readonly copyListener = this._register(new DisposableValue<vscode.Disposable>());
  /** What everyone who shows progress was last told of. */
  private told = '';

  constructor(
    memento: ProgressMemento,
    private readonly now: () => number = () => Date.now(),
  ) {
    super();
    this.record = new ProgressRecord(memento);
  }

  /** Takes in what the copy has and the memento lost with a window that died, and keeps the copy from now on. */
  async keepCopy(copy: ProgressCopy): Promise<void> {
    this.copy = copy;
    this.copyListener.value = copy.onDidWrite(() => void this.catchUp(copy));
    const before = JSON.stringify(this.all);
    this.record.takeIn(await copy.read());
    if (JSON.stringify(this.all) !== before) this.write((all) => all);
    await copy.flush();
  }

  /** Adds progress from elsewhere; what is here stays. */
  merge(other: Progress): void {
    this.write((all) => mergeProgress(all, other));
  }

  /** Takes in what another window has added, and tells everyone who shows it. */
  private async catchUp(copy: ProgressCopy): Promise<void> {
    this.record.takeIn(await copy.read());
    if (JSON.stringify(this.all) !== this.told) this.tell();
  }

  /** All progress: what this window knows, with what other windows and machines have added. */
  get all(): Progress {
    return this.record.all;
  }

  of(exercise: ExerciseId): ExerciseProgress {
    return entryOf(this.all, exercise);
  }

  /** How many of some exercises are passed. */
  passedOf(exercises: readonly { readonly id: ExerciseId }[]): number {
    return exercises.filter(({ id }) => this.of(id).state === 'passed').length;
  }

  /** The learner changed the snippet. */
  worked(exercise: ExerciseId): void {
    this.clock(exercise).touch();
    if (this.of(exercise).state === 'not-started')
      this.write((all) => advance(all, exercise, { state: 'started' }));
  }

  /** A check came to its end. Only those that the learner asked for count as attempts. */
  checked(exercise: ExerciseId, passed: boolean, asked: Asked): void {
    const clock = this.clock(exercise);
    clock.touch();
    const state = passed ? 'passed' : 'started';
    const step = { state, attempts: asked === 'explicit' ? 1 : 0, seconds: clock.take() } as const;
    this.write((all) => advance(all, exercise, step));
  }

  /** That many rungs of the hint ladder are open. */
  hintsOpened(exercise: ExerciseId, count: number): void {
    this.write((all) => advance(all, exercise, { state: 'started', hintsOpened: count }));
  }

  /** A planted mistake was found in so many checks. */
  hunted(exercise: ExerciseId, checks: number): void {
    this.write((all) => advance(all, exercise, { hunt: checks }));
  }

  /** The snippet holds the starter again: the time for the best time begins anew. */
  restarted(exercise: ExerciseId): void {
    this.clock(exercise).restart();
    this.write((all) => restart(all, exercise));
  }

  private clock(exercise: ExerciseId): WorkClock {
    const clock = this.clocks.get(exercise) ?? new WorkClock(this.now);
    this.clocks.set(exercise, clock);
    return clock;
  }

  private write(step: (all: Progress) => Progress): void {
    const all = this.record.advance(step);
    this.copy?.keep(all);
    this.tell();
  }

  private tell(): void {
    this.told = JSON.stringify(this.all);
    this.changed.fire();
  }
}
