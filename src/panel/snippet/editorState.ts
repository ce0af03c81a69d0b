/** The editor of the panel: everything CodeMirror needs to know for one exercise. */
import { defaultKeymap, indentWithTab, selectAll } from '@codemirror/commands';
import { indentOnInput, syntaxTree } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Command, ViewUpdate } from '@codemirror/view';
import type { ExerciseContent } from '../../course/exercise';
import { termNames, termOfName } from '../text/terms';
import type { FromStore } from './fromStore';
import { comingExtension } from './comingExtension';
import { findDefinitions } from './definitions';
import type { Definition } from './definitions';
import { foldGiven, folding } from './folding';
import { snippetMarks } from './marks';
import { parseSnippet } from './parse';
import { pythonEditing } from './pythonEditing';
import { fromFile } from './session';
import type { SnippetSession } from './session';

/** As long as CodeMirror itself lets Tab leave after Escape. */
const tabFocusMs = 2000;

/** The state of a fresh editor with this text. */
export function createEditorState(
  text: string,
  session: SnippetSession,
  store: FromStore,
  exercise: ExerciseContent,
  nonce: string,
): EditorState {
  const terms = [...new Set(exercise.equations.flatMap((equation) => termNames(equation.rows)))];
  const remembered = store.view.stored.cursors[exercise.id];
  const clamp = (position: number): number => Math.min(position, text.length);
  // The first blank is what there is to do; what is typed takes its place.
  const [blank] = parseSnippet(text).blanks;
  const first = blank && { anchor: blank.from, head: blank.to };
  const state = EditorState.create({
    doc: text,
    selection: remembered
      ? { anchor: clamp(remembered.anchor), head: clamp(remembered.head) }
      : (first ?? { anchor: 0 }),
    extensions: [
      EditorView.cspNonce.of(nonce),
      // A function, so that a change of language reaches an editor that is already open.
      EditorView.contentAttributes.of(() => ({
        'aria-label': store.strings.peek().snippetFor(exercise.title[store.language.peek()]),
        'aria-describedby': 'editor-help',
        'aria-multiline': 'true',
        tabindex: '0',
      })),
      Prec.highest(
        keymap.of([
          {
            key: 'Mod-Enter',
            run: () => {
              void store.check();
              return true;
            },
          },
          // VS Code selects everything too when it hears of the key, but later: what was typed in between would be
          // replaced by the next letter. So it must not hear of it.
          { key: 'Mod-a', run: selectAll, stopPropagation: true },
          // Nor that the editor is searched: VS Code would search elsewhere.
          { key: 'Mod-f', run: opensFind(store, false), stopPropagation: true },
          { key: 'Mod-h', mac: 'Mod-Alt-f', run: opensFind(store, true), stopPropagation: true },
          {
            key: 'Escape',
            run: (view) => letGoOfTab(view, store.completing.peek()),
          },
        ]),
      ),
      lineNumbers(),
      lintGutter(),
      highlightSpecialChars(),
      pythonEditing,
      indentOnInput(),
      comingExtension(async () => {
        const { completing } = await import('./completing');
        return completing({ parameters: exercise.parameters, terms }, (isOpen) => {
          store.completing.value = isOpen;
        });
      }),
      highlightActiveLineGutter(),
      folding(() => store.strings.peek().unfold),
      snippetMarks,
      keymap.of([indentWithTab, ...defaultKeymap]),
      EditorView.updateListener.of((update) => {
        followUpdate(update, session, store, new Set(terms));
      }),
      EditorView.domEventHandlers({
        compositionend: () => {
          // CodeMirror itself finishes the composition after this event.
          setTimeout(() => {
            session.compositionEnded();
          }, 50);
        },
        mousemove: (event, view) => {
          store.pointed.value = termAtMouse(view, event, new Set(terms)) ?? null;
        },
        mouseleave: () => {
          store.pointed.value = null;
        },
        // The editor's own word of it comes later, when the focus may light up something else already.
        blur: () => {
          store.pointed.value = null;
          store.cursorLine.value = null;
        },
      }),
    ],
  });
  const isStarter = Object.values(exercise.starter).includes(text);
  return isStarter ? foldGiven(state, exercise.functionName) : state;
}

function opensFind(store: FromStore, replacing: boolean): Command {
  return (view) => {
    void import('../find/find').then(({ openFind }) => {
      openFind(view, store, replacing);
    });
    return true;
  };
}

/**
 * After Escape, Tab leaves the editor. CodeMirror sees to that only where Escape does nothing else, but it also ends a
 * selection, and the first blank is selected from the beginning: Tab would indent the line instead.
 */
function letGoOfTab(view: EditorView, isCompleting: boolean): boolean {
  if (!isCompleting && !view.state.selection.main.empty) view.setTabFocusMode(tabFocusMs);
  return false;
}

function definitionsOf(state: EditorState): readonly Definition[] {
  return findDefinitions(syntaxTree(state), (from, to) => state.doc.sliceString(from, to));
}

function followUpdate(
  update: ViewUpdate,
  session: SnippetSession,
  store: FromStore,
  terms: ReadonlySet<string>,
): void {
  if (update.docChanged) {
    session.changed(update.transactions);
    if (
      update.transactions.some(
        (transaction) => transaction.docChanged && transaction.annotation(fromFile) !== true,
      )
    ) {
      store.typed();
    }
  }
  if (update.selectionSet || update.docChanged || update.focusChanged) {
    const { head } = update.state.selection.main;
    store.cursorLine.value = update.view.hasFocus ? update.state.doc.lineAt(head).number : null;
  }
  if (update.selectionSet) {
    const { anchor, head } = update.state.selection.main;
    store.view.remember({ cursors: { ...store.view.stored.cursors, [session.exercise]: { anchor, head } } });
    if (update.view.hasFocus) store.pointed.value = termAtLine(update.state, head, terms);
  }
}

function termAtLine(state: EditorState, position: number, terms: ReadonlySet<string>): string | null {
  const line = state.doc.lineAt(position);
  const here = definitionsOf(state).find(
    ({ term, from, kind }) =>
      kind === 'assignment' && from >= line.from && from <= line.to && terms.has(term),
  );
  return here?.term ?? null;
}

function termAtMouse(view: EditorView, event: MouseEvent, terms: ReadonlySet<string>): string | null {
  const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
  if (position === null) return null;
  const word = view.state.wordAt(position);
  if (word !== null) {
    const term = termOfName(view.state.sliceDoc(word.from, word.to));
    if (terms.has(term)) return term;
  }
  return termAtLine(view.state, position, terms);
}
