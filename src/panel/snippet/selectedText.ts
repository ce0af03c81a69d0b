/** Marks what is selected: the editor draws its selection below the text, so that `::selection` has no say in its colour. */
import { Prec } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

const mark = Decoration.mark({ class: 'cm-selected-text' });

/** A mark over every selected range, inside all others, so that its colour is the one that is seen. */
export const selectedText = Prec.highest(
  EditorView.decorations.compute(['selection'], ({ selection }) =>
    Decoration.set(selection.ranges.flatMap(({ empty, from, to }) => (empty ? [] : mark.range(from, to)))),
  ),
);
