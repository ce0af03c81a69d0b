/** What the panel knows and what can be done in it; components read its signals and call its methods. */
import { batch, computed, effect, signal } from '@preact/signals';
import type { ExerciseContent, ExerciseId, HintKind, Language } from '../course/exercise';
import * as messages from '../protocol/messages';
import type { ExerciseSummary, PanelModel } from '../protocol/messages';
import { chaptersOf } from './course/chapters';
import { BesideStore } from './snippet/besideStore';
import type { ChapterView } from './course/chapters';
import type { Connection } from './sync/connection';
import { HuntStore } from './hunt/huntStore';
import { Checks } from './verdict/checks';
import { parseSnippet, sameLines } from './snippet/parse';
import type { Blank, Lines } from './snippet/parse';
import type { SnippetSession } from './snippet/session';
import { Sessions } from './snippet/sessions';
import type { CreateState } from './snippet/sessions';
import { stringsOf } from './strings';
import type { ViewState } from './kept/viewState';

/** A line to go to; a new object for every request, so that asking twice goes twice. */
export interface Goal {
  readonly line: number | null;
}

/** What lies over the right side. */
export type Sheet = 'idea' | 'takeaway';

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
  readonly judged: Checks['judged'];
  readonly report: Checks['report'];
  /** Whether the snippet is no longer the text that the report judged. */
  readonly stale: Checks['stale'];
  readonly checking: Checks['state'];
  /** Whether a check runs that the learner asked for. Beside one that a pause has begun, Check can still be asked for. */
  readonly checkingAsAsked: Checks['isAsked'];
  readonly python = signal<string | null>(null);
  /** The array that mouse, focus, or cursor point at, wherever it is shown. */
  readonly pointed = signal<string | null>(null);
  /** The lines that define each array in the snippet as it stands. */
  readonly lines = signal<Lines>(new Map());
  /** Those of them that make an array of itself. */
  readonly updates = signal<Lines>(new Map());
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
  readonly #sessions: Sessions;
  readonly #checks: Checks;

  constructor(connection: Connection, view: ViewState, nonce: string, createState: CreateState) {
    this.#connection = connection;
    this.view = view;
    this.nonce = nonce;
    this.#sessions = new Sessions(connection, view, createState);
    this.hunts = new HuntStore(connection);
    this.beside = new BesideStore(connection, this);
    effect(() => {
      const { blanks, lines, updates } = parseSnippet(this.session.value?.text.value ?? '');
      this.blanks.value = blanks;
      if (!sameLines(lines, this.lines.peek())) this.lines.value = lines;
      if (!sameLines(updates, this.updates.peek())) this.updates.value = updates;
    });
    this.#checks = new Checks(connection, this, this.#sessions);
    this.judged = this.#checks.judged;
    this.report = this.#checks.report;
    this.stale = this.#checks.stale;
    this.checking = this.#checks.state;
    this.checkingAsAsked = this.#checks.isAsked;
    connection.on(messages.modelChanged, (model) => {
      this.#show(model);
    });
    connection.on(messages.snippetChanged, (snippet) => {
      this.#sessions.get(snippet.exercise)?.receive(snippet, snippet);
      if (snippet.origin === 'reset') this.#checks.forget(snippet.exercise);
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
      this.complain(error);
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
    await this.#checks.run(automatic);
  }

  /** Ends the running check. */
  stop(): void {
    this.#checks.stop();
  }

  /** Called when the learner typed, so that a pause can start a check. */
  typed(): void {
    this.#checks.typed();
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

  #show(model: PanelModel): void {
    batch(() => {
      const session = this.#sessions.with(model.snippet, model.content);
      const before = this.model.value;
      // What was found with samples that lay the other way says nothing any more.
      if (before?.exercise === model.exercise && before.content.samples !== model.content.samples)
        this.#checks.forget(model.exercise);
      this.#checks.restore(model);
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
      if (this.view.stored.exercise !== model.exercise) this.view.remember({ exercise: model.exercise });
    });
    document.documentElement.lang = model.language;
  }

  async #do(request: Promise<messages.Done>): Promise<boolean> {
    try {
      const done = await request;
      if (!done.ok) this.notice.value = done.message;
      return done.ok;
    } catch (error) {
      this.complain(error);
      return false;
    }
  }

  /** Says what went wrong. */
  complain(error: unknown): void {
    console.error(error);
    this.notice.value = error instanceof Error ? error.message : this.strings.value.checkFailed;
  }
}
