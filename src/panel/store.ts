/** What the panel knows and what can be done in it; components read its signals and call its methods. */
import type { EditorState } from '@codemirror/state';
import { batch, computed, effect, signal } from '@preact/signals';
import type { ExerciseContent, ExerciseId, HintKind, Language } from '../course/exercise';
import type { Report } from '../grader/report';
import * as messages from '../protocol/messages';
import type { CheckState, ExerciseSummary, PanelModel, SnippetText } from '../protocol/messages';
import { chaptersOf } from './course/chapters';
import { BesideStore } from './snippet/besideStore';
import type { ChapterView } from './course/chapters';
import type { Connection } from './sync/connection';
import { HuntStore } from './hunt/huntStore';
import { mayTell } from './verdict/quiet';
import type { Attention } from './verdict/quiet';
import { Reports } from './verdict/reports';
import type { Judged } from './verdict/reports';
import { parseSnippet, sameLines } from './snippet/parse';
import type { Blank } from './snippet/parse';
import { SnippetSession } from './snippet/session';
import type { SessionWire } from './snippet/session';
import { stringsOf } from './strings';
import type { ViewState } from './kept/viewState';

/** A line to go to; a new object for every request, so that asking twice goes twice. */
export interface Goal {
  readonly line: number | null;
}

/** What lies over the right side. */
export type Sheet = 'idea' | 'takeaway';

const typingPauseMs = 600;

/** The state of a fresh editor with the text of a snippet. */
export type CreateState = (text: string, session: SnippetSession, exercise: ExerciseContent) => EditorState;

