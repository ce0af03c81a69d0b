/** Folds away what is given in a starter, so that the first blank is near: helper functions and long docstrings. */
import { codeFolding, ensureSyntaxTree, foldEffect, foldKeymap, syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';

const parseMs = 200;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Folding with a button in place of what is folded; `label` says what the button does. */
export function folding(label: () => string): Extension {
  return [
    codeFolding({
      placeholderDOM: (_view, unfold) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'fold';
        button.tabIndex = -1;
        button.textContent = '⋯';
        button.title = label();
        button.setAttribute('aria-label', label());
        button.addEventListener('click', unfold);
        return button;
      },
    }),
    keymap.of(foldKeymap),
  ];
}

/** The state with what is given in it folded; where no blank is left, all of it is to be read. */
export function foldGiven(state: EditorState, functionName: string): EditorState {
  if (!state.doc.toString().includes('...')) return state;
  const effects = givenRanges(state, functionName).map((range) => foldEffect.of(range));
  return effects.length === 0 ? state : state.update({ effects }).state;
}

/** Bodies of complete functions other than the one to write, and all of its docstring but the first line. */
function givenRanges(state: EditorState, functionName: string): readonly Range[] {
  const ranges: Range[] = [];
  // A long text is parsed piece by piece; this asks for all of it.
  const tree = ensureSyntaxTree(state, state.doc.length, parseMs) ?? syntaxTree(state);
  for (const node of tree.topNode.getChildren('FunctionDefinition')) {
    const body = node.getChild('Body');
    const name = node.getChild('VariableName');
    if (body === null || name === null) continue;
    const text = state.sliceDoc(body.from, body.to);
    if (state.sliceDoc(name.from, name.to) !== functionName && !text.includes('...')) {
      const colon = body.from + text.indexOf(':') + 1;
      const end = body.from + text.trimEnd().length;
      if (state.doc.lineAt(end).number > state.doc.lineAt(colon).number)
        ranges.push({ from: colon, to: end });
      continue;
    }
    const docstring = body.getChild('ExpressionStatement')?.getChild('String') ?? null;
    if (docstring === null) continue;
    const first = state.doc.lineAt(docstring.from);
    const isFirst = state.sliceDoc(body.from, docstring.from).trim() === ':';
    const isLong = state.doc.lineAt(docstring.to).number - first.number > 2;
    if (isFirst && isLong) ranges.push({ from: first.to, to: docstring.to });
  }
  return ranges;
}
