/** The editor of the panel: everything CodeMirror needs to know for one exercise. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, indentWithTab, selectAll } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxTree } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { ViewUpdate } from '@codemirror/view';
import type { ExerciseContent } from '../../course/exercise';
import { termNames } from '../equations/terms';
import type { Store } from '../store';
import { editorColours } from './colours';
import { completionSource } from './completion';
import { findDefinitions, termOfName } from './definitions';
import type { Definition } from './definitions';
import { snippetMarks } from './marks';
import { fromFile } from './session';
import type { SnippetSession } from './session';

/** The state of a fresh editor with this text. */
export function createEditorState(
  text: string,
  session: SnippetSession,
  store: Store,
  exercise: ExerciseContent,
  nonce: string,
): EditorState {
  const terms = [...new Set(exercise.equations.flatMap((equation) => termNames(equation.rows)))];
  const remembered = store.view.stored.cursors[exercise.id];
  const clamp = (position: number): number => Math.min(position, text.length);
  return EditorState.create({
    doc: text,
    ...(remembered === undefined
      ? {}
      : { selection: { anchor: clamp(remembered.anchor), head: clamp(remembered.head) } }),
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
        ]),
      ),
      lineNumbers(),
      lintGutter(),
      highlightSpecialChars(),
      // No historyKeymap: VS Code forwards its undo keys to the page, see `undoBridge`; with both, one key press would
      // undo twice.
      history(),
      drawSelection(),
      indentOnInput(),
      indentUnit.of('    '),
      EditorState.tabSize.of(4),
      bracketMatching(),
      closeBrackets(),
      autocompletion({
        override: [completionSource(() => ({ parameters: exercise.parameters, terms }))],
        icons: false,
      }),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      python(),
      editorColours,
      snippetMarks,
      keymap.of([...closeBracketsKeymap, ...completionKeymap, indentWithTab, ...defaultKeymap]),
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
        },
      }),
    ],
  });
}

/** The lines that define each name; parameters count only where nothing is assigned to the name. */
export function definitionLines(state: EditorState): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>();
  const definitions = definitionsOf(state);
  const assigned = new Set(definitions.filter(({ kind }) => kind === 'assignment').map(({ term }) => term));
  for (const { term, from, kind } of definitions) {
    if (kind === 'parameter' && assigned.has(term)) continue;
    const line = state.doc.lineAt(from).number;
    const known = lines.get(term) ?? [];
    if (!known.includes(line)) lines.set(term, [...known, line]);
  }
  return lines;
}

function sameLines(
  a: ReadonlyMap<string, readonly number[]>,
  b: ReadonlyMap<string, readonly number[]>,
): boolean {
  return a.size === b.size && [...a].every(([term, lines]) => lines.join() === b.get(term)?.join());
}

function definitionsOf(state: EditorState): readonly Definition[] {
  return findDefinitions(syntaxTree(state), (from, to) => state.doc.sliceString(from, to));
}

function followUpdate(
  update: ViewUpdate,
  session: SnippetSession,
  store: Store,
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
  if (update.docChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) {
    const lines = definitionLines(update.state);
    if (!sameLines(lines, store.lines.peek())) store.lines.value = lines;
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
