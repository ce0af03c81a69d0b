/** The check of the snippet that is shown: asked for, running, and what is told of it, now or later. */
import { batch, computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ExerciseId } from '../../course/exercise';
import type { Report } from '../../grader/report';
import * as messages from '../../protocol/messages';
import type { CheckState, PanelModel } from '../../protocol/messages';
import type { Connection } from '../sync/connection';
import { mayTell } from './quiet';
import { Reports } from './reports';
import type { Judged } from './reports';

/** What a check asks of a snippet's session. */
interface Session {
  readonly exercise: ExerciseId;
  readonly text: ReadonlySignal<string>;
  readonly version: number;
  /** The text of that version. */
  readonly agreedText: string;
  settle(): Promise<void>;
}

/** What it follows of the panel's state, and what it changes. */
interface Followed {
  readonly model: ReadonlySignal<PanelModel | null>;
  readonly session: ReadonlySignal<Session | null>;
  readonly strings: ReadonlySignal<{ readonly stopped: string }>;
  readonly blanks: ReadonlySignal<readonly unknown[]>;
  readonly cursorLine: ReadonlySignal<number | null>;
  readonly completing: ReadonlySignal<boolean>;
  readonly python: Signal<string | null>;
  readonly finding: Signal<number>;
  readonly sheet: Signal<'idea' | 'takeaway' | null>;
  readonly notice: Signal<string | null>;
  complain(error: unknown): void;
}

const typingPauseMs = 600;

export class Checks {
  readonly judged: ReadonlySignal<Judged | null>;
  readonly report = computed<Report | null>(() => this.judged.value?.report ?? null);
  /** Whether the snippet is no longer the text that the report judged. */
  readonly stale = computed(() => {
    const judged = this.judged.value;
    return judged !== null && judged.text !== this.panel.session.value?.text.value;
  });
  readonly state = computed<CheckState>(() => {
    const now = this.#running.value;
    return now.exercise === this.panel.model.value?.exercise ? now.state : 'idle';
  });
  /** Whether a check runs that the learner asked for. */
  readonly isAsked = computed(() => this.state.value !== 'idle' && !this.#automatic.value);
  readonly #reports = new Reports();
  readonly #running = signal<{ readonly exercise: ExerciseId | null; readonly state: CheckState }>({
    exercise: null,
    state: 'idle',
  });
  /** Whether a pause in typing asked for the last check, not the learner. */
  readonly #automatic = signal(false);
  /** Counts the checks: one that another has taken the place of has nothing more to say. */
  #count = 0;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly panel: Followed,
    private readonly sessions: { get(exercise: ExerciseId): Session | undefined },
  ) {
    this.judged = this.#reports.toldOf(() => panel.model.value?.exercise);
    effect(() => {
      this.#tellHeld();
    });
    connection.on(messages.checkState, ({ exercise, state, python }) => {
      this.#running.value = { exercise, state };
      if (python !== null) panel.python.value = python;
    });
    connection.on(messages.reported, ({ exercise, report, version }) => {
      this.#keep(exercise, report, version);
    });
    connection.on(messages.curveTrained, ({ exercise, version, ...trained }) => {
      this.#reports.addCurve(exercise, version, trained);
    });
  }

  /** Takes over what a model says of its exercise's last check. */
  restore({ exercise, report, snippet, check }: PanelModel): void {
    if (report !== null) {
      const text = report.version === snippet.version ? snippet.text : null;
      this.#reports.restore(exercise, { ...report, text });
    }
    this.#running.value = { exercise, state: check };
  }

  /** Judges the snippet as it stands. Asked for by the learner, it takes over from one that a pause has begun. */
  async run(automatic: boolean): Promise<void> {
    const session = this.panel.session.value;
    if (session === null || this.isAsked.value) return;
    const isRunning = this.state.value !== 'idle';
    if (automatic && isRunning) return;
    clearTimeout(this.#typingTimer);
    const { exercise } = session;
    const check = ++this.#count;
    // Its verdict may be there already, and will not be told twice.
    const hasPassed = isRunning && this.report.value?.verdict === 'pass' && !this.stale.value;
    batch(() => {
      this.#automatic.value = automatic;
      if (hasPassed) this.panel.sheet.value = 'takeaway';
      this.#running.value = { exercise, state: 'running' };
      this.panel.notice.value = null;
    });
    try {
      await session.settle();
      const outcome = await this.connection.request(messages.check, {
        exercise,
        version: session.version,
        automatic,
      });
      if (check !== this.#count) return;
      if (!outcome.ok) {
        // What was found in a text that is another one by now says nothing of this one.
        if (this.stale.value) this.forget(exercise);
        const { strings, notice } = this.panel;
        notice.value = outcome.reason === 'stopped' ? strings.value.stopped : outcome.message;
      }
    } catch (error) {
      this.panel.complain(error);
    } finally {
      if (check === this.#count) this.#running.value = { exercise, state: 'idle' };
    }
  }

  /** Ends the running check. */
  stop(): void {
    this.connection.notify(messages.stop, null);
  }

  /** Called when the learner typed, so that a pause can start a check. */
  typed(): void {
    clearTimeout(this.#typingTimer);
    if (this.panel.model.value?.checkOnType !== true) return;
    this.#typingTimer = setTimeout(() => {
      // While blanks are left, their number says more than a verdict.
      if (this.panel.blanks.value.length > 0) return;
      if (this.state.value === 'idle') void this.run(true);
      else this.typed();
    }, typingPauseMs);
  }

  forget(exercise: ExerciseId): void {
    batch(() => {
      this.#reports.forget(exercise);
      this.panel.finding.value = 0;
      this.panel.sheet.value = null;
    });
  }

  #keep(exercise: ExerciseId, report: Report, version: number): void {
    const session = this.sessions.get(exercise);
    // The text of that version is still at hand only if nothing was typed since the check was asked for.
    const text = session?.version === version ? session.agreedText : null;
    const judged = { report, version, text };
    const isShown = exercise === this.panel.model.value?.exercise;
    if (isShown && !this.#mayTell(report)) {
      this.#reports.hold(exercise, judged);
      return;
    }
    this.#tell(exercise, judged);
    if (!this.#automatic.value && report.verdict === 'pass' && isShown) this.panel.sheet.value = 'takeaway';
  }

  #tell(exercise: ExerciseId, judged: Judged): void {
    batch(() => {
      this.#reports.tell(exercise, judged);
      this.panel.finding.value = 0;
      this.panel.sheet.value = null;
    });
  }

  /** Tells what was held back, once it may be told and is still said of the text as it stands. */
  #tellHeld(): void {
    const exercise = this.panel.model.value?.exercise;
    const held = exercise === undefined ? undefined : this.#reports.heldOf(exercise);
    if (exercise === undefined || held === undefined) return;
    if (held.text === this.panel.session.value?.text.value && this.#mayTell(held.report))
      this.#tell(exercise, held);
  }

  /** What the learner asked for is told at once. */
  #mayTell(report: Report): boolean {
    const { cursorLine, completing, blanks } = this.panel;
    const line = cursorLine.value;
    const attention = { line, completing: completing.value, blanks: blanks.value.length };
    return mayTell(report, attention) || !this.#automatic.value;
  }
}
