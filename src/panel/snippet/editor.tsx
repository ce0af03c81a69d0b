/** The editor of the panel in the document, and what comes to it from elsewhere: findings, shapes, lines to light up. */
import { setDiagnostics } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Report } from '../../grader/report';
import { messageElement } from '../text/message';
import type { FromStore } from './fromStore';
import { diagnosticsOf } from './diagnostics';
import { pointAtLines, showFound, showShapes } from './marks';
import type { SnippetSession } from './session';
import { bridgeUndo } from './undoBridge';

/** The session's text. */
export function Editor({
  store,
  session,
}: {
  readonly store: FromStore;
  readonly session: SnippetSession;
}): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);

  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const editor = new EditorView({ parent: host.current, state: session.state });
    view.current = editor;
    session.attach(editor);
    const unbridge = bridgeUndo(editor);
    showCursor(editor);
    return () => {
      unbridge();
      session.attach(null);
      editor.destroy();
      view.current = null;
    };
  }, [session, store]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return undefined;
    const stopPointing = effect(() => {
      const name = store.pointed.value;
      const lines = name === null ? [] : (store.lines.value.get(name) ?? []);
      later(() => {
        editor.dispatch({ effects: pointAtLines.of(lines) });
      });
    });
    // A report that was there before the editor has had its line shown.
    let seen = store.report.peek();
    const stopReporting = effect(() => {
      const report = store.report.value;
      const stale = store.stale.peek();
      later(() => {
        const shown =
          report === null || stale
            ? []
            : diagnosticsOf(report, editor.state.doc, (message) =>
                messageElement(store.exercise.peek(), message),
              );
        const told = report === null || stale ? null : report;
        editor.dispatch(setDiagnostics(editor.state, shown), {
          effects: [showShapes.of(told?.shapes ?? []), showFound.of(told === null ? [] : foundIn(told))],
        });
        const [first] = told === null ? [] : foundIn(told);
        if (first !== undefined && told !== seen) showLine(editor, first);
        seen = told;
      });
    });
    const stopTranslating = effect(() => {
      // The editor's name is asked for anew at every update.
      store.language.value satisfies string;
      later(() => {
        editor.dispatch({});
      });
    });
    const stopGoing = effect(() => {
      const goal = store.goal.value;
      if (goal === null) return;
      later(() => {
        store.goal.value = null;
        goTo(editor, goal.line);
      });
    });
    return () => {
      stopPointing();
      stopReporting();
      stopGoing();
      stopTranslating();
    };
  }, [session, store]);

  return <div class="editor" ref={host} />;
}

/** The lines that a report finds fault with, the first to look at first. */
function foundIn({ error, diagnoses }: Report): readonly number[] {
  if (diagnoses[0]?.code === 'unimplemented') return [];
  return [error, ...diagnoses].flatMap((fault) => fault?.line ?? []);
}

/** Brings a line into view, without taking the cursor along. */
function showLine(editor: EditorView, number: number): void {
  if (number > editor.state.doc.lines) return;
  const { from } = editor.state.doc.line(number);
  editor.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 60 }) });
}

/** The cursor may stand on a blank far down. */
function showCursor(editor: EditorView): void {
  const { from } = editor.state.selection.main;
  if (from > 0) editor.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 60 }) });
}

/** A signal may change while the editor is in the middle of an update, when it accepts no other. */
function later(action: () => void): void {
  queueMicrotask(action);
}

function goTo(editor: EditorView, number: number | null): void {
  editor.focus();
  if (number === null || number < 1 || number > editor.state.doc.lines) return;
  const line = editor.state.doc.line(number);
  const indent = line.text.length - line.text.trimStart().length;
  editor.dispatch({
    selection: { anchor: line.from + indent, head: line.to },
    effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
  });
}