/** The state of one panel. */
export class Store {
  readonly view: ViewState;
  readonly hunts: HuntStore;
  readonly beside: BesideStore;
  /** What the page's policy asks of styles that are made here. */
  readonly nonce: string;
  readonly model = signal<PanelModel | null>(null);
  readonly failedToOpen = signal(false);
  readonly exercise = computed<ExerciseContent | null>(() => this.model.value?.content ?? null);
  readonly language = computed<Language>(() => this.model.value?.language ?? 'en');
  readonly strings = computed(() => stringsOf(this.language.value));
  readonly session = signal<SnippetSession | null>(null);
  readonly #reports = new Reports();
  readonly judged = this.#reports.toldOf(() => this.model.value?.exercise);
  readonly report = computed<Report | null>(() => this.judged.value?.report ?? null);
  /** Whether the snippet is no longer the text that the report judged. */
  readonly stale = computed(() => {
    const judged = this.judged.value;
    return judged !== null && judged.text !== this.session.value?.text.value;
  });
  readonly checking = computed<CheckState>(() => {
    const now = this.#check.value;
    return now.exercise === this.model.value?.exercise ? now.state : 'idle';
  });
  /** Whether a check runs that the learner asked for. Beside one that a pause has begun, Check can still be asked for. */
  readonly checkingAsAsked = computed(() => this.checking.value !== 'idle' && !this.#automatic.value);
  readonly python = signal<string | null>(null);
  /** The array that mouse, focus, or cursor point at, wherever it is shown. */
  readonly pointed = signal<string | null>(null);
  /** The lines that define each array in the snippet as it stands. */
  readonly lines = signal<ReadonlyMap<string, readonly number[]>>(new Map());
  /** The blanks that are left, and how many the starter has. */
  readonly blanks = signal<readonly Blank[]>([]);
  readonly blanksAtFirst = computed(() => {
    const exercise = this.exercise.value;
    return exercise === null ? 0 : parseSnippet(exercise.starter[this.language.value]).blanks.length;
  });
  /** The line of the cursor while the editor has the focus. */
  readonly cursorLine = signal<number | null>(null);
  /** Whether the editor shows a list of completions. */
  readonly completing = signal(false);
  readonly sheet = signal<Sheet | null>(null);
  /** Whether the network is to be played as soon as its tab is there. */
  readonly playAtOnce = signal(false);
  /** Which finding of the report is looked at. */
  readonly finding = signal(0);
  readonly chapters = computed<readonly ChapterView[]>(() => {
    const model = this.model.value;
    return model === null ? [] : chaptersOf(model);
  });
  readonly goal = signal<Goal | null>(null);
  /** An equation to bring into view, with the focus on its term; a new object for every request. */
  readonly looking = signal<{ readonly term: string } | null>(null);
  /** A sentence for the person that is not a verdict: stopped, failed, copied. */
  readonly notice = signal<string | null>(null);

  readonly #connection: Connection;
  readonly #createState: CreateState;
  readonly #sessions = new Map<ExerciseId, SnippetSession>();
  readonly #check = signal<{ readonly exercise: ExerciseId; readonly state: CheckState }>({
    exercise: 'chain-rule',
    state: 'idle',
  });
  /** Whether the check that runs was asked for by a pause in typing. */
  /** Whether a pause in typing asked for the last check, not the learner. */
  readonly #automatic = signal(false);
  /** Counts the checks: one that another has taken the place of has nothing more to say. */
  #checks = 0;
  /** Names this load of the page, among all that there have been. */
  readonly #page = crypto.randomUUID();
  #typingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, view: ViewState, nonce: string, createState: CreateState) {
    this.#connection = connection;
    this.view = view;
    this.nonce = nonce;
    this.#createState = createState;
    this.hunts = new HuntStore(connection);
    this.beside = new BesideStore(connection, this);
    effect(() => {
      const { blanks, lines } = parseSnippet(this.session.value?.text.value ?? '');
      this.blanks.value = blanks;
      if (!sameLines(lines, this.lines.peek())) this.lines.value = lines;
    });
    effect(() => {
      this.#tellHeld();
    });
    connection.on(messages.modelChanged, (model) => {
      this.#show(model);
    });
    connection.on(messages.snippetChanged, (snippet) => {
      this.#sessions.get(snippet.exercise)?.receive(snippet, snippet);
      if (snippet.origin === 'reset') this.#forgetReport(snippet.exercise);
    });
    connection.on(messages.checkState, ({ exercise, state, python }) => {
      this.#check.value = { exercise, state };
      if (python !== null) this.python.value = python;
    });
    connection.on(messages.reported, ({ exercise, report, version }) => {
      this.#keepReport(exercise, report, version);
    });
    connection.on(messages.curveTrained, ({ exercise, version, cost, remarks }) => {
      this.#reports.addCurve(exercise, version, { cost, remarks });
    });
    connection.on(messages.progressChanged, ({ exercises, hintsOpened }) => {
      const model = this.model.value;
      if (model === null) return;
      this.model.value = {
        ...model,
        exercises,
        hintsOpened: hintsOpened[model.exercise] ?? model.hintsOpened,
      };
    });
    connection.on(messages.perform, (what) => {
      switch (what.action) {
        case 'goToLine':
          this.goal.value = { line: what.line };
          break;
        case 'showEquation':
          this.sheet.value = null;
          this.view.page.value = 'exercise';
          this.view.tab.value = 'equations';
          this.pointed.value = what.term;
          this.looking.value = { term: what.term };
          break;
        case 'check':
          void this.check();
          break;
        case 'showHints':
          this.view.tab.value = 'hints';
          break;
        case 'bugHunt':
          this.hunts.isOpen.value = true;
          break;
        case 'focusEditor':
          this.goal.value = { line: null };
          break;
      }
    });
  }

  /** Asks for everything there is to show. */
  async open(): Promise<void> {
    this.failedToOpen.value = false;
    try {
      const { exercise, unsaved } = this.view.stored;
      const typed = Object.values(unsaved);
      const model = await this.#connection.request(messages.ready, { exercise, typed });
      this.view.remember({ unsaved: {} });
      this.#show(model);
    } catch (error) {
      console.error(error);
      this.failedToOpen.value = true;
    }
  }

  /** Goes to another exercise, once what was typed in this one is in its file. */
  async select(exercise: ExerciseId): Promise<void> {
    await this.session.value?.settle();
    try {
      this.#show(await this.#connection.request(messages.select, { exercise }));
      this.view.page.value = 'exercise';
    } catch (error) {
      this.#complain(error);
    }
  }

  /** The neighbour in the course, or null at its ends. */
  neighbour(step: 1 | -1): ExerciseSummary | null {
    const model = this.model.value;
    if (model === null) return null;
    return model.exercises[model.exercises.findIndex(({ id }) => id === model.exercise) + step] ?? null;
  }

  /** Judges the snippet as it stands. Asked for by the learner, it takes over from one that a pause has begun. */
  async check(automatic = false): Promise<void> {
    const session = this.session.value;
    if (session === null || this.checkingAsAsked.value) return;
    if (automatic && this.checking.value !== 'idle') return;
    clearTimeout(this.#typingTimer);
    const { exercise } = session;
    const check = ++this.#checks;
    // Its verdict may be there already, and will not be told twice.
    const hasPassed =
      this.checking.value !== 'idle' && this.report.value?.verdict === 'pass' && !this.stale.value;
    batch(() => {
      this.#automatic.value = automatic;
      if (hasPassed) this.sheet.value = 'takeaway';
      this.#check.value = { exercise, state: 'running' };
      this.notice.value = null;
    });
    try {
      await session.settle();
      const outcome = await this.#connection.request(messages.check, {
        exercise,
        version: session.version,
        automatic,
      });
      if (check !== this.#checks) return;
      if (outcome.ok) {
        this.#tellHeld();
      } else {
        // What was found in a text that is another one by now says nothing of this one.
        if (this.stale.value) this.#forgetReport(exercise);
        this.notice.value = outcome.reason === 'stopped' ? this.strings.value.stopped : outcome.message;
      }
    } catch (error) {
      this.#complain(error);
    } finally {
      if (check === this.#checks) this.#check.value = { exercise, state: 'idle' };
    }
  }

  /** Ends the running check. */
  stop(): void {
    this.#connection.notify(messages.stop, null);
  }

  /** Asks for the names and lines that the report has withheld. */
  async askNames(): Promise<void> {
    const exercise = this.model.value?.exercise;
    if (exercise !== undefined) await this.#do(this.#connection.request(messages.askNames, { exercise }));
  }

  /** Puts the starter back; the editor's undo brings the text back. */
  async reset(): Promise<void> {
    const session = this.session.value;
    if (session === null) return;
    await session.settle();
    const { exercise } = session;
    await this.#do(this.#connection.request(messages.reset, { exercise }));
  }

  /** Has the samples lie the other way: equations, starter and judging follow. */
  async turnSamples(samples: messages.Samples): Promise<void> {
    const session = this.session.value;
    if (session === null) return;
    await session.settle();
    const { exercise } = session;
    await this.#do(this.#connection.request(messages.turnSamples, { exercise, samples }));
  }

  /** Opens the next rung of the ladder. */
  async openHint(kind: HintKind): Promise<void> {
    const exercise = this.model.value?.exercise;
    if (exercise === undefined) return;
    const index = this.exercise.value?.hints.findIndex((hint) => hint.kind === kind) ?? -1;
    const done = await this.#do(this.#connection.request(messages.openHint, { exercise, kind }));
    const model = this.model.value;
    if (done && model?.exercise === exercise) {
      this.model.value = { ...model, hintsOpened: Math.max(model.hintsOpened, index + 1) };
    }
  }

  /** Shows the snippet beside the solution in VS Code's own comparison, with what was typed last. */
  async compare(): Promise<void> {
    const session = this.session.value;
    if (session === null) return;
    await session.settle();
    await this.#do(this.#connection.request(messages.compare, { exercise: session.exercise }));
  }

  /** Shows the snippet in VS Code's own editor. */
  openInEditor(line: number | null): void {
    const exercise = this.model.value?.exercise;
    if (exercise !== undefined) this.#connection.notify(messages.openInEditor, { exercise, line });
  }

  /** Lets the learner choose where to save something. */
  async save(name: string, encoding: 'utf8' | 'base64', content: string): Promise<void> {
    await this.#do(this.#connection.request(messages.saveFile, { name, encoding, content }));
  }

  setCheckOnType(on: boolean): void {
    const model = this.model.value;
    if (model !== null) this.model.value = { ...model, checkOnType: on };
    this.#connection.notify(messages.setCheckOnType, { on });
  }

  /** Called when the learner typed, so that a pause can start a check. */
  typed(): void {
    clearTimeout(this.#typingTimer);
    if (this.model.value?.checkOnType !== true) return;
    this.#typingTimer = setTimeout(() => {
      // While blanks are left, their number says more than a verdict.
      if (this.blanks.value.length > 0) return;
      if (this.checking.value === 'idle') void this.check(true);
      else this.typed();
    }, typingPauseMs);
  }

  #show(model: PanelModel): void {
    batch(() => {
      const known = this.#sessions.get(model.exercise);
      const session = known ?? this.#createSession(model.snippet, model.content);
      known?.receive(model.snippet);
      this.#sessions.set(model.exercise, session);
      const before = this.model.value;
      // What was found with samples that lay the other way says nothing any more.
      if (before?.exercise === model.exercise && before.content.samples !== model.content.samples)
        this.#forgetReport(model.exercise);
      if (model.report !== null) {
        const current = model.report.version === model.snippet.version;
        const text = current ? model.snippet.text : null;
        this.#reports.restore(model.exercise, { ...model.report, text });
      }
      if (this.session.value !== session) {
        this.notice.value = null;
        this.pointed.value = null;
        this.sheet.value = null;
        this.finding.value = 0;
        this.cursorLine.value = null;
        this.completing.value = false;
      }
      this.model.value = model;
      this.python.value = model.python ?? this.python.value;
      this.session.value = session;
      this.#check.value = { exercise: model.exercise, state: model.check };
      if (this.view.stored.exercise !== model.exercise) this.view.remember({ exercise: model.exercise });
    });
    document.documentElement.lang = model.language;
  }

  #createSession(snippet: SnippetText, exercise: ExerciseContent): SnippetSession {
    const wire: SessionWire = {
      edit: (exercise, outgoing) =>
        this.#connection.request(messages.edit, { exercise, page: this.#page, ...outgoing }),
      handIn: async (exercise, unsaved) => {
        const typed = [{ exercise, page: this.#page, ...unsaved }];
        return (await this.#connection.request(messages.ready, { exercise, typed })).snippet;
      },
      store: (exercise, unsaved) => {
        const { [exercise]: old, ...others } = this.view.stored.unsaved;
        if (unsaved === null && old === undefined) return;
        const typed = unsaved && { exercise, page: this.#page, ...unsaved };
        this.view.remember({ unsaved: typed === null ? others : { ...others, [exercise]: typed } });
      },
      tell: (exercise, unsaved) => {
        this.#connection.notify(messages.typed, { exercise, page: this.#page, ...unsaved });
      },
    };
    return new SnippetSession(snippet, {
      wire,
      createState: (text, session) => this.#createState(text, session, exercise),
    });
  }

  #keepReport(exercise: ExerciseId, report: Report, version: number): void {
    const session = this.#sessions.get(exercise);
    // The text of that version is still at hand only if nothing was typed since the check was asked for.
    const text = session?.version === version ? session.agreedText : null;
    const judged = { report, version, text };
    if (exercise === this.model.value?.exercise && !this.#mayTell(report)) {
      this.#reports.hold(exercise, judged);
      return;
    }
    this.#tellReport(exercise, judged);
    if (!this.#automatic.value && report.verdict === 'pass' && exercise === this.model.value?.exercise)
      this.sheet.value = 'takeaway';
  }

  #tellReport(exercise: ExerciseId, judged: Judged): void {
    batch(() => {
      this.#reports.tell(exercise, judged);
      this.finding.value = 0;
      this.sheet.value = null;
    });
  }

  /** Tells what was held back, once it may be told and is still said of the text as it stands. */
  #tellHeld(): void {
    const exercise = this.model.value?.exercise;
    const held = exercise === undefined ? undefined : this.#reports.heldOf(exercise);
    if (exercise === undefined || held === undefined) return;
    if (held.text === this.session.value?.text.value && this.#mayTell(held.report))
      this.#tellReport(exercise, held);
  }

  /** What the learner asked for is told at once. */
  #mayTell(report: Report): boolean {
    const attention: Attention = {
      line: this.cursorLine.value,
      completing: this.completing.value,
      blanks: this.blanks.value.length,
    };
    return mayTell(report, attention) || !this.#automatic.value;
  }

  #forgetReport(exercise: ExerciseId): void {
    batch(() => {
      this.#reports.forget(exercise);
      this.finding.value = 0;
      this.sheet.value = null;
    });
  }

  async #do(request: Promise<messages.Done>): Promise<boolean> {
    try {
      const done = await request;
      if (!done.ok) this.notice.value = done.message;
      return done.ok;
    } catch (error) {
      this.#complain(error);
      return false;
    }
  }

  #complain(error: unknown): void {
    console.error(error);
    this.notice.value = error instanceof Error ? error.message : this.strings.value.checkFailed;
  }
}
