/** Completions and closing brackets of the panel's editor, with their keys. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionStatus,
  selectedCompletion,
} from '@codemirror/autocomplete';
import { insertNewlineAndIndent } from '@codemirror/commands';
import { Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { completionSource } from './completion';
import type { ExerciseNames } from './completion';

/** `tell` hears whether a list of completions is open. */
export function completing(names: ExerciseNames, tell: (isOpen: boolean) => void): Extension {
  return [
    // Before the completion's own Enter.
    Prec.highest(keymap.of([{ key: 'Enter', run: newlineAfterWholeName }])),
    closeBrackets(),
    autocompletion({ override: [completionSource(() => names)], icons: false }),
    keymap.of(closeBracketsKeymap),
    EditorView.updateListener.of(({ state }) => {
      tell(completionStatus(state) !== null);
    }),
  ];
}

/** A name that is typed in full needs no completing: Enter begins a new line. */
function newlineAfterWholeName(view: EditorView): boolean {
  if (completionStatus(view.state) === null) return false;
  const { head } = view.state.selection.main;
  const word = /[\w.]*$/u.exec(view.state.sliceDoc(view.state.doc.lineAt(head).from, head))?.[0] ?? '';
  const label = selectedCompletion(view.state)?.label;
  if (label !== undefined && label !== word && !word.endsWith(`.${label}`)) return false;
  closeCompletion(view);
  return insertNewlineAndIndent(view);
}
