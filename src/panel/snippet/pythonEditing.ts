/** What every editor of Python in the panel has: its language, its indents, its undo, its looks. */
import { history } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, highlightActiveLine } from '@codemirror/view';
import { editorColours } from './colours';

export const pythonEditing: Extension = [
  // No historyKeymap: VS Code forwards its undo keys to the page, see `undoBridge`; with both, one key press would undo
  // twice.
  history(),
  drawSelection(),
  indentUnit.of('    '),
  EditorState.tabSize.of(4),
  bracketMatching(),
  highlightActiveLine(),
  python(),
  editorColours,
];
