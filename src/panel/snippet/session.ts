/** One exercise's text in the panel: its editor state, kept while another exercise is shown, and its way to the file. */
import { isolateHistory, undo } from '@codemirror/commands';
import { Transaction, Annotation } from '@codemirror/state';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { ExerciseId } from '../../course/exercise';
import type { EditOutcome, SnippetText } from '../../protocol/messages';
import type { TextChange } from '../../protocol/textChanges';
import { SnippetSync } from '../sync/snippetSync';
import type { Outgoing, Unsaved } from '../sync/snippetSync';

/** Marks a transaction that brings the file's changes into the panel. */
export const fromFile = Annotation.define<boolean>();

/** How a session reaches the file. */
export interface SessionWire {
  edit(exercise: ExerciseId, outgoing: Outgoing): Promise<EditOutcome>;
  /** Hands in what was typed, when an edit was not answered; tells the text that has it in it. */
  handIn(exercise: ExerciseId, unsaved: Unsaved): Promise<SnippetText>;
  /** Keeps what was typed in case the page is thrown away; null when there is nothing to keep. */
  store(exercise: ExerciseId, unsaved: Unsaved | null): void;
  /** Tells what was typed, in case the panel is closed. */
  tell(exercise: ExerciseId, unsaved: Unsaved): void;
}

/** Typing, sending, and merging for one exercise. */
export class SnippetSession {
  readonly exercise: ExerciseId;
  /** The panel's text, for whoever wants to know when it changes. */
  readonly text: Signal<string>;
  state: EditorState;
  readonly #wire: SessionWire;
  readonly #sync: SnippetSync;
  #resetting = false;
  #view: EditorView | null = null;
  #waiting: (() => void)[] = [];

  constructor(
    snippet: SnippetText,
    options: {
      readonly wire: SessionWire;
      readonly createState: (text: string, session: SnippetSession) => EditorState;
    },
  ) {
    this.exercise = snippet.exercise;
    this.#wire = options.wire;
    this.#sync = new SnippetSync(snippet);
    this.text = signal(this.#sync.text);
    this.state = options.createState(this.#sync.text, this);
    this.#pump();
  }

  /** The version that the panel and the file share when nothing is on its way. */
  get version(): number {
    return this.#sync.version;
  }

  /** The text of that version. */
  get agreedText(): string {
    return this.#sync.agreedText;
  }

  /** Shows the session in a view, or takes it out of one. */
  attach(view: EditorView | null): void {
    if (view === null && this.#view !== null) this.state = this.#view.state;
    this.#view = view;
    this.#pump();
  }

  /** Called for every transaction of the view. */
  changed(transactions: readonly Transaction[]): void {
    for (const transaction of transactions) {
      if (transaction.docChanged && transaction.annotation(fromFile) !== true)
        this.#sync.local(transaction.changes);
    }
    this.text.value = this.#currentState().doc.toString();
    this.#pump();
    const unsaved = this.#sync.unsaved();
    if (unsaved !== null) this.#wire.tell(this.exercise, unsaved);
  }

  /** The file has changed. */
  receive(
    snippet: SnippetText,
    how: { readonly changes: readonly TextChange[]; readonly origin: 'reset' | 'elsewhere' } | null = null,
  ): void {
    if (how?.origin === 'reset') this.#resetting = true;
    this.#sync.receive(snippet, how?.changes ?? null);
    this.#pump();
  }

  /** Puts a text in the place of all there is, as one step that undo takes back, whether or not a view shows it. */
  replace(text: string): void {
    this.#do(
      this.#currentState().update({
        changes: { from: 0, to: this.#currentState().doc.length, insert: text },
        annotations: isolateHistory.of('full'),
        userEvent: 'input.replace',
      }),
    );
  }

  /** Takes back what was done last, whether or not a view shows it. */
  undo(): boolean {
    return undo({
      state: this.#currentState(),
      dispatch: (transaction) => {
        this.#do(transaction);
      },
    });
  }

  /** Composition of a character has ended: what waited for it may come in. */
  compositionEnded(): void {
    this.#pump();
  }

  /** Resolves when the file holds the panel's text. */
  async settle(): Promise<void> {
    this.#pump();
    if (this.#sync.settled) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #currentState(): EditorState {
    return this.#view?.state ?? this.state;
  }

  #dispatch(spec: TransactionSpec): void {
    if (this.#view === null) this.state = this.state.update(spec).state;
    else this.#view.dispatch(spec);
  }

  /** As if it were typed here. */
  #do(transaction: Transaction): void {
    if (this.#view !== null) {
      this.#view.dispatch(transaction);
      return;
    }
    this.state = transaction.state;
    this.changed([transaction]);
  }

  #pump(): void {
    // A change of the document under a half-composed Hangul syllable would break it; it waits.
    if (this.#view?.composing !== true) {
      const changes = this.#sync.integrate();
      if (changes !== null && !changes.empty) {
        // A reset is undone here, like something typed; what was typed elsewhere is undone there.
        const undoable = this.#resetting;
        this.#resetting = false;
        this.#dispatch({
          changes,
          annotations: [
            fromFile.of(true),
            Transaction.addToHistory.of(undoable),
            // One press undoes the reset and nothing that was typed just before it.
            ...(undoable ? [isolateHistory.of('full')] : []),
          ],
        });
        this.text.value = this.#currentState().doc.toString();
      }
    }
    const outgoing = this.#sync.next();
    this.#wire.store(this.exercise, this.#sync.unsaved());
    if (outgoing !== null) void this.#send(outgoing);
    if (this.#sync.settled) {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) resolve();
    }
  }

  async #send(outgoing: Outgoing): Promise<void> {
    try {
      const outcome = await this.#wire.edit(this.exercise, outgoing);
      if (outcome.ok) this.#sync.accepted(outcome.version);
      else this.#sync.rejected(outcome.snippet);
    } catch (error) {
      console.error(error);
      await this.#recover();
    }
    this.#pump();
  }

  async #recover(): Promise<void> {
    for (;;) {
      try {
        this.#sync.handedIn(await this.#wire.handIn(this.exercise, this.#sync.handIn()));
        return;
      } catch (error) {
        console.error(error);
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
  }
}
