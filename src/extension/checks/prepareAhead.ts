/** Has the exercise in hand ready to be judged before its first check: what it is judged by may take seconds to run. */
import type { Event } from 'vscode';
import type { ExerciseId } from '../../course/exercise';
import type { RuntimePhase } from '../../python/runtime';
import { Disposable } from '../disposable';

/** Who leafs through the course prepares nothing. */
const usualPauseMs = 700;

/** Where the exercise in hand is learnt, and the Python that it is prepared in. */
interface Ahead {
  readonly current: () => ExerciseId;
  readonly onDidChangeCurrent: Event<unknown>;
  readonly onPhase: Event<RuntimePhase>;
  /** What it rejects with is told by the check, which tries again. */
  readonly prepare: (exercise: ExerciseId) => Promise<void>;
}

export class PrepareAhead extends Disposable {
  private pause: NodeJS.Timeout | undefined;
  private isReady = false;
  /** Tried in the Python of now. */
  private readonly tried = new Set<ExerciseId>();

  constructor(
    private readonly ahead: Ahead,
    private readonly pauseMs = usualPauseMs,
  ) {
    super();
    this._register(
      ahead.onPhase((phase) => {
        this.isReady = phase === 'ready';
        if (phase === 'starting') this.tried.clear();
        this.soon();
      }),
    );
    this._register(
      ahead.onDidChangeCurrent(() => {
        this.soon();
      }),
    );
  }

  override dispose(): void {
    clearTimeout(this.pause);
    super.dispose();
  }

  private soon(): void {
    clearTimeout(this.pause);
    if (!this.isReady) return;
    this.pause = setTimeout(() => {
      const exercise = this.ahead.current();
      if (this.tried.has(exercise)) return;
      this.tried.add(exercise);
      this.ahead.prepare(exercise).catch(() => undefined);
    }, this.pauseMs);
  }
}
