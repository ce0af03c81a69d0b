/** What the panel draws into the snippet besides the text: the pointed-at line and the shapes of the last run. */
import { RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import type { ShapeReport } from '../../grader/report';
import { formatShape } from '../text/shapes';
import { parseSnippet } from './parse';

/** Lights up the lines with these numbers. */
export const pointAtLines = StateEffect.define<readonly number[]>();

/** Writes shapes at the ends of their lines; an empty list takes them away. */
export const showShapes = StateEffect.define<readonly ShapeReport[]>();

class ShapesWidget extends WidgetType {
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  override eq(other: ShapesWidget): boolean {
    return other.#text === this.#text;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'line-shapes';
    element.textContent = this.#text;
    return element;
  }
}

const pointedLine = Decoration.line({ class: 'cm-pointedLine' });

const pointedLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(pointAtLines)) return lineMarks(transaction.state, effect.value, pointedLine);
    }
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const lineShapes = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(showShapes)) return shapeMarks(transaction.state, effect.value);
    }
    if (!transaction.docChanged) return marks;
    // A line that was typed into no longer has the shape of the last run.
    const touched = new Set<number>();
    transaction.changes.iterChangedRanges((_fromA, _toA, from, to) => {
      const last = transaction.newDoc.lineAt(to).number;
      for (let line = transaction.newDoc.lineAt(from).number; line <= last; line++) touched.add(line);
    });
    return marks
      .map(transaction.changes)
      .update({ filter: (from) => !touched.has(transaction.newDoc.lineAt(from).number) });
  },
  provide: (field) => EditorView.decorations.from(field),
});

const blank = Decoration.mark({ class: 'blank' });
const nextBlank = Decoration.mark({ class: 'blank is-next' });

/** The blanks that are left; the first of them is the next to fill. */
const blanks = StateField.define<DecorationSet>({
  create: blankMarks,
  update: (marks, transaction) => (transaction.docChanged ? blankMarks(transaction.state) : marks),
  provide: (field) => EditorView.decorations.from(field),
});

/** Lines with a finding of the last check. */
export const showFound = StateEffect.define<readonly number[]>();

const foundLine = Decoration.line({ class: 'cm-foundLine' });

const foundLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(showFound)) return lineMarks(transaction.state, effect.value, foundLine);
    }
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** All kinds of marks. */
export const snippetMarks: Extension = [pointedLines, foundLines, lineShapes, blanks];

function blankMarks(state: EditorState): DecorationSet {
  const found = parseSnippet(state.doc.toString()).blanks;
  return Decoration.set(
    found.map(({ from, to }, index) => (index === 0 ? nextBlank : blank).range(from, to)),
  );
}

function lineMarks(state: EditorState, lines: readonly number[], mark: Decoration): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const number of [...new Set(lines)].sort((a, b) => a - b)) {
    if (number < 1 || number > state.doc.lines) continue;
    const { from } = state.doc.line(number);
    builder.add(from, from, mark);
  }
  return builder.finish();
}

function shapeMarks(state: EditorState, shapes: readonly ShapeReport[]): DecorationSet {
  const byLine = new Map<number, Map<string, string>>();
  for (const { line, name, shape } of shapes) {
    // The parameters' shapes stand under their terms; on the line of the `def` they would crowd it.
    if (line < 1 || line > state.doc.lines || /^\s*(?:async\s+)?def\b/u.test(state.doc.line(line).text))
      continue;
    // A single number has no shape.
    if (shape.length === 0) continue;
    const names = byLine.get(line) ?? new Map<string, string>();
    names.set(name, formatShape(shape));
    byLine.set(line, names);
  }
  const builder = new RangeSetBuilder<Decoration>();
  for (const line of [...byLine.keys()].sort((a, b) => a - b)) {
    const names = [...(byLine.get(line) ?? [])];
    const text =
      names.length === 1
        ? (names[0]?.[1] ?? '')
        : names.map(([name, shape]) => `${name} ${shape}`).join('  ');
    const end = state.doc.line(line).to;
    builder.add(end, end, Decoration.widget({ widget: new ShapesWidget(text), side: 1 }));
  }
  return builder.finish();
}
