/** Runs checks, one at a time, and tells everyone who shows where they stand. */
import * as vscode from 'vscode';
import type { ExerciseId } from '../../course/exercise';
import type { Report } from '../../grader/report';
import type { CheckOutcome, CheckState, SnippetText } from '../../protocol/messages';
import type { RuntimePhase } from '../../python/runtime';
import type { GradingThread } from '../../grading/thread';
import { tutor } from '../lazyTutor';
import { Disposable } from '../disposable';
import type { Samples } from '../../engine/columnForm';
import type { Orientations } from '../snippet/orientations';
import type { PythonHost } from '../python/pythonHost';
import type { Asked } from '../progress/progressModel';
import { learnerLanguage, timeoutSeconds } from '../settings';
import { WithheldNames } from './withheldNames';

/** A report comes from a check, or is one from before the window was reloaded. */
export type Origin = Asked | 'restored';

/** A report together with the text that it judged. */
export interface Judged {
  readonly exercise: ExerciseId;
  readonly report: Report;
  readonly version: number;
  readonly text: string;
  readonly origin: Origin;
}

/** Who asked for a check: explicit as soon as the learner does, whatever began it. */
interface Asking {
  asked: Asked;
}

interface Running {
  readonly snippet: SnippetText;
  readonly asking: Asking;
  readonly abort: AbortController;
  readonly outcome: Promise<CheckOutcome>;
}

/** One press of Ctrl+Enter may ask twice: in the page and through VS Code's key binding. */
const oneKeyPressMs = 300;

export class Checker extends Disposable {
  private readonly stateChanged = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeState = this.stateChanged.event;
  private readonly judged = this._register(new vscode.EventEmitter<Judged>());
  readonly onDidJudge = this.judged.event;
  private readonly known = this._register(new vscode.EventEmitter<Judged>());
  /** Tells the report of a check as soon as there is one, once; its curve may still be being trained. */
  readonly onDidKnow = this.known.event;
  private readonly trained = this._register(new vscode.EventEmitter<Judged>());
  /** Tells the whole report where its curve came later than the rest of it. */
  readonly onDidTrain = this.trained.event;
  readonly names = this._register(
    new WithheldNames((id) => tutor().exerciseById(id)?.namesOnAsking === true),
  );
  private readonly reports = new Map<ExerciseId, Judged>();
  private running: Running | undefined;
  private lastRun:
    | { readonly snippet: SnippetText; readonly outcome: Promise<CheckOutcome>; readonly at: number }
    | undefined;
  private phase: RuntimePhase = 'stopped';
  private grader: GradingThread | undefined;

  constructor(
    private readonly python: PythonHost,
    private readonly orientations: Orientations,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this._register(
      python.onPhase((phase) => {
        this.phase = phase;
        // Whoever has Python ready is about to check: what grades need not be started and compiled then.
        if (phase === 'ready') this.ownGrader().start();
        this.stateChanged.fire();
      }),
    );
  }

  /** The exercise whose snippet is being checked. */
  get checking(): ExerciseId | undefined {
    return this.running?.snippet.exercise;
  }

  stateOf(exercise: ExerciseId): CheckState {
    if (this.checking !== exercise) return 'idle';
    return this.phase === 'starting' || this.phase === 'first-start' ? 'starting' : 'running';
  }

  get pythonDescription(): string | null {
    return this.python.description;
  }

  /** The last report of an exercise in this window. */
  reportOf(exercise: ExerciseId): Judged | undefined {
    return this.reports.get(exercise);
  }

  /** What was found in a text that has given way to the starter, or of samples the other way, says nothing any more. */
  forget(exercise: ExerciseId): void {
    this.reports.delete(exercise);
    if (this.lastRun?.snippet.exercise === exercise) this.lastRun = undefined;
  }

  /** Makes a report the last one of its exercise, and tells everyone. */
  adopt(judged: Judged): void {
    this.reports.set(judged.exercise, judged);
    this.judged.fire(judged);
  }

  /** Checks a text. The same text asked for again joins the check under way; another one takes its place. */
  check(snippet: SnippetText, asked: Asked = 'explicit'): Promise<CheckOutcome> {
    const { running } = this;
    if (running && isSame(running.snippet, snippet) && !running.abort.signal.aborted) {
      if (asked === 'explicit') running.asking.asked = asked;
      return running.outcome;
    }
    const last = this.lastRun;
    if (last && isSame(last.snippet, snippet) && Date.now() - last.at < oneKeyPressMs) return last.outcome;
    running?.abort.abort();
    const abort = new AbortController();
    const asking = { asked };
    const outcome = this.run(snippet, asking, abort.signal).finally(() => {
      if (this.running?.abort === abort) this.running = undefined;
      if (!abort.signal.aborted) this.lastRun = { snippet, outcome, at: Date.now() };
      this.stateChanged.fire();
    });
    this.running = { snippet, asking, abort, outcome };
    this.stateChanged.fire();
    return outcome;
  }

  stop(): void {
    this.running?.abort.abort();
  }

  /** Judges a text without keeping anything: what the exported API does. `seconds` is a limit other than the learner's. */
  async judge(
    exercise: ExerciseId,
    source: string,
    samples: Samples,
    signal?: AbortSignal,
    {
      seconds = timeoutSeconds(),
      curve = true,
      onVerdict,
    }: {
      readonly seconds?: number;
      readonly curve?: boolean;
      readonly onVerdict?: (report: Report) => void;
    } = {},
  ): Promise<Report> {
    return tutor().judge(exercise, source, await this.python.runtime(), {
      samples,
      timeoutSeconds: seconds,
      language: learnerLanguage(),
      grader: this.ownGrader(),
      curve,
      ...(signal ? { signal } : {}),
      ...(onVerdict ? { onVerdict } : {}),
    });
  }

  override dispose(): void {
    this.stop();
    this.grader?.dispose();
    super.dispose();
  }

  private ownGrader(): GradingThread {
    return (this.grader ??= tutor().createGrader(__dirname));
  }

  private tell(judged: Judged): void {
    this.reports.set(judged.exercise, judged);
    this.known.fire(judged);
  }

  private async run(snippet: SnippetText, asking: Asking, signal: AbortSignal): Promise<CheckOutcome> {
    const { exercise, text, version } = snippet;
    try {
      const about = (): Omit<Judged, 'report'> => ({ exercise, version, text, origin: asking.asked });
      let verdict: Report | undefined;
      const report = await this.judge(exercise, text, this.orientations.of(exercise), signal, {
        onVerdict: (known) => {
          if (signal.aborted) return;
          verdict = known;
          this.tell({ ...about(), report: known });
        },
      });
      if (signal.aborted) return stopped();
      const judged = { ...about(), report };
      if (!verdict) this.tell(judged);
      else this.trained.fire(judged);
      this.adopt(judged);
      return { ok: true };
    } catch (error) {
      if (signal.aborted) return stopped();
      if (tutor().isUnavailable(error)) {
        const message = tutor().unavailableSentence(error, learnerLanguage());
        return { ok: false, reason: 'unavailable', message };
      }
      const message = error instanceof Error ? error.message : String(error);
      this.log.error('A check failed.', error);
      return { ok: false, reason: 'failed', message };
    }
  }
}

function isSame(a: SnippetText, b: SnippetText): boolean {
  return a.exercise === b.exercise && a.version === b.version;
}

function stopped(): CheckOutcome {
  return { ok: false, reason: 'stopped', message: vscode.l10n.t('The check was stopped.') };
}
