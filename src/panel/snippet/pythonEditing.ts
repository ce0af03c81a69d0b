/** What every editor of Python in the panel has: its language, its indents, its undo, its looks. */
import { history } from '@codemirror/commands';
import { pythonLanguage } from '@codemirror/lang-python';
import { bracketMatching, indentUnit, LanguageSupport } from '@codemirror/language';
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
  // Without the language's own completions: the course's come later, and these would bring all of completing along.
  new LanguageSupport(pythonLanguage),
  editorColours,
];
