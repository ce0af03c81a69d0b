/** The snippets of all exercises that were shown, and their way to the files. */
import type { EditorState } from '@codemirror/state';
import type { ExerciseContent, ExerciseId } from '../../course/exercise';
import * as messages from '../../protocol/messages';
import type { SnippetText } from '../../protocol/messages';
import type { ViewState } from '../kept/viewState';
import type { Connection } from '../sync/connection';
import { SnippetSession } from './session';
import type { SessionWire } from './session';

/** The state of a fresh editor with the text of a snippet. */
export type CreateState = (text: string, session: SnippetSession, exercise: ExerciseContent) => EditorState;

export class Sessions {
  readonly #all = new Map<ExerciseId, SnippetSession>();
  readonly #wire: SessionWire;

  constructor(
    connection: Connection,
    view: ViewState,
    private readonly createState: CreateState,
  ) {
    // Names this load of the page, among all that there have been.
    const page = crypto.randomUUID();
    this.#wire = {
      edit: (exercise, outgoing) => connection.request(messages.edit, { exercise, page, ...outgoing }),
      handIn: async (exercise, unsaved) => {
        const typed = [{ exercise, page, ...unsaved }];
        return (await connection.request(messages.ready, { exercise, typed })).snippet;
      },
      store: (exercise, unsaved) => {
        const { [exercise]: old, ...others } = view.stored.unsaved;
        if (unsaved === null && old === undefined) return;
        const typed = unsaved && { exercise, page, ...unsaved };
        view.remember({ unsaved: typed === null ? others : { ...others, [exercise]: typed } });
      },
      tell: (exercise, unsaved) => {
        connection.notify(messages.typed, { exercise, page, ...unsaved });
      },
    };
  }

  get(exercise: ExerciseId): SnippetSession | undefined {
    return this.#all.get(exercise);
  }

  /** The session of an exercise with what its file holds; a new one where it was not shown before. */
  with(snippet: SnippetText, content: ExerciseContent): SnippetSession {
    const known = this.#all.get(snippet.exercise);
    if (known !== undefined) {
      known.receive(snippet);
      return known;
    }
    const session = new SnippetSession(snippet, {
      wire: this.#wire,
      createState: (text, fresh) => this.createState(text, fresh, content),
    });
    this.#all.set(snippet.exercise, session);
    return session;
  }
}
